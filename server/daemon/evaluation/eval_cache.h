// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/evaluation/evaluation.h"

namespace parley::server::daemon::evaluation {

/// `eval cache`: which pairs of questions the semantic cache would answer alike.
Evaluation cacheEvaluation();

/// `eval hard-negatives`: the same on generated pairs that are nearly the same and must not be answered
/// alike.
Evaluation hardNegativesEvaluation();

} // namespace parley::server::daemon::evaluation
