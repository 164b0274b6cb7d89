// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/confidence_model.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace parley::server::agents {

/// What came of one answer.
struct JudgedAnswer {
    FeatureVector features{};
    double label = 0;  ///< 0..1: how right it was
    double weight = 1; ///< >= 0
};

/// From so many outcomes on a tenant gets weights of its own.
inline constexpr std::size_t kFewestOutcomes = 20;

/// The weights that fit the outcomes best without going far from `prior`: each weight is held by as much as
/// sixty outcomes weigh, and none goes further than 1.5, so few outcomes change little and no outcomes
/// nothing. Newton's method on the penalised log likelihood; some milliseconds for thousands.
/// @thread a worker
ConfidenceModel fitConfidence(std::span<const JudgedAnswer> outcomes, const ConfidenceModel& prior = {});

/// Mean surprise, in nats: lower is better; 0 for no outcomes.
double logLoss(std::span<const JudgedAnswer> outcomes, const ConfidenceModel& model);

/// What a supporter made of a draft.
struct DraftUse {
    double distance = 0; ///< 0..1: share of the draft's words that were changed
    double label = 0;
    double weight = 1;
    std::string_view outcome; ///< sent, edited, rejected
};

/// Compares words, case and marks of sources aside. A greeting before and a farewell behind the draft change
/// nothing. @param draft, answer  at most the first 400 words of each are compared
DraftUse judgeDraft(std::string_view draft, std::string_view answer);

} // namespace parley::server::agents
