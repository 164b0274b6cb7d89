// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/key_table.h"
#include "server/knowledge/knowledge_index.h"
#include "server/knowledge/passage_analysis.h"
#include "server/knowledge/question.h"

#include <boost/container/small_vector.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace parley::server::knowledge {

/// How much of each term of a question a text has, 0..1, in the order of SearchResult::terms.
using TermCredits = boost::container::small_vector<double, 8>;

/// A hit and what its parts have of the question.
struct ReadPassage {
    std::shared_ptr<const PassageAnalysis> analysis;
    TermCredits title;
    TermCredits headings;
    TermCredits ownHeading;
    TermCredits body;
    /// How far title or heading and question are the same words, 0..1: the best of the passage's title, its
    /// own heading and the heading understood under its title.
    double sameness = 0;
};

/// Compares the passages that were found with the terms of their question.
class TermMatcher {
public:
    /// @param found  must outlive the matcher
    explicit TermMatcher(const SearchResult& found);

    /// What was read of SearchResult::hits, in their order.
    [[nodiscard]] const std::vector<ReadPassage>& passages() const { return m_passages; }
    [[nodiscard]] TermCredits creditsOf(std::span<const TermKey> terms) const;
    [[nodiscard]] TermCredits creditsOf(std::string_view text) const;
    /// Share of the question's weight, 0..1.
    [[nodiscard]] double share(const TermCredits& credits) const;
    /// ... of the larger credit of each term.
    [[nodiscard]] double share(const TermCredits& a, const TermCredits& b) const;
    /// The weight of the rarest term that `credits` lack, as a share of the question's heaviest one, 0..1.
    [[nodiscard]] double strongestMissing(const TermCredits& credits) const;
    /// Share of the words of a title that the question has, 0..1.
    [[nodiscard]] double matched(std::span<const TermKey> title) const;

private:
    struct Credit {
        std::uint32_t term = 0;
        double credit = 0;
    };

    /// Weight of the words of a title, and of those that the question has.
    struct Match {
        double all = 0;
        double there = 0;
        [[nodiscard]] double share() const { return all > 0 ? there / all : 0; }
    };

    [[nodiscard]] ReadPassage read(const Hit& hit) const;
    [[nodiscard]] Match match(std::span<const TermKey> title) const;
    [[nodiscard]] double samenessOf(const Hit& hit, const ReadPassage& passage) const;

    const SearchResult& m_found;
    double m_total = 0;
    KeyTable<Credit> m_credits; // by stem
    std::vector<ReadPassage> m_passages;
};

/// The larger credit of each term.
TermCredits merged(const TermCredits& a, const TermCredits& b);

/// What a section says itself; the title is that of other sections too, so it vouches for less.
/// @param title  what the title has
TermCredits sectionCredits(const Hit& hit, const ReadPassage& passage, const TermCredits& title);

/// One sentence of a passage, and how well it answers.
struct Candidate {
    const AnalysedSentence* sentence = nullptr; ///< lives as long as the matcher
    std::string_view text;                      ///< of the hit
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
