// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/ports.h"
#include "server/edge/router.h"
#include "server/telemetry/log.h"
#include "server/telemetry/metrics.h"

#include <array>
#include <memory>
#include <string>
#include <unordered_map>

namespace parley::server::daemon {

/// Counts answered requests by route and kind of status. The handles are made once, from the route table, so
/// that a request costs a look-up and two additions. @thread observe() from any I/O thread
class RequestMetrics final : public edge::RequestObserver {
public:
    explicit RequestMetrics(telemetry::Metrics& metrics) : m_metrics(metrics) {}

    /// Once, when the route table is complete and before the first request.
    void prepare(const edge::Router& router);

    void onAnswered(const edge::RequestSummary& summary) override;

private:
    struct Handles {
        std::array<telemetry::Counter, 5> byClass; ///< 1xx..5xx
        telemetry::Histogram seconds;
    };
    Handles handlesOf(const std::string& method, const std::string& route);

    telemetry::Metrics& m_metrics;
    // By where the pattern's text lies: each route of the complete table has its own, so nothing is hashed but an address.
    std::unordered_map<const char*, Handles> m_routes;
    Handles m_unmatched;
};

} // namespace parley::server::daemon
