// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/http_client.h"
#include "server/tools/mcp/mcp_wire.h"

#include <atomic>
#include <mutex>
#include <string>

namespace parley::server::tools {

/// A session with a tool server over streamable HTTP: through the guard against private addresses, with
/// answers as JSON or as a stream of events. It begins at the first question, and anew when the server has
/// forgotten it. @thread any I/O thread
/// @source modelcontextprotocol.io, specification 2025-06-18, Transports
class McpHttp {
public:
    /// @param headers  sent with every request, with secrets
    McpHttp(net::HttpClient& http, std::string url, net::HttpHeaders headers)
        : m_http(http), m_url(std::move(url)), m_headers(std::move(headers))
    {}

    /// @return the result of the answer
    /// @errors Forbidden (`outbound_refused`) the address may not be reached; Upstream the server's answer is
    /// an error, no answer, or too long; Timeout; Unavailable
    boost::asio::awaitable<Result<nlohmann::json>>
    ask(std::string method, nlohmann::json params, runtime::Budget budget);

private:
    struct Session {
        std::string id;      ///< may be empty: not every server has sessions
        std::string version; ///< empty: there is none yet
    };
    struct Reply {
        int status = 0;
        std::string sessionId;
        nlohmann::json answer; ///< null where there was none
    };

    boost::asio::awaitable<Result<Session>> session(runtime::Budget budget);
    boost::asio::awaitable<Result<Reply>>
    post(nlohmann::json message, Session session, runtime::Budget budget);
    [[nodiscard]] net::HttpRequest request(const nlohmann::json& message, const Session& session) const;
    void forget(const Session& session);

    net::HttpClient& m_http;
    const std::string m_url;
    const net::HttpHeaders m_headers;
    std::atomic<std::int64_t> m_ids{0};
    std::mutex m_mutex; // guards m_session
    Session m_session;
};

} // namespace parley::server::tools
