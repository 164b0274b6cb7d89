// SPDX-License-Identifier: MIT
#include "server/llm/openai_client.h"

#include "server/llm/openai_wire.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <random>
#include <utility>

namespace parley::server::llm {

namespace {

namespace asio = boost::asio;
using nlohmann::json;

/// 64 vectors of 8,192 numbers as text take about 14 MB.
constexpr std::size_t kMaxAnswerBytes = 32U << 20U;
constexpr std::size_t kMaxChatAnswerBytes = 4U << 20U;
/// Times a request is changed to what a server said it accepts.
constexpr int kMaxAdaptations = 4;
/// Times that texts too long are halved; a megabyte becomes a kilobyte.
constexpr int kMaxCuts = 10;

/// Spreads retries; nothing secret hangs on it.
double randomShare()
{
    thread_local std::minstd_rand generator{std::random_device{}()};
    return std::uniform_real_distribution<double>(0.0, 1.0)(generator);
}

std::string withoutSlash(std::string url)
{
    while (url.ends_with('/')) {
        url.pop_back();
    }
    return url;
}

/// The beginning of a text, at most so many bytes, whole code points.
void cutTo(std::string& text, std::size_t bytes)
{
    if (text.size() <= bytes) {
        return;
    }
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) {
        --bytes;
    }
    text.resize(bytes);
}

} // namespace

OpenAiClient::OpenAiClient(net::HttpClient& http, runtime::WorkerPool& workers, OpenAiOptions options)
    : m_http(http), m_workers(workers), m_options(std::move(options)), m_dimensions(m_options.dimensions)
{
    m_options.baseUrl = withoutSlash(std::move(m_options.baseUrl));
    m_options.batchSize = std::max<std::size_t>(m_options.batchSize, 1);
}

asio::awaitable<OpenAiClient::Answer>
OpenAiClient::postOnce(const std::string& path, const std::string& body, runtime::Budget budget)
{
    net::HttpRequest request;
    request.method = "POST";
    request.url = m_options.baseUrl + path;
    request.headers.emplace_back("Content-Type", "application/json");
    request.headers.emplace_back("Accept", "application/json");
    if (!m_options.apiKey.isEmpty()) {
        request.headers.emplace_back("Authorization", "Bearer " + m_options.apiKey.reveal());
    }
    request.body = body;
    request.timeouts = m_options.timeouts;
    request.trust = m_options.trust;
    request.maxBodyBytes = path == "/embeddings" ? kMaxAnswerBytes : kMaxChatAnswerBytes;
    auto answer = co_await m_http.send(std::move(request), budget);
    if (!answer) {
        co_return tl::unexpected(failureOf(std::move(answer).error()));
    }
    if (answer->status != 200) {
        co_return tl::unexpected(failureOf(*answer, m_options.apiKey.reveal()));
    }
    co_return std::move(answer->body);
}

asio::awaitable<OpenAiClient::Answer>
OpenAiClient::post(std::string path, std::string body, runtime::Budget budget)
{
    for (unsigned attempt = 1;; ++attempt) {
        Answer answer = co_await postOnce(path, body, budget);
        if (answer || !answer.error().isRetryable || !runtime::mayRetry(m_options.retry, attempt)) {
            co_return answer;
        }
        const auto wait =
            std::max(runtime::retryDelay(m_options.retry, attempt, randomShare()), answer.error().retryAfter);
        if (wait >= budget.remaining()) {
            co_return answer; // waiting would only turn a clear failure into a timeout
        }
        asio::steady_timer timer(co_await asio::this_coro::executor, wait);
        co_await timer.async_wait(asio::use_awaitable);
    }
}

asio::awaitable<Result<ChatReply>>
OpenAiClient::chat(std::vector<ChatMessage> messages, ChatOptions options, runtime::Budget budget)
{
    json body = chatBody(m_options.model, messages, options);
    Answer answer = co_await post("/chat/completions", dumped(body), budget);
    for (int i = 0; i < kMaxAdaptations && !answer; ++i) {
        if (!adaptChatBody(body, answer.error().parameter)) {
            break;
        }
        answer = co_await post("/chat/completions", dumped(body), budget);
    }
    if (!answer) {
        co_return fail(std::move(answer).error().error.in("chat"));
    }
    auto read = [&] { return readChatReply(*answer); };
    co_return co_await m_workers.run(std::move(read));
}

asio::awaitable<Result<OpenAiClient::Vectors>> OpenAiClient::embeddings(std::vector<std::string> texts,
                                                                        runtime::Budget budget)
{
    Vectors all;
    for (std::size_t at = 0; at < texts.size(); at += m_options.batchSize) {
        const std::size_t end = std::min(at + m_options.batchSize, texts.size());
        std::vector<std::string> batch(
            std::make_move_iterator(texts.begin() + static_cast<std::ptrdiff_t>(at)),
            std::make_move_iterator(texts.begin() + static_cast<std::ptrdiff_t>(end)));
        auto vectors = co_await embedBatch(std::move(batch), budget);
        if (!vectors) {
            co_return fail(std::move(vectors).error().in("embeddings"));
        }
        std::move(vectors->begin(), vectors->end(), std::back_inserter(all));
    }
    co_return all;
}

asio::awaitable<Result<OpenAiClient::Vectors>> OpenAiClient::embedBatch(std::vector<std::string> texts,
                                                                        runtime::Budget budget)
{
    std::size_t longest = 0;
    for (std::string& text : texts) {
        if (text.empty()) {
            text = " "; // an empty text is refused with the whole batch
        }
        longest = std::max(longest, text.size());
    }
    Answer answer = tl::unexpected(ProviderFailure{});
    for (int cuts = 0; cuts <= kMaxCuts; ++cuts) {
        json body{{"model", m_options.model}, {"input", texts}, {"encoding_format", "float"}};
        if (m_options.asksForDimensions && m_options.dimensions > 0) {
            body["dimensions"] = m_options.dimensions;
        }
        answer = co_await post("/embeddings", dumped(body), budget);
        if (answer || !answer.error().isTooLong) {
            break;
        }
        longest /= 2;
        for (std::string& text : texts) {
            cutTo(text, std::max<std::size_t>(longest, 4));
        }
    }
    if (!answer) {
        co_return fail(std::move(answer).error().error);
    }
    auto read = [&] { return readEmbeddings(*answer, texts.size()); };
    auto vectors = co_await m_workers.run(std::move(read));
    if (vectors) {
        if (auto kept = keepDimensions(*vectors); !kept) {
            co_return fail(std::move(kept).error());
        }
    }
    co_return vectors;
}

/// The first answer says how long vectors are; later ones must agree, or they could not be compared.
Result<void> OpenAiClient::keepDimensions(const Vectors& vectors)
{
    const int got = static_cast<int>(vectors.front().size());
    int known = 0;
    if (m_dimensions.compare_exchange_strong(known, got) || known == got) {
        return {};
    }
    return fail(ErrorCode::Upstream,
                "The model's server gave vectors of another length.",
                std::to_string(got) + " instead of " + std::to_string(known));
}

} // namespace parley::server::llm
