// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/provider_client.h"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace parley::server::llm {

struct OpenAiOptions {
    std::string baseUrl;     ///< "https://api.openai.com/v1", "http://127.0.0.1:11434/v1"
    security::Secret apiKey; ///< may be empty: local servers want none
    std::string model;
    net::HttpTimeouts timeouts{std::chrono::milliseconds{5'000},
                               std::chrono::milliseconds{60'000},
                               std::chrono::milliseconds{60'000}};
    net::Trust trust = net::Trust::Operator;
    /// What is retryable: 429, 5xx, no or broken connections; within the caller's budget.
    runtime::RetryPolicy retry{std::chrono::milliseconds{500}, std::chrono::milliseconds{8'000}, 3};
    /// Texts of one request for embeddings.
    std::size_t batchSize = 64;
    /// Length of the vectors; 0: whatever comes first.
    int dimensions = 0;
    /// Asks the server for that length (models that can shorten their vectors); others refuse the word.
    bool asksForDimensions = false;
};

/// Any server that speaks OpenAI's API: OpenAI, OpenRouter, Ollama, vLLM, llama-server, ... The key goes to
/// the host of baseUrl alone: redirects are not followed.
/// @thread any
class OpenAiClient final : public ChatModel {
public:
    using Vectors = std::vector<std::vector<float>>;

    /// @param http, workers  outlive this; answers are read on the workers
    OpenAiClient(net::HttpClient& http, runtime::WorkerPool& workers, OpenAiOptions options);

    [[nodiscard]] std::string_view model() const override { return m_chat.model(); }
    /// Length of the vectors; 0 until the first came or where nobody said.
    [[nodiscard]] int dimensions() const { return m_dimensions; }

    /// Temperature, token limit and schema are dropped where the model refuses them.
    boost::asio::awaitable<Result<ChatReply>>
    chat(std::vector<ChatMessage> messages, ChatOptions options, runtime::Budget budget) override;
    boost::asio::awaitable<Result<ChatReply>> stream(std::vector<ChatMessage> messages,
                                                     ChatOptions options,
                                                     ChatListener listener,
                                                     runtime::Budget budget) override;

    /// Texts that are too long for the model are cut until they fit.
    /// @return a vector a text, in their order, all of dimensions() numbers
    /// @errors as chat()
    boost::asio::awaitable<Result<Vectors>> embeddings(std::vector<std::string> texts,
                                                       runtime::Budget budget);

private:
    using Answer = tl::expected<std::string, ProviderFailure>;

    boost::asio::awaitable<Answer> post(std::string body, runtime::Budget budget);
    boost::asio::awaitable<Answer> postOnce(const std::string& body, runtime::Budget budget);
    boost::asio::awaitable<Result<Vectors>> embedBatch(std::vector<std::string> texts,
                                                       runtime::Budget budget);
    Result<void> keepDimensions(const Vectors& vectors);

    net::HttpClient& m_http;
    runtime::WorkerPool& m_workers;
    OpenAiOptions m_options;
    ProviderClient m_chat;
    std::atomic<int> m_dimensions;
};

} // namespace parley::server::llm
