// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/request.h"
#include "server/security/principal.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parley::server::edge {

struct Route;

/// What a handler gets: the request, who makes it, inside which tenant. Lives as long as the request.
/// @thread the connection's I/O thread
struct RequestContext {
    Request request;
    const Route* route = nullptr;
    std::string requestId;
    /// W3C trace id (32 hex digits), continued from `traceparent` or new.
    std::string traceId;
    security::Principal principal;
    /// The tenant the request acts in: the token's, or an admin's `X-Tenant`. Empty for platform routes.
    TenantId tenant;
    /// `{name}` parts of the route's pattern.
    std::vector<std::pair<std::string_view, std::string>> pathParameters;
    std::chrono::steady_clock::time_point deadline;
    /// The page that sent `Origin` may read the answer.
    bool isOriginAllowed = false;
    /// The deadline passed and what was awaited was cancelled.
    bool isCancelled = false;
    /// Reads the body of a route that takes files; the chain calls it when it knows that the caller may use
    /// the route. Empty: the body is there already.
    std::function<boost::asio::awaitable<Result<void>>()> receiveBody;
    /// Why the request failed, for the log alone.
    std::string failure;

    /// A `{name}` of the pattern; empty when the pattern has none of that name.
    [[nodiscard]] std::string_view pathParameter(std::string_view name) const;

    /// The body as a JSON object. @errors Malformed not JSON or not UTF-8; UnsupportedMediaType;
    /// InvalidArgument no object
    [[nodiscard]] Result<nlohmann::json> jsonBody() const;

    /// `?limit=` between 1 and 200, default 50. @errors InvalidArgument
    [[nodiscard]] Result<int> pageLimit() const;
};

} // namespace parley::server::edge
