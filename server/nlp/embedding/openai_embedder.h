// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/openai_client.h"
#include "server/nlp/embedding/embedder.h"

#include <string>

namespace parley::server::nlp {

struct OpenAiEmbedderOptions {
    llm::OpenAiOptions server;
    /// What the model wants before what is asked and before what is found.
    std::string queryPrefix;
    std::string passagePrefix;
};

/// Embeddings of any server that speaks OpenAI's API.
/// @thread any
class OpenAiEmbedder final : public Embedder {
public:
    /// @param http, workers  outlive this
    OpenAiEmbedder(net::HttpClient& http, runtime::WorkerPool& workers, OpenAiEmbedderOptions options);

    [[nodiscard]] std::string_view kind() const override { return "openai"; }
    [[nodiscard]] std::string identity() const override;
    [[nodiscard]] int dimensions() const override { return m_client.dimensions(); }
    [[nodiscard]] int batchSize() const override { return m_batchSize; }

    boost::asio::awaitable<Result<std::vector<Embedding>>>
    embed(std::vector<std::string> texts, EmbedKind kind, runtime::Budget budget) override;

private:
    std::string m_queryPrefix;
    std::string m_passagePrefix;
    std::string m_name; ///< the part of the identity that is known from the start
    int m_batchSize;
    llm::OpenAiClient m_client;
};

} // namespace parley::server::nlp
