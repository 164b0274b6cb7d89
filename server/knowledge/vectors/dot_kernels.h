// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parley::server::knowledge {

/// Rows are padded with zeros to a multiple of this many numbers, so that no kernel has a remainder.
inline constexpr std::size_t kKernelWidth = 64;

/// Inner products of one query with many rows, for one kind of processor. Rows stand one after another,
/// `width` numbers each, a multiple of kKernelWidth; nothing need be aligned. 8-bit numbers are -127..127.
/// @thread any
struct DotKernels {
    const char* name; ///< "plain", "avx2", "avx512vnni"
    void (*floats)(const float* query, const float* rows, std::size_t width, std::size_t count, float* out);
    void (*bytes)(const std::int8_t* query,
                  const std::int8_t* rows,
                  std::size_t width,
                  std::size_t count,
                  std::int32_t* out);
};

/// All that this processor runs, the plain ones first, the fastest last.
const std::vector<DotKernels>& usableKernels();

inline const DotKernels& fastestKernels()
{
    return usableKernels().back();
}

} // namespace parley::server::knowledge
