// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/streamed_reply.h"
#include "server/net/http_client.h"
#include "server/runtime/retry.h"
#include "server/runtime/worker_pool.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace parley::server::llm {

struct ProviderOptions {
    std::string baseUrl;     ///< "https://api.openai.com/v1"
    security::Secret apiKey; ///< may be empty: local servers want none
    std::string model;
    ProviderTimeouts timeouts;
    net::Trust trust = net::Trust::Operator;
    net::HttpHeaders headers; ///< besides those of the wire
    /// What is retryable: 429, 5xx, no or broken connections; within the caller's budget.
    runtime::RetryPolicy retry{std::chrono::milliseconds{500}, std::chrono::milliseconds{8'000}, 3};
};

/// One model of one provider, spoken to by its wire. The key goes to the host of baseUrl alone: redirects are
/// not followed. Tries again what may succeed, as long as nobody was told a piece.
/// @thread any
class ProviderClient final : public ChatModel {
public:
    using Attempt = StreamedReply::Attempt;

    /// @param http, workers  outlive this; large answers are read on the workers
    ProviderClient(net::HttpClient& http,
                   runtime::WorkerPool& workers,
                   std::shared_ptr<const ChatWire> wire,
                   ProviderOptions options);

    [[nodiscard]] std::string_view model() const override { return m_options.model; }
    [[nodiscard]] const ProviderOptions& options() const { return m_options; }

    boost::asio::awaitable<Result<ChatReply>>
    chat(std::vector<ChatMessage> messages, ChatOptions options, runtime::Budget budget) override;

    boost::asio::awaitable<Result<ChatReply>> stream(std::vector<ChatMessage> messages,
                                                     ChatOptions options,
                                                     ChatListener listener,
                                                     runtime::Budget budget) override;

    /// One question to this provider, for those who know what to do about each failure.
    struct Question {
        const std::vector<ChatMessage>& messages;
        const ChatOptions& options;
        const ChatListener* listener; ///< null: the answer comes whole
        ProviderTimeouts timeouts;
        runtime::RetryPolicy retry;
        bool wasTold = false;      ///< out: the listener heard a piece
        std::size_t textBytes = 0; ///< out: of an answer that failed half way
    };
    /// @param question  outlives the call
    boost::asio::awaitable<Attempt> ask(Question& question, runtime::Budget budget);

private:
    net::HttpRequest requestFor(const nlohmann::json& body, const Question& question) const;
    boost::asio::awaitable<Attempt>
    askWhole(const nlohmann::json& body, const Question& question, runtime::Budget budget);
    boost::asio::awaitable<Attempt>
    askStream(const nlohmann::json& body, Question& question, runtime::Budget budget);
    boost::asio::awaitable<Attempt> readWhole(std::string body, const ChatOptions& options);
    [[nodiscard]] nlohmann::json bodyFor(const Question& question) const;

    net::HttpClient& m_http;
    runtime::WorkerPool& m_workers;
    std::shared_ptr<const ChatWire> m_wire; // shared by all clients of a kind
    ProviderOptions m_options;
    mutable std::mutex m_mutex;
    /// What the server has refused: left out from the beginning. Guarded by m_mutex.
    std::vector<std::string> m_refusedParameters;
};

} // namespace parley::server::llm
