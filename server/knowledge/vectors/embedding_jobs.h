// SPDX-License-Identifier: MIT
#pragma once

#include "server/jobs/queue.h"
#include "server/knowledge/vectors/embedders.h"
#include "server/runtime/worker_pool.h"
#include "server/store/database.h"
#include "server/store/document_repository.h"
#include "server/store/job_repository.h"
#include "server/store/vector_repository.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>

#include <atomic>
#include <chrono>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace parley::server::knowledge {

/// Kind of the jobs that make the vectors that passages lack.
inline constexpr std::string_view kEmbedJob = "knowledge.embed";

struct EmbeddingOptions {
    /// A job that is not done by then leaves the rest to the next one, so that others have their turn.
    std::chrono::milliseconds slice{30'000};
    /// Longest wait for one batch; shorter than the lease, which each batch renews.
    std::chrono::milliseconds batchLimit{30'000};
    std::int64_t leaseMs = 60'000;
    /// From so many passages on PostgreSQL's pgvector gets copies of the vectors (DenseSearchOptions).
    std::int64_t pgvectorChunks = 100'000;
};

/// How far a tenant's vectors are.
struct EmbeddingStatus {
    std::string kind;          ///< "onnx", "openai"; "none" without an embedder
    std::string identity;      ///< of the current embedder; empty: none, or not known yet
    std::string active;        ///< whose vectors searches compare; empty: none
    std::int64_t embedded = 0; ///< passages with a vector of the current embedder
    std::int64_t total = 0;    ///< passages
    std::string lastError;
};

/// Makes the vectors of passages in the background: durable jobs, in batches, each kept when it is done, so
/// that after a crash the next job goes on where the last one stopped. With another embedder all vectors are
/// made anew beside the old ones, which searches use until the last one is there; then they change over at
/// once.
/// @thread I/O
class EmbeddingJobs final : public jobs::Handler {
public:
    EmbeddingJobs(store::Database& database,
                  runtime::WorkerPool& cpu,
                  jobs::Queue& queue,
                  Embedders& embedders,
                  const Clock& clock,
                  IdSource& ids,
                  EmbeddingOptions options = {});

    /// Has the passages embedded that lack a vector, once the caller's transaction is committed; nothing
    /// where there is no embedder, or a job waits already. @errors Storage. @thread database worker
    Result<void> request(store::Transaction& tx, const TenantId& tenant) const;
    /// The same where something is to be done: at start, and after another embedder was chosen.
    /// @errors Storage
    boost::asio::awaitable<Result<void>> ensure(TenantId tenant);
    /// @errors Storage
    boost::asio::awaitable<Result<EmbeddingStatus>> status(TenantId tenant);

    /// @errors Timeout, Unavailable, Upstream those of the embedder; Unavailable this node has another
    /// embedder than the job was written for; Storage
    boost::asio::awaitable<Result<void>> run(TenantId tenant, store::JobRow job) override;
    boost::asio::awaitable<void> gaveUp(TenantId tenant, store::JobRow job, Error error) override;

private:
    struct Pass;               // one run of a job
    using Step = Result<bool>; // whether there may be more to do

    Result<void> addJob(store::Transaction& tx, const TenantId& tenant, const std::string& identity) const;
    boost::asio::awaitable<Result<void>> learnIdentity(nlp::Embedder& embedder);
    boost::asio::awaitable<Result<void>> work(TenantId tenant, Pass& pass);
    boost::asio::awaitable<Result<void>> begin(TenantId tenant, Pass& pass);
    boost::asio::awaitable<Step> embedBatch(TenantId tenant, Pass& pass);
    boost::asio::awaitable<Step>
    embedSingly(TenantId tenant, Pass& pass, std::vector<store::UnembeddedChunk> chunks);
    boost::asio::awaitable<Result<void>>
    keep(TenantId tenant, Pass& pass, std::vector<store::ChunkVector> vectors);
    /// @errors Cancelled another attempt has taken the job over
    Result<void> renewLease(store::Transaction& tx, const Pass& pass) const;
    boost::asio::awaitable<Step> mirrorBatch(TenantId tenant, Pass& pass);
    boost::asio::awaitable<Result<void>> goOnLater(TenantId tenant, Pass& pass);
    /// Changes over where another embedder's vectors are searched. @return whether passages came meanwhile
    boost::asio::awaitable<Step> finish(TenantId tenant, Pass& pass);
    boost::asio::awaitable<Step> removeBatch(TenantId tenant, Pass& pass);
    boost::asio::awaitable<void> noteError(TenantId tenant, std::string error);

    store::Database& m_database;
    runtime::WorkerPool& m_cpu;
    jobs::Queue& m_queue;
    Embedders& m_embedders;
    const Clock& m_clock;
    IdSource& m_ids;
    EmbeddingOptions m_options;
    /// Lets batches grow again when none took too long for a while: the machine was busy, and is not.
    void growBatches();

    /// Passages in one batch; fewer after one that took too long.
    std::atomic<int> m_mostAtOnce{std::numeric_limits<int>::max()};
    std::atomic<std::int64_t> m_batchesChangedMs{0}; ///< when that was changed last
    store::VectorRepository m_vectors;
    store::DocumentRepository m_documents;
    store::JobRepository m_jobs;
};

} // namespace parley::server::knowledge
