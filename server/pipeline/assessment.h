// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/turn.h"

#include <nlohmann/json.hpp>

namespace parley::server::pipeline {

/// Computes how sure the answer is from all that is known by now: retrieval and draft, the classifier, mood
/// and risk, and after the check how much of it is supported. Writes turn.confidence and turn.judgement.
void assess(Turn& turn);

/// Least confidence to answer this turn with, 0..1: its agent's own, or the tenant's.
double thresholdOf(const Turn& turn);

/// The confidence, its threshold and what made it, for the trace.
nlohmann::json explained(const Turn& turn);
/// What made it alone, for the case card; empty where nothing was judged.
std::string factorsText(const Turn& turn);

} // namespace parley::server::pipeline
