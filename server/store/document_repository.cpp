// SPDX-License-Identifier: MIT
#include "server/store/document_repository.h"

#include "server/store/cache_repository.h"
#include "server/store/rows.h"

#include <nlohmann/json.hpp>

namespace parley::server::store {

namespace {

constexpr std::string_view kColumns = "id, title, source, content_type, category, visibility, locale, slug, "
                                      "status, error, progress, chunks, bytes, "
                                      "blob_key, digest, created_ms, updated_ms, pages, page, duplicate_of, "
                                      "similar_to, warnings, language";

/// What the program wrote itself; anything else reads as nothing.
nlohmann::json listFrom(const std::string& text)
{
    auto list = nlohmann::json::parse(text, nullptr, false);
    return list.is_array() ? list : nlohmann::json::array();
}

DocumentRow fromRow(const Row& row)
{
    DocumentRow document;
    document.id.value = row.text(0);
    document.title = row.text(1);
    document.source = row.text(2);
    document.contentType = row.text(3);
    document.category = row.text(4);
    document.visibility = row.text(5);
    document.locale = row.text(6);
    document.slug = row.text(7);
    document.status = row.text(8);
    document.error = row.text(9);
    document.progress = row.real(10);
    document.chunks = row.integer(11);
    document.bytes = row.integer(12);
    document.blobKey = row.text(13);
    document.digest = row.text(14);
    document.createdMs = row.integer(15);
    document.updatedMs = row.integer(16);
    document.pages = row.optionalInteger(17);
    document.page = row.integer(18);
    document.duplicateOf.value = row.text(19);
    for (const auto& each : listFrom(row.text(20))) {
        document.similarTo.push_back(
            {DocumentId{each.value("id", std::string())}, each.value("similarity", 0.0), {}});
    }
    for (const auto& each : listFrom(row.text(21))) {
        document.warnings.push_back(each.is_string() ? each.get<std::string>() : std::string());
    }
    document.language = row.text(22);
    return document;
}

} // namespace

ChunkRow chunkFrom(const Row& row)
{
    ChunkRow chunk;
    chunk.id.value = row.text(0);
    chunk.document.value = row.text(1);
    chunk.ordinal = row.integer(2);
    chunk.headings = row.text(3);
    chunk.text = row.text(4);
    chunk.page = row.optionalInteger(5);
    return chunk;
}

Result<void> DocumentRepository::create(Transaction& tx, const DocumentRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO documents (id, title, source, content_type, category, visibility, locale, slug, status, "
        "error, progress, chunks, bytes, blob_key, digest, created_ms, updated_ms, duplicate_of) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    return doneOf(tx.execute(kSql,
                             {row.id.value,
                              row.title,
                              textOrNull(row.source),
                              row.contentType,
                              textOrNull(row.category),
                              row.visibility,
                              textOrNull(row.locale),
                              textOrNull(row.slug),
                              row.status,
                              textOrNull(row.error),
                              row.progress,
                              row.chunks,
                              row.bytes,
                              row.blobKey,
                              row.digest,
                              row.createdMs,
                              row.updatedMs,
                              textOrNull(row.duplicateOf.value)}),
                  "documents.create");
}

Result<std::optional<DocumentRow>> DocumentRepository::find(ReadTransaction& tx, const DocumentId& id) const
{
    static const std::string kSql = "SELECT " + std::string(kColumns) + " FROM documents WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id.value}), fromRow, "documents.find");
}

Result<std::optional<DocumentRow>> DocumentRepository::findByDigest(ReadTransaction& tx,
                                                                    const std::string& digest) const
{
    static const std::string kSql =
        "SELECT " + std::string(kColumns) +
        " FROM documents WHERE digest = $1 AND status NOT IN ('failed', 'cancelled') "
        "ORDER BY id LIMIT 1";
    return firstOf(tx.queryOptional(kSql, {digest}), fromRow, "documents.findByDigest");
}

Result<std::vector<DocumentRow>>
DocumentRepository::page(ReadTransaction& tx, const std::string& before, int limit) const
{
    static const std::string kSql = "SELECT " + std::string(kColumns) +
                                    " FROM documents WHERE ($1 = '' OR id < $1) ORDER BY id DESC LIMIT $2";
    return allOf(tx.query(kSql, {before, static_cast<std::int64_t>(limit)}), fromRow, "documents.page");
}

Result<bool> DocumentRepository::change(Transaction& tx,
                                        const DocumentId& id,
                                        const DocumentChange& change,
                                        std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE documents SET title = COALESCE($2, title), "
        "category = CASE WHEN $3 = 1 THEN $4 ELSE category END, visibility = COALESCE($5, visibility), "
        "updated_ms = CASE WHEN updated_ms < $6 THEN $6 ELSE updated_ms + 1 END WHERE id = $1";
    if (auto evicted = CacheRepository().evictDocument(tx, id); !evicted) {
        return fail(std::move(evicted).error());
    }
    return wonOf(tx.execute(kSql,
                            {id.value,
                             orNull(change.title),
                             std::int64_t{change.category.has_value()},
                             textOrNull(change.category.value_or("")),
                             orNull(change.visibility),
                             nowMs}),
                 "documents.change");
}

