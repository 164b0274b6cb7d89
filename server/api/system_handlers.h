// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "server/security/secret.h"
#include "shared/core/ids.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string>

namespace parley::server::api {

/// What the daemon knows of itself. All are called on I/O threads and must not block.
struct SystemProbes {
    /// Live and ready.
    std::function<bool()> isReady;
    /// `{database: {...}, queue: {...}, ...}`, each with "status". @param tenant  of who asks; empty: the
    /// platform's admin
    std::function<nlohmann::json(const TenantId& tenant)> details;
    /// Prometheus' text format.
    std::function<std::string()> metrics;
    /// Lets other than loopback peers read the metrics; empty: nobody else.
    security::Secret metricsToken;
};

/// `/health`, `/health/detailed`, `/metrics`. @thread I/O
void addSystemRoutes(edge::Router& router, SystemProbes probes);

} // namespace parley::server::api
