// SPDX-License-Identifier: MIT
#include "server/edge/connection.h"
#include "server/edge/outbox.h"
#include "server/edge/wire_stream.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <exception>

namespace parley::server::edge {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace ws = boost::beast::websocket;

namespace {

using Moment = std::chrono::steady_clock::time_point;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
/// The peer let too much wait. @source api.md, The live link
constexpr std::uint16_t kBacklogCode = 4008;
constexpr std::uint16_t kUnsupportedDataCode = 1003;
constexpr std::uint16_t kGoingAwayCode = 1001;
constexpr std::uint16_t kNormalCode = 1000;

/// A ping without a payload. @source RFC 6455, 5.5.2
const SharedFrame& pingFrame()
{
    static const auto kFrame = std::make_shared<const std::string>(std::string("\x89\0", 2));
    return kFrame;
}

} // namespace

// What Beast asks of a stream it does not know, found by argument-dependent look-up.
void beast_close_socket(WireStream& stream)
{
    stream.connection().drop();
}

void teardown(beast::role_type, WireStream& stream, beast::error_code& error)
{
    stream.connection().transport().shutdownSend();
    error = {};
}

template <class Handler>
void async_teardown(beast::role_type, WireStream& stream, Handler&& handler)
{
    stream.connection().transport().shutdownSend();
    asio::post(stream.get_executor(),
               [done = std::forward<Handler>(handler)]() mutable { done(beast::error_code()); });
}

namespace {

/// One WebSocket. Shared by the session and the operations it has pending, which may end after it.
class Link final : public WebSocket, public std::enable_shared_from_this<Link> {
public:
    explicit Link(const std::shared_ptr<Connection>& connection)
        : m_connection(*connection),
          m_outbox(std::make_shared<Outbox>(connection)),
          m_options(connection->shared().options),
          m_lastHeard(connection->thread().now()),
          m_lastPing(m_lastHeard),
          m_stream(WireStream(connection, m_outbox))
    {
        m_stream.read_message_max(m_options.webSocketMessageBytes);
        m_stream.auto_fragment(false);
        m_stream.text(true);
    }

    asio::awaitable<bool> accept(const Exchange& exchange, const Response& response);
    asio::awaitable<void> farewell();
    void tick(Moment now);
    void onDrain();

    asio::awaitable<std::optional<std::string>> receive() override;
    void send(std::string text) override { push(textFrame(text)); }
    void push(SharedFrame frame) override;
    void close(unsigned short code, std::string reason) override;
    [[nodiscard]] bool isOpen() const override { return m_isOpen && m_connection.isOpen(); }
    void onClosed(std::function<void()> action) override;

private:
    void gone();