Result<void> DocumentRepository::setStatus(Transaction& tx,
                                           const DocumentId& id,
                                           std::string_view status,
                                           double progress,
                                           const std::string& error,
                                           std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE documents SET status = $2, progress = $3, error = $4, "
        "updated_ms = CASE WHEN updated_ms < $5 THEN $5 ELSE updated_ms END WHERE id = $1";
    return doneOf(tx.execute(kSql, {id.value, std::string(status), progress, textOrNull(error), nowMs}),
                  "documents.setStatus");
}

Result<bool> DocumentRepository::remove(Transaction& tx, const DocumentId& id) const
{
    static constexpr std::string_view kSql = "DELETE FROM documents WHERE id = $1";
    if (auto evicted = CacheRepository().evictDocument(tx, id); !evicted) {
        return fail(std::move(evicted).error());
    }
    return wonOf(tx.execute(kSql, {id.value}), "documents.remove");
}

Result<bool> DocumentRepository::replaceChunks(Transaction& tx,
                                               const DocumentId& id,
                                               const std::vector<ChunkRow>& chunks,
                                               std::int64_t nowMs) const
{
    static constexpr std::string_view kReady =
        "UPDATE documents SET status = 'ready', progress = 1, error = NULL, chunks = $2, "
        "updated_ms = CASE WHEN updated_ms < $3 THEN $3 ELSE updated_ms + 1 END "
        "WHERE id = $1 AND status IN ('queued', 'processing', 'ready')";
    static constexpr std::string_view kDelete = "DELETE FROM chunks WHERE document_id = $1";
    static constexpr std::string_view kInsert =
        "INSERT INTO chunks (id, document_id, ordinal, headings, text, page) VALUES ($1, $2, $3, $4, $5, $6)";

    auto won = wonOf(tx.execute(kReady, {id.value, static_cast<std::int64_t>(chunks.size()), nowMs}),
                     "documents.replaceChunks");
    if (!won || !*won) {
        return won;
    }
    if (auto evicted = CacheRepository().evictDocument(tx, id); !evicted) {
        return fail(std::move(evicted).error());
    }
    auto deleted = doneOf(tx.execute(kDelete, {id.value}), "documents.replaceChunks");
    if (!deleted) {
        return fail(std::move(deleted).error());
    }
    for (const ChunkRow& chunk : chunks) {
        auto inserted = doneOf(
            tx.execute(
                kInsert,
                {chunk.id.value, id.value, chunk.ordinal, chunk.headings, chunk.text, orNull(chunk.page)}),
            "documents.replaceChunks");
        if (!inserted) {
            return fail(std::move(inserted).error());
        }
    }
    return true;
}

Result<std::vector<ChunkRow>>
DocumentRepository::chunks(ReadTransaction& tx, const DocumentId& id, std::int64_t after, int limit) const
{
    static constexpr std::string_view kSql = "SELECT id, document_id, ordinal, headings, text, page FROM "
                                             "chunks WHERE document_id = $1 AND ordinal > $2 "
                                             "ORDER BY ordinal LIMIT $3";
    return allOf(tx.query(kSql, {id.value, after, static_cast<std::int64_t>(limit)}),
                 chunkFrom,
                 "documents.chunks");
}

Result<std::vector<std::string>> DocumentRepository::namedBlobs(ReadTransaction& tx,
                                                                const std::vector<std::string>& keys) const
{
    if (keys.empty()) {
        return keys;
    }
    std::string sql = "SELECT blob_key FROM documents WHERE blob_key IN (";
    Params params;
    for (const std::string& key : keys) {
        params.emplace_back(key);
        sql += (params.size() == 1 ? "$" : ", $") + std::to_string(params.size());
    }
    auto read = [](const Row& row) { return row.text(0); };
    return allOf(tx.query(sql + ")", params), read, "documents.namedBlobs");
}

Result<std::vector<DocumentVersion>> DocumentRepository::readyVersions(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql =
        "SELECT id, updated_ms FROM documents WHERE status = 'ready' OR chunks > 0 ORDER BY id";
    auto read = [](const Row& row) { return DocumentVersion{DocumentId{row.text(0)}, row.integer(1)}; };
    return allOf(tx.query(kSql), read, "documents.readyVersions");
}

Result<std::int64_t> DocumentRepository::indexVersion(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql = "SELECT index_version FROM tenant_state WHERE id = 'state'";
    auto row = tx.queryOptional(kSql);
    if (!row) {
        return fail(std::move(row).error().in("documents.indexVersion"));
    }
    return *row ? (*row)->integer(0) : std::int64_t{0};
}

Result<void> DocumentRepository::raiseIndexVersion(Transaction& tx) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO tenant_state (id, config_version, index_version) VALUES ('state', 1, 1) "
        "ON CONFLICT (id) DO UPDATE SET index_version = tenant_state.index_version + 1";
    return doneOf(tx.execute(kSql), "documents.raiseIndexVersion");
}

} // namespace parley::server::store
