// SPDX-License-Identifier: MIT
#pragma once

#include "server/jobs/handler.h"
#include "server/knowledge/vectors/embedding_jobs.h"

namespace parley::server::knowledge {

/// Reads documents by another handler and has the new passages embedded. The job is done only when that is
/// asked for: after a crash in between it is done again. @thread I/O
class EmbedAfterIngestion final : public jobs::Handler {
public:
    /// @param ingestion  reads the documents; outlives this, as everything else here
    EmbedAfterIngestion(jobs::Handler& ingestion, EmbeddingJobs& embedding, store::Database& database)
        : m_ingestion(ingestion), m_embedding(embedding), m_database(database)
    {}

    /// @errors those of the ingestion; Storage
    boost::asio::awaitable<Result<void>> run(TenantId tenant, store::JobRow job) override;
    boost::asio::awaitable<void> gaveUp(TenantId tenant, store::JobRow job, Error error) override;

private:
    jobs::Handler& m_ingestion;
    EmbeddingJobs& m_embedding;
    store::Database& m_database;
};

} // namespace parley::server::knowledge
