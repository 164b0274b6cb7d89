// SPDX-License-Identifier: MIT
#include "server/knowledge/vectors/embedding_pass.h"

#include "server/store/vector_mirror.h"
#include "server/telemetry/log.h"

#include <algorithm>

namespace parley::server::knowledge {

namespace {

const telemetry::Log& log()
{
    static const telemetry::Log kLog("knowledge");
    return kLog;
}

/// Rows moved or removed in one transaction, so that nobody waits long behind it.
constexpr int kRows = 200;
/// So long without a batch that took too long, and the next ones are twice as large.
constexpr std::int64_t kQuietMs = 10 * 60 * 1000;
/// A change-over that nobody worked on for so long was given up.
constexpr std::int64_t kStaleTargetMs = 60 * 60 * 1000;

} // namespace

std::string embeddedText(const store::UnembeddedChunk& chunk)
{
    std::string text = chunk.title;
    for (const std::string& part : {chunk.headings, chunk.text}) {
        if (!part.empty()) {
            text += text.empty() ? "" : "\n";
            text += part;
        }
    }
    return text;
}

boost::asio::awaitable<Result<void>> EmbeddingJobs::begin(TenantId tenant, Pass& pass)
{
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto state = m_vectors.state(tx);
        auto counts = m_vectors.counts(tx, pass.identity);
        if (!state || !counts) {
            return fail(state ? counts.error() : state.error());
        }
        const std::int64_t now = m_clock.nowMs();
        if (state->active != pass.identity) {
            state->target = pass.identity;
        } else if (now - state->updatedMs > kStaleTargetMs) {
            // The settings went back to the embedder whose vectors are searched.
            state->target.clear();
        }
        state->done = counts->embedded;
        state->total = counts->total;
        state->updatedMs = now;
        return m_vectors.saveState(tx, *state);
    };
    auto scope = store::Scope::of(std::move(tenant));
    co_return co_await m_database.transact(scope, job);
}

void EmbeddingJobs::growBatches()
{
    constexpr int kMost = std::numeric_limits<int>::max();
    const int most = m_mostAtOnce;
    const std::int64_t now = m_clock.nowMs();
    if (most < kMost && now - m_batchesChangedMs >= kQuietMs) {
        m_mostAtOnce = most > kMost / 2 ? kMost : most * 2;
        m_batchesChangedMs = now;
    }
}

boost::asio::awaitable<EmbeddingJobs::Step> EmbeddingJobs::embedBatch(TenantId tenant, Pass& pass)
{
    growBatches();
    const int size = std::clamp(pass.embedder->batchSize(), 1, m_mostAtOnce.load());
    auto look = [&](store::ReadTransaction& tx) {
        return m_vectors.missing(tx, pass.identity, pass.after, size);
    };
    auto scope = store::Scope::of(tenant);
    auto chunks = co_await m_database.read(scope, look);
    if (!chunks || chunks->empty()) {
        co_return chunks ? Step(false) : fail(std::move(chunks).error());
    }
    std::vector<std::string> texts;
    for (const store::UnembeddedChunk& chunk : *chunks) {
        texts.push_back(embeddedText(chunk));
    }
    const auto budget = runtime::Budget::of(m_options.batchLimit);
    auto vectors = co_await pass.embedder->embed(std::move(texts), nlp::EmbedKind::Passage, budget);
    if (!vectors) {
        if (vectors.error().code == ErrorCode::Timeout && chunks->size() > 1) {
            // This machine is slower than the batch is large: the same passages again, fewer at a time.
            m_mostAtOnce = static_cast<int>(chunks->size() / 2);
            m_batchesChangedMs = m_clock.nowMs();
            log().warn("fewer passages are embedded at once", {{"passages", m_mostAtOnce.load()}});
            std::vector<store::ChunkVector> none;
            auto renewed = co_await keep(std::move(tenant), pass, std::move(none));
            co_return renewed ? Step(true) : fail(std::move(renewed).error());
        }
        if (vectors.error().code != ErrorCode::InvalidArgument) {
            co_return fail(std::move(vectors).error());
        }
        if (chunks->size() > 1) {
            co_return co_await embedSingly(std::move(tenant), pass, *std::move(chunks));
        }
        log().warn("a passage gets no vector",
                   {{"chunk", chunks->front().id.value}, {"why", vectors.error().message}});
        ++pass.refused;
        pass.after = chunks->back().id;
        co_return true;
    }
    if (vectors->size() != chunks->size()) {
        co_return fail(ErrorCode::Upstream, "The embedder answered with another number of vectors.");
    }
    std::vector<store::ChunkVector> rows;
    for (std::size_t i = 0; i < chunks->size(); ++i) {
        rows.push_back({(*chunks)[i].id, std::move((*vectors)[i])});
    }
    pass.after = chunks->back().id;
    auto kept = co_await keep(std::move(tenant), pass, std::move(rows));
    co_return kept ? Step(true) : fail(std::move(kept).error());
}

