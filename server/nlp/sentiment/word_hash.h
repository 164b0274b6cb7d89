// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace parley::server::nlp {

constexpr std::uint64_t kEmptyHash = 14695981039346656037ULL;

/// FNV-1a: the same on every machine, and usable in constants.
constexpr std::uint64_t wordHash(std::string_view word)
{
    std::uint64_t hash = kEmptyHash;
    for (const char c : word) {
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
    }
    return hash;
}

/// Of a phrase, word by word, beginning with `kEmptyHash`.
constexpr std::uint64_t phraseHash(std::uint64_t phrase, std::uint64_t word)
{
    const std::uint64_t mixed = (phrase ^ (word + 0x9E3779B97F4A7C15ULL)) * 0xBF58476D1CE4E5B9ULL;
    return mixed ^ (mixed >> 31);
}

} // namespace parley::server::nlp
