// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/openai_embedder.h"

#include "server/security/digest.h"

#include <utility>

namespace parley::server::nlp {

namespace {

constexpr std::size_t kMaxModelBytes = 100;

/// Two servers may call different models the same, so the address is part of the name.
std::string nameOf(const OpenAiEmbedderOptions& options)
{
    const std::string model = options.server.model;
    const std::string all =
        options.server.baseUrl + '\0' + model + '\0' + options.queryPrefix + '\0' + options.passagePrefix;
    return "openai:" + model.substr(0, kMaxModelBytes) + ":" +
           security::digestHex(security::sha256(all)).substr(0, 12);
}

} // namespace

OpenAiEmbedder::OpenAiEmbedder(net::HttpClient& http,
                               runtime::WorkerPool& workers,
                               OpenAiEmbedderOptions options)
    : m_queryPrefix(options.queryPrefix),
      m_passagePrefix(options.passagePrefix),
      m_name(nameOf(options)),
      m_batchSize(static_cast<int>(options.server.batchSize)),
      m_client(http, workers, std::move(options.server))
{}

std::string OpenAiEmbedder::identity() const
{
    const int length = dimensions();
    return length == 0 ? std::string() : m_name + ":" + std::to_string(length);
}

boost::asio::awaitable<Result<std::vector<Embedding>>>
OpenAiEmbedder::embed(std::vector<std::string> texts, EmbedKind kind, runtime::Budget budget)
{
    const std::string& prefix = kind == EmbedKind::Query ? m_queryPrefix : m_passagePrefix;
    if (!prefix.empty()) {
        for (std::string& text : texts) {
            text.insert(0, prefix);
        }
    }
    auto vectors = co_await m_client.embeddings(std::move(texts), budget);
    if (!vectors) {
        co_return vectors;
    }
    for (Embedding& vector : *vectors) {
        if (!toUnitLength(vector)) {
            // Of this text alone: the others may well have theirs.
            co_return fail(ErrorCode::InvalidArgument,
                           "The model's server cannot embed this text.",
                           "an embedding of zeros");
        }
    }
    co_return vectors;
}

} // namespace parley::server::nlp
