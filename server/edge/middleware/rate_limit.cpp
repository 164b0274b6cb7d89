// SPDX-License-Identifier: MIT
#include "server/edge/middleware/rate_limit.h"

namespace parley::server::edge {

Result<void>
RateLimit::count(const RequestContext& context, std::string_view kind, std::string_view who, int perMinute)
{
    if (perMinute <= 0 || (context.route != nullptr && context.route->rate == RateClass::Uncounted)) {
        return {};
    }
    std::string key(kind);
    key += who;
    const auto retryAfter = m_limiter.count(key, perMinute);
    if (!retryAfter) {
        return {};
    }
    Error error;
    error.code = ErrorCode::RateLimited;
    error.message = "There were too many requests. Try again in a while.";
    error.retryAfter = std::max(*retryAfter, std::chrono::seconds{1});
    return fail(std::move(error));
}

Result<void> RateLimit::countAddress(const RequestContext& context)
{
    return count(context, "address:", context.request.peer, m_limits.anonymousAddress);
}

Result<void> RateLimit::countPrincipal(const RequestContext& context)
{
    const security::Principal& who = context.principal;
    switch (who.role) {
    case security::Role::Anonymous:
        return countAddress(context);
    case security::Role::ChatUser:
        return count(context, "session:", who.conversation.value, m_limits.chatUser);
    case security::Role::ApiClient: {
        const bool hasOwn = who.requestsPerMinute > 0 && m_limits.apiClient > 0;
        return count(context, "client:", who.subject, hasOwn ? who.requestsPerMinute : m_limits.apiClient);
    }
    case security::Role::Supporter:
    case security::Role::TenantUser:
    case security::Role::Admin:
        break;
    }
    return count(context, "user:", who.subject, m_limits.operatorUser);
}

} // namespace parley::server::edge
