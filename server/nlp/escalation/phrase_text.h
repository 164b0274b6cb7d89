// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// A word as phrases see it.
struct PhraseWord {
    std::string text; ///< folded, without apostrophes; "<num>", "<mail>" and "<url>" for what is no word
    std::uint32_t begin = 0;
    std::uint32_t end = 0; ///< bytes of the subject or the text
    std::uint32_t sentence = 0;
    bool inSubject = false;
    bool afterBreak = false; ///< a comma or the like stands before it
    bool shouted = false;    ///< four capitals or more
};

/// A message as words in sentences; its subject is the first of them.
struct PhraseText {
    std::string_view subject;
    std::string_view text;
    std::vector<PhraseWord> words;
    std::vector<std::uint32_t> sentenceEnds; ///< of sentence i: the index behind its last word
    std::size_t exclamations = 0;

    [[nodiscard]] std::size_t sentenceBegin(std::uint32_t sentence) const
    {
        return sentence == 0 ? 0 : sentenceEnds[sentence - 1];
    }
    /// The message's own bytes from word `first` to before word `last`.
    [[nodiscard]] std::string_view quote(std::size_t first, std::size_t last) const;
};

/// The words of a message, up to 4,096; any bytes are accepted. The result refers to both texts.
PhraseText readPhraseText(std::string_view subject, std::string_view text);

/// A keyword of a rule as the words of a phrase; a "*" at the end of a word stays.
std::vector<std::string> phraseWordsOf(std::string_view keyword);

} // namespace parley::server::nlp
