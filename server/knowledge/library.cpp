// SPDX-License-Identifier: MIT
#include "server/knowledge/library.h"

#include "server/telemetry/log.h"

#include <boost/asio/this_coro.hpp>

#include <chrono>

namespace parley::server::knowledge {

namespace {

/// Longest wait for another coroutine's refresh.
constexpr auto kRefreshLimit = std::chrono::seconds(30);
const telemetry::Log& log()
{
    static const telemetry::Log kLog("knowledge");
    return kLog;
}

/// Chunks read from the store at once.
constexpr int kChunkPage = 500;

/// Up to here a search takes less than handing it to another thread and back would (tests/bench).
constexpr std::size_t kInlineChunks = 500;

} // namespace

Library::Library(store::Database& database, runtime::WorkerPool& cpu, std::size_t maxOpen, DenseSearch* dense)
    : m_database(database), m_cpu(cpu), m_maxOpen(maxOpen), m_dense(dense)
{}

/// Ends a refresh, however it ends, and wakes those who wait for it.
class Library::Refreshing {
public:
    Refreshing(Library& library, Entry& entry) : m_library(library), m_entry(entry) {}
    ~Refreshing()
    {
        std::vector<std::weak_ptr<runtime::Notifier>> waiting;
        {
            const std::lock_guard lock(m_library.m_mutex);
            m_entry.isRefreshing = false;
            waiting.swap(m_entry.waiting);
        }
        for (const auto& other : waiting) {
            if (const auto alive = other.lock()) {
                alive->notify();
            }
        }
    }
    Refreshing(const Refreshing&) = delete;
    Refreshing& operator=(const Refreshing&) = delete;

private:
    Library& m_library;
    Entry& m_entry;
};

std::shared_ptr<Library::Entry> Library::entryOf(const TenantId& tenant)
{
    const std::lock_guard lock(m_mutex);
    auto& entry = m_entries[tenant.value];
    if (!entry) {
        entry = std::make_shared<Entry>();
    }
    // A copy, because evicting may move the map's own.
    const std::shared_ptr<Entry> kept = entry;
    kept->lastUse = ++m_clock;
    evictLocked();
    return kept;
}

void Library::evictLocked()
{
    while (m_entries.size() > m_maxOpen) {
        auto oldest = m_entries.end();
        for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
            const bool isOlder = oldest == m_entries.end() || it->second->lastUse < oldest->second->lastUse;
            if (isOlder && !it->second->isRefreshing) {
                oldest = it;
            }
        }
        if (oldest == m_entries.end()) {
            return;
        }
        m_entries.erase(oldest);
    }
}

