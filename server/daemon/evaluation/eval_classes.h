// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/evaluation/evaluation.h"

namespace parley::server::daemon::evaluation {

/// `eval classes`: the classes that ship trained, on labelled texts.
Evaluation classesEvaluation();

} // namespace parley::server::daemon::evaluation
