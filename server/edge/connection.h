// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/body_file.h"
#include "server/edge/chunked.h"
#include "server/edge/io_thread.h"
#include "server/edge/options.h"
#include "server/edge/peer_address.h"
#include "server/edge/request_chain.h"
#include "server/edge/transport.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::edge {

/// What all connections of a server share. Lives as long as the server.
struct EdgeShared {
    const EdgeOptions& options;
    const Router& router;
    RequestChain& chain;
    const TrustedProxies& proxies;
    std::atomic<bool> isDraining{false};
    std::atomic<std::size_t> streams{0};
    std::atomic<std::size_t> webSockets{0};
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> refusedFraming{0};
};

/// One request on its way through a connection.
struct Exchange {
    RequestContext context;
    std::string allow;
    std::uint64_t contentLength = 0;
    std::chrono::steady_clock::time_point began;
    bool isChunked = false;
    bool keepAlive = true;
    bool expectsContinue = false;
    bool wantsWebSocket = false;
    bool isHttp10 = false;
    /// The body waits until the caller is known to be allowed, and has not been read.
    bool isBodyLeft = false;
};

/// Where the pieces of a body go while it is read.
struct BodyReceiver {
    std::string& buffer;
    /// Null: the buffer keeps all of it.
    BodyWriter* file = nullptr;
    /// The client broke the framing.
    std::optional<FramingError> framing;
    std::optional<Error> failure;
};

/// One client's connection: reads requests one after another, has each answered, writes the answers in order.
/// Shared by its coroutine, the registry of its thread and the waits it has pending.
/// @thread the I/O thread it was made on, all its life
class Connection final : public std::enable_shared_from_this<Connection> {
public:
    Connection(EdgeShared& shared, IoThread& thread, std::unique_ptr<Transport> transport, std::string peer);

    /// The session. Ends when the connection does.
    boost::asio::awaitable<void> run();
    boost::asio::cancellation_signal& cancellation() { return m_cancellation; }

    /// Enforces deadlines.
    void tick(std::chrono::steady_clock::time_point now);
    /// No more requests after the one under way.
    void drain();
    /// Ends it, whatever it does.
    void cut();

    // What event streams and WebSockets are made of.
    [[nodiscard]] bool isOpen() const { return m_transport->isOpen(); }
    /// Closes the socket; waits end.
    void drop();
    Transport& transport() { return *m_transport; }
    EdgeShared& shared() { return m_shared; }
    IoThread& thread() { return m_thread; }
    /// What the client sent beyond the request.
    std::string& input() { return m_in; }
    /// Appends to what waits to be sent.
    void queue(std::string_view bytes) { m_out.append(bytes); }
    [[nodiscard]] std::size_t backlog() const { return m_out.size() - m_sent; }
    /// A coroutine is in send(): who sends past it would take away the very bytes it waits to see go.
    [[nodiscard]] bool isSending() const { return m_isSending; }
    /// Sends what can be sent now. @return true when nothing is left
    bool trySend();
    /// Sends these bytes now, from where they are, or as much of them as the socket takes; the rest is
    /// queued.
    /// @return true when nothing is left
    bool trySend(std::string_view bytes);
    /// Sends all of it, waiting; when that is under way already, returns at once. @return false: the client
    /// has gone
    boost::asio::awaitable<bool> send();
    /// While a stream or a WebSocket has the connection: its share of tick() and drain().
    void watch(std::function<void(std::chrono::steady_clock::time_point)> onTick,
               std::function<void()> onDrain);
    void unwatch();

private:
    enum class Phase { Idle, Header, Body, Working, Streaming, Lingering };

    [[nodiscard]] std::string_view unread() const { return std::string_view(m_in).substr(m_at); }
    void enter(Phase phase);
    void consume(std::size_t bytes);

    boost::asio::awaitable<void> serve();
    boost::asio::awaitable<bool> fill();
    std::optional<FramingError> prepare(std::string_view block, Exchange& exchange);
    void describePeer(Exchange& exchange) const;
    boost::asio::awaitable<bool> answer(std::unique_ptr<Exchange> exchange);
    boost::asio::awaitable<std::optional<Error>> readBody(Exchange& exchange);
    boost::asio::awaitable<Result<void>> receiveBody(Exchange& exchange);
    boost::asio::awaitable<Result<void>> receiveFile(Exchange& exchange);
    boost::asio::awaitable<void> readInto(Exchange& exchange, BodyReceiver& to, std::uint64_t limit);
    boost::asio::awaitable<void> readChunks(BodyReceiver& to, std::uint64_t limit);
    boost::asio::awaitable<void> readSized(std::uint64_t left, BodyReceiver& to);
    boost::asio::awaitable<bool> spill(BodyReceiver& to);
    boost::asio::awaitable<bool> deliver(Exchange& exchange, Response& response);
    boost::asio::awaitable<bool> stream(Exchange& exchange, Response& response);
    boost::asio::awaitable<void> refuse(const FramingError& error);
    boost::asio::awaitable<void> linger();
    void finish(Exchange& exchange, int status);
    void checkDeadline(std::chrono::steady_clock::time_point now);

    EdgeShared& m_shared;
    IoThread& m_thread;
    std::unique_ptr<Transport> m_transport;
    std::string m_peer;

    std::string m_in;
    std::size_t m_at = 0;
    std::size_t m_scanned = 0;
    std::string m_out;
    std::size_t m_sent = 0;
    std::uint64_t m_bytesOut = 0;

    Phase m_phase = Phase::Header;
    std::chrono::steady_clock::time_point m_since;
    std::chrono::steady_clock::time_point m_writeSince;
    std::size_t m_sentSinceStamp = 0;
    std::size_t m_bodyBytes = 0;
    bool m_isSending = false;
    bool m_isRefused = false;
    RequestContext* m_context = nullptr;
    std::function<void(std::chrono::steady_clock::time_point)> m_onTick;
    std::function<void()> m_onDrain;
    boost::asio::cancellation_signal m_cancellation;
};

/// Runs a response's upgrade: handshake, the handler's conversation, farewell.
boost::asio::awaitable<void> runWebSocket(Connection& connection, Exchange& exchange, Response& response);

} // namespace parley::server::edge
