// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/options.h"
#include "server/edge/ports.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::edge {

/// Which web pages may call. Never with credentials, so that a page can only use a token it was given. Any
/// thread.
class Cors {
public:
    Cors(const EdgeOptions& options, OriginPolicy& policy);

    [[nodiscard]] static bool isPreflight(const Request& request);

    /// Answers a preflight: granted to what any tenant allows, since it carries no token.
    /// @errors Forbidden `origin_refused`
    boost::asio::awaitable<Result<Response>> preflight(RequestContext& context, std::string_view allow);

    /// Checks the request itself, after its caller is known. @pre it has an Origin
    /// @errors Forbidden `origin_refused`
    boost::asio::awaitable<Result<void>> check(RequestContext& context);

    /// Makes the answer readable for the page that check() let through.
    void expose(const RequestContext& context, Response& response) const;

private:
    [[nodiscard]] bool isOwn(const Request& request, std::string_view origin) const;
    [[nodiscard]] bool isOperators(std::string_view origin) const;

    OriginPolicy& m_policy;
    std::string m_ownOrigin;
    std::vector<std::string> m_operatorOrigins;
};

} // namespace parley::server::edge
