// SPDX-License-Identifier: MIT
#include "server/knowledge/confidence.h"

#include <algorithm>
#include <cmath>

namespace parley::server::knowledge {
namespace {

// Weights by hand from the development set, rounded; the signs follow from what the features mean.
constexpr double kBias = -5.4;
constexpr double kCoverage = 2.0;
constexpr double kFocus = 5.0;
constexpr double kAnswered = 1.5;
constexpr double kTitleMatch = 2.0;
constexpr double kUnknownShare = -5.0;
constexpr double kMargin = 0.5;
constexpr double kCue = 1.0;
constexpr double kBrevity = -0.7;

} // namespace

Confidence estimateConfidence(const ConfidenceFeatures& features)
{
    const double sum = kBias + kCoverage * features.coverage + kFocus * features.focus +
                       kAnswered * features.answered + kTitleMatch * features.titleMatch +
                       kUnknownShare * features.unknownShare + kMargin * features.margin +
                       kCue * (features.cue - 0.5) + kBrevity * features.brevity;
    Confidence confidence;
    confidence.value = std::clamp(1 / (1 + std::exp(-sum)), 0.0, 1.0);
    confidence.features = features;
    return confidence;
}

} // namespace parley::server::knowledge
