// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/evaluation/evaluation.h"

namespace parley::server::daemon::evaluation {

/// `eval multi-intent`: texts with any number of labels, comma-separated, none included. Trained on lines of
/// several labels it learns label sets; on lines of one label each it cuts the test texts into parts.
Evaluation multiIntentEvaluation();

} // namespace parley::server::daemon::evaluation
