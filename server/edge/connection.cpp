// SPDX-License-Identifier: MIT
#include "server/edge/connection.h"

#include "server/edge/framing_problem.h"
#include "server/edge/http_event_stream.h"
#include "server/edge/response_writer.h"
#include "server/edge/target.h"

#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/this_coro.hpp>

#include <exception>

namespace parley::server::edge {

namespace asio = boost::asio;

namespace {

/// Answers to pipelined requests are gathered up to here before they are sent.
constexpr std::size_t kGatherBytes = 64 * 1024;

/// A route whose handler needs nobody else: what was answered before may wait for it and share its write.
bool isQuick(const RequestContext& context)
{
    return context.route == nullptr || (context.route->permission == security::Permission::Public &&
                                        context.route->method == Method::Get);
}

} // namespace

Connection::Connection(EdgeShared& shared,
                       IoThread& thread,
                       std::unique_ptr<Transport> transport,
                       std::string peer)
    : m_shared(shared),
      m_thread(thread),
      m_transport(std::move(transport)),
      m_peer(std::move(peer)),
      m_since(thread.now()),
      m_writeSince()
{}

asio::awaitable<void> Connection::run()
{
    const auto self = shared_from_this();
    try {
        co_await serve();
    } catch (const std::exception&) {
        // Cut while it waited: nobody is left to tell.
        m_isRefused = true;
    } catch (...) {
        m_isRefused = true;
    }
    m_transport->close();
}

asio::awaitable<void> Connection::serve()
{
    while (m_transport->isOpen()) {
        const HeadScan scan = scanHead(unread(), m_scanned, m_shared.options.headerBytes);
        if (scan.error) {
            co_await refuse(*scan.error);
            co_return;
        }
        if (scan.size == 0) {
            m_scanned = scan.scanned;
            // Never `a && co_await b`: GCC 12 may keep the intermediate value where the coroutine's own state
            // is.
            if (!trySend()) {
                const bool isSent = co_await send();
                if (!isSent) {
                    co_return;
                }
            }
            if (m_shared.isDraining && unread().empty()) {
                co_return;
            }
            enter(m_phase == Phase::Header || !unread().empty() ? Phase::Header : Phase::Idle);
            const bool isFilled = co_await fill();
            if (!isFilled) {
                co_return;
            }
            continue;
        }
        auto exchange = std::make_unique<Exchange>();
        if (const auto error = prepare(unread().substr(0, scan.size), *exchange)) {
            co_await refuse(*error);
            co_return;
        }
        consume(scan.size);
        const bool goesOn = co_await answer(std::move(exchange));
        if (!goesOn) {
            co_return;
        }
    }
}

asio::awaitable<bool> Connection::fill()
{
    if (m_at > 0) {
        m_in.erase(0, m_at);
        m_at = 0;
    }
    // With TLS something may have been decrypted already; without, an idle connection waits before it reads.
    bool isReady = m_transport->isTls();
    while (true) {
        if (!isReady) {
            isReady = co_await m_transport->readable();
        }
        if (!isReady) {
            co_return false;
        }
        const std::span<char> scratch = m_thread.scratch();
        const IoResult result = m_transport->read(scratch);
        if (result.state == IoResult::State::Done && result.bytes > 0) {
            m_in.append(scratch.data(), result.bytes);
            if (m_phase == Phase::Idle) {
                enter(Phase::Header);
            }
            co_return true;
        }
        if (result.state != IoResult::State::WouldBlock) {
            co_return false;
        }
        while (m_transport->hasPending()) {
            const bool isWritable = co_await m_transport->writable();
            if (!isWritable || m_transport->flush().state == IoResult::State::Closed) {
                co_return false;
            }
        }
        isReady = false;
    }
}

void Connection::describePeer(Exchange& exchange) const
{
    Request& request = exchange.context.request;
    const Headers& headers = request.headers;
    request.peer = m_peer;
    request.isTls = m_transport->isTls();
    const bool isForwarded = headers.find("x-forwarded-for") != nullptr ||
                             headers.find("forwarded") != nullptr || headers.find("x-real-ip") != nullptr;
    request.isLoopback = !isForwarded && isLoopbackAddress(m_peer);
    if (m_shared.proxies.isEmpty() || !m_shared.proxies.contains(m_peer)) {
        return;
    }
    std::string chain;
    for (const auto& [name, value] : headers.fields()) {
        if (equalsIgnoringCase(name, "x-forwarded-for")) {
            chain += (chain.empty() ? "" : ",") + value;
        }
    }
    request.peer = m_shared.proxies.clientOf(m_peer, chain);
    request.isTls = request.isTls || equalsIgnoringCase(headers.get("x-forwarded-proto"), "https");
}

std::optional<FramingError> Connection::prepare(std::string_view block, Exchange& exchange)
{
    RequestHead& head = m_thread.head();
    if (auto error = parseHead(block, head)) {
        return error;
    }
    Request& request = exchange.context.request;
    Target target;
    if (auto error = parseTarget(head.target, target)) {
        return error;
    }
    const auto method = methodFromName(head.method);
    if (!method) {
        return FramingError{501, "This method is not known here."};
    }
    request.method = *method;
    request.path = std::move(target.path);
    request.query = target.query;
    request.headers.reserve(head.fields.size());
    for (const HeaderView& field : head.fields) {
        request.headers.add(std::string(field.name), std::string(field.value));
    }
    exchange.contentLength = head.contentLength;
    exchange.isChunked = head.isChunked;
    exchange.keepAlive = head.keepAlive;
    exchange.expectsContinue = head.expectsContinue;
    exchange.wantsWebSocket = head.wantsWebSocket;
    exchange.isHttp10 = head.minorVersion == 0;
    exchange.began = std::chrono::steady_clock::now();
    describePeer(exchange);
    m_shared.chain.identify(exchange.context);
    auto match = m_shared.router.match(*method, request.path);
    exchange.context.route = match.route;
    exchange.context.pathParameters = std::move(match.parameters);
    exchange.allow = std::move(match.allow);
    return std::nullopt;
}

asio::awaitable<bool> Connection::answer(std::unique_ptr<Exchange> exchange)
{
    RequestContext& context = exchange->context;
    std::optional<Error> early;
    const bool hasBody = exchange->isChunked || exchange->contentLength > 0;
    if (hasBody && context.route != nullptr && context.route->fileLimitBytes > 0) {
        exchange->isBodyLeft = true;
        context.receiveBody = [this, &later = *exchange] { return receiveBody(later); };
    } else if (hasBody) {
        early = co_await readBody(*exchange);
        if (m_isRefused || !m_transport->isOpen()) {
            co_return false;
        }
    }
    if (backlog() > 0 && !isQuick(context)) {
        const bool isSent = co_await send();
        if (!isSent) {
            co_return false;
        }
    }
    enter(Phase::Working);
    Response response;
    if (early) {
        response = m_shared.chain.refuse(context, *early);
    } else {
        const auto timeout =
            context.route != nullptr ? context.route->timeout : m_shared.options.headerTimeout;
        context.deadline = m_thread.now() + timeout;
        m_context = &context;
        response = co_await m_shared.chain.handle(context, exchange->allow);
        m_context = nullptr;
        if (context.isCancelled) {
            co_await asio::this_coro::reset_cancellation_state(asio::enable_terminal_cancellation());
        }
    }
    m_shared.requests.fetch_add(1, std::memory_order_relaxed);
    const bool isUnread = early || exchange->isBodyLeft;
    exchange->keepAlive = exchange->keepAlive && !isUnread;
    const bool goesOn = co_await deliver(*exchange, response);
    if (isUnread && m_transport->isOpen()) {
        co_await linger();
    }
    if (context.request.bodyFile) {
        co_await m_shared.chain.spool()->discard(std::move(context.request.bodyFile));
    }
    co_return goesOn;
}

asio::awaitable<bool> Connection::deliver(Exchange& exchange, Response& response)
{
    if (response.upgrade && exchange.wantsWebSocket) {
        const bool isSent = co_await send();
        if (isSent) {
            co_await runWebSocket(*this, exchange, response);
            finish(exchange, 101);
        }
        co_return false;
    }
    if (response.upgrade) {
        response = framingProblem(FramingError{426, "A WebSocket handshake is expected here."},
                                  exchange.context.requestId);
        response.headers.add("Upgrade", "websocket");
    }
    if (response.stream && exchange.context.request.method != Method::Head) {
        co_return co_await stream(exchange, response);
    }
    const bool wasKept = exchange.keepAlive;
    WriteFacts facts;
    facts.keepAlive = exchange.keepAlive = exchange.keepAlive && !m_shared.isDraining;
    facts.isHead = exchange.context.request.method == Method::Head;
    facts.date = m_thread.date();
    facts.standardLines = m_shared.chain.standardLines(response, exchange.context.request.isTls);
    facts.requestId = exchange.context.requestId;
    const std::size_t before = m_out.size();
    writeHead(m_out, response, facts);
    if (!facts.isHead && response.status != 204 && response.status != 304) {
        m_out.append(bodyOf(response));
    }
    m_bytesOut = m_out.size() - before;
    finish(exchange, response.status);
    if (!exchange.keepAlive || backlog() > kGatherBytes) {
        const bool isSent = co_await send();
        if (isSent && wasKept && !exchange.keepAlive) {
            co_await linger();
        }
        co_return isSent&& exchange.keepAlive;
    }
    co_return true;
}

asio::awaitable<bool> Connection::stream(Exchange& exchange, Response& response)
{
    WriteFacts facts;
    facts.keepAlive = exchange.keepAlive = exchange.keepAlive && !exchange.isHttp10 && !m_shared.isDraining;
    facts.framing = exchange.isHttp10 ? BodyFraming::UntilClose : BodyFraming::Chunked;
    facts.date = m_thread.date();
    facts.standardLines = m_shared.chain.standardLines(response, exchange.context.request.isTls);
    facts.requestId = exchange.context.requestId;
    writeHead(m_out, response, facts);
    m_bytesOut = m_out.size();
    const bool isBegun = co_await send();
    if (!isBegun) {
        co_return false;
    }
    enter(Phase::Streaming);
    std::string().swap(exchange.context.request.body);
    m_out.shrink_to_fit();
    if (m_in.empty()) {
        m_in.shrink_to_fit();
    }
    ++m_shared.streams;
    bool isWhole = true;
    {
        HttpEventStream events(*this, !exchange.isHttp10);
        events.begin();
        try {
            co_await response.stream(events);
        } catch (const std::exception& error) {
            exchange.context.failure = error.what();
            isWhole = false;
        }
        events.end();
        m_bytesOut += events.bytes();
    }
    --m_shared.streams;
    finish(exchange, response.status);
    if (!isWhole || !m_transport->isOpen()) {
        // An end that looks regular would be taken for the whole.
        drop();
        co_return false;
    }
    if (!exchange.isHttp10) {
        queue("0\r\n\r\n");
    }
    const bool isSent = co_await send();
    co_return isSent&& exchange.keepAlive;
}

void Connection::finish(Exchange& exchange, int status)
{
    const auto time = std::chrono::steady_clock::now() - exchange.began;
    m_shared.chain.answered(exchange.context,
                            status,
                            m_bytesOut,
                            std::chrono::duration_cast<std::chrono::microseconds>(time));
}

} // namespace parley::server::edge
