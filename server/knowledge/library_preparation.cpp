// SPDX-License-Identifier: MIT
#include "server/knowledge/library.h"
#include "server/knowledge/staged_document.h"
#include "server/telemetry/log.h"

namespace parley::server::knowledge {

namespace {

/// No document's version.
constexpr std::int64_t kNeverRead = -1;

const telemetry::Log& log()
{
    static const telemetry::Log kLog("knowledge");
    return kLog;
}

} // namespace

IndexedChunk indexedChunk(store::ChunkRow chunk)
{
    IndexedChunk indexed;
    indexed.id = std::move(chunk.id);
    indexed.headings = std::move(chunk.headings);
    indexed.text = std::move(chunk.text);
    indexed.page = static_cast<int>(chunk.page.value_or(0));
    return indexed;
}

std::shared_ptr<Library::Entry> Library::builtEntry(const TenantId& tenant)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(tenant.value);
    return found != m_entries.end() && found->second->version >= 0 ? found->second : nullptr;
}

void Library::prepare(const TenantId& tenant, IndexedDocument document, std::int64_t lastOrdinal)
{
    const std::shared_ptr<Entry> entry = builtEntry(tenant);
    if (!entry || document.chunks.empty()) {
        return;
    }
    Prepared prepared;
    prepared.title = document.title;
    prepared.internal = document.internal;
    prepared.lastChunk = document.chunks.back().id;
    prepared.lastOrdinal = lastOrdinal;
    const DocumentId id = document.id;
    auto staged = entry->index->stage(std::move(document));
    if (!staged) {
        return; // the one who takes it in says why
    }
    prepared.staged = *std::move(staged);
    {
        const std::lock_guard lock(m_mutex);
        std::swap(entry->prepared[id.value], prepared);
    }
    if (prepared.staged) {
        entry->index->discard(*prepared.staged);
    }
}

void Library::forget(const TenantId& tenant, const DocumentId& id)
{
    const std::shared_ptr<Entry> entry = builtEntry(tenant);
    if (!entry) {
        return;
    }
    PreparedDocuments::node_type forgotten;
    {
        const std::lock_guard lock(m_mutex);
        forgotten = entry->prepared.extract(id.value);
    }
    if (!forgotten.empty()) {
        entry->index->discard(*forgotten.mapped().staged);
    }
}

boost::asio::awaitable<Result<void>> Library::takeIn(TenantId tenant, DocumentId id, runtime::Budget budget)
{
    {
        const std::shared_ptr<Entry> entry = builtEntry(tenant);
        const std::lock_guard lock(m_mutex);
        if (!entry || !entry->prepared.contains(id.value)) {
            co_return Result<void>();
        }
    }
    auto index = co_await newest(tenant, budget);
    // What a change of its title or visibility made of no use.
    forget(tenant, id);
    co_return index ? Result<void>() : fail(std::move(index).error());
}

Result<bool>
Library::isPrepared(store::ReadTransaction& tx, const store::DocumentRow& row, const Prepared& prepared) const
{
    const bool isAlike = row.title == prepared.title && (row.visibility == "internal") == prepared.internal &&
                         row.chunks == static_cast<std::int64_t>(prepared.staged->chunkCount());
    if (!isAlike) {
        return false;
    }
    // Every reading gives its passages new ids, and one that goes on replaces the last ones: with the last
    // passage all are the same.
    auto last = m_documents.chunks(tx, row.id, prepared.lastOrdinal - 1, 2);
    if (!last) {
        return fail(std::move(last).error());
    }
    return last->size() == 1 && last->front().id == prepared.lastChunk;
}

Result<void> Library::readChanged(store::ReadTransaction& tx,
                                  const DocumentId& id,
                                  const PreparedDocuments& prepared,
                                  Changes& changes) const
{
    auto row = m_documents.find(tx, id);
    if (!row || !*row) {
        return fail(row ? Error{ErrorCode::NotFound, "The document has gone.", {}, {}, {}, {}}
                        : std::move(row).error());
    }
    if (const auto filed = prepared.find(id.value); filed != prepared.end()) {
        auto isSame = isPrepared(tx, **row, filed->second);
        if (!isSame) {
            return fail(std::move(isSame).error());
        }
        if (*isSame) {
            changes.prepared.insert(*filed);
            return {};
        }
    }
    auto read = readDocument(tx, **row);
    if (!read) {
        return fail(std::move(read).error());
    }
    changes.changed.push_back(*std::move(read));
    return {};
}

void Library::applyPrepared(const TenantId& tenant, Entry& entry, Changes& changes)
{
    for (const auto& [id, prepared] : changes.prepared) {
        auto shown = entry.index->show(*prepared.staged);
        {
            const std::lock_guard lock(m_mutex);
            const auto held = entry.prepared.find(id);
            if (held != entry.prepared.end() && held->second.staged == prepared.staged) {
                entry.prepared.erase(held);
            }
        }
        if (shown && !*shown) {
            // Void: it counts as not seen yet, and this version as not reached, so that it is read now.
            changes.documents[id] = kNeverRead;
            changes.version = entry.version;
        } else if (!shown) {
            entry.index->remove(DocumentId{id});
            entry.index->discard(*prepared.staged);
            log().error("a document does not fit into the index",
                        {{"tenant", tenant.value}, {"document", id}, {"why", shown.error().message}});
        }
    }
}

} // namespace parley::server::knowledge
