// SPDX-License-Identifier: MIT
#include "server/identity/rate_limiter.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <string>

namespace parley::server::identity {

using security::Principal;
using security::Role;

namespace {

/// The part of an address that belongs to one customer of a network.
std::string addressKey(std::string_view address)
{
    boost::system::error_code error;
    const auto parsed = boost::asio::ip::make_address(std::string(address), error);
    if (error || !parsed.is_v6()) {
        return "a:" + std::string(address);
    }
    if (parsed.to_v6().is_v4_mapped()) {
        return "a:" +
               boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, parsed.to_v6()).to_string();
    }
    const auto bytes = parsed.to_v6().to_bytes();
    return "a:" + std::string(bytes.begin(), bytes.begin() + 8);
}

struct Counted {
    std::string key;
    int limit;
};

Counted countedAs(const Principal& principal, std::string_view address, const RateLimits& limits)
{
    switch (principal.role) {
    case Role::ChatUser:
        return {"c:" + principal.conversation.value, limits.chatUser};
    case Role::ApiClient:
        return {"k:" + principal.subject,
                principal.requestsPerMinute > 0 ? principal.requestsPerMinute : limits.apiClient};
    case Role::Supporter:
    case Role::TenantUser:
    case Role::Admin:
        return {"u:" + principal.subject, limits.operators};
    case Role::Anonymous:
        break;
    }
    return {addressKey(address), limits.anonymousAddress};
}

} // namespace

RateLimits RateLimits::fromRequestsPerMinute(int requestsPerMinute)
{
    RateLimits limits;
    limits.isOn = requestsPerMinute > 0;
    limits.chatUser = requestsPerMinute;
    limits.anonymousAddress = 2 * requestsPerMinute;
    limits.operators = 20 * requestsPerMinute;
    limits.apiClient = 10 * requestsPerMinute;
    return limits;
}

RateLimiter::RateLimiter(const Clock& clock, RateLimits limits, std::size_t capacity)
    : m_clock(clock), m_limits(limits), m_window(std::chrono::minutes{1}, capacity)
{}

std::chrono::seconds RateLimiter::take(const Principal& principal, std::string_view address)
{
    if (!m_limits.isOn) {
        return std::chrono::seconds{0};
    }
    const Counted counted = countedAs(principal, address, m_limits);
    return std::chrono::ceil<std::chrono::seconds>(
        m_window.take(counted.key, counted.limit, m_clock.nowMs()));
}

} // namespace parley::server::identity
