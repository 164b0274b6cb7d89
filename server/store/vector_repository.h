// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace parley::server::store {

/// Which embedder's vectors a tenant's searches compare, and how far another's are. Embedders go by their
/// identity.
struct EmbeddingState {
    std::string active;    ///< empty: none yet
    std::string target;    ///< whose vectors are being made to take its place; empty: none
    std::int64_t done = 0; ///< passages that have a vector of what is being made
    std::int64_t total = 0;
    std::string error; ///< of the last attempt; empty: none
    std::int64_t updatedMs = 0;
};

/// A passage without a vector, and what it says.
struct UnembeddedChunk {
    ChunkId id;
    std::string title;
    std::string headings;
    std::string text;
};

struct ChunkVector {
    ChunkId chunk;
    std::vector<float> vector;
};

struct VectorCounts {
    std::int64_t embedded = 0;
    std::int64_t total = 0; ///< passages
};

/// Dense vectors of one tenant's passages. @thread database worker
class VectorRepository {
public:
    /// A state without anything where there is none. @errors Storage
    Result<EmbeddingState> state(ReadTransaction& tx) const;
    Result<void> saveState(Transaction& tx, const EmbeddingState& state) const;

    Result<VectorCounts> counts(ReadTransaction& tx, const std::string& embedder) const;
    /// Passages without a vector of this embedder, by id; `after` exclusive. @errors Storage
    Result<std::vector<UnembeddedChunk>>
    missing(ReadTransaction& tx, const std::string& embedder, const ChunkId& after, int limit) const;
    /// Keeps a passage's first vector; nothing happens where the passage has gone. @errors Storage
    Result<void> put(Transaction& tx,
                     const ChunkId& chunk,
                     const std::string& embedder,
                     std::span<const float> vector) const;
    /// Of one document's passages, by ordinal. @errors Storage
    Result<std::vector<ChunkVector>>
    ofDocument(ReadTransaction& tx, const DocumentId& document, const std::string& embedder) const;
    /// Whether a job of this kind waits with just this payload that is due by then. @errors Storage
    Result<bool> isJobWaiting(ReadTransaction& tx,
                              std::string_view kind,
                              const std::string& payload,
                              std::int64_t dueMs) const;
    /// Removes up to `limit` vectors of all other embedders. @return how many. @errors Storage
    Result<std::int64_t> removeOthers(Transaction& tx, const std::string& embedder, int limit) const;
};

/// Little-endian, four bytes a number.
Blob toBlob(std::span<const float> vector);
/// The reverse; bytes over at the end are left out.
std::vector<float> vectorOf(const Blob& blob);

} // namespace parley::server::store
