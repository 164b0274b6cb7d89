// SPDX-License-Identifier: MIT
#include "server/edge/http_event_stream.h"

#include "server/edge/connection.h"
#include "server/edge/response_writer.h"

#include <utility>

namespace parley::server::edge {

namespace asio = boost::asio;

HttpEventStream::HttpEventStream(Connection& connection, bool isChunked)
    : m_connection(connection),
      m_isChunked(isChunked),
      m_lastSent(connection.thread().now()),
      m_self(std::make_shared<HttpEventStream*>(this))
{}

void HttpEventStream::begin()
{
    auto onTick = [this](std::chrono::steady_clock::time_point now) {
        if (m_connection.isSending()) {
            return;
        }
        const bool isSilent = now - m_lastSent >= m_connection.shared().options.heartbeat;
        if (m_isOpen && isSilent && m_connection.backlog() == 0 && put(":\n\n")) {
            m_lastSent = now;
        }
        if (m_connection.backlog() > 0) {
            m_connection.trySend();
        }
    };
    // A stream that waits for news ends when the daemon drains; one that answers a request is let finish.
    auto onDrain = [this] {
        if (m_onClosed) {
            close();
        }
    };
    m_connection.watch(std::move(onTick), std::move(onDrain));
    listen();
}

void HttpEventStream::end()
{
    *m_self = nullptr;
    m_onClosed = nullptr;
    m_connection.unwatch();
}

void HttpEventStream::listen()
{
    auto owner = m_connection.shared_from_this();
    auto onReady = [self = m_self, owner = std::move(owner)](bool isReady) {
        HttpEventStream* stream = *self;
        if (stream == nullptr) {
            return;
        }
        const std::span<char> scratch = owner->thread().scratch();
        const IoResult result = isReady ? owner->transport().read(scratch) : IoResult{};
        if (result.state == IoResult::State::Done) {
            owner->input().append(scratch.data(), result.bytes);
        }
        const bool isFlooded = owner->input().size() > owner->shared().options.headerBytes;
        if (result.state == IoResult::State::Closed || isFlooded) {
            owner->drop();
            stream->close();
            return;
        }
        stream->listen();
    };
    m_connection.transport().onReadable(std::move(onReady));
}

void HttpEventStream::close()
{
    m_isOpen = false;
    if (auto action = std::exchange(m_onClosed, nullptr)) {
        action();
    }
}

bool HttpEventStream::isOpen() const
{
    return m_isOpen && m_connection.isOpen();
}

void HttpEventStream::onClosed(std::function<void()> action)
{
    if (!isOpen()) {
        action();
        return;
    }
    m_onClosed = std::move(action);
}

bool HttpEventStream::hasRoomFor(std::size_t bytes)
{
    if (m_connection.backlog() + bytes <= m_connection.shared().options.sendBacklogBytes) {
        return true;
    }
    m_connection.drop();
    close();
    return false;
}

bool HttpEventStream::put(std::string_view text)
{
    if (!hasRoomFor(text.size())) {
        return false;
    }
    if (m_isChunked) {
        std::string chunk;
        writeChunk(chunk, text);
        m_connection.queue(chunk);
    } else {
        m_connection.queue(text);
    }
    m_bytes += text.size();
    return true;
}

bool HttpEventStream::push(const SharedFrame& chunk)
{
    const std::string_view text = insideOf(*chunk);
    if (!isOpen() || !hasRoomFor(text.size())) {
        return false;
    }
    m_lastSent = m_connection.thread().now();
    m_bytes += text.size();
    if (m_connection.trySend(m_isChunked ? std::string_view(*chunk) : text)) {
        return true;
    }
    if (!m_connection.isOpen()) {
        close();
        return false;
    }
    sendLater();
    return true;
}

void HttpEventStream::sendLater()
{
    if (m_connection.isSending() || std::exchange(m_sendsLater, true)) {
        return;
    }
    auto owner = m_connection.shared_from_this();
    auto onReady = [self = m_self, owner = std::move(owner)](bool isReady) {
        HttpEventStream* stream = *self;
        if (stream == nullptr) {
            return;
        }
        stream->m_sendsLater = false;
        if (isReady && owner->isOpen() && !owner->isSending() && !owner->trySend()) {
            stream->sendLater();
        }
    };
    m_connection.transport().onWritable(std::move(onReady));
}

asio::awaitable<bool> HttpEventStream::sent(bool isPut)
{
    if (!isPut) {
        co_return false;
    }
    m_lastSent = m_connection.thread().now();
    bool isSent = m_connection.isSending() || m_connection.trySend();
    if (!isSent) {
        isSent = co_await m_connection.send();
    }
    if (!isSent) {
        close();
    }
    co_return isSent&& m_isOpen;
}

asio::awaitable<bool>
HttpEventStream::send(std::string_view event, std::string_view data, std::string_view id)
{
    // Encoded before anything waits: the views need not live longer than this call.
    return sent(isOpen() && put(encodeEvent(event, data, id)));
}

asio::awaitable<bool> HttpEventStream::ping()
{
    return sent(isOpen() && put(":\n\n"));
}

std::string encodeEvent(std::string_view event, std::string_view data, std::string_view id)
{
    std::string text;
    text.reserve(event.size() + data.size() + id.size() + 24);
    if (!event.empty()) {
        text.append("event: ").append(event).append("\n");
    }
    if (!id.empty()) {
        text.append("id: ").append(id).append("\n");
    }
    while (true) {
        const std::size_t end = data.find_first_of("\r\n");
        text.append("data: ").append(data.substr(0, end)).append("\n");
        if (end == std::string_view::npos) {
            break;
        }
        const bool isPair = data.substr(end, 2) == "\r\n";
        data.remove_prefix(end + (isPair ? 2 : 1));
    }
    text.append("\n");
    return text;
}

} // namespace parley::server::edge
