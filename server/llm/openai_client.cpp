// SPDX-License-Identifier: MIT
#include "server/llm/openai_client.h"

#include "server/llm/jitter.h"
#include "server/llm/openai_embeddings.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <utility>

namespace parley::server::llm {

namespace {

namespace asio = boost::asio;
using nlohmann::json;

/// 64 vectors of 8,192 numbers as text take about 14 MB.
constexpr std::size_t kMaxAnswerBytes = 32U << 20U;
/// Times that texts too long are halved; a megabyte becomes a kilobyte.
constexpr int kMaxCuts = 10;

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

ProviderOptions chatOptions(const OpenAiOptions& options)
{
    ProviderOptions chat;
    chat.baseUrl = options.baseUrl;
    chat.apiKey = options.apiKey;
    chat.model = options.model;
    chat.timeouts.connect = options.timeouts.connect;
    chat.timeouts.firstToken = chat.timeouts.whole = options.timeouts.firstByte;
    chat.timeouts.betweenTokens = options.timeouts.idle;
    chat.trust = options.trust;
    chat.retry = options.retry;
    return chat;
}

} // namespace

OpenAiClient::OpenAiClient(net::HttpClient& http, runtime::WorkerPool& workers, OpenAiOptions options)
    : m_http(http),
      m_workers(workers),
      m_options(std::move(options)),
      m_chat(http, workers, openAiWire(), chatOptions(m_options)),
      m_dimensions(m_options.dimensions)
{
    m_options.baseUrl = withoutSlash(std::move(m_options.baseUrl));
    m_options.batchSize = std::max<std::size_t>(m_options.batchSize, 1);
}

asio::awaitable<OpenAiClient::Answer> OpenAiClient::postOnce(const std::string& body, runtime::Budget budget)
{
    net::HttpRequest request;
    request.method = "POST";
    request.url = m_options.baseUrl + "/embeddings";
    request.headers.emplace_back("Content-Type", "application/json");
    request.headers.emplace_back("Accept", "application/json");
    if (!m_options.apiKey.isEmpty()) {
        request.headers.emplace_back("Authorization", "Bearer " + m_options.apiKey.reveal());
    }
    request.body = body;
    request.timeouts = m_options.timeouts;
    request.trust = m_options.trust;
    request.maxBodyBytes = kMaxAnswerBytes;
    auto answer = co_await m_http.send(std::move(request), budget);
    if (!answer) {
        co_return tl::unexpected(failureOf(std::move(answer).error()));
    }
    if (answer->status != 200) {
        co_return tl::unexpected(failureOf(*answer, m_options.apiKey.reveal()));
    }
    co_return std::move(answer->body);
}

asio::awaitable<OpenAiClient::Answer> OpenAiClient::post(std::string body, runtime::Budget budget)
{
    for (unsigned attempt = 1;; ++attempt) {
        Answer answer = co_await postOnce(body, budget);
        if (answer || !answer.error().isRetryable || !runtime::mayRetry(m_options.retry, attempt)) {
            co_return answer;
        }
        const auto wait = waitAfter(m_options.retry, attempt, answer.error());
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
    return m_chat.chat(std::move(messages), std::move(options), budget);
}

asio::awaitable<Result<ChatReply>> OpenAiClient::stream(std::vector<ChatMessage> messages,
                                                        ChatOptions options,
                                                        ChatListener listener,
                                                        runtime::Budget budget)
{
    return m_chat.stream(std::move(messages), std::move(options), std::move(listener), budget);
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
        answer = co_await post(dumped(body), budget);
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
