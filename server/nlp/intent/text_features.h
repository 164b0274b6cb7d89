// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/language.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// Kinds of what is counted in a text. Each kind is brought to the same length, so that the many character
/// n-grams do not drown the few words.
enum class FeatureGroup : std::uint8_t {
    Words,        ///< surface, folded
    Stems,        ///< numbers by their length
    Bigrams,      ///< neighbouring stems, the ends of the text included
    Skips,        ///< stems with one or two words between them
    Pairs,        ///< stems of the same text in any order
    Characters,   ///< n-grams of 2 to 5 code points of each word
    Concepts,     ///< see conceptsOf
    ConceptPairs, ///< concepts of the same text in any order
    Dense,        ///< an embedding; never of a text alone
};
inline constexpr std::size_t kFeatureGroups = 9;

struct TextFeature {
    std::uint64_t key = 0; ///< a hash, the same on every machine; its highest four bits are the group
    std::uint32_t count = 0;
};

FeatureGroup groupOf(std::uint64_t key);

/// What occurs in `text` and how often, sorted by key; empty where there is no word. Any bytes are accepted,
/// the time is linear; words beyond the 600th are left out.
/// @thread any
std::vector<TextFeature> featuresOf(std::string_view text, Language language);

} // namespace parley::server::nlp
