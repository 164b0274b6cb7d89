// SPDX-License-Identifier: MIT
#include "server/edge/middleware/authenticate.h"

#include "server/edge/framing.h"
#include "shared/core/text.h"

namespace parley::server::edge {

std::string_view bearerToken(const Request& request)
{
    static constexpr std::string_view kScheme = "Bearer ";
    const std::string_view authorization = request.headers.get("authorization");
    if (authorization.size() > kScheme.size() &&
        equalsIgnoringCase(authorization.substr(0, kScheme.size()), kScheme)) {
        return trimmed(authorization.substr(kScheme.size()));
    }
    if (!equalsIgnoringCase(request.headers.get("upgrade"), "websocket")) {
        return {};
    }
    static constexpr std::string_view kPrefix = "bearer.";
    std::string_view list = request.headers.get("sec-websocket-protocol");
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        const std::string_view entry = trimmed(list.substr(0, comma));
        if (entry.starts_with(kPrefix)) {
            return entry.substr(kPrefix.size());
        }
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    }
    return {};
}

bool Authenticate::recall(RequestContext& context, std::string_view token)
{
    auto known = m_authenticator.recall(token);
    if (known) {
        context.principal = std::move(*known);
    }
    return known.has_value();
}

boost::asio::awaitable<Result<void>> Authenticate::run(RequestContext& context, std::string_view token)
{
    auto principal = co_await m_authenticator.authenticate(std::string(token));
    if (!principal) {
        co_return fail(std::move(principal).error());
    }
    context.principal = std::move(*principal);
    co_return Result<void>{};
}

} // namespace parley::server::edge
