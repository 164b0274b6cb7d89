// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/knowledge_index.h"
#include "server/knowledge/vectors/dot_kernels.h"
#include "shared/core/ids.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <shared_mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace parley::server::knowledge {

struct VectorIndexOptions {
    /// From this many vectors on, 8-bit copies are scanned and the best of them ranked again by the vectors
    /// themselves. @source bench_vectors: below, float32 is as fast
    std::size_t quantizeFrom = 5'000;
    /// How many of those best ones for each hit asked for, and at least how many.
    std::size_t rerankFactor = 4;
    std::size_t rerankLeast = 100;
    const DotKernels* kernels = nullptr; ///< null: the fastest
};

/// The vectors of one tenant and one embedder, searched in full: nothing is approximate below quantizeFrom,
/// and above it only what falls out of the first ranks of the 8-bit scan. What is found depends on the
/// vectors alone, equal ones come by id.
/// @thread any; many search at once, a change waits for them
class VectorIndex {
public:
    /// @param dimensions  of every vector, at least 1
    explicit VectorIndex(std::size_t dimensions, VectorIndexOptions options = {});

    /// Adds a vector or replaces the chunk's.
    /// @param vector  of unit length
    /// @param isInternal  of an internal document
    /// @errors InvalidArgument another length than the index has; it is then unchanged
    Result<void> put(const ChunkId& chunk, std::span<const float> vector, bool isInternal);
    /// False where the chunk was not there.
    bool remove(const ChunkId& chunk);

    /// The nearest chunks, best first. A query of another length finds nothing.
    /// @param query  of unit length
    [[nodiscard]] std::vector<DenseHit>
    search(std::span<const float> query, std::size_t limit, bool includeInternal) const;

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::size_t dimensions() const { return m_dimensions; }
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    /// Rows that stand together. Full blocks never move, so that growing copies nothing.
    static constexpr std::size_t kBlockRows = 1024;
    struct Block {
        std::unique_ptr<float[]> floats;
        std::unique_ptr<std::int8_t[]> bytes; ///< null before quantizeFrom
    };
    struct Ranked;

    [[nodiscard]] float* row(std::size_t slot) const;
    [[nodiscard]] std::int8_t* byteRow(std::size_t slot) const;
    void store(std::size_t slot, std::span<const float> vector);
    void quantizeRow(std::size_t slot);
    void quantizeAll();
    [[nodiscard]] bool isBetter(const Ranked& a, const Ranked& b) const;
    void offer(std::vector<Ranked>& best, std::size_t limit, Ranked candidate) const;
    [[nodiscard]] std::vector<Ranked>
    scanFloats(const float* query, std::size_t limit, bool includeInternal) const;
    [[nodiscard]] std::vector<Ranked>
    scanBytes(const float* query, std::size_t limit, bool includeInternal) const;

    std::size_t m_dimensions;
    std::size_t m_width; ///< dimensions, padded
    VectorIndexOptions m_options;
    const DotKernels& m_kernels;
    mutable std::shared_mutex m_mutex; // guards everything below
    bool m_isQuantized = false;
    std::vector<Block> m_blocks;
    std::vector<float> m_steps; // by slot, once quantized: what one step of its 8-bit copy is worth
    std::vector<std::string> m_ids;
    std::vector<bool> m_internal;
    std::unordered_map<std::string, std::size_t> m_slots;
};

} // namespace parley::server::knowledge
