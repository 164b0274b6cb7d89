// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/evaluation/evaluation.h"

namespace parley::server::daemon::evaluation {

/// How documents of a folder are read by `parley-extract`: per file its status, time, memory and the words
/// that were expected.
Evaluation extractEvaluation();

} // namespace parley::server::daemon::evaluation
