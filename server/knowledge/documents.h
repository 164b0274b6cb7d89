// SPDX-License-Identifier: MIT
#pragma once

#include "server/jobs/queue.h"
#include "server/knowledge/knowledge_index.h"
#include "server/knowledge/library.h"
#include "server/knowledge/reading_stops.h"
#include "server/runtime/worker_pool.h"
#include "server/store/blobs.h"
#include "server/store/database.h"
#include "server/store/document_reading_repository.h"
#include "server/store/document_repository.h"
#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::knowledge {

/// Kind of the jobs that read documents.
inline constexpr std::string_view kIngestJob = "knowledge.ingest";

/// Bytes that lie in a file.
struct FileRange {
    std::filesystem::path path;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

/// A document on its way into the knowledge base.
struct NewDocument {
    std::string title;
    std::string bytes;
    /// Where its bytes are instead of in `bytes`; they are copied from there while add() runs.
    std::optional<FileRange> file;
    /// One that isReadable().
    std::string contentType;
    std::string category;
    /// "public" or "internal"
    std::string visibility = "public";
    /// File name or address it came from; may be empty.
    std::string source;
};

/// Whether documents of this type are read: PDF, DOCX, HTML, Markdown, plain text and CSV.
bool isReadable(std::string_view contentType);

/// A document that was taken in.
struct AddedDocument {
    store::DocumentRow row;
    /// A document with the same bytes that is there already; empty: none.
    DocumentId duplicateOf;
};

/// What the documents are kept with. All outlive them.
struct DocumentServices {
    store::Database& database;
    const store::Blobs& blobs;
    runtime::WorkerPool& cpu;   ///< searches
    runtime::WorkerPool& files; ///< copies; apart from `cpu`, so that a slow disk keeps no answer waiting
    jobs::Queue& queue;
    Library& library;
    ReadingStops& stops;
    const Clock& clock;
    IdSource& ids;
};

/// The documents of a tenant's knowledge base. Their bytes are a blob, their reading is a durable job: when
/// `add` returns, both are safe. @thread I/O
class Documents {
public:
    explicit Documents(const DocumentServices& services);

    /// @errors InvalidArgument empty content; UnsupportedMediaType a format that is not read; Conflict the
    /// quota is reached; Unavailable the disk is full; Storage
    boost::asio::awaitable<Result<AddedDocument>> add(TenantId tenant, NewDocument document);

    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<store::DocumentRow>> get(TenantId tenant, DocumentId id);
    /// Newest first; `before` exclusive. @errors Storage
    boost::asio::awaitable<Result<std::vector<store::DocumentRow>>>
    list(TenantId tenant, std::string before, int limit);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<std::vector<store::ChunkRow>>>
    chunks(TenantId tenant, DocumentId id, std::int64_t after, int limit);
    /// Changes what is told of it; answers follow at once. @errors NotFound; Storage
    boost::asio::awaitable<Result<store::DocumentRow>>
    change(TenantId tenant, DocumentId id, store::DocumentChange change);
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
    Result<void>
    keepBytes(const TenantId& tenant, const NewDocument& document, store::DocumentRow& row) const;
    Result<void>
    create(store::Transaction& tx, const TenantId& tenant, store::DocumentRow& row, std::int64_t most) const;

    DocumentServices m_services;
    store::DocumentRepository m_documents;
    store::DocumentReadingRepository m_readings;
};

} // namespace parley::server::knowledge
