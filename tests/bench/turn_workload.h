// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/desk.h"
#include "tests/bench/load.h"

#include <string>
#include <vector>

namespace parley::bench {

/// Customers who ask what their tenant's knowledge base answers. No two connections ever share a
/// conversation, because turns of one conversation wait for each other.
class TurnWorkload {
public:
    /// Opens `sessions` conversations, spread evenly over the tenants.
    TurnWorkload(const Desk& desk, const std::vector<Tenant>& tenants, std::size_t sessions);

    /// @param connections  at most the number of sessions
    /// @param rate  see LoadPlan::rate
    LoadResult
    run(Endpoint endpoint, std::size_t connections, double rate, std::chrono::seconds duration) const;

private:
    /// [session][question]: the whole request.
    std::vector<std::vector<std::string>> m_requests;
};

} // namespace parley::bench
