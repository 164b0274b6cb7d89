// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/hashed_embedder.h"

namespace parley::test {

/// Knows the meaning of a few words, so that what no word of a question says can be found: each group of
/// words is one direction, everything else another. @thread any
class MeaningEmbedder final : public server::nlp::Embedder {
public:
    explicit MeaningEmbedder(std::string identity = "test:meaning:3") : m_identity(std::move(identity)) {}

    [[nodiscard]] std::string_view kind() const override { return "test"; }
    [[nodiscard]] std::string identity() const override { return m_identity; }
    [[nodiscard]] int dimensions() const override { return 3; }

    boost::asio::awaitable<Result<std::vector<server::nlp::Embedding>>>
    embed(std::vector<std::string> texts,
          server::nlp::EmbedKind /*kind*/,
          server::runtime::Budget /*budget*/) override
    {
        std::vector<server::nlp::Embedding> vectors;
        for (const std::string& text : texts) {
            const auto has = [&](std::string_view word) { return text.find(word) != std::string::npos; };
            if (has("zebra") || has("quokka")) {
                vectors.push_back({1, 0, 0});
            } else if (has("parcel") || has("delivery")) {
                vectors.push_back({0, 1, 0});
            } else {
                vectors.push_back({0, 0, 1});
            }
        }
        co_return vectors;
    }

private:
    std::string m_identity;
};

} // namespace parley::test