boost::asio::awaitable<EmbeddingJobs::Step>
EmbeddingJobs::embedSingly(TenantId tenant, Pass& pass, std::vector<store::UnembeddedChunk> chunks)
{
    for (const store::UnembeddedChunk& chunk : chunks) {
        std::vector<std::string> texts;
        texts.push_back(embeddedText(chunk));
        const auto budget = runtime::Budget::of(m_options.batchLimit);
        auto vectors = co_await pass.embedder->embed(std::move(texts), nlp::EmbedKind::Passage, budget);
        if (!vectors && vectors.error().code != ErrorCode::InvalidArgument) {
            co_return fail(std::move(vectors).error());
        }
        std::vector<store::ChunkVector> rows;
        if (vectors && vectors->size() == 1) {
            rows.push_back({chunk.id, std::move(vectors->front())});
        } else {
            log().warn("a passage gets no vector", {{"tenant", tenant.value}, {"chunk", chunk.id.value}});
            ++pass.refused;
        }
        // Each at once, because it renews the lease: one after the other they may take long.
        pass.after = chunk.id;
        auto kept = co_await keep(tenant, pass, std::move(rows));
        if (!kept) {
            co_return fail(std::move(kept).error());
        }
    }
    co_return true;
}

Result<void> EmbeddingJobs::renewLease(store::Transaction& tx, const Pass& pass) const
{
    auto isMine = m_jobs.renew(tx, pass.job, m_clock.nowMs() + m_options.leaseMs);
    if (!isMine) {
        return fail(std::move(isMine).error());
    }
    return *isMine ? Result<void>() : fail(ErrorCode::Cancelled, "Another attempt has taken the job over.");
}

boost::asio::awaitable<Result<void>>
EmbeddingJobs::keep(TenantId tenant, Pass& pass, std::vector<store::ChunkVector> vectors)
{
    auto job = [&](store::Transaction& tx) -> Result<void> {
        if (auto renewed = renewLease(tx, pass); !renewed) {
            return renewed;
        }
        for (const store::ChunkVector& vector : vectors) {
            auto put = m_vectors.put(tx, vector.chunk, pass.identity, vector.vector);
            if (!put) {
                return put;
            }
        }
        auto state = m_vectors.state(tx);
        if (!state) {
            return fail(std::move(state).error());
        }
        state->done += static_cast<std::int64_t>(vectors.size());
        state->error.clear();
        state->updatedMs = m_clock.nowMs();
        return m_vectors.saveState(tx, *state);
    };
    auto scope = store::Scope::of(std::move(tenant));
    auto kept = co_await m_database.transact(scope, job);
    if (kept) {
        pass.made += static_cast<std::int64_t>(vectors.size());
    }
    co_return kept;
}

