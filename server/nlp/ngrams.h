// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// Hashes (FNV-1a, 64 bit: the same on every machine) of the character n-grams of one word, 3 to 5 code
/// points long, its two ends marked by a space; a word of one letter gives one. Order of the text, repeats
/// included.
/// @param word  lower case, folded
std::vector<std::uint64_t> wordNgrams(std::string_view word);
/// The same, appended to `grams`.
void appendWordNgrams(std::string_view word, std::vector<std::uint64_t>& grams);

/// Edit distance with swapped neighbours counted once, over bytes; `limit + 1` where it is greater than
/// limit.
/// @source Damerau, CACM 7(3), 1964 (optimal string alignment)
std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit);

} // namespace parley::server::nlp
