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

/// The indexes of all tenants, of words and of vectors: each built from the store when it is first asked for,
/// then kept up to date document by document. Whoever asks names the version that the tenant's own
/// transaction showed, so that no node ever answers from an older state than the conversation has seen.
/// @thread any I/O thread
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

private:
    struct Entry {
        std::shared_ptr<KnowledgeIndex> index = std::make_shared<KnowledgeIndex>();
        std::map<std::string, std::int64_t> documents; ///< id -> updated_ms, of what the index holds
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
        TenantVectors::Changes vectors;
    };

    std::shared_ptr<Entry> entryOf(const TenantId& tenant);
    boost::asio::awaitable<Result<void>> refresh(TenantId tenant, std::shared_ptr<Entry> entry);
    boost::asio::awaitable<Result<Changes>> readChanges(TenantId tenant, Entry& entry);
    Result<Changes> readDocuments(store::ReadTransaction& tx,
                                  const std::map<std::string, std::int64_t>& known) const;
    boost::asio::awaitable<Result<TenantVectors::Wanted>> wantedVectors(TenantId tenant);
    /// Brings the tenant's indexes to this version. @errors as index()
    boost::asio::awaitable<Result<std::shared_ptr<Entry>>>
    entryAt(TenantId tenant, std::int64_t version, runtime::Budget budget);
    /// Whether the vectors could be searched that the entry left in the store.
    [[nodiscard]] bool lacksVectorsLocked(const Entry& entry) const;
    boost::asio::awaitable<std::vector<DenseHit>> nearest(
        TenantId tenant, DensePlace place, std::string query, bool includeInternal, runtime::Budget budget);
    boost::asio::awaitable<Result<std::int64_t>> newestVersion(TenantId tenant);
    Result<IndexedDocument> readDocument(store::ReadTransaction& tx, const DocumentId& id) const;
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
