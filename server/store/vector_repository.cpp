// SPDX-License-Identifier: MIT
#include "server/store/vector_repository.h"

#include "server/store/rows.h"

#include <bit>

namespace parley::server::store {

namespace {

EmbeddingState stateFrom(const Row& row)
{
    EmbeddingState state;
    state.active = row.text(0);
    state.target = row.text(1);
    state.done = row.integer(2);
    state.total = row.integer(3);
    state.error = row.text(4);
    state.updatedMs = row.integer(5);
    return state;
}

} // namespace

Blob toBlob(std::span<const float> vector)
{
    Blob blob;
    blob.reserve(vector.size() * sizeof(float));
    for (const float value : vector) {
        const auto bits = std::bit_cast<std::uint32_t>(value);
        for (unsigned shift = 0; shift < 32; shift += 8) {
            blob.push_back(static_cast<std::uint8_t>(bits >> shift));
        }
    }
    return blob;
}

std::vector<float> vectorOf(const Blob& blob)
{
    std::vector<float> vector(blob.size() / sizeof(float));
    for (std::size_t i = 0; i < vector.size(); ++i) {
        std::uint32_t bits = 0;
        for (std::size_t byte = 0; byte < sizeof(float); ++byte) {
            bits |= static_cast<std::uint32_t>(blob[i * sizeof(float) + byte]) << (8 * byte);
        }
        vector[i] = std::bit_cast<float>(bits);
    }
    return vector;
}

Result<EmbeddingState> VectorRepository::state(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql =
        "SELECT active, target, done, total, error, updated_ms FROM embedding_state WHERE id = 'state'";
    auto found = firstOf(tx.queryOptional(kSql), stateFrom, "vectors.state");
    if (!found) {
        return fail(std::move(found).error());
    }
    return found->value_or(EmbeddingState());
}

Result<void> VectorRepository::saveState(Transaction& tx, const EmbeddingState& state) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO embedding_state (id, active, target, done, total, error, updated_ms) "
        "VALUES ('state', $1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE SET active = excluded.active, "
        "target = excluded.target, done = excluded.done, total = excluded.total, error = excluded.error, "
        "updated_ms = excluded.updated_ms";
    return doneOf(tx.execute(kSql,
                             {textOrNull(state.active),
                              textOrNull(state.target),
                              state.done,
                              state.total,
                              textOrNull(state.error),
                              state.updatedMs}),
                  "vectors.saveState");
}

Result<VectorCounts> VectorRepository::counts(ReadTransaction& tx, const std::string& embedder) const
{
    static constexpr std::string_view kSql =
        "SELECT (SELECT count(*) FROM chunk_vectors WHERE embedder = $1), (SELECT count(*) FROM chunks)";
    auto row = tx.queryOptional(kSql, {embedder});
    if (!row) {
        return fail(std::move(row).error().in("vectors.counts"));
    }
    return *row ? VectorCounts{(*row)->integer(0), (*row)->integer(1)} : VectorCounts();
}

Result<std::vector<UnembeddedChunk>> VectorRepository::missing(ReadTransaction& tx,
                                                               const std::string& embedder,
                                                               const ChunkId& after,
                                                               int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT c.id, d.title, c.headings, c.text FROM chunks c JOIN documents d ON d.id = c.document_id "
        "WHERE c.id > $2 AND NOT EXISTS (SELECT 1 FROM chunk_vectors v WHERE v.chunk_id = c.id "
        "AND v.embedder = $1) ORDER BY c.id LIMIT $3";
    const auto read = [](const Row& row) {
        return UnembeddedChunk{ChunkId{row.text(0)}, row.text(1), row.text(2), row.text(3)};
    };
    return allOf(tx.query(kSql, {embedder, after.value, static_cast<std::int64_t>(limit)}),
                 read,
                 "vectors.missing");
}

Result<void> VectorRepository::put(Transaction& tx,
                                   const ChunkId& chunk,
                                   const std::string& embedder,
                                   std::span<const float> vector) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO chunk_vectors (chunk_id, embedder, vector) SELECT id, $2, $3 FROM chunks WHERE id = $1 "
        "ON CONFLICT (chunk_id, embedder) DO NOTHING";
    return doneOf(tx.execute(kSql, {chunk.value, embedder, toBlob(vector)}), "vectors.put");
}

Result<std::vector<ChunkVector>> VectorRepository::ofDocument(ReadTransaction& tx,
                                                              const DocumentId& document,
                                                              const std::string& embedder) const
{
    static constexpr std::string_view kSql =
        "SELECT v.chunk_id, v.vector FROM chunks c JOIN chunk_vectors v ON v.chunk_id = c.id "
        "WHERE c.document_id = $1 AND v.embedder = $2 ORDER BY c.ordinal";
    const auto read = [](const Row& row) { return ChunkVector{ChunkId{row.text(0)}, vectorOf(row.blob(1))}; };
    return allOf(tx.query(kSql, {document.value, embedder}), read, "vectors.ofDocument");
}

Result<bool> VectorRepository::isJobWaiting(ReadTransaction& tx,
                                            std::string_view kind,
                                            const std::string& payload,
                                            std::int64_t dueMs) const
{
    static constexpr std::string_view kSql =
        "SELECT 1 FROM jobs WHERE kind = $1 AND status = 'queued' AND payload = $2 AND due_ms <= $3 "
        "LIMIT 1";
    auto row = tx.queryOptional(kSql, {std::string(kind), payload, dueMs});
    if (!row) {
        return fail(std::move(row).error().in("vectors.isJobWaiting"));
    }
    return row->has_value();
}

Result<std::int64_t>
VectorRepository::removeOthers(Transaction& tx, const std::string& embedder, int limit) const
{
    static constexpr std::string_view kSql =
        "DELETE FROM chunk_vectors WHERE embedder <> $1 AND chunk_id IN "
        "(SELECT chunk_id FROM chunk_vectors WHERE embedder <> $1 LIMIT $2)";
    auto removed = tx.execute(kSql, {embedder, static_cast<std::int64_t>(limit)});
    if (!removed) {
        return fail(std::move(removed).error().in("vectors.removeOthers"));
    }
    return removed;
}

} // namespace parley::server::store
