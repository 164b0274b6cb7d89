// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/sliding_window.h"
#include "server/security/principal.h"
#include "shared/core/clock.h"

#include <chrono>
#include <string_view>

namespace parley::server::identity {

/// Requests a minute by who makes them.
struct RateLimits {
    int chatUser = 60;
    int anonymousAddress = 120;
    int operators = 1200;
    /// For an api_client without a limit of its own.
    int apiClient = 600;
    bool isOn = true;

    /// What `limits.requests_per_minute` means: the limit of one chat_user session, the others in proportion
    /// (an api_client's own stays its own); 0 switches all of them off.
    static RateLimits fromRequestsPerMinute(int requestsPerMinute);
};

/// Counts requests a minute: a chat_user by session, an operator and an api_client by who it is, anybody else
/// by address (an IPv6 one by its /64, which is what one household has). Each node counts for itself. Any
/// thread.
class RateLimiter {
public:
    explicit RateLimiter(const Clock& clock, RateLimits limits = {}, std::size_t capacity = 100'000);

    /// Counts a request. @return zero when it may pass, otherwise the value of Retry-After, at least a second
    std::chrono::seconds take(const security::Principal& principal, std::string_view address);

    [[nodiscard]] std::size_t trackedKeys() const { return m_window.size(); }

private:
    const Clock& m_clock;
    const RateLimits m_limits;
    SlidingWindow m_window;
};

} // namespace parley::server::identity
