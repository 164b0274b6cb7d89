// SPDX-License-Identifier: MIT
#include "server/knowledge/confidence.h"

#include <algorithm>
#include <cmath>

namespace parley::server::knowledge {
namespace {

// An article whose title and headings hardly speak of the question only mentions its words.
constexpr double kWeakTitleBelow = 0.4;

} // namespace

const std::array<ConfidenceTerm, kConfidenceTerms>& confidenceTerms()
{
    // A logistic regression on the development sets (the gate's own, a shop's help centre with its questions,
    // and public FAQ sets asked with and without their answer), rounded. The signs follow from what the
    // features mean.
    static constexpr std::array<ConfidenceTerm, kConfidenceTerms> kTerms{
        {{"coverage", 0.4},
         {"focus", 1.1},
         {"answered", 0.7},
         {"title_match", 3.5},
         {"unknown_share", -3.2},
         {"margin", 2.3},
         {"cue", 2.8},
         {"brevity", -2.1},
         {"missing", -1.2},
         {"lead", 2.9},
         {"other_name", -1.6},
         {"weak_title", -1.4},
         {"missing_under_other_title", -1.4}}};
    return kTerms;
}

std::array<double, kConfidenceTerms> confidenceValues(const ConfidenceFeatures& features)
{
    return {features.coverage,
            features.focus,
            features.answered,
            features.titleMatch,
            features.unknownShare,
            features.margin,
            features.cue - 0.5,
            features.brevity,
            features.missing,
            features.lead,
            features.otherName,
            std::max(0.0, kWeakTitleBelow - features.titleMatch) / kWeakTitleBelow,
            features.missing * (1 - features.titleMatch)};
}

Confidence estimateConfidence(const ConfidenceFeatures& features)
{
    const auto values = confidenceValues(features);
    double sum = kConfidenceBias;
    for (std::size_t i = 0; i < kConfidenceTerms; ++i) {
        sum += confidenceTerms().at(i).weight * values.at(i);
    }
    Confidence confidence;
    confidence.value = std::clamp(1 / (1 + std::exp(-sum)), 0.0, 1.0);
    confidence.features = features;
    return confidence;
}

} // namespace parley::server::knowledge
