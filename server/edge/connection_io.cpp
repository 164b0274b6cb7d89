// SPDX-License-Identifier: MIT
#include "server/edge/connection.h"
#include "server/edge/framing_problem.h"
#include "server/edge/response_writer.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace parley::server::edge {

namespace asio = boost::asio;

namespace {

/// Buffers larger than this are given back when a connection has nothing to do.
constexpr std::size_t kKeptBytes = 4 * 1024;
/// A slow client shows that it lives by taking this much within the write timeout.
constexpr std::size_t kHeadwayBytes = 16 * 1024;
constexpr std::size_t kLingerBytes = 1024 * 1024;

void giveBack(std::string& buffer)
{
    if (buffer.empty() && buffer.capacity() > kKeptBytes) {
        std::string().swap(buffer);
    }
}

} // namespace

void Connection::enter(Phase phase)
{
    if (m_phase == phase) {
        return;
    }
    m_phase = phase;
    m_since = m_thread.now();
    if (phase == Phase::Idle) {
        giveBack(m_in);
        giveBack(m_out);
    }
}

void Connection::consume(std::size_t bytes)
{
    m_at += bytes;
    m_scanned = 0;
    if (m_at == m_in.size()) {
        m_in.clear();
        m_at = 0;
    }
}

bool Connection::trySend()
{
    while (backlog() > 0) {
        const IoResult result = m_transport->write(std::string_view(m_out).substr(m_sent));
        if (result.state == IoResult::State::Closed) {
            drop();
            return false;
        }
        if (result.state == IoResult::State::WouldBlock) {
            break;
        }
        m_sent += result.bytes;
        m_sentSinceStamp += result.bytes;
    }
    const bool isDone = backlog() == 0 && m_transport->flush().state == IoResult::State::Done;
    if (backlog() == 0) {
        m_out.clear();
        m_sent = 0;
        giveBack(m_out);
    }
    if (isDone) {
        m_writeSince = {};
    } else if (m_writeSince == std::chrono::steady_clock::time_point() || m_sentSinceStamp >= kHeadwayBytes) {
        m_writeSince = m_thread.now();
        m_sentSinceStamp = 0;
    }
    return isDone;
}

bool Connection::trySend(std::string_view bytes)
{
    if (m_isSending) {
        queue(bytes);
        return false;
    }
    if (backlog() == 0) {
        const IoResult result = m_transport->write(bytes);
        if (result.state == IoResult::State::Closed) {
            drop();
            return false;
        }
        bytes.remove_prefix(result.bytes);
    }
    if (bytes.empty() && backlog() == 0 && !m_transport->hasPending()) {
        return true;
    }
    queue(bytes);
    return trySend();
}

asio::awaitable<bool> Connection::send()
{
    if (m_isSending) {
        co_return m_transport->isOpen();
    }
    struct Sending {
        explicit Sending(bool& flag) : m_flag(flag) { m_flag = true; }
        ~Sending() { m_flag = false; }
        Sending(const Sending&) = delete;
        Sending& operator=(const Sending&) = delete;
        bool& m_flag;
    };
    const Sending sending(m_isSending);
    while (!trySend()) {
        if (!m_transport->isOpen()) {
            co_return false;
        }
        const bool isWritable = co_await m_transport->writable();
        if (!isWritable) {
            co_return false;
        }
    }
    co_return m_transport->isOpen();
}

asio::awaitable<void> Connection::refuse(const FramingError& error)
{
    m_isRefused = true;
    m_shared.refusedFraming.fetch_add(1, std::memory_order_relaxed);
    Exchange exchange;
    exchange.began = std::chrono::steady_clock::now();
    m_shared.chain.identify(exchange.context);
    exchange.context.request.peer = m_peer;
    exchange.context.failure = error.reason;
    const Response response = framingProblem(error, exchange.context.requestId);
    WriteFacts facts;
    facts.keepAlive = false;
    facts.date = m_thread.date();
    facts.standardLines = m_shared.chain.standardLines(response, m_transport->isTls());
    facts.requestId = exchange.context.requestId;
    writeHead(m_out, response, facts);
    m_out.append(response.body);
    m_bytesOut = backlog();
    finish(exchange, response.status);
    enter(Phase::Working);
    const bool isSent = co_await send();
    if (isSent) {
        co_await linger();
    }
}

asio::awaitable<void> Connection::linger()
{
    // Closing with unread input would reset the connection, and the client might never see its answer.
    m_transport->shutdownSend();
    enter(Phase::Lingering);
    std::size_t thrownAway = 0;
    while (thrownAway < kLingerBytes) {
        const bool isReadable = co_await m_transport->readable();
        if (!isReadable) {
            break;
        }
        const IoResult result = m_transport->read(m_thread.scratch());
        if (result.state == IoResult::State::Closed) {
            break;
        }
        thrownAway += result.bytes;
    }
    if (thrownAway >= kLingerBytes && m_transport->isOpen()) {
        // It goes on sending. Unread, its window fills, it stops, and so it comes to read its answer.
        asio::steady_timer patience(m_transport->executor(), m_shared.options.lingerTimeout);
        co_await patience.async_wait(asio::use_awaitable);
    }
}

void Connection::checkDeadline(std::chrono::steady_clock::time_point now)
{
    const EdgeOptions& options = m_shared.options;
    const auto spent = now - m_since;
    switch (m_phase) {
    case Phase::Idle:
        if (spent >= options.idleTimeout) {
            drop();
        }
        break;
    case Phase::Header:
        if (spent >= options.headerTimeout) {
            drop();
        }
        break;
    case Phase::Body: {
        const auto earned = std::chrono::milliseconds(m_bodyBytes * 1000 /
                                                      std::max<std::size_t>(1, options.bodyBytesPerSecond));
        if (spent >= options.bodyTimeout + earned) {
            drop();
        }
        break;
    }
    case Phase::Working:
        if (m_context != nullptr && !m_context->isCancelled && now >= m_context->deadline) {
            m_context->isCancelled = true;
            m_cancellation.emit(asio::cancellation_type::terminal);
        }
        break;
    case Phase::Lingering:
        if (spent >= options.lingerTimeout) {
            drop();
        }
        break;
    case Phase::Streaming:
        if (m_onTick) {
            // A copy: what it does may end the stream.
            const auto action = m_onTick;
            action(now);
        }
        break;
    }
}

void Connection::tick(std::chrono::steady_clock::time_point now)
{
    if (!m_transport->isOpen()) {
        return;
    }
    const bool isStuck = m_writeSince != std::chrono::steady_clock::time_point() &&
                         now - m_writeSince >= m_shared.options.writeTimeout;
    if (isStuck) {
        drop();
        return;
    }
    checkDeadline(now);
}

void Connection::watch(std::function<void(std::chrono::steady_clock::time_point)> onTick,
                       std::function<void()> onDrain)
{
    enter(Phase::Streaming);
    m_onTick = std::move(onTick);
    m_onDrain = std::move(onDrain);
}

void Connection::unwatch()
{
    m_onTick = nullptr;
    m_onDrain = nullptr;
}

void Connection::drain()
{
    if (m_phase == Phase::Idle || (m_phase == Phase::Header && unread().empty())) {
        drop();
    } else if (m_onDrain) {
        const auto action = m_onDrain;
        action();
    }
}

void Connection::drop()
{
    m_transport->close();
}

void Connection::cut()
{
    drop();
    m_cancellation.emit(asio::cancellation_type::terminal);
}

} // namespace parley::server::edge
