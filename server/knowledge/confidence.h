// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace parley::server::knowledge {

/// What speaks for and against an answer, each 0..1.
struct ConfidenceFeatures {
    double coverage = 0;     ///< share of the question's weight that the first passage, title included, has
    double focus = 0;        ///< ... that the title and the best single sentence have
    double answered = 0;     ///< ... that the title and all chosen sentences have
    double titleMatch = 0;   ///< how far title or heading and question are the same words
    double unknownShare = 0; ///< share of the question's weight that the whole knowledge base lacks
    double margin = 0;       ///< how far the first passage is ahead of another document's
    double missing = 0;      ///< weight of the rarest term the passage lacks, against the heaviest one's
    double lead = 0;         ///< how far its best sentence is ahead of another document's
    double otherName = 0;    ///< 1 where the question names what its passage does not
    double cue = 0.5;   ///< 1 an amount or a time was asked for and is given, 0 is not given, 0.5 not asked
    double brevity = 0; ///< 1 for a question of one content word, 0 from four on: little to go by
};

struct Confidence {
    double value = 0; ///< 0..1
    ConfidenceFeatures features;
};

/// The value from which an answer may be sent: at least 95 % of what was above it on the development set
/// (tests/server/knowledge/answer_gate_set.cpp) was answerable from the passages.
inline constexpr double kDefaultConfidenceThreshold = 0.7;

/// One term of the logistic.
struct ConfidenceTerm {
    std::string_view name; ///< as traces show it
    double weight = 0;     ///< as it ships
};

inline constexpr std::size_t kConfidenceTerms = 13;
/// What the terms are added to.
inline constexpr double kConfidenceBias = -3.2;

/// The terms by which retrieval alone judges an answer, in the order of confidenceValues().
const std::array<ConfidenceTerm, kConfidenceTerms>& confidenceTerms();
/// What each term's weight is multiplied with, about -1..1; 0 says nothing.
std::array<double, kConfidenceTerms> confidenceValues(const ConfidenceFeatures& features);

/// A logistic of the features. Wrong answers cost more than handoffs, so its middle lies high.
Confidence estimateConfidence(const ConfidenceFeatures& features);

} // namespace parley::server::knowledge
