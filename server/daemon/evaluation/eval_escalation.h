// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/evaluation/evaluation.h"

namespace parley::server::daemon::evaluation {

/// `eval escalation`: the shipped escalation rules on labelled tickets.
Evaluation escalationEvaluation();

} // namespace parley::server::daemon::evaluation
