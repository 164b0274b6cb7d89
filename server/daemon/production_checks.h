// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/settings.h"
#include "shared/core/error.h"

#include <vector>

namespace parley::server::daemon {

/// What start-up has found out that settings alone do not tell.
struct ProductionFacts {
    bool hasDemoTenant = false;
    /// Some user signs in with a password that this product ever made up or that stands in its documentation.
    bool hasDefaultPassword = false;
};

/// Why the daemon must not be put in front of the public like this; empty: it may. All faults at once, each
/// with what to do. Called only with PARLEY_ENV=production.
std::vector<FieldError> productionFaults(const Settings& settings, const ProductionFacts& facts);

} // namespace parley::server::daemon
