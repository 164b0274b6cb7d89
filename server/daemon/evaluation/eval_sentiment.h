// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/evaluation/evaluation.h"

namespace parley::server::daemon::evaluation {

/// `eval sentiment`: how the sentiment of texts goes with what people said of them.
Evaluation sentimentEvaluation();

} // namespace parley::server::daemon::evaluation
