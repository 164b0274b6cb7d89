// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/knowledge_index.h"
#include "server/knowledge/vectors/embedders.h"
#include "server/runtime/worker_pool.h"
#include "server/store/database.h"
#include "server/telemetry/metrics.h"

#include <boost/asio/awaitable.hpp>

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::knowledge {

struct DenseSearchOptions {
    /// Longest wait for the vector of a question; then words alone decide.
    std::chrono::milliseconds queryLimit{300};
    /// After a failure the embedder is not asked for so long, so that not every customer waits for it.
    std::chrono::milliseconds pause{5000};
    /// Nearest passages that are merged with what the words found.
    std::size_t hits = 50;
    /// Tenants with so many passages are searched by pgvector, where PostgreSQL has it, and take no memory
    /// for vectors. @source resources/docs/quality.md: up to there the daemon is faster
    std::int64_t pgvectorChunks = 100'000;
    /// From so many passages on by its graph, below in full.
    std::int64_t graphChunks = 20'000;
    /// Searches that had to do without the vectors.
    telemetry::Counter failures;
};

/// Asks embedders for the vectors of questions, and PostgreSQL for the nearest ones of large tenants. Nothing
/// here fails a search: without vectors there are the words.
/// @thread any
class DenseSearch {
public:
    /// @param embedders  outlives this, as everything else here
    DenseSearch(Embedders& embedders,
                store::Database& database,
                runtime::WorkerPool& cpu,
                DenseSearchOptions options = {});

    [[nodiscard]] const DenseSearchOptions& options() const { return m_options; }
    /// Whether questions can be compared with vectors of this embedder.
    [[nodiscard]] bool hasEmbedder(const std::string& identity) const;
    /// Length of its vectors; 0 where hasEmbedder() is false.
    [[nodiscard]] int dimensionsOf(const std::string& identity) const;

    /// The question's vector; none when the embedder failed, was too slow or is being left alone.
    boost::asio::awaitable<std::optional<nlp::Embedding>>
    queryVector(std::string identity, std::string query, runtime::Budget budget);

    /// Whether the database searches vectors of this length itself; makes what it needs at the first call.
    boost::asio::awaitable<bool> isInDatabase(int dimensions);

    /// The nearest passages by pgvector; none when that failed.
    /// @param chunks  how many the tenant has
    boost::asio::awaitable<std::vector<DenseHit>> nearest(TenantId tenant,
                                                          std::string identity,
                                                          nlp::Embedding vector,
                                                          std::int64_t chunks,
                                                          bool includeInternal);

private:
    void failed(const Error& error, std::string_view what);

    Embedders& m_embedders;
    store::Database& m_database;
    runtime::WorkerPool& m_cpu;
    DenseSearchOptions m_options;
    std::atomic<std::chrono::steady_clock::time_point> m_restUntil{};
    std::mutex m_mutex;               // guards the one below
    std::map<int, bool> m_inDatabase; // by dimensions
};

} // namespace parley::server::knowledge
