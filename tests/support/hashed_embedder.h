// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/embedding/embedder.h"

#include <atomic>
#include <cctype>
#include <cstdint>
#include <mutex>
#include <optional>

namespace parley::test {

/// An embedder without a model: each word is one of `dimensions` directions, by its hash, so that texts of
/// the same words are alike. The same everywhere, and it can be told to fail. @thread any
class HashedEmbedder final : public server::nlp::Embedder {
public:
    explicit HashedEmbedder(std::string identity = "test:words:64", int dimensions = 64)
        : m_identity(std::move(identity)), m_dimensions(dimensions)
    {}

    [[nodiscard]] std::string_view kind() const override { return "test"; }
    [[nodiscard]] std::string identity() const override { return m_identity; }
    [[nodiscard]] int dimensions() const override { return m_dimensions; }
    [[nodiscard]] int batchSize() const override { return m_batch; }

    boost::asio::awaitable<Result<std::vector<server::nlp::Embedding>>> embed(
        std::vector<std::string> texts, server::nlp::EmbedKind kind, server::runtime::Budget budget) override
    {
        ++(kind == server::nlp::EmbedKind::Query ? m_queries : m_passageCalls);
        if (budget.isSpent()) {
            co_return fail(ErrorCode::Timeout, "The embedder had no time.");
        }
        if (const auto error = nextError()) {
            co_return fail(*error, "The embedder was told to fail.");
        }
        std::vector<server::nlp::Embedding> vectors;
        for (const std::string& text : texts) {
            vectors.push_back(vectorOf(text));
        }
        m_texts += static_cast<int>(texts.size());
        co_return vectors;
    }

    /// Without waiting, for tests that need a vector themselves.
    [[nodiscard]] server::nlp::Embedding vectorOf(std::string_view text) const
    {
        server::nlp::Embedding vector(static_cast<std::size_t>(m_dimensions), 0.0F);
        std::string word;
        const auto take = [&] {
            if (!word.empty()) {
                vector[hashOf(word) % vector.size()] += 1.0F;
            }
            word.clear();
        };
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (std::isalnum(byte) != 0 || byte >= 0x80) {
                word += static_cast<char>(std::tolower(byte));
            } else {
                take();
            }
        }
        take();
        if (!server::nlp::toUnitLength(vector)) {
            vector[0] = 1.0F;
        }
        return vector;
    }

    /// The next `calls` calls fail so.
    void failWith(ErrorCode code, int calls)
    {
        const std::lock_guard lock(m_mutex);
        m_error = code;
        m_failures = calls;
    }
    void setBatchSize(int size) { m_batch = size; }

    /// Texts embedded so far, and calls by kind, failed ones included.
    [[nodiscard]] int texts() const { return m_texts; }
    [[nodiscard]] int passageCalls() const { return m_passageCalls; }
    [[nodiscard]] int queries() const { return m_queries; }

private:
    std::optional<ErrorCode> nextError()
    {
        const std::lock_guard lock(m_mutex);
        if (m_failures <= 0) {
            return std::nullopt;
        }
        --m_failures;
        return m_error;
    }

    /// @source FNV-1a, 64 bit
    static std::uint64_t hashOf(std::string_view word)
    {
        std::uint64_t hash = 14'695'981'039'346'656'037ULL;
        for (const char c : word) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211ULL;
        }
        return hash;
    }

    std::string m_identity;
    int m_dimensions;
    std::atomic<int> m_batch{64};
    std::atomic<int> m_texts{0};
    std::atomic<int> m_passageCalls{0};
    std::atomic<int> m_queries{0};
    std::mutex m_mutex; // guards the two below
    ErrorCode m_error = ErrorCode::Unavailable;
    int m_failures = 0;
};

} // namespace parley::test