    // What a pushed frame needs lies together.
    Connection& m_connection;
    std::shared_ptr<Outbox> m_outbox; // shared with the stream and with the wait it has pending
    const EdgeOptions& m_options;
    bool m_isOpen = true;
    bool m_isClosing = false;
    bool m_isReading = false;
    Moment m_lastHeard;
    Moment m_lastPing;
    Moment m_closingSince;
    std::function<void()> m_onClosed;
    beast::flat_buffer m_buffer;
    /// Reads, and writes the control frames that answer what it read.
    ws::stream<WireStream, false> m_stream;
};

asio::awaitable<bool> Link::accept(const Exchange& exchange, const Response& response)
{
    beast::http::request<beast::http::empty_body> request;
    request.method(beast::http::verb::get);
    request.target(exchange.context.request.path);
    for (const auto& [name, value] : exchange.context.request.headers.fields()) {
        request.insert(name, value);
    }
    m_stream.set_option(ws::stream_base::decorator([this, &response, &exchange](ws::response_type& answer) {
        answer.set("X-Request-Id", exchange.context.requestId);
        answer.set("Parley-Protocol", m_options.protocolVersion);
        if (!response.subprotocol.empty()) {
            answer.set(beast::http::field::sec_websocket_protocol, response.subprotocol);
        }
        for (const auto& [name, value] : response.headers.fields()) {
            answer.set(name, value);
        }
    }));
    m_stream.control_callback(
        [this](ws::frame_type, beast::string_view) { m_lastHeard = m_connection.thread().now(); });
    const auto [error] = co_await m_stream.async_accept(request, kAwait);
    m_stream.set_option(ws::stream_base::decorator([](ws::response_type&) {}));
    m_isOpen = !error;
    co_return m_isOpen;
}

asio::awaitable<std::optional<std::string>> Link::receive()
{
    if (!isOpen()) {
        co_return std::nullopt;
    }
    m_isReading = true;
    const auto [error, bytes] = co_await m_stream.async_read(m_buffer, kAwait);
    m_isReading = false;
    m_lastHeard = m_connection.thread().now();
    if (error) {
        gone();
        co_return std::nullopt;
    }
    if (!m_stream.got_text()) {
        close(kUnsupportedDataCode, "text only");
        co_return std::nullopt;
    }
    std::string message = beast::buffers_to_string(m_buffer.data());
    m_buffer.clear();
    m_buffer.shrink_to_fit();
    co_return message;
}

void Link::push(SharedFrame frame)
{
    // Who has gone is noticed by the pending read.
    if (!m_isOpen || m_isClosing || !m_outbox->push(std::move(frame))) {
        return;
    }
    if (m_outbox->waitingBytes() > m_options.sendBacklogBytes) {
        close(kBacklogCode, "too far behind");
    }
}

void Link::close(unsigned short code, std::string reason)
{
    if (!isOpen() || m_isClosing) {
        return;
    }
    m_isClosing = true;
    m_closingSince = m_connection.thread().now();
    // What waits behind the frame under way would only delay the farewell.
    m_outbox->dropUnsent();
    const ws::close_reason why(static_cast<ws::close_code>(code), reason);
    m_stream.async_close(why, [self = shared_from_this()](const beast::error_code&) {
        self->gone();
        self->m_connection.drop();
    });
}

void Link::gone()
{
    m_isOpen = false;
    if (auto action = std::exchange(m_onClosed, nullptr)) {
        action();
    }
}

void Link::onClosed(std::function<void()> action)
{
    if (!isOpen() || m_isClosing) {
        action();
        return;
    }
    m_onClosed = std::move(action);
}

void Link::onDrain()
{
    close(kGoingAwayCode, "going away");
    if (auto action = std::exchange(m_onClosed, nullptr)) {
        action();
    }
}

void Link::tick(Moment now)
{
    const bool isSilent = now - m_lastHeard >= m_options.webSocketSilence;
    const bool isStuck = m_isClosing && now - m_closingSince >= m_options.lingerTimeout;
    if (isSilent || isStuck) {
        m_connection.drop();
        gone();
        return;
    }
    if (m_isOpen && !m_isClosing && now - m_lastPing >= m_options.webSocketPing) {
        m_lastPing = now;
        push(pingFrame());
    }
}

asio::awaitable<void> Link::farewell()
{
    close(kNormalCode, {});
    // Reading until the end takes the peer's close frame; tick() bounds it.
    while (m_connection.isOpen() && m_isOpen && !m_isReading) {
        const auto [error, bytes] = co_await m_stream.async_read(m_buffer, kAwait);
        if (error) {
            break;
        }
        m_buffer.clear();
    }
    while (m_connection.isOpen() && !m_outbox->isEmpty()) {
        const bool isWritable = co_await m_connection.transport().writable();
        if (!isWritable) {
            break;
        }
    }
}

} // namespace

asio::awaitable<void> runWebSocket(Connection& connection, Exchange& exchange, Response& response)
{
    const auto link = std::make_shared<Link>(connection.shared_from_this());
    connection.watch([link](Moment now) { link->tick(now); }, [link] { link->onDrain(); });
    ++connection.shared().webSockets;
    try {
        const bool isAccepted = co_await link->accept(exchange, response);
        if (isAccepted) {
            std::string().swap(exchange.context.request.body);
            co_await response.upgrade(*link);
            co_await link->farewell();
        }
    } catch (const std::exception& error) {
        exchange.context.failure = error.what();
    }
    --connection.shared().webSockets;
    connection.unwatch();
    connection.drop();
}

} // namespace parley::server::edge
