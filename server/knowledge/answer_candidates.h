// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/knowledge_index.h"
#include "server/knowledge/question.h"
#include "server/nlp/sentences.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parley::server::knowledge {

/// How much of each term of a question a text has, 0..1, in the order of SearchResult::terms.
using TermCredits = std::vector<double>;

/// Compares texts with the terms of one question.
class TermMatcher {
public:
    /// @param found  must outlive the matcher
    explicit TermMatcher(const SearchResult& found);

    [[nodiscard]] TermCredits creditsOf(std::string_view text) const;
    /// Share of the question's weight, 0..1.
    [[nodiscard]] double share(const TermCredits& credits) const;
    /// Harmonic mean of the share of the question in `title` and of the title in the question.
    [[nodiscard]] double sameness(std::string_view title) const;
    /// The best of the passage's title, its own heading and the heading understood under its title.
    [[nodiscard]] double sameness(const Hit& hit) const;
    /// The weight of the rarest term that `credits` lack, as a share of the question's heaviest one, 0..1.
    [[nodiscard]] double strongestMissing(const TermCredits& credits) const;
    /// Share of the words of `title` that the question has, 0..1.
    [[nodiscard]] double matched(std::string_view title) const;

private:
    const SearchResult& m_found;
    double m_total = 0;
    std::unordered_map<std::string, std::vector<std::pair<std::size_t, double>>> m_credits; // by stem
};

/// The larger credit of each term.
TermCredits merged(const TermCredits& a, const TermCredits& b);

/// What a section says itself; the title is that of other sections too, so it vouches for less.
/// @param title  what the title has
TermCredits sectionCredits(const Hit& hit, const TermMatcher& matcher, const TermCredits& title);

/// The last part of the passage's headings; empty under the title itself.
std::string_view ownHeading(const Hit& hit);

/// One sentence of a passage, and how well it answers.
struct Candidate {
    nlp::Sentence sentence;
    std::size_t hit = 0;
    std::size_t position = 0; ///< among the sentences of its passage
    TermCredits credits;      ///< of the sentence itself
    double score = 0;
};

/// All sentences of the passages worth reading, passage by passage, in their order.
/// @param question  tokens of the question
std::vector<Candidate>
candidatesOf(const SearchResult& found, const TermMatcher& matcher, const std::vector<nlp::Token>& question);

} // namespace parley::server::knowledge
