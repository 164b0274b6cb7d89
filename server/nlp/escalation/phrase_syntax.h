// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// One place of a phrase: any of its words.
struct PhraseElement {
    std::vector<std::string> words; ///< folded, without apostrophes; "refund*" by its beginning; sorted
    std::size_t gap = 0;            ///< so many other words may stand before it
    bool optional = false;
};

/// Words in order that say something, within one sentence.
struct Phrase {
    std::string section;
    double weight = 0; ///< in units of log odds
    std::vector<PhraseElement> elements;
    bool isMask = false;       ///< what it covers says nothing for its section: "legal entity"
    bool mayBeNegated = false; ///< counts behind "not" as well
    double inQuestion = 1;     ///< what is left of the weight in a question about how things are
    bool fromSentenceStart = false;
    bool toSentenceEnd = false;
};

/// Reads lines of phrases:
///
///     # a comment
///     @want = want need demand          words that @want stands for in the lines below
///     [refund]                          the section of the lines below
///     4 @want ~4 refund*|money          weight, then elements; ~4: up to four words between
///     3n never ~3 refunded              n: counts behind a negation as well
///     2q please? refund                 q: half in a question, q0: nothing in one; please may be missing
///     3 ^ refund* $                     from the beginning and to the end of a sentence
///     mask refund policy                says nothing for this section
///
/// @throws std::logic_error a line is none of these
std::vector<Phrase> readPhrases(std::span<const std::string_view> lines);

} // namespace parley::server::nlp
