// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/request.h"
#include "server/edge/shared_frame.h"
#include "shared/core/error.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::edge {

/// The writing side of a `text/event-stream` answer. @thread the connection's I/O thread
class EventStream {
public:
    virtual ~EventStream() = default;

    /// Writes one event and waits until the socket took it. @param id  empty: none; @param data  one line of
    /// JSON
    /// @return false when the client has gone or was dropped for reading too slowly: stop then
    virtual boost::asio::awaitable<bool>
    send(std::string_view event, std::string_view data, std::string_view id = {}) = 0;

    /// Writes a chunk of eventChunk(), which many streams may share, as far as the socket takes it; the rest
    /// follows by itself. Never waits. @return false when the client has gone or was dropped
    virtual bool push(const SharedFrame& chunk) = 0;

    /// Writes a comment line, so that proxies and dead peers are noticed.
    virtual boost::asio::awaitable<bool> ping() = 0;

    [[nodiscard]] virtual bool isOpen() const = 0;

    /// Is called once, on the I/O thread, when the client goes away or the daemon drains: wake up whoever
    /// waits.
    virtual void onClosed(std::function<void()> action) = 0;
};

/// A WebSocket after its handshake. @thread the connection's I/O thread
class WebSocket {
public:
    virtual ~WebSocket() = default;

    /// The next text message. Empty optional: closed. Binary messages close the link with 1003.
    virtual boost::asio::awaitable<std::optional<std::string>> receive() = 0;

    /// Queues a text frame. Above the backlog limit the link is closed with 4008. Never waits.
    virtual void send(std::string text) = 0;

    /// The same with a frame of textFrame(), which many links may share.
    virtual void push(SharedFrame frame) = 0;

    virtual void close(unsigned short code, std::string reason) = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;

    /// Is called once, on the I/O thread, when the link is gone or the daemon drains: wake up whoever waits.
    virtual void onClosed(std::function<void()> action) = 0;
};

using StreamBody = std::function<boost::asio::awaitable<void>(EventStream&)>;
using UpgradeBody = std::function<boost::asio::awaitable<void>(WebSocket&)>;

/// One HTTP answer: bytes, an event stream or an upgrade.
struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    /// Sent instead of `body` when set: bytes that many answers share (assets), never changed after.
    std::shared_ptr<const std::string> sharedBody;
    /// What a repeated Idempotency-Key is answered with, where `body` holds a secret that is shown once.
    std::optional<std::string> replayBody;
    /// When set: `text/event-stream`; runs after the headers went out.
    StreamBody stream;
    /// When set (and the request is a WebSocket handshake): 101. `subprotocol` is echoed when not empty.
    UpgradeBody upgrade;
    std::string subprotocol;

    static Response json(int status, const nlohmann::json& body);
    static Response text(int status, std::string body, std::string_view contentType);
    static Response empty(int status);
    static Response events(StreamBody body);
    static Response webSocket(UpgradeBody body, std::string subprotocol);
    /// RFC 9457. Only `message`, `code` and `fields` of the error are shown; never its detail.
    static Response problem(const Error& error, std::string_view requestId);
};

} // namespace parley::server::edge
