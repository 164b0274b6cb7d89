// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/sentiment/support_words.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// Stands for the hash of an emoji.
constexpr std::uint64_t kEmojiHash = 1;

/// A word of a message, without its apostrophes and diacritics.
struct SupportWord {
    std::uint64_t hash = 0;
    float valence = 0; ///< in the general lexicon, or an emoji's
    std::uint16_t sentence = 0;
    bool isShouted = false;  ///< four capitals or more
    bool isNegation = false; ///< an English one
    bool isBut = false;
};

/// A message as words, and what its marks say.
struct SupportText {
    std::vector<SupportWord> words;
    std::vector<std::uint64_t> hashes;               ///< of the words, in the same order
    std::vector<bool> asks;                          ///< by sentence: it ends with a question mark
    std::array<std::size_t, kCueLanguages> common{}; ///< common words of each language
    std::size_t foreignLetters = 0;                  ///< letters beyond Latin
    std::size_t letters = 0;
    int exclamations = 0;
    int marks = 0; ///< what posts have: @name, #tag, links, "RT"

    [[nodiscard]] CueLanguage language() const;
};

/// Any bytes are accepted; the time is linear.
SupportText supportText(std::string_view text);

} // namespace parley::server::nlp
