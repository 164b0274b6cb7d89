// SPDX-License-Identifier: MIT
#include "server/llm/provider_client.h"

#include "server/llm/jitter.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <utility>

namespace parley::server::llm {

namespace {

namespace asio = boost::asio;
using nlohmann::json;

constexpr std::size_t kMaxWholeBytes = 4U << 20U;
/// A stream says every word in some 200 bytes of JSON.
constexpr std::size_t kMaxStreamBytes = 64U << 20U;
/// Times a request is changed to what a server said it accepts.
constexpr int kMaxAdaptations = 4;

std::string withoutSlash(std::string url)
{
    while (url.ends_with('/')) {
        url.pop_back();
    }
    return url;
}

} // namespace

ProviderClient::ProviderClient(net::HttpClient& http,
                               runtime::WorkerPool& workers,
                               std::shared_ptr<const ChatWire> wire,
                               ProviderOptions options)
    : m_http(http), m_workers(workers), m_wire(std::move(wire)), m_options(std::move(options))
{
    m_options.baseUrl = withoutSlash(std::move(m_options.baseUrl));
}

net::HttpRequest ProviderClient::requestFor(const json& body, const Question& question) const
{
    const bool isStream = question.listener != nullptr;
    net::HttpRequest request;
    request.method = "POST";
    request.url = m_options.baseUrl + m_wire->path(m_options.model, isStream);
    request.headers = m_wire->headers(m_options.apiKey);
    request.headers.emplace_back("Content-Type", "application/json");
    request.headers.emplace_back("Accept", isStream ? "text/event-stream" : "application/json");
    request.headers.insert(request.headers.end(), m_options.headers.begin(), m_options.headers.end());
    request.body = dumped(body);
    request.trust = m_options.trust;
    request.maxBodyBytes = isStream ? kMaxStreamBytes : kMaxWholeBytes;
    const ProviderTimeouts& limits = question.timeouts;
    request.timeouts.connect = limits.connect;
    request.timeouts.firstByte = isStream ? limits.firstToken : limits.whole;
    request.timeouts.idle = limits.betweenTokens;
    request.timeouts.firstPiece = isStream ? limits.firstToken : limits.whole;
    return request;
}

asio::awaitable<ProviderClient::Attempt> ProviderClient::readWhole(std::string body,
                                                                   const ChatOptions& options)
{
    Attempt attempt;
    auto read = [&]() -> Result<void> {
        attempt = m_wire->read(body, options);
        return {};
    };
    auto ran = co_await m_workers.run(std::move(read));
    if (!ran) {
        co_return tl::unexpected(failureOf(std::move(ran).error()));
    }
    co_return attempt;
}

asio::awaitable<ProviderClient::Attempt>
ProviderClient::askWhole(const json& body, const Question& question, runtime::Budget budget)
{
    auto answer = co_await m_http.send(requestFor(body, question), budget);
    if (!answer) {
        co_return tl::unexpected(failureOf(std::move(answer).error()));
    }
    if (answer->status != 200) {
        co_return tl::unexpected(failureOf(*answer, m_options.apiKey.reveal()));
    }
    co_return co_await readWhole(std::move(answer->body), question.options);
}

asio::awaitable<ProviderClient::Attempt>
ProviderClient::askStream(const json& body, Question& question, runtime::Budget budget)
{
    StreamedReply reply(m_wire->reader(question.options), *question.listener, question.timeouts);
    net::HttpRequest request = requestFor(body, question);
    request.sink = [&reply](const net::HttpResponse& head,
                            std::string_view piece) -> asio::awaitable<Result<void>> {
        co_return reply.take(head, piece);
    };
    auto answer = co_await m_http.send(std::move(request), budget);
    if (answer && answer->status == 200 && reply.whole() != nullptr) {
        auto read = co_await readWhole(*reply.whole(), question.options);
        if (read) {
            reply.tell(read->text);
        }
        question.wasTold = reply.wasTold();
        co_return read;
    }
    auto attempt = reply.finish(std::move(answer), m_options.apiKey.reveal());
    question.wasTold = question.wasTold || reply.wasTold();
    question.textBytes = reply.textBytes();
    co_return attempt;
}

json ProviderClient::bodyFor(const Question& question) const
{
    json body =
        m_wire->body(m_options.model, question.messages, question.options, question.listener != nullptr);
    const std::lock_guard lock(m_mutex);
    for (const std::string& parameter : m_refusedParameters) {
        m_wire->adapt(body, parameter);
    }
    return body;
}

asio::awaitable<ProviderClient::Attempt> ProviderClient::ask(Question& question, runtime::Budget budget)
{
    json body = bodyFor(question);
    std::vector<std::string> refused;
    for (unsigned attempt = 1;;) {
        Attempt answer;
        if (question.listener != nullptr) {
            answer = co_await askStream(body, question, budget);
        } else {
            answer = co_await askWhole(body, question, budget);
        }
        if (answer) {
            const std::lock_guard lock(m_mutex);
            if (m_refusedParameters.size() < kMaxAdaptations) {
                m_refusedParameters.insert(m_refusedParameters.end(), refused.begin(), refused.end());
            }
            co_return answer;
        }
        const ProviderFailure& failure = answer.error();
        if (!failure.parameter.empty() && refused.size() < kMaxAdaptations &&
            m_wire->adapt(body, failure.parameter)) {
            refused.push_back(failure.parameter);
            continue;
        }
        if (!failure.isRetryable || question.wasTold || !runtime::mayRetry(question.retry, attempt)) {
            co_return answer;
        }
        const auto wait = waitAfter(question.retry, attempt, failure);
        if (wait >= budget.remaining()) {
            co_return answer; // waiting would only turn a clear failure into a timeout
        }
        asio::steady_timer timer(co_await asio::this_coro::executor, wait);
        co_await timer.async_wait(asio::use_awaitable);
        ++attempt;
    }
}

asio::awaitable<Result<ChatReply>>
ProviderClient::chat(std::vector<ChatMessage> messages, ChatOptions options, runtime::Budget budget)
{
    Question question{messages, options, nullptr, m_options.timeouts, m_options.retry};
    auto attempt = co_await ask(question, budget);
    if (!attempt) {
        co_return fail(std::move(attempt).error().error.in("chat"));
    }
    co_return *std::move(attempt);
}

asio::awaitable<Result<ChatReply>> ProviderClient::stream(std::vector<ChatMessage> messages,
                                                          ChatOptions options,
                                                          ChatListener listener,
                                                          runtime::Budget budget)
{
    Question question{messages, options, &listener, m_options.timeouts, m_options.retry};
    auto attempt = co_await ask(question, budget);
    if (!attempt) {
        co_return fail(std::move(attempt).error().error.in("stream"));
    }
    co_return *std::move(attempt);
}

} // namespace parley::server::llm
