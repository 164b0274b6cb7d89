// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/evaluation.h"

#include "server/daemon/evaluation/eval_escalation.h"

#include <vector>

namespace parley::server::daemon::evaluation {

std::span<const Evaluation> evaluations()
{
    static const std::vector<Evaluation> kAll{escalationEvaluation()};
    return kAll;
}

} // namespace parley::server::daemon::evaluation
