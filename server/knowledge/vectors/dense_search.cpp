// SPDX-License-Identifier: MIT
#include "server/knowledge/vectors/dense_search.h"

#include "server/nlp/entities/pii.h"
#include "server/runtime/with_timeout.h"
#include "server/store/vector_mirror.h"
#include "server/telemetry/log.h"

namespace parley::server::knowledge {

namespace {

const telemetry::Log& log()
{
    static const telemetry::Log kLog("knowledge");
    return kLog;
}

} // namespace

DenseSearch::DenseSearch(Embedders& embedders,
                         store::Database& database,
                         runtime::WorkerPool& cpu,
                         DenseSearchOptions options)
    : m_embedders(embedders), m_database(database), m_cpu(cpu), m_options(options)
{}

bool DenseSearch::hasEmbedder(const std::string& identity) const
{
    return dimensionsOf(identity) > 0;
}

int DenseSearch::dimensionsOf(const std::string& identity) const
{
    const auto embedder = m_embedders.of(identity);
    return embedder ? embedder->dimensions() : 0;
}

void DenseSearch::failed(const Error& error, std::string_view what)
{
    m_options.failures.add();
    log().warn("a search goes without vectors",
               {{"what", what}, {"why", error.message}, {"detail", error.detail}});
}

boost::asio::awaitable<std::optional<nlp::Embedding>>
DenseSearch::queryVector(std::string identity, std::string query, runtime::Budget budget)
{
    const auto embedder = m_embedders.of(identity);
    if (!embedder || query.empty() || std::chrono::steady_clock::now() < m_restUntil.load()) {
        co_return std::nullopt;
    }
    const runtime::Budget limited = budget.atMost(m_options.queryLimit);
    std::vector<std::string> texts;
    // A remote embedder is somebody else's server.
    texts.push_back(nlp::maskPii(query).text);
    auto asked = embedder->embed(std::move(texts), nlp::EmbedKind::Query, limited);
    auto vectors = co_await runtime::withTimeout(std::move(asked), limited);
    if (!vectors) {
        // A budget that was too small to begin with says nothing about the embedder.
        if (!budget.isSpent()) {
            m_restUntil = std::chrono::steady_clock::now() + m_options.pause;
        }
        failed(vectors.error(), "embedder");
        co_return std::nullopt;
    }
    if (vectors->size() != 1) {
        co_return std::nullopt;
    }
    co_return std::move(vectors->front());
}

boost::asio::awaitable<bool> DenseSearch::isInDatabase(int dimensions)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_inDatabase.find(dimensions); known != m_inDatabase.end()) {
            co_return known->second;
        }
    }
    auto prepare = [&] { return m_database.prepareVectors(dimensions); };
    auto prepared = co_await m_cpu.run(prepare);
    if (!prepared) {
        // Perhaps it can the next time.
        failed(prepared.error(), "pgvector");
        co_return false;
    }
    if (!prepared->empty() && m_database.driver() == "postgresql") {
        log().info("vectors are searched in memory", {{"why", *prepared}});
    }
    const std::lock_guard lock(m_mutex);
    m_inDatabase[dimensions] = prepared->empty();
    co_return prepared->empty();
}

boost::asio::awaitable<std::vector<DenseHit>> DenseSearch::nearest(
    TenantId tenant, std::string identity, nlp::Embedding vector, std::int64_t chunks, bool includeInternal)
{
    const store::VectorMirror mirror(static_cast<int>(vector.size()));
    const auto scan = chunks < m_options.graphChunks ? store::VectorScan::Exact : store::VectorScan::Graph;
    auto job = [&](store::ReadTransaction& tx) {
        return mirror.nearest(tx, identity, vector, m_options.hits, includeInternal, scan);
    };
    auto scope = store::Scope::of(std::move(tenant));
    auto found = co_await m_database.read(std::move(scope), job);
    std::vector<DenseHit> hits;
    if (!found) {
        failed(found.error(), "pgvector");
        co_return hits;
    }
    for (store::NearChunk& near : *found) {
        hits.push_back({std::move(near.chunk), near.cosine});
    }
    co_return hits;
}

} // namespace parley::server::knowledge
