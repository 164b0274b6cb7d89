// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// What VADER knows of a word.
struct VaderTraits {
    float valence = 0;       ///< mean rating -4..4
    float booster = 0;       ///< what it adds to a word behind it
    bool hasValence = false; ///< it stands in the lexicon (a rating of 0 too)
    bool isNegation = false;
};

/// Of a word in lower case; words that are unknown have nothing.
VaderTraits vaderTraits(std::string_view word);

/// How an emoji feels, -4..4; 0 where it is none that we know.
float emojiValence(char32_t c);

/// One word, emoticon or emoji of a text.
struct VaderWord {
    std::size_t begin = 0; ///< of its lower-cased form in VaderText::lower
    std::size_t end = 0;
    VaderTraits traits;
    bool isUpper = false; ///< has letters, and none is small
};

/// A text as VADER sees it: split at white space, punctuation at the ends of words cut off.
struct VaderText {
    std::string lower;
    std::vector<VaderWord> words;
    int exclamations = 0;
    int questions = 0;
    bool isCapsMixed = false; ///< some words are in capitals, but not all

    [[nodiscard]] std::string_view word(std::size_t i) const
    {
        return std::string_view(lower).substr(words[i].begin, words[i].end - words[i].begin);
    }
};

/// Any bytes are accepted; the time is linear.
VaderText vaderText(std::string_view text);

} // namespace parley::server::nlp
