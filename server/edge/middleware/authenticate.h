// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/ports.h"
#include "server/edge/request_context.h"

#include <boost/asio/awaitable.hpp>

#include <string_view>

namespace parley::server::edge {

/// The bearer token: of `Authorization`, or of the subprotocol `bearer.<jwt>`, since browsers cannot set
/// headers on a WebSocket. Never of the URL, which ends up in logs. Empty: there is none.
std::string_view bearerToken(const Request& request);

/// Finds out who calls. Any thread.
class Authenticate {
public:
    explicit Authenticate(Authenticator& authenticator) : m_authenticator(authenticator) {}

    /// Sets the principal when that needs no waiting. @return false: call run()
    bool recall(RequestContext& context, std::string_view token);

    /// @errors Unauthenticated not a valid token; Storage
    boost::asio::awaitable<Result<void>> run(RequestContext& context, std::string_view token);

private:
    Authenticator& m_authenticator;
};

} // namespace parley::server::edge