boost::asio::awaitable<EmbeddingJobs::Step> EmbeddingJobs::mirrorBatch(TenantId tenant, Pass& pass)
{
    const int dimensions = pass.embedder->dimensions();
    auto scope = store::Scope::of(std::move(tenant));
    if (!pass.isMirrorKnown) {
        auto look = [&](store::ReadTransaction& tx) { return m_vectors.counts(tx, pass.identity); };
        auto counts = co_await m_database.read(scope, look);
        if (!counts) {
            co_return fail(std::move(counts).error());
        }
        if (m_database.driver() == "postgresql" && counts->total >= m_options.pgvectorChunks) {
            auto prepare = [&] { return m_database.prepareVectors(dimensions); };
            auto prepared = co_await m_cpu.run(prepare);
            pass.isMirrored = prepared && prepared->empty();
        }
        pass.isMirrorKnown = true;
    }
    if (!pass.isMirrored) {
        co_return false;
    }
    const store::VectorMirror mirror(dimensions);
    auto job = [&](store::Transaction& tx) -> Result<std::size_t> {
        if (auto renewed = renewLease(tx, pass); !renewed) {
            return fail(std::move(renewed).error());
        }
        auto lacking = mirror.lacking(tx, pass.identity, kRows);
        if (!lacking) {
            return fail(std::move(lacking).error());
        }
        for (const store::ChunkVector& vector : *lacking) {
            auto put = mirror.put(tx, pass.identity, vector);
            if (!put) {
                return fail(std::move(put).error());
            }
        }
        return lacking->size();
    };
    auto moved = co_await m_database.transact(scope, job);
    if (!moved) {
        co_return fail(std::move(moved).error());
    }
    pass.made += static_cast<std::int64_t>(*moved);
    co_return *moved == static_cast<std::size_t>(kRows);
}

boost::asio::awaitable<EmbeddingJobs::Step> EmbeddingJobs::finish(TenantId tenant, Pass& pass)
{
    auto job = [&](store::Transaction& tx) -> Step {
        auto lacking = m_vectors.missing(tx, pass.identity, ChunkId{}, static_cast<int>(pass.refused) + 1);
        auto counts = m_vectors.counts(tx, pass.identity);
        auto state = m_vectors.state(tx);
        if (!lacking || !counts || !state) {
            return fail(!lacking ? lacking.error() : !counts ? counts.error() : state.error());
        }
        if (static_cast<std::int64_t>(lacking->size()) > pass.refused) {
            return true;
        }
        if (pass.refused > 0 && counts->embedded == 0) {
            // Whatever is searched now is better than nothing.
            return fail(ErrorCode::InvalidArgument, "The embedder takes none of the passages.");
        }
        const bool isChange = state->active != pass.identity;
        state->active = pass.identity;
        if (state->target == pass.identity) {
            state->target.clear();
        }
        state->done = counts->embedded;
        state->total = counts->total;
        state->error.clear();
        state->updatedMs = m_clock.nowMs();
        auto saved = m_vectors.saveState(tx, *state);
        if (saved && (isChange || pass.made > 0)) {
            saved = m_documents.raiseIndexVersion(tx);
        }
        return saved ? Step(false) : fail(std::move(saved).error());
    };
    auto scope = store::Scope::of(std::move(tenant));
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<EmbeddingJobs::Step> EmbeddingJobs::removeBatch(TenantId tenant, Pass& pass)
{
    auto job = [&](store::Transaction& tx) -> Step {
        const auto state = m_vectors.state(tx);
        if (!state || state->active != pass.identity || !state->target.empty()) {
            return state ? Step(false) : fail(state.error());
        }
        auto removed = m_vectors.removeOthers(tx, pass.identity, kRows);
        if (removed && pass.isMirrored) {
            const store::VectorMirror mirror(pass.embedder->dimensions());
            const auto copies = mirror.removeOthers(tx, pass.identity, kRows);
            if (!copies) {
                return fail(copies.error());
            }
            *removed += *copies;
        }
        return removed ? Step(*removed > 0) : fail(std::move(removed).error());
    };
    auto scope = store::Scope::of(std::move(tenant));
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<void>> EmbeddingJobs::goOnLater(TenantId tenant, Pass& pass)
{
    auto job = [&](store::Transaction& tx) -> Result<void> {
        const auto state = m_vectors.state(tx);
        if (!state) {
            return fail(state.error());
        }
        if (pass.made > 0 && state->active == pass.identity) {
            // What is there already may be found.
            if (auto raised = m_documents.raiseIndexVersion(tx); !raised) {
                return raised;
            }
        }
        return addJob(tx, tenant, pass.identity);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

} // namespace parley::server::knowledge
