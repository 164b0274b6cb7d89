// SPDX-License-Identifier: MIT
#include "server/store/document_reading_repository.h"

#include "server/store/rows.h"

#include <nlohmann/json.hpp>

#include <array>
#include <map>

namespace parley::server::store {

namespace {

std::string jsonOf(const std::vector<SimilarDocument>& similar)
{
    auto list = nlohmann::json::array();
    for (const SimilarDocument& each : similar) {
        list.push_back({{"id", each.id.value}, {"similarity", each.similarity}});
    }
    return list.empty() ? std::string() : list.dump();
}

std::string jsonOf(const std::vector<std::string>& texts)
{
    return texts.empty() ? std::string() : nlohmann::json(texts).dump();
}

/// "$2, $3, $4" for three of them.
std::string placeholders(std::size_t first, std::size_t count)
{
    std::string list;
    for (std::size_t i = 0; i < count; ++i) {
        list += (i == 0 ? "$" : ", $") + std::to_string(first + i);
    }
    return list;
}

} // namespace

Result<std::optional<std::string>> DocumentReadingRepository::begin(Transaction& tx,
                                                                    const DocumentId& id) const
{
    static constexpr std::string_view kSql =
        "UPDATE documents SET status = 'processing', error = NULL WHERE id = $1 AND status <> 'cancelled' "
        "RETURNING reading";
    auto read = [](const Row& row) { return row.text(0); };
    return firstOf(tx.queryOptional(kSql, {id.value}), read, "readings.begin");
}

Result<void>
DocumentReadingRepository::rewind(Transaction& tx, const DocumentId& id, std::int64_t fromOrdinal) const
{
    static constexpr std::string_view kDelete =
        "DELETE FROM chunk_staging WHERE document_id = $1 AND ordinal >= $2";
    static constexpr std::string_view kForget =
        "UPDATE documents SET reading = NULL, page = 0, pages = NULL, progress = 0 WHERE id = $1";
    auto deleted = doneOf(tx.execute(kDelete, {id.value, fromOrdinal}), "readings.rewind");
    if (!deleted || fromOrdinal > 0) {
        return deleted;
    }
    return doneOf(tx.execute(kForget, {id.value}), "readings.rewind");
}

Result<bool> DocumentReadingRepository::stage(Transaction& tx,
                                              const DocumentId& id,
                                              const std::vector<ChunkRow>& chunks,
                                              const ReadingProgress& progress) const
{
    static constexpr std::string_view kProgress =
        "UPDATE documents SET page = $2, pages = $3, progress = $4, reading = COALESCE($5, reading) "
        "WHERE id = $1 AND status = 'processing'";
    static constexpr std::string_view kInsert =
        "INSERT INTO chunk_staging (document_id, ordinal, id, headings, text, page) "
        "VALUES ($1, $2, $3, $4, $5, $6)";
    auto won = wonOf(
        tx.execute(
            kProgress,
            {id.value, progress.page, orNull(progress.pages), progress.progress, textOrNull(progress.state)}),
        "readings.stage");
    if (!won || !*won) {
        return won;
    }
    for (const ChunkRow& chunk : chunks) {
        auto inserted = doneOf(
            tx.execute(
                kInsert,
                {id.value, chunk.ordinal, chunk.id.value, chunk.headings, chunk.text, orNull(chunk.page)}),
            "readings.stage");
        if (!inserted) {
            return fail(std::move(inserted).error());
        }
    }
    return true;
}

Result<std::vector<ChunkRow>> DocumentReadingRepository::staged(ReadTransaction& tx,
                                                                const DocumentId& id,
                                                                std::int64_t after,
                                                                int limit) const
{
    static constexpr std::string_view kSql = "SELECT id, document_id, ordinal, headings, text, page FROM "
                                             "chunk_staging WHERE document_id = $1 AND ordinal > $2 "
                                             "ORDER BY ordinal LIMIT $3";
    return allOf(tx.query(kSql, {id.value, after, static_cast<std::int64_t>(limit)}),
                 chunkFrom,
                 "readings.staged");
}

Result<bool> DocumentReadingRepository::publish(Transaction& tx,
                                                const DocumentId& id,
                                                const ReadDocument& read,
                                                std::int64_t nowMs) const
{
    static constexpr std::string_view kReady =
        "UPDATE documents SET status = 'ready', progress = 1, error = NULL, reading = NULL, pages = $2, "
        "page = $8, language = $3, warnings = $4, similar_to = $5, sketch = $6, "
        "title = CASE WHEN title = source THEN COALESCE($9, title) ELSE title END, "
        "chunks = (SELECT COUNT(*) FROM chunk_staging WHERE document_id = $1), "
        "updated_ms = CASE WHEN updated_ms < $7 THEN $7 ELSE updated_ms + 1 END "
        "WHERE id = $1 AND status = 'processing'";
    static constexpr std::array<std::string_view, 4> kSwap = {
        "DELETE FROM chunks WHERE document_id = $1",
        "INSERT INTO chunks (id, document_id, ordinal, headings, text, page) "
        "SELECT id, document_id, ordinal, headings, text, page FROM chunk_staging WHERE document_id = $1",
        "DELETE FROM chunk_staging WHERE document_id = $1",
        "DELETE FROM document_bands WHERE document_id = $1",
    };
    static constexpr std::string_view kBand =
        "INSERT INTO document_bands (document_id, band, hash) VALUES ($1, $2, $3)";
    auto won = wonOf(tx.execute(kReady,
                                {id.value,
                                 orNull(read.pages),
                                 textOrNull(read.language),
                                 textOrNull(jsonOf(read.warnings)),
                                 textOrNull(jsonOf(read.similarTo)),
                                 textOrNull(read.sketch),
                                 nowMs,
                                 read.pages.value_or(0),
                                 textOrNull(read.title)}),
                     "readings.publish");
    if (!won || !*won) {
        return won;
    }
    for (const std::string_view sql : kSwap) {
        if (auto done = doneOf(tx.execute(sql, {id.value}), "readings.publish"); !done) {
            return fail(std::move(done).error());
        }
    }
    for (std::size_t i = 0; i < read.bands.size(); ++i) {
        auto done = doneOf(tx.execute(kBand, {id.value, static_cast<std::int64_t>(i), read.bands[i]}),
                           "readings.publish");
        if (!done) {
            return fail(std::move(done).error());
        }
    }
    return true;
}

Result<std::vector<SketchedDocument>> DocumentReadingRepository::sharingBands(
    ReadTransaction& tx, const DocumentId& id, const std::vector<std::int64_t>& bands, int limit) const
{
    if (bands.empty()) {
        return std::vector<SketchedDocument>();
    }
    // The most bands in common first, so that the limit cuts off what is least alike.
    const std::string sql = "SELECT documents.id, documents.sketch, documents.title FROM documents JOIN "
                            "(SELECT document_id, COUNT(*) AS shared FROM document_bands WHERE hash IN (" +
                            placeholders(3, bands.size()) +
                            ") GROUP BY document_id) AS alike ON alike.document_id = documents.id "
                            "WHERE documents.id <> $1 AND documents.sketch IS NOT NULL "
                            "ORDER BY alike.shared DESC, documents.id LIMIT $2";
    Params params = {id.value, static_cast<std::int64_t>(limit)};
    for (const std::int64_t band : bands) {
        params.emplace_back(band);
    }
    auto read = [](const Row& row) {
        return SketchedDocument{DocumentId{row.text(0)}, row.text(1), row.text(2)};
    };
    return allOf(tx.query(sql, params), read, "readings.sharingBands");
}

Result<void> DocumentReadingRepository::nameSimilar(ReadTransaction& tx, std::vector<DocumentRow>& rows) const
{
    std::map<std::string, std::string> titles;
    for (const DocumentRow& row : rows) {
        for (const SimilarDocument& each : row.similarTo) {
            titles.emplace(each.id.value, std::string());
        }
    }
    if (titles.empty()) {
        return {};
    }
    Params params;
    for (const auto& [id, title] : titles) {
        params.emplace_back(id);
    }
    auto found =
        tx.query("SELECT id, title FROM documents WHERE id IN (" + placeholders(1, params.size()) + ")",
                 params);
    if (!found) {
        return fail(std::move(found).error().in("readings.nameSimilar"));
    }
    for (const Row& row : *found) {
        titles[row.text(0)] = row.text(1);
    }
    for (DocumentRow& row : rows) {
        std::erase_if(row.similarTo, [&](SimilarDocument& each) {
            each.title = titles[each.id.value];
            return each.title.empty();
        });
    }
    return {};
}

} // namespace parley::server::store
