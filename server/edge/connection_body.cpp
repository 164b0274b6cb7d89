// SPDX-License-Identifier: MIT
#include "server/edge/connection.h"
#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::edge {

namespace asio = boost::asio;

namespace {

/// What a connection holds of a body that goes into a file; one write of the disk.
constexpr std::size_t kPieceBytes = 256 * 1024;

Error tooLarge(std::uint64_t limit)
{
    Error error;
    error.code = parley::ErrorCode::PayloadTooLarge;
    error.message = "The body may have " + std::to_string(limit) + " bytes.";
    return error;
}

Error hasGone()
{
    Error error;
    error.code = parley::ErrorCode::Cancelled;
    error.message = "The client has gone.";
    return error;
}

} // namespace

asio::awaitable<std::optional<Error>> Connection::readBody(Exchange& exchange)
{
    const Route* route = exchange.context.route;
    const std::size_t limit = route != nullptr ? route->bodyLimitBytes : m_shared.options.unroutedBodyBytes;
    BodyReceiver receiver{exchange.context.request.body, nullptr, {}, {}};
    co_await readInto(exchange, receiver, limit);
    if (receiver.framing) {
        co_await refuse(*receiver.framing);
        co_return std::nullopt;
    }
    co_return receiver.failure;
}

asio::awaitable<Result<void>> Connection::receiveBody(Exchange& exchange)
{
    RequestContext& context = exchange.context;
    const bool isForm = asciiLower(context.request.headers.get("content-type")).starts_with("multipart/");
    Result<void> received;
    if (isForm) {
        received = co_await receiveFile(exchange);
    } else {
        BodyReceiver receiver{context.request.body, nullptr, {}, {}};
        co_await readInto(exchange, receiver, context.route->bodyLimitBytes);
        if (receiver.failure) {
            received = fail(*std::move(receiver.failure));
        }
    }
    exchange.isBodyLeft = !received;
    enter(Phase::Working);
    // The handler's time begins now: the body had its own.
    context.deadline = m_thread.now() + context.route->timeout;
    co_return received;
}

asio::awaitable<Result<void>> Connection::receiveFile(Exchange& exchange)
{
    RequestContext& context = exchange.context;
    BodySpool* const spool = m_shared.chain.spool();
    if (spool == nullptr) {
        co_return fail(ErrorCode::Internal, "Something went wrong.", "the edge was given no spool");
    }
    const std::unique_ptr<BodyWriter> writer = spool->writer(context.request.headers.get("content-type"));
    std::string buffer;
    BodyReceiver receiver{buffer, writer.get(), {}, {}};
    co_await readInto(exchange, receiver, context.route->fileLimitBytes);
    if (!receiver.failure && !buffer.empty()) {
        co_await spill(receiver);
    }
    if (receiver.failure) {
        co_return fail(*std::move(receiver.failure));
    }
    auto file = co_await writer->finish();
    if (!file) {
        co_return fail(std::move(file).error());
    }
    context.request.bodyFile = *std::move(file);
    co_return Result<void>{};
}

asio::awaitable<void> Connection::readInto(Exchange& exchange, BodyReceiver& to, std::uint64_t limit)
{
    if (!exchange.isChunked && exchange.contentLength > limit) {
        to.failure = tooLarge(limit);
        co_return;
    }
    if (exchange.expectsContinue && unread().empty()) {
        queue("HTTP/1.1 100 Continue\r\n\r\n");
        const bool isTold = co_await send();
        if (!isTold) {
            to.failure = hasGone();
            co_return;
        }
    }
    enter(Phase::Body);
    m_bodyBytes = 0;
    if (exchange.isChunked) {
        co_await readChunks(to, limit);
    } else {
        co_await readSized(exchange.contentLength, to);
    }
}

asio::awaitable<void> Connection::readSized(std::uint64_t left, BodyReceiver& to)
{
    while (left > 0) {
        if (unread().empty()) {
            const bool isFilled = co_await fill();
            if (!isFilled) {
                drop();
                to.failure = hasGone();
                co_return;
            }
        }
        const std::string_view part =
            unread().substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left, unread().size())));
        to.buffer.append(part);
        left -= part.size();
        m_bodyBytes += part.size();
        consume(part.size());
        if (to.file != nullptr && to.buffer.size() >= kPieceBytes) {
            const bool isKept = co_await spill(to);
            if (!isKept) {
                co_return;
            }
        }
    }
}

asio::awaitable<void> Connection::readChunks(BodyReceiver& to, std::uint64_t limit)
{
    ChunkedDecoder decoder(limit);
    while (!decoder.isDone() && !decoder.error()) {
        if (unread().empty()) {
            const bool isFilled = co_await fill();
            if (!isFilled) {
                drop();
                to.failure = hasGone();
                co_return;
            }
        }
        const std::size_t taken = decoder.feed(unread(), to.buffer);
        m_bodyBytes += taken;
        consume(taken);
        if (to.file != nullptr && to.buffer.size() >= kPieceBytes) {
            const bool isKept = co_await spill(to);
            if (!isKept) {
                co_return;
            }
        }
    }
    if (!decoder.error()) {
        co_return;
    }
    if (decoder.error()->status == 413) {
        to.failure = tooLarge(limit);
        co_return;
    }
    to.framing = *decoder.error();
    Error error;
    error.code = parley::ErrorCode::Malformed;
    error.message = to.framing->reason;
    to.failure = std::move(error);
}

asio::awaitable<bool> Connection::spill(BodyReceiver& to)
{
    auto written = co_await to.file->write(to.buffer);
    if (!written) {
        to.failure = std::move(written).error();
    }
    co_return !to.failure;
}

} // namespace parley::server::edge
