// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/options.h"
#include "server/edge/ports.h"
#include "server/edge/router.h"

namespace parley::server::edge {

/// Counts requests against the limits of whoever makes them. Any thread.
class RateLimit {
public:
    RateLimit(const RateLimits& limits, RateLimiter& limiter) : m_limits(limits), m_limiter(limiter) {}

    /// Counts an address: for requests without a token, and for each token that is not valid.
    /// @errors RateLimited
    Result<void> countAddress(const RequestContext& context);

    /// Counts who the token belongs to. @errors RateLimited
    Result<void> countPrincipal(const RequestContext& context);

private:
    Result<void>
    count(const RequestContext& context, std::string_view kind, std::string_view who, int perMinute);

    RateLimits m_limits;
    RateLimiter& m_limiter;
};

} // namespace parley::server::edge
