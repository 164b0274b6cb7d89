// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_cache.h"
#include "server/daemon/evaluation/eval_classes.h"
#include "server/daemon/evaluation/eval_confidence.h"
#include "server/daemon/evaluation/eval_escalation.h"
#include "server/daemon/evaluation/eval_extract.h"
#include "server/daemon/evaluation/eval_intent.h"
#include "server/daemon/evaluation/eval_multi_intent.h"
#include "server/daemon/evaluation/eval_retrieval.h"
#include "server/daemon/evaluation/eval_sentiment.h"
#include "server/daemon/evaluation/evaluation.h"

#include <vector>

namespace parley::server::daemon::evaluation {

std::span<const Evaluation> evaluations()
{
    static const std::vector<Evaluation> kAll{intentEvaluation(),
                                              multiIntentEvaluation(),
                                              classesEvaluation(),
                                              retrievalEvaluation(),
                                              confidenceEvaluation(),
                                              escalationEvaluation(),
                                              sentimentEvaluation(),
                                              extractEvaluation(),
                                              cacheEvaluation(),
                                              hardNegativesEvaluation()};
    return kAll;
}

} // namespace parley::server::daemon::evaluation
