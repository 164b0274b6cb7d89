// SPDX-License-Identifier: MIT
#include "server/knowledge/vectors/embedding_jobs.h"

#include "server/knowledge/vectors/embedding_pass.h"
#include "server/telemetry/log.h"

#include <nlohmann/json.hpp>

#include <array>

namespace parley::server::knowledge {

namespace {

const telemetry::Log& log()
{
    static const telemetry::Log kLog("knowledge");
    return kLog;
}

/// Tries of one job, the waits between them doubling to half an hour: about a day without the embedder.
constexpr std::int64_t kAttempts = 40;

std::string payloadFor(const std::string& identity)
{
    return nlohmann::json{{"embedder", identity}}.dump();
}

/// Whose vectors the job was written for; empty: whose the node has.
std::string wantedOf(const store::JobRow& job)
{
    const auto payload = nlohmann::json::parse(job.payload, nullptr, false);
    return payload.is_object() ? payload.value("embedder", std::string()) : std::string();
}

} // namespace

EmbeddingJobs::EmbeddingJobs(store::Database& database,
                             runtime::WorkerPool& cpu,
                             jobs::Queue& queue,
                             Embedders& embedders,
                             const Clock& clock,
                             IdSource& ids,
                             EmbeddingOptions options)
    : m_database(database),
      m_cpu(cpu),
      m_queue(queue),
      m_embedders(embedders),
      m_clock(clock),
      m_ids(ids),
      m_options(options)
{}

Result<void>
EmbeddingJobs::addJob(store::Transaction& tx, const TenantId& tenant, const std::string& identity) const
{
    store::JobRow job;
    job.id = m_ids.make<JobId>();
    job.kind = kEmbedJob;
    job.subject = "vectors";
    job.payload = payloadFor(identity);
    job.maxAttempts = kAttempts;
    job.dueMs = m_clock.nowMs();
    job.createdMs = job.dueMs;
    return m_queue.add(tx, tenant, std::move(job));
}

Result<void> EmbeddingJobs::request(store::Transaction& tx, const TenantId& tenant) const
{
    const auto embedder = m_embedders.current();
    if (!embedder) {
        return {};
    }
    // One for another embedder makes none of this one's vectors.
    const std::string identity = embedder->identity();
    const auto waiting = m_vectors.isJobWaiting(tx, kEmbedJob, payloadFor(identity), m_clock.nowMs());
    if (!waiting) {
        return fail(waiting.error());
    }
    return *waiting ? Result<void>() : addJob(tx, tenant, identity);
}

boost::asio::awaitable<Result<void>> EmbeddingJobs::ensure(TenantId tenant)
{
    const auto embedder = m_embedders.current();
    if (!embedder) {
        co_return Result<void>();
    }
    const std::string identity = embedder->identity();
    auto look = [&](store::ReadTransaction& tx) -> Result<bool> {
        const auto lacking = m_vectors.missing(tx, identity, ChunkId{}, 1);
        if (!lacking || !lacking->empty()) {
            return lacking ? Result<bool>(true) : fail(lacking.error());
        }
        const auto state = m_vectors.state(tx);
        if (!state) {
            return fail(state.error());
        }
        return !state->active.empty() && state->active != identity;
    };
    auto scope = store::Scope::of(tenant);
    auto needed = co_await m_database.read(scope, look);
    if (!needed) {
        co_return fail(std::move(needed).error());
    }
    if (!*needed) {
        co_return Result<void>();
    }
    auto ask = [&](store::Transaction& tx) { return request(tx, tenant); };
    co_return co_await m_database.transact(scope, ask);
}

boost::asio::awaitable<Result<EmbeddingStatus>> EmbeddingJobs::status(TenantId tenant)
{
    const auto embedder = m_embedders.current();
    EmbeddingStatus status;
    status.kind = embedder ? std::string(embedder->kind()) : "none";
    status.identity = embedder ? embedder->identity() : std::string();
    auto look = [&](store::ReadTransaction& tx) -> Result<EmbeddingStatus> {
        const auto state = m_vectors.state(tx);
        const auto counts = m_vectors.counts(tx, status.identity);
        if (!state || !counts) {
            return fail(state ? counts.error() : state.error());
        }
        status.active = state->active;
        status.embedded = counts->embedded;
        status.total = counts->total;
        status.lastError = state->error;
        return status;
    };
    auto scope = store::Scope::of(std::move(tenant));
    co_return co_await m_database.read(scope, look);
}

boost::asio::awaitable<Result<void>> EmbeddingJobs::learnIdentity(nlp::Embedder& embedder)
{
    if (!embedder.identity().empty()) {
        co_return Result<void>();
    }
    std::vector<std::string> probe;
    probe.emplace_back("parley");
    const auto budget = runtime::Budget::of(m_options.batchLimit);
    auto asked = co_await embedder.embed(std::move(probe), nlp::EmbedKind::Passage, budget);
    if (!asked) {
        co_return fail(std::move(asked).error());
    }
    if (embedder.identity().empty()) {
        co_return fail(ErrorCode::Internal, "The embedder does not say which one it is.");
    }
    co_return Result<void>();
}

boost::asio::awaitable<Result<void>> EmbeddingJobs::run(TenantId tenant, store::JobRow job)
{
    Pass pass;
    pass.embedder = m_embedders.current();
    if (!pass.embedder) {
        co_return Result<void>();
    }
    auto known = co_await learnIdentity(*pass.embedder);
    if (!known) {
        co_await noteError(tenant, known.error().message);
        co_return known;
    }
    pass.identity = pass.embedder->identity();
    pass.until = std::chrono::steady_clock::now() + m_options.slice;
    if (const auto wanted = wantedOf(job); !wanted.empty() && wanted != pass.identity) {
        // While nodes are being updated one with the wanted embedder takes it; afterwards it is given up.
        co_return fail(ErrorCode::Unavailable, "This node has another embedder.", wanted);
    }
    pass.job = std::move(job);
    auto worked = co_await work(tenant, pass);
    if (!worked && worked.error().code != ErrorCode::Cancelled) {
        co_await noteError(tenant, worked.error().message);
    }
    co_return worked;
}

boost::asio::awaitable<Result<void>> EmbeddingJobs::work(TenantId tenant, Pass& pass)
{
    auto begun = co_await begin(tenant, pass);
    if (!begun) {
        co_return begun;
    }
    // In this order: what is searched changes over only when everything is there.
    using Stage = boost::asio::awaitable<Step> (EmbeddingJobs::*)(TenantId, Pass&);
    static constexpr std::array<Stage, 4> kStages = {&EmbeddingJobs::embedBatch,
                                                     &EmbeddingJobs::mirrorBatch,
                                                     &EmbeddingJobs::finish,
                                                     &EmbeddingJobs::removeBatch};
    for (const Stage stage : kStages) {
        for (;;) {
            auto step = co_await (this->*stage)(tenant, pass);
            if (!step) {
                co_return fail(std::move(step).error());
            }
            if (!*step) {
                break;
            }
            if (stage == &EmbeddingJobs::finish || std::chrono::steady_clock::now() >= pass.until) {
                co_return co_await goOnLater(std::move(tenant), pass);
            }
        }
    }
    log().info("passages embedded",
               {{"tenant", tenant.value}, {"embedder", pass.identity}, {"vectors", pass.made}});
    co_return Result<void>();
}

boost::asio::awaitable<void> EmbeddingJobs::gaveUp(TenantId tenant, store::JobRow job, Error error)
{
    const auto embedder = m_embedders.current();
    if (!embedder || wantedOf(job) != embedder->identity()) {
        co_return; // of an embedder that nobody has any more
    }
    log().error("passages stay without vectors", {{"tenant", tenant.value}, {"why", error.message}});
    co_await noteError(std::move(tenant), error.message);
}

boost::asio::awaitable<void> EmbeddingJobs::noteError(TenantId tenant, std::string error)
{
    auto note = [&](store::Transaction& tx) -> Result<void> {
        auto state = m_vectors.state(tx);
        if (!state) {
            return fail(std::move(state).error());
        }
        state->error = error;
        state->updatedMs = m_clock.nowMs();
        return m_vectors.saveState(tx, *state);
    };
    auto scope = store::Scope::of(std::move(tenant));
    // The failure itself is what the queue hears of.
    (void)co_await m_database.transact(scope, note);
}

} // namespace parley::server::knowledge
