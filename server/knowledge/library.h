// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/knowledge_index.h"
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

/// The indexes of all tenants: each built from the store when it is first asked for, then kept up to date
/// document by document. Whoever asks names the version that the tenant's own transaction showed, so that no
/// node ever answers from an older state than the conversation has seen. @thread any I/O thread
class Library {
public:
    using Index = std::shared_ptr<const KnowledgeIndex>;

    /// @param maxOpen  indexes kept in memory; the least recently used one goes first
    Library(store::Database& database, runtime::WorkerPool& cpu, std::size_t maxOpen = 256);

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
    };

    std::shared_ptr<Entry> entryOf(const TenantId& tenant);
    boost::asio::awaitable<Result<void>> refresh(TenantId tenant, std::shared_ptr<Entry> entry);
    boost::asio::awaitable<Result<Changes>> readChanges(TenantId tenant,
                                                        std::map<std::string, std::int64_t> known);
    Result<IndexedDocument> readDocument(store::ReadTransaction& tx, const DocumentId& id) const;
    void evictLocked();

    store::Database& m_database;
    runtime::WorkerPool& m_cpu;
    store::DocumentRepository m_documents;
    std::size_t m_maxOpen;
    std::mutex m_mutex; // guards everything below, and the entries but for their index
    std::uint64_t m_clock = 0;
    std::unordered_map<std::string, std::shared_ptr<Entry>> m_entries;
};

} // namespace parley::server::knowledge
