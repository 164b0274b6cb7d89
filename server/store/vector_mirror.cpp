// SPDX-License-Identifier: MIT
#include "server/store/vector_mirror.h"

#include "server/store/rows.h"

#include <array>
#include <charconv>

namespace parley::server::store {

namespace {

/// pgvector's text form: "[0.25,-1]".
std::string textOf(std::span<const float> vector)
{
    std::string text = "[";
    std::array<char, 32> buffer{};
    for (const float value : vector) {
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
        text.append(buffer.data(), end.ptr);
        text += ',';
    }
    text.back() = ']';
    return text;
}

/// Only of public documents unless $4 says otherwise. OFFSET 0 keeps the planner from joining in another
/// order, which would lose the index's.
constexpr std::string_view kVisible =
    "CROSS JOIN LATERAL (SELECT 1 FROM chunks c JOIN documents d ON d.id = c.document_id "
    "WHERE c.id = v.chunk_id AND ($4::bigint = 1 OR d.visibility <> 'internal') OFFSET 0) visible ";

} // namespace

std::string vectorTable(int dimensions)
{
    return "chunk_embeddings_" + std::to_string(dimensions);
}

VectorMirror::VectorMirror(int dimensions)
{
    const std::string table = vectorTable(dimensions);
    m_count = "SELECT count(*) FROM " + table + " WHERE embedder = $1";
    m_lacking = "SELECT v.chunk_id, v.vector FROM chunk_vectors v WHERE v.embedder = $1 AND NOT EXISTS "
                "(SELECT 1 FROM " +
                table +
                " m WHERE m.chunk_id = v.chunk_id AND m.embedder = v.embedder) ORDER BY v.chunk_id LIMIT $2";
    m_put = "INSERT INTO " + table +
            " (chunk_id, embedder, embedding) SELECT id, $2, $3::text::vector FROM chunks WHERE id = $1 "
            "ON CONFLICT (chunk_id, embedder) DO NOTHING";
    m_remove = "DELETE FROM " + table + " WHERE embedder <> $1 AND chunk_id IN (SELECT chunk_id FROM " +
               table + " WHERE embedder <> $1 LIMIT $2)";
    const std::string select = "SELECT v.chunk_id, -(v.embedding <#> $2::text::vector) FROM " + table +
                               " v " + std::string(kVisible) + "WHERE v.embedder = $1 ORDER BY ";
    // A sum is not what the index is ordered by.
    m_exact = select + "(v.embedding <#> $2::text::vector) + 0, v.chunk_id LIMIT $3";
    m_graph = select + "v.embedding <#> $2::text::vector LIMIT $3";
}

Result<std::int64_t> VectorMirror::count(ReadTransaction& tx, const std::string& embedder) const
{
    auto row = tx.queryOptional(m_count, {embedder});
    if (!row) {
        return fail(std::move(row).error().in("vectors.mirror.count"));
    }
    return *row ? (*row)->integer(0) : std::int64_t{0};
}

Result<std::vector<ChunkVector>>
VectorMirror::lacking(ReadTransaction& tx, const std::string& embedder, int limit) const
{
    const auto read = [](const Row& row) { return ChunkVector{ChunkId{row.text(0)}, vectorOf(row.blob(1))}; };
    return allOf(tx.query(m_lacking, {embedder, static_cast<std::int64_t>(limit)}),
                 read,
                 "vectors.mirror.lacking");
}

Result<void> VectorMirror::put(Transaction& tx, const std::string& embedder, const ChunkVector& vector) const
{
    return doneOf(tx.execute(m_put, {vector.chunk.value, embedder, textOf(vector.vector)}),
                  "vectors.mirror.put");
}

Result<std::vector<NearChunk>> VectorMirror::nearest(ReadTransaction& tx,
                                                     const std::string& embedder,
                                                     std::span<const float> query,
                                                     std::size_t limit,
                                                     bool includeInternal,
                                                     VectorScan scan) const
{
    if (scan == VectorScan::Graph) {
        static constexpr std::string_view kSettings =
            "SELECT set_config('hnsw.iterative_scan', 'strict_order', true), "
            "set_config('hnsw.ef_search', '100', true), set_config('enable_seqscan', 'off', true), "
            "set_config('enable_sort', 'off', true)";
        if (auto set = tx.query(kSettings); !set) {
            return fail(std::move(set).error().in("vectors.mirror.nearest"));
        }
    }
    const auto read = [](const Row& row) {
        return NearChunk{ChunkId{row.text(0)}, static_cast<float>(row.real(1))};
    };
    return allOf(tx.query(scan == VectorScan::Graph ? m_graph : m_exact,
                          {embedder,
                           textOf(query),
                           static_cast<std::int64_t>(limit),
                           std::int64_t{includeInternal ? 1 : 0}}),
                 read,
                 "vectors.mirror.nearest");
}

Result<std::int64_t> VectorMirror::removeOthers(Transaction& tx, const std::string& embedder, int limit) const
{
    auto removed = tx.execute(m_remove, {embedder, static_cast<std::int64_t>(limit)});
    if (!removed) {
        return fail(std::move(removed).error().in("vectors.mirror.removeOthers"));
    }
    return removed;
}

} // namespace parley::server::store
