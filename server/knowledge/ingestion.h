// SPDX-License-Identifier: MIT
#pragma once

#include "server/jobs/handler.h"
#include "server/knowledge/document_reading.h"
#include "server/runtime/worker_pool.h"

namespace parley::server::knowledge {

/// Reads queued documents. Doing it twice gives the same. @thread I/O; the reading itself, which blocks for
/// as long as the document takes, on a pool of its own
class Ingestion final : public jobs::Handler {
public:
    /// @param pool  a thread for each document that is read at the same time
    Ingestion(const ReadingServices& services, runtime::WorkerPool& pool, const ReadingPace& pace = {});

    /// @errors those of DocumentReading::run; Unavailable the pool
    boost::asio::awaitable<Result<void>> run(TenantId tenant, store::JobRow job) override;
    boost::asio::awaitable<void> gaveUp(TenantId tenant, store::JobRow job, Error error) override;

private:
    ReadingServices m_services;
    runtime::WorkerPool& m_pool;
    ReadingPace m_pace;
    store::DocumentRepository m_documents;
    store::DocumentReadingRepository m_readings;
};

} // namespace parley::server::knowledge
