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

} // namespace

Library::Library(store::Database& database, runtime::WorkerPool& cpu, std::size_t maxOpen)
    : m_database(database), m_cpu(cpu), m_maxOpen(maxOpen)
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

boost::asio::awaitable<Result<Library::Index>> Library::newest(TenantId tenant, runtime::Budget budget)
{
    auto job = [&](store::ReadTransaction& tx) { return m_documents.indexVersion(tx); };
    auto scope = store::Scope::of(tenant);
    auto version = co_await m_database.read(scope, job);
    if (!version) {
        co_return fail(std::move(version).error());
    }
    co_return co_await index(std::move(tenant), *version, budget);
}

boost::asio::awaitable<Result<Library::Index>>
Library::index(TenantId tenant, std::int64_t version, runtime::Budget budget)
{
    const auto entry = entryOf(tenant);
    for (;;) {
        std::shared_ptr<runtime::Notifier> notifier;
        {
            const std::unique_lock lock(m_mutex);
            if (entry->version >= version) {
                co_return Index(entry->index);
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
    // Only the refreshing coroutine touches `documents`.
    auto changes = co_await readChanges(tenant, entry->documents);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto apply = [&]() -> Result<void> {
        for (const auto& [id, updated] : entry->documents) {
            if (!changes->documents.contains(id)) {
                entry->index->remove(DocumentId{id});
            }
        }
        for (const IndexedDocument& document : changes->changed) {
            // A document too many is left out and not looked at again before it changes: the tenant's other
            // documents still answer.
            if (auto put = entry->index->put(document); !put) {
                log().error("a document does not fit into the index",
                            {{"tenant", tenant.value},
                             {"document", document.id.value},
                             {"why", put.error().message}});
            }
        }
        return {};
    };
    auto applied = co_await m_cpu.run(apply);
    if (!applied) {
        co_return applied;
    }
    entry->documents = std::move(changes->documents);
    const std::unique_lock lock(m_mutex);
    entry->version = changes->version;
    co_return Result<void>();
}

boost::asio::awaitable<Result<Library::Changes>>
Library::readChanges(TenantId tenant, std::map<std::string, std::int64_t> known)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<Changes> {
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
            auto read = readDocument(tx, document.id);
            if (!read) {
                return fail(std::move(read).error());
            }
            changes.changed.push_back(*std::move(read));
        }
        return changes;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

Result<IndexedDocument> Library::readDocument(store::ReadTransaction& tx, const DocumentId& id) const
{
    auto row = m_documents.find(tx, id);
    if (!row || !*row) {
        return fail(row ? Error{ErrorCode::NotFound, "The document has gone.", {}, {}, {}, {}}
                        : std::move(row).error());
    }
    IndexedDocument document;
    document.id = id;
    document.title = (*row)->title;
    document.internal = (*row)->visibility == "internal";
    for (std::int64_t after = -1;;) {
        auto page = m_documents.chunks(tx, id, after, kChunkPage);
        if (!page) {
            return fail(std::move(page).error());
        }
        for (const store::ChunkRow& chunk : *page) {
            IndexedChunk indexed;
            indexed.id = chunk.id;
            indexed.headings = chunk.headings;
            indexed.text = chunk.text;
            indexed.page = static_cast<int>(chunk.page.value_or(0));
            document.chunks.push_back(std::move(indexed));
            after = chunk.ordinal;
        }
        if (page->size() < static_cast<std::size_t>(kChunkPage)) {
            return document;
        }
    }
}

} // namespace parley::server::knowledge
