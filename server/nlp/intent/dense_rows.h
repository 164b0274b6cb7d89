// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parley::server::nlp {

/// Features of a text with their values; each index once.
struct SparseVector {
    std::vector<std::uint32_t> index;
    std::vector<float> value;

    void add(std::uint32_t at, float what)
    {
        index.push_back(at);
        value.push_back(what);
    }
};

/// Classes are padded to whole lanes, so that rows are added without a rest.
inline constexpr std::size_t kLane = 8;

constexpr std::size_t paddedToLanes(std::size_t count)
{
    return (count + kLane - 1) / kLane * kLane;
}

/// sums += rows[x.index] * x.value. @param rows  row-major, sums.size() numbers a row, a multiple of kLane
void accumulateRows(std::span<const float> rows, const SparseVector& x, std::span<float> sums);

/// The same over rows of bytes. @param scales  one a row
void accumulateRows(std::span<const std::int8_t> rows,
                    std::span<const float> scales,
                    const SparseVector& x,
                    std::span<float> sums);

/// rows[x.index] += change * x.value
void updateRows(std::span<float> rows, const SparseVector& x, std::span<const float> change);

} // namespace parley::server::nlp
