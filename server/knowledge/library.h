// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/knowledge_index.h"
#include "server/knowledge/vectors/dense_search.h"
#include "server/knowledge/vectors/tenant_vectors.h"
#include "server/runtime/deadline.h"
#include "server/runtime/notifier.h"
#include "server/runtime/worker_pool.h"
#include "server/store/database.h"
#include "server/store/document_repository.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace parley::server::knowledge {

/// A passage of the store as an index takes it.
IndexedChunk indexedChunk(store::ChunkRow chunk);

/// The indexes of all tenants, of words and of vectors: each built from the store when it is first asked for,
/// then kept up to date document by document. Whoever asks names the version that the tenant's own
/// transaction showed, so that no node ever answers from an older state than the conversation has seen.
///
/// Whoever asks first after a change waits until it is taken in, and so sees it: a correction, a document
/// that was removed or made internal. For what one writes by hand that is a millisecond. The passages of a
/// large document are filed by its reading before they are published (prepare()), so that it takes no longer;
/// on another node the first question waits until that node has read them.
/// @thread any I/O thread, prepare() and forget() any
class Library {
public:
    using Index = std::shared_ptr<const KnowledgeIndex>;

    static constexpr std::size_t kDefaultOpen = 256;

    /// @param maxOpen  indexes kept in memory; the least recently used one goes first
    /// @param dense  what makes and searches vectors; null: words alone decide
    Library(store::Database& database,
            runtime::WorkerPool& cpu,
            std::size_t maxOpen = kDefaultOpen,
            DenseSearch* dense = nullptr);

    /// What a question finds, by its words and, where the tenant's passages have vectors and their embedder
    /// answers in time, by its meaning.
    /// @param options  `dense` is filled here
    /// @errors those of index(); Unavailable no room in the workers' queue
    boost::asio::awaitable<Result<SearchResult>> search(TenantId tenant,
                                                        std::int64_t version,
                                                        std::string query,
                                                        SearchOptions options,
                                                        runtime::Budget budget);

    /// The same at the newest version. @errors as above
    boost::asio::awaitable<Result<SearchResult>>
    searchNewest(TenantId tenant, std::string query, SearchOptions options, runtime::Budget budget);

    /// The tenant's index, at least of this version. One refresh at a time a tenant; the others wait for it.
    /// @errors Storage the store could not be read; Timeout the refresh took too long
    boost::asio::awaitable<Result<Index>>
    index(TenantId tenant, std::int64_t version, runtime::Budget budget);

    /// The same at the newest version. @errors as above
    boost::asio::awaitable<Result<Index>> newest(TenantId tenant, runtime::Budget budget);

    /// Files a document in the tenant's index that is about to be published, and is found by nobody before.
    /// Blocks for as long as indexing takes. Does nothing where nobody has asked for the tenant's index, or
    /// what is held already says so; then, and where this fails, the next index() reads the document from the
    /// store.
    /// @param lastOrdinal  of its last chunk
    void prepare(const TenantId& tenant, IndexedDocument document, std::int64_t lastOrdinal);
    /// What was prepared is not published after all.
    void forget(const TenantId& tenant, const DocumentId& id);
    /// Takes in what was prepared and is published now, so that no question has to. @errors those of index()
    boost::asio::awaitable<Result<void>> takeIn(TenantId tenant, DocumentId id, runtime::Budget budget);

private:
    /// A document that prepare() filed, and how the store's is known to be the same.
    struct Prepared {
        std::shared_ptr<const KnowledgeIndex::Staged> staged;
        std::string title;
        bool internal = false;
        ChunkId lastChunk;
        std::int64_t lastOrdinal = 0;
    };
    using PreparedDocuments = std::map<std::string, Prepared>;

    struct Entry {
        std::shared_ptr<KnowledgeIndex> index = std::make_shared<KnowledgeIndex>();
        std::map<std::string, std::int64_t> documents; ///< id -> updated_ms, of what the index holds
        PreparedDocuments prepared;                    ///< by id
        TenantVectors vectors;                         ///< as `documents`: of the refreshing coroutine alone
        DensePlace place;                              ///< where searches find the vectors
        std::string active;                            ///< the embedder that the tenant's state names
        std::int64_t version = -1;
        bool isRefreshing = false;
        std::uint64_t lastUse = 0;
        std::vector<std::weak_ptr<runtime::Notifier>> waiting;
    };
    class Refreshing;
    struct Changes {
        std::int64_t version = 0;
        std::map<std::string, std::int64_t> documents;
        std::vector<IndexedDocument> changed;
        PreparedDocuments prepared; ///< changed as well, and filed already
        TenantVectors::Changes vectors;
    };

    std::shared_ptr<Entry> entryOf(const TenantId& tenant);
    boost::asio::awaitable<Result<void>> refresh(TenantId tenant, std::shared_ptr<Entry> entry);
    boost::asio::awaitable<Result<Changes>> readChanges(TenantId tenant, Entry& entry);
    Result<Changes> readDocuments(store::ReadTransaction& tx,
                                  const std::map<std::string, std::int64_t>& known,
                                  const PreparedDocuments& prepared) const;
    Result<void> readChanged(store::ReadTransaction& tx,
                             const DocumentId& id,
                             const PreparedDocuments& prepared,
                             Changes& changes) const;
    Result<bool>
    isPrepared(store::ReadTransaction& tx, const store::DocumentRow& row, const Prepared& prepared) const;
    void apply(const TenantId& tenant, Entry& entry, Changes& changes);
    void applyPrepared(const TenantId& tenant, Entry& entry, Changes& changes);
    std::shared_ptr<Entry> builtEntry(const TenantId& tenant);
    boost::asio::awaitable<Result<TenantVectors::Wanted>> wantedVectors(TenantId tenant);
    /// Brings the tenant's indexes to this version. @errors as index()
    boost::asio::awaitable<Result<std::shared_ptr<Entry>>>
    entryAt(TenantId tenant, std::int64_t version, runtime::Budget budget);
    /// Whether the vectors could be searched that the entry left in the store.
    [[nodiscard]] bool lacksVectorsLocked(const Entry& entry) const;
    boost::asio::awaitable<std::vector<DenseHit>> nearest(
        TenantId tenant, DensePlace place, std::string query, bool includeInternal, runtime::Budget budget);
    boost::asio::awaitable<Result<std::int64_t>> newestVersion(TenantId tenant);
    Result<IndexedDocument> readDocument(store::ReadTransaction& tx, const store::DocumentRow& row) const;
    void evictLocked();

    store::Database& m_database;
    runtime::WorkerPool& m_cpu;
    store::DocumentRepository m_documents;
    store::VectorRepository m_vectors;
    std::size_t m_maxOpen;
    DenseSearch* m_dense;
    std::mutex m_mutex; // guards everything below, and the entries but for their index
    std::uint64_t m_clock = 0;
    std::unordered_map<std::string, std::shared_ptr<Entry>> m_entries;
};

} // namespace parley::server::knowledge
