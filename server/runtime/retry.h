// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>

namespace parley::server::runtime {

/// How long to wait between attempts: doubling from `first` up to `most`, so many attempts in all.
struct RetryPolicy {
    std::chrono::milliseconds first{500};
    std::chrono::milliseconds most{60'000};
    unsigned attempts = 5;
};

/// The wait before attempt number `attempt` + 1, after `attempt` (1, 2, ...) failed. Half of it is fixed and
/// half random, so that those who failed together do not come back together.
/// @param random  0 <= random < 1
/// @source "equal jitter", Marc Brooker, Exponential Backoff And Jitter, 2015
inline std::chrono::milliseconds retryDelay(const RetryPolicy& policy, unsigned attempt, double random)
{
    const unsigned doublings = std::min(attempt == 0 ? 0 : attempt - 1, 30U);
    const double wanted = static_cast<double>(policy.first.count()) * static_cast<double>(1U << doublings);
    const double full = std::min(wanted, static_cast<double>(policy.most.count()));
    return std::chrono::milliseconds{
        static_cast<std::chrono::milliseconds::rep>(full / 2 + full / 2 * random)};
}

/// Whether another attempt is allowed after `attempt` failed.
inline bool mayRetry(const RetryPolicy& policy, unsigned attempt)
{
    return attempt < policy.attempts;
}

} // namespace parley::server::runtime
