// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/evaluation/evaluation.h"

namespace parley::server::daemon::evaluation {

/// `eval confidence`: how well the computed confidence tells right drafts from wrong ones, on the articles of
/// a folder and questions that they answer or do not.
Evaluation confidenceEvaluation();

} // namespace parley::server::daemon::evaluation
