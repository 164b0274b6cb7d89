// SPDX-License-Identifier: MIT
#pragma once

#include "server/jobs/handler.h"
#include "server/runtime/worker_pool.h"
#include "server/store/blobs.h"
#include "server/store/database.h"
#include "server/store/document_repository.h"
#include "shared/core/clock.h"

namespace parley::server::knowledge {

/// Reads queued documents: blob, text, passages; then puts the new passages in the place of the old ones in
/// one transaction. Doing it twice gives the same. @thread I/O; the reading itself on the cpu pool
class Ingestion final : public jobs::Handler {
public:
    Ingestion(store::Database& database,
              const store::Blobs& blobs,
              runtime::WorkerPool& cpu,
              const Clock& clock,
              IdSource& ids);

    /// @errors NotFound the blob has gone; InvalidArgument nothing to read in it; Storage
    boost::asio::awaitable<Result<void>> run(TenantId tenant, store::JobRow job) override;
    boost::asio::awaitable<void> gaveUp(TenantId tenant, store::JobRow job, Error error) override;

private:
    Result<std::vector<store::ChunkRow>> read(const TenantId& tenant,
                                              const store::DocumentRow& document) const;

    store::Database& m_database;
    const store::Blobs& m_blobs;
    runtime::WorkerPool& m_cpu;
    const Clock& m_clock;
    IdSource& m_ids;
    store::DocumentRepository m_documents;
};

} // namespace parley::server::knowledge
