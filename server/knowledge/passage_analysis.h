// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/question.h"
#include "server/nlp/language.h"
#include "server/nlp/sentences.h"
#include "server/nlp/terms.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace parley::server::knowledge {

/// A word as a number: FNV-1a, 62 bits. Two words of a knowledge base meet by chance about once in 10^7
/// bases of a million words each.
std::uint64_t wordKey(std::string_view word);

/// A content word of a passage, see nlp::Term.
struct TermKey {
    std::uint64_t stem : 62; ///< wordKey of it
    std::uint64_t filler : 1;
    std::uint64_t courtesy : 1; ///< "thanks": states nothing
};

TermKey keyOf(const nlp::Term& term);

/// Some of PassageAnalysis::terms.
struct TermRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// One sentence of a passage's text.
struct AnalysedSentence {
    std::uint32_t begin = 0; ///< byte in the text
    std::uint32_t size = 0;  ///< in bytes
    TermRange terms;
    std::uint32_t paragraph = 0;
    nlp::SentenceKind kind = nlp::SentenceKind::Prose;
    Given given;
    bool negated = false;
    bool numbered = false; ///< a step
    bool dangling = false; ///< "This ...": refers to the sentence before
    bool verdict = false;  ///< "Yes, ...": answers the question above it, nothing else
};

/// What answering and checking need to know of a passage: read once, when it is put into the index. About
/// 2 KB for a chunk of 100 words.
struct PassageAnalysis {
    /// A sentence that begins in the title or the headings; it may run on into the text.
    struct Head {
        TermRange terms;
        bool negated = false;
    };

    nlp::Language language = nlp::Language::English; ///< whose stems the terms are
    std::vector<TermKey> terms;
    TermRange title;
    TermRange headings;
    TermRange ownHeading; ///< the last part of the headings
    TermRange body;       ///< all of the text
    std::vector<AnalysedSentence> sentences;
    std::vector<Head> heads;
    std::size_t inHeads = 0; ///< how many sentences of the text are a part of a head
    /// Keys of what a claim's numbers and names may be: numbers, addresses, ids and words that are no stop
    /// words. Ascending, each once.
    std::vector<std::uint64_t> words;
    /// Keys of the stems of capitalized words. Ascending, each once.
    std::vector<std::uint64_t> names;
    QuestionKind headingKind = QuestionKind::Open; ///< of the own heading where it is a question
    bool headingCounts = false;                    ///< it asks "how many"
    TermRange headingCounted;                      ///< ... of what

    [[nodiscard]] std::span<const TermKey> of(TermRange range) const
    {
        return std::span(terms).subspan(range.begin, range.end - range.begin);
    }
};

/// @param headings  "Billing > Refunds"; may be empty
/// @thread any
PassageAnalysis analysePassage(std::string_view title,
                               std::string_view headings,
                               std::string_view text,
                               nlp::Language language);

/// The last part of a path of headings.
std::string_view ownHeading(std::string_view headings);

/// Whether a statement turns something round ("not", "never").
bool isNegated(const std::vector<nlp::Token>& tokens);

} // namespace parley::server::knowledge
