// SPDX-License-Identifier: MIT
#include "server/knowledge/confidence.h"

#include <algorithm>
#include <cmath>

namespace parley::server::knowledge {
namespace {

// A logistic regression on the development sets (the gate's own, a shop's help centre with its questions, and
// public FAQ sets asked with and without their answer), rounded. The signs follow from what the features
// mean.
constexpr double kBias = -3.2;
constexpr double kCoverage = 0.4;
constexpr double kFocus = 1.1;
constexpr double kAnswered = 0.7;
constexpr double kTitleMatch = 3.5;
constexpr double kUnknownShare = -3.2;
constexpr double kMargin = 2.3;
constexpr double kCue = 2.8;
constexpr double kBrevity = -2.1;
constexpr double kMissing = -1.2;
constexpr double kLead = 2.9;
constexpr double kOtherName = -1.6;
// An article whose title and headings hardly speak of the question only mentions its words ...
constexpr double kWeakTitle = -1.4;
constexpr double kWeakTitleBelow = 0.4;
// ... all the more when it lacks the rarest of them.
constexpr double kMissingUnderOtherTitle = -1.4;

} // namespace

Confidence estimateConfidence(const ConfidenceFeatures& features)
{
    const double weakTitle = std::max(0.0, kWeakTitleBelow - features.titleMatch) / kWeakTitleBelow;
    const double sum =
        kBias + kCoverage * features.coverage + kFocus * features.focus + kAnswered * features.answered +
        kTitleMatch * features.titleMatch + kUnknownShare * features.unknownShare +
        kMargin * features.margin + kCue * (features.cue - 0.5) + kBrevity * features.brevity +
        kMissing * features.missing + kLead * features.lead + kOtherName * features.otherName +
        kWeakTitle * weakTitle + kMissingUnderOtherTitle * features.missing * (1 - features.titleMatch);
    Confidence confidence;
    confidence.value = std::clamp(1 / (1 + std::exp(-sum)), 0.0, 1.0);
    confidence.features = features;
    return confidence;
}

} // namespace parley::server::knowledge
