// SPDX-License-Identifier: MIT
#include "server/edge/middleware/idempotency.h"

#include "server/edge/body_digest.h"
#include "server/edge/body_file.h"
#include "server/security/digest.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <exception>

namespace parley::server::edge {

namespace {

constexpr std::string_view kHeader = "idempotency-key";
constexpr std::size_t kMaxKeySize = 255;
constexpr std::chrono::milliseconds kFirstPause{20};
constexpr std::chrono::milliseconds kLongestPause{500};

bool isVisible(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

IdempotencyKey keyOf(const RequestContext& context)
{
    IdempotencyKey key;
    key.tenant = context.tenant;
    key.principal = std::string(security::roleName(context.principal.role)) + ":" + context.principal.subject;
    key.route = std::string(methodName(context.request.method)) + " " + context.route->pattern;
    key.key = std::string(context.request.headers.get(kHeader));
    return key;
}

/// What makes two requests the same one. Lengths keep the parts from running into each other.
std::string hashOf(const Request& request)
{
    std::string text = std::to_string(request.path.size()) + ":" + request.path;
    text += std::to_string(request.query.size()) + ":" + request.query;
    if (request.bodyFile) {
        // Its digest was made while it was written: the file is not read for this.
        text += "file:" + request.bodyFile->digest();
    } else {
        BodyDigest body(request.headers.get("content-type"));
        body.add(request.body);
        text += body.finish();
    }
    return security::digestHex(security::sha256(text));
}

Response replay(StoredAnswer answer)
{
    Response response = Response::text(answer.status, std::move(answer.body), answer.contentType);
    response.headers.add("Idempotency-Replayed", "true");
    return response;
}

} // namespace

bool Idempotency::applies(const RequestContext& context)
{
    return context.route->idempotent && !context.principal.isAnonymous() &&
           context.request.headers.find(kHeader) != nullptr;
}

boost::asio::awaitable<Result<IdempotencyClaim>> Idempotency::claim(const RequestContext& context,
                                                                    IdempotencyKey key)
{
    const std::string hash = hashOf(context.request);
    std::chrono::milliseconds pause = kFirstPause;
    while (true) {
        auto claimed = co_await m_store.claim(key, hash);
        if (!claimed || claimed->state != IdempotencyClaim::State::Running) {
            co_return claimed;
        }
        if (std::chrono::steady_clock::now() + pause > context.deadline) {
            co_return fail(ErrorCode::Timeout, "The first request with this Idempotency-Key still runs.");
        }
        boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, pause);
        co_await timer.async_wait(boost::asio::use_awaitable);
        pause = std::min(pause * 2, kLongestPause);
    }
}

boost::asio::awaitable<Result<Response>> Idempotency::run(RequestContext& context)
{
    const IdempotencyKey key = keyOf(context);
    if (key.key.empty() || key.key.size() > kMaxKeySize || !isVisible(key.key)) {
        co_return failField("Idempotency-Key", "must be 1 to 255 visible ASCII characters");
    }
    auto claimed = co_await claim(context, key);
    if (!claimed) {
        co_return fail(std::move(claimed).error().in("idempotency"));
    }
    if (claimed->state == IdempotencyClaim::State::OtherBody) {
        co_return fail(ErrorCode::Conflict, "This Idempotency-Key was used with another request.");
    }
    if (claimed->state == IdempotencyClaim::State::Answered) {
        co_return replay(std::move(claimed->answer));
    }
    Result<Response> result = fail(ErrorCode::Internal, "The request failed.");
    std::exception_ptr thrown;
    try {
        result = co_await context.route->handler(context);
    } catch (const std::exception&) {
        thrown = std::current_exception();
    }
    const bool isKept = result && result->status < 400 && !result->stream && !result->upgrade;
    Result<void> noted;
    if (isKept) {
        StoredAnswer answer;
        answer.status = result->status;
        answer.contentType = std::string(result->headers.get("content-type"));
        answer.body = result->replayBody.value_or(result->body);
        noted = co_await m_store.complete(key, answer);
    } else if (!thrown) {
        noted = co_await m_store.abandon(key);
    }
    if (thrown) {
        // The request was cancelled or is broken: what it did is unknown, so the claim lapses by itself.
        std::rethrow_exception(thrown);
    }
    if (!noted) {
        context.failure = "idempotency: " + noted.error().message;
    }
    co_return result;
}

} // namespace parley::server::edge