boost::asio::awaitable<Result<std::int64_t>> Library::newestVersion(TenantId tenant)
{
    auto job = [&](store::ReadTransaction& tx) { return m_documents.indexVersion(tx); };
    auto scope = store::Scope::of(std::move(tenant));
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<Library::Index>> Library::newest(TenantId tenant, runtime::Budget budget)
{
    auto version = co_await newestVersion(tenant);
    if (!version) {
        co_return fail(std::move(version).error());
    }
    co_return co_await index(std::move(tenant), *version, budget);
}

boost::asio::awaitable<Result<Library::Index>>
Library::index(TenantId tenant, std::int64_t version, runtime::Budget budget)
{
    auto entry = co_await entryAt(std::move(tenant), version, budget);
    if (!entry) {
        co_return fail(std::move(entry).error());
    }
    co_return Index((*entry)->index);
}

bool Library::lacksVectorsLocked(const Entry& entry) const
{
    // An embedder that had not said who it is when the entry was read, or that came later.
    return m_dense != nullptr && entry.place.identity != entry.active && m_dense->hasEmbedder(entry.active);
}

boost::asio::awaitable<Result<std::shared_ptr<Library::Entry>>>
Library::entryAt(TenantId tenant, std::int64_t version, runtime::Budget budget)
{
    const auto entry = entryOf(tenant);
    for (;;) {
        std::shared_ptr<runtime::Notifier> notifier;
        {
            const std::unique_lock lock(m_mutex);
            if (entry->version >= version && !lacksVectorsLocked(*entry)) {
                co_return entry;
            }
        }
        auto executor = co_await boost::asio::this_coro::executor;
        bool isMine = false;
        {
            const std::unique_lock lock(m_mutex);
            if (!entry->isRefreshing) {
                entry->isRefreshing = true;
                isMine = true;
            } else {
                notifier = std::make_shared<runtime::Notifier>(executor);
                entry->waiting.push_back(notifier);
            }
        }
        if (!isMine) {
            const bool woken = co_await notifier->wait(budget.atMost(kRefreshLimit).deadline);
            if (!woken) {
                co_return fail(ErrorCode::Timeout, "The knowledge base is still being read.");
            }
            continue;
        }
        // Also when this coroutine is cancelled or throws: nobody must wait for a refresh that nobody makes.
        const Refreshing guard(*this, *entry);
        auto refreshed = co_await refresh(tenant, entry);
        if (!refreshed) {
            co_return fail(std::move(refreshed).error());
        }
    }
}

boost::asio::awaitable<Result<void>> Library::refresh(TenantId tenant, std::shared_ptr<Entry> entry)
{
    // Only the refreshing coroutine touches `documents` and `vectors`.
    auto changes = co_await readChanges(tenant, *entry);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto takeIn = [&]() -> Result<void> {
        apply(tenant, *entry, *changes);
        return {};
    };
    auto applied = co_await m_cpu.run(takeIn);
    if (!applied) {
        co_return applied;
    }
    entry->documents = std::move(changes->documents);
    const std::unique_lock lock(m_mutex);
    entry->version = changes->version;
    entry->place = entry->vectors.place();
    entry->active = entry->vectors.active();
    co_return Result<void>();
}

void Library::apply(const TenantId& tenant, Entry& entry, Changes& changes)
{
    for (const auto& [id, updated] : entry.documents) {
        if (!changes.documents.contains(id)) {
            entry.index->remove(DocumentId{id});
        }
    }
    applyPrepared(tenant, entry, changes);
    for (const IndexedDocument& document : changes.changed) {
        // A document too many is left out and not looked at again before it changes: the tenant's other
        // documents still answer, but what it said before does not.
        if (auto put = entry.index->put(document); !put) {
            entry.index->remove(document.id);
            log().error("a document does not fit into the index",
                        {{"tenant", tenant.value},
                         {"document", document.id.value},
                         {"why", put.error().message}});
        }
    }
    // Last: a vector without its passage would be passed over.
    entry.vectors.apply(std::move(changes.vectors));
}

boost::asio::awaitable<Result<TenantVectors::Wanted>> Library::wantedVectors(TenantId tenant)
{
    TenantVectors::Wanted wanted;
    if (m_dense == nullptr) {
        co_return wanted;
    }
    auto look = [&](store::ReadTransaction& tx) { return m_vectors.state(tx); };
    auto scope = store::Scope::of(std::move(tenant));
    auto state = co_await m_database.read(scope, look);
    if (!state) {
        co_return fail(std::move(state).error());
    }
    wanted.dimensions = m_dense->dimensionsOf(state->active);
    if (wanted.dimensions == 0) {
        co_return wanted;
    }
    wanted.identity = state->active;
    wanted.pgvectorChunks = m_dense->options().pgvectorChunks;
    if (state->total >= wanted.pgvectorChunks) {
        wanted.mayUseDatabase = co_await m_dense->isInDatabase(wanted.dimensions);
    }
    co_return wanted;
}

boost::asio::awaitable<Result<Library::Changes>> Library::readChanges(TenantId tenant, Entry& entry)
{
    auto wanted = co_await wantedVectors(tenant);
    if (!wanted) {
        co_return fail(std::move(wanted).error());
    }
    PreparedDocuments prepared;
    {
        const std::unique_lock lock(m_mutex);
        prepared = entry.prepared;
    }
    auto job = [&](store::ReadTransaction& tx) -> Result<Changes> {
        auto changes = readDocuments(tx, entry.documents, prepared);
        if (!changes || m_dense == nullptr) {
            return changes;
        }
        auto vectors = entry.vectors.read(tx, *wanted, changes->documents, entry.documents);
        if (!vectors) {
            return fail(std::move(vectors).error());
        }
        changes->vectors = *std::move(vectors);
        return changes;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

Result<Library::Changes> Library::readDocuments(store::ReadTransaction& tx,
                                                const std::map<std::string, std::int64_t>& known,
                                                const PreparedDocuments& prepared) const
{
    Changes changes;
    auto version = m_documents.indexVersion(tx);
    if (!version) {
        return fail(std::move(version).error());
    }
    changes.version = *version;
    auto ready = m_documents.readyVersions(tx);
    if (!ready) {
        return fail(std::move(ready).error());
    }
    for (const store::DocumentVersion& document : *ready) {
        changes.documents.emplace(document.id.value, document.updatedMs);
        const auto held = known.find(document.id.value);
        if (held != known.end() && held->second == document.updatedMs) {
            continue;
        }
        if (auto read = readChanged(tx, document.id, prepared, changes); !read) {
            return fail(std::move(read).error());
        }
    }
    return changes;
}

boost::asio::awaitable<std::vector<DenseHit>> Library::nearest(
    TenantId tenant, DensePlace place, std::string query, bool includeInternal, runtime::Budget budget)
{
    std::vector<DenseHit> hits;
    if (m_dense == nullptr || place.identity.empty() || place.chunks == 0) {
        co_return hits;
    }
    auto vector = co_await m_dense->queryVector(place.identity, std::move(query), budget);
    if (!vector) {
        co_return hits;
    }
    if (!place.memory) {
        co_return co_await m_dense->nearest(
            std::move(tenant), place.identity, *std::move(vector), place.chunks, includeInternal);
    }
    auto look = [&]() -> Result<std::vector<DenseHit>> {
        return place.memory->search(*vector, m_dense->options().hits, includeInternal);
    };
    if (place.memory->size() <= kInlineChunks) {
        co_return *look();
    }
    auto found = co_await m_cpu.run(look);
    if (found) {
        hits = *std::move(found);
    }
    co_return hits;
}

boost::asio::awaitable<Result<SearchResult>> Library::search(
    TenantId tenant, std::int64_t version, std::string query, SearchOptions options, runtime::Budget budget)
{
    auto entry = co_await entryAt(tenant, version, budget);
    if (!entry) {
        co_return fail(std::move(entry).error());
    }
    const std::shared_ptr<KnowledgeIndex> words = (*entry)->index;
    DensePlace place;
    {
        const std::unique_lock lock(m_mutex);
        place = (*entry)->place;
    }
    const auto dense =
        co_await nearest(std::move(tenant), std::move(place), query, options.includeInternal, budget);
    options.dense = dense;
    auto work = [&]() -> Result<SearchResult> { return words->search(query, options); };
    if (words->chunkCount() <= kInlineChunks) {
        co_return work();
    }
    co_return co_await m_cpu.run(work);
}

boost::asio::awaitable<Result<SearchResult>>
Library::searchNewest(TenantId tenant, std::string query, SearchOptions options, runtime::Budget budget)
{
    auto version = co_await newestVersion(tenant);
    if (!version) {
        co_return fail(std::move(version).error());
    }
    co_return co_await search(std::move(tenant), *version, std::move(query), options, budget);
}

Result<IndexedDocument> Library::readDocument(store::ReadTransaction& tx, const store::DocumentRow& row) const
{
    IndexedDocument document;
    document.id = row.id;
    document.title = row.title;
    document.internal = row.visibility == "internal";
    for (std::int64_t after = -1;;) {
        auto page = m_documents.chunks(tx, row.id, after, kChunkPage);
        if (!page) {
            return fail(std::move(page).error());
        }
        for (store::ChunkRow& chunk : *page) {
            after = chunk.ordinal;
            document.chunks.push_back(indexedChunk(std::move(chunk)));
        }
        if (page->size() < static_cast<std::size_t>(kChunkPage)) {
            return document;
        }
    }
}

} // namespace parley::server::knowledge
