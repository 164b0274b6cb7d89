// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/endpoint.h"
#include "tests/bench/http_parser.h"

#include <span>
#include <string>

namespace parley::bench {

/// One keep-alive connection of the load generator: a request out, a response in.
class ClientConnection {
public:
    enum class Progress { Waiting, Answered, Broken };

    explicit ClientConnection(Endpoint endpoint) : m_endpoint(endpoint), m_fd(connectTo(endpoint)) {}

    int fd() const { return m_fd.get(); }
    /// Where the next request is written; send() sends what it holds.
    std::string& request() { return m_request; }
    /// Starts, or goes on, sending. False when the connection is lost.
    bool send();
    bool hasUnsent() const { return m_sent < m_request.size(); }
    /// Reads what is there, through a buffer that connections of one thread share.
    Progress receive(std::span<char> buffer);
    ResponseParser& response() { return m_response; }
    /// Ready for the next request.
    void next();
    /// A new socket in place of a lost one.
    void reconnect();

private:
    Endpoint m_endpoint;
    Fd m_fd;
    std::string m_request;
    std::size_t m_sent = 0;
    ResponseParser m_response;
};

} // namespace parley::bench
