// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/evaluation/evaluation.h"

namespace parley::server::daemon::evaluation {

/// `eval intent`: the intent classifier, trained on one file and measured on another. Test lines labelled
/// "oos" (or "none", "unknown", "out_of_scope") count for the out-of-scope figures, not for accuracy.
Evaluation intentEvaluation();

} // namespace parley::server::daemon::evaluation
