// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/response.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace parley::server::edge {

class Connection;

/// The events of one answer, on its connection. Notices a client that leaves by a pending read, sends a
/// comment when it was silent for a while, and drops a client that lets more wait than the backlog allows.
/// @thread the connection's I/O thread
class HttpEventStream final : public EventStream {
public:
    /// @param isChunked  false for HTTP/1.0, where the end of the connection ends the body
    HttpEventStream(Connection& connection, bool isChunked);

    void begin();
    void end();
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

    boost::asio::awaitable<bool>
    send(std::string_view event, std::string_view data, std::string_view id) override;
    bool push(const SharedFrame& chunk) override;
    boost::asio::awaitable<bool> ping() override;
    [[nodiscard]] bool isOpen() const override;
    void onClosed(std::function<void()> action) override;

private:
    /// @return false when the backlog is full; the client was dropped then
    bool put(std::string_view text);
    [[nodiscard]] bool hasRoomFor(std::size_t bytes);
    boost::asio::awaitable<bool> sent(bool isPut);
    /// Sends what waits as soon as the socket takes it.
    void sendLater();
    void listen();
    void close();

    Connection& m_connection;
    const bool m_isChunked;
    bool m_isOpen = true;
    bool m_sendsLater = false;
    std::uint64_t m_bytes = 0;
    std::chrono::steady_clock::time_point m_lastSent;
    std::function<void()> m_onClosed;
    // Shared with the pending waits, which may outlive the stream.
    std::shared_ptr<HttpEventStream*> m_self;
};

/// One event as text. Line breaks in `data` become several data lines. @source HTML, 9.2.6
std::string encodeEvent(std::string_view event, std::string_view data, std::string_view id);

} // namespace parley::server::edge
