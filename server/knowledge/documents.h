// SPDX-License-Identifier: MIT
#pragma once

#include "server/jobs/queue.h"
#include "server/knowledge/knowledge_index.h"
#include "server/knowledge/library.h"
#include "server/runtime/worker_pool.h"
#include "server/store/blobs.h"
#include "server/store/database.h"
#include "server/store/document_repository.h"
#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <vector>

namespace parley::server::knowledge {

/// Kind of the jobs that read documents.
inline constexpr std::string_view kIngestJob = "knowledge.ingest";

/// A document on its way into the knowledge base.
struct NewDocument {
    std::string title;
    std::string bytes;
    /// text/plain, text/markdown or text/html
    std::string contentType;
    std::string category;
    /// "public" or "internal"
    std::string visibility = "public";
    /// File name or address it came from; may be empty.
    std::string source;
};

/// A document that was taken in.
struct AddedDocument {
    store::DocumentRow row;
    /// A document with the same bytes that is there already; empty: none.
    DocumentId duplicateOf;
};

/// The documents of a tenant's knowledge base. Their bytes are a blob, their reading is a durable job: when
/// `add` returns, both are safe. @thread I/O
class Documents {
public:
    Documents(store::Database& database,
              const store::Blobs& blobs,
              runtime::WorkerPool& cpu,
              jobs::Queue& queue,
              Library& library,
              const Clock& clock,
              IdSource& ids);

    /// @errors InvalidArgument empty content; UnsupportedMediaType a format that is not read; Storage
    boost::asio::awaitable<Result<AddedDocument>> add(TenantId tenant, NewDocument document);

    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<store::DocumentRow>> get(TenantId tenant, DocumentId id);
    /// Newest first; `before` exclusive. @errors Storage
    boost::asio::awaitable<Result<std::vector<store::DocumentRow>>>
    list(TenantId tenant, std::string before, int limit);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<std::vector<store::ChunkRow>>>
    chunks(TenantId tenant, DocumentId id, std::int64_t after, int limit);
    /// Removes the document, its passages and its blob. @errors NotFound; Storage
    boost::asio::awaitable<Result<void>> remove(TenantId tenant, DocumentId id);
    /// Stops reading it. @errors NotFound; Conflict it is read already; Storage
    boost::asio::awaitable<Result<store::DocumentRow>> cancel(TenantId tenant, DocumentId id);
    /// Reads it again. @errors NotFound; Conflict it is being read; Storage
    boost::asio::awaitable<Result<store::DocumentRow>> retry(TenantId tenant, DocumentId id);

    /// What a question finds, internal documents included. @errors Storage, Timeout
    boost::asio::awaitable<Result<std::vector<Hit>>>
    search(TenantId tenant, std::string query, std::size_t limit);

private:
    Result<void> enqueue(store::Transaction& tx, const TenantId& tenant, const DocumentId& id) const;
    Result<store::DocumentRow> existing(store::ReadTransaction& tx, const DocumentId& id) const;

    store::Database& m_database;
    const store::Blobs& m_blobs;
    runtime::WorkerPool& m_cpu;
    jobs::Queue& m_queue;
    Library& m_library;
    const Clock& m_clock;
    IdSource& m_ids;
    store::DocumentRepository m_documents;
};

} // namespace parley::server::knowledge
