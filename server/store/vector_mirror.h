// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/vector_repository.h"

#include <string>
#include <vector>

namespace parley::server::store {

/// What a vector search in the database found.
struct NearChunk {
    ChunkId chunk;
    float cosine = 0; ///< -1..1
};

/// How the database shall look for the nearest vectors.
enum class VectorScan {
    Exact, ///< every vector of the tenant is compared
    Graph, ///< by the HNSW index, which goes on until enough of what it met is the tenant's
};

/// Copies of one tenant's vectors in a form that PostgreSQL's pgvector searches, one table a length, made by
/// Database::prepareVectors; without it nothing here may be called. Row-level security filters what an index
/// found: with pgvector's defaults a small tenant would get next to nothing back, hence VectorScan.
/// @thread database worker
class VectorMirror {
public:
    explicit VectorMirror(int dimensions);

    /// @errors Storage
    Result<std::int64_t> count(ReadTransaction& tx, const std::string& embedder) const;
    /// Vectors of this embedder that have no copy, by id. @errors Storage
    Result<std::vector<ChunkVector>>
    lacking(ReadTransaction& tx, const std::string& embedder, int limit) const;
    /// Nothing happens where the passage has gone or has its copy. @errors Storage
    Result<void> put(Transaction& tx, const std::string& embedder, const ChunkVector& vector) const;
    /// The nearest passages, best first.
    /// @param query  of unit length
    /// @errors Storage
    Result<std::vector<NearChunk>> nearest(ReadTransaction& tx,
                                           const std::string& embedder,
                                           std::span<const float> query,
                                           std::size_t limit,
                                           bool includeInternal,
                                           VectorScan scan) const;
    /// Removes up to `limit` copies of all other embedders. @return how many. @errors Storage
    Result<std::int64_t> removeOthers(Transaction& tx, const std::string& embedder, int limit) const;

private:
    std::string m_count;
    std::string m_lacking;
    std::string m_put;
    std::string m_exact;
    std::string m_graph;
    std::string m_remove;
};

/// "chunk_embeddings_384"
std::string vectorTable(int dimensions);

/// Longest vectors that an HNSW index of pgvector takes.
inline constexpr int kMaxMirroredDimensions = 2000;

} // namespace parley::server::store
