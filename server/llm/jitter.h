// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/provider_failure.h"
#include "server/runtime/retry.h"

#include <algorithm>
#include <chrono>
#include <random>

namespace parley::server::llm {

/// 0 <= share < 1, to spread retries by; nothing secret hangs on it.
inline double randomShare()
{
    thread_local std::minstd_rand generator{std::random_device{}()};
    return std::uniform_real_distribution<double>(0.0, 1.0)(generator);
}

/// How long to wait after so many attempts: what the policy says, or what the server asked for where that is
/// more.
inline std::chrono::milliseconds
waitAfter(const runtime::RetryPolicy& policy, unsigned attempt, const ProviderFailure& failure)
{
    return std::max(runtime::retryDelay(policy, attempt, randomShare()), failure.retryAfter);
}

} // namespace parley::server::llm
