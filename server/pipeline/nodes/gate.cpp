// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/gate.h"

#include "server/desk/bridge_text.h"
#include "server/pipeline/assessment.h"

namespace parley::server::pipeline {

boost::asio::awaitable<Result<Step>> GateNode::run(Turn& turn, runtime::Budget)
{
    turn.threshold = thresholdOf(turn);
    turn.nodeInput = agents::featuresJson(turn.judgement.features);
    // Who talks to a model about its instructions is answered by nothing that a document says.
    const bool isEnough = turn.confidence >= turn.threshold;
    const bool passes = isEnough && !turn.guarded.looksInjected;
    turn.nodeOutput = explained(turn);
    turn.nodeOutput["passes"] = passes;
    turn.judgement.hasPassed = passes;
    if (!passes && turn.mayLookUp()) {
        turn.nodeOutput["tools_may_answer"] = true;
        co_return Step::Continue;
    }
    if (!passes) {
        turn.judgement.isHeld = !isEnough && !turn.guarded.looksInjected;
        if (turn.escalationReason.empty()) {
            turn.escalationReason = desk::kReasonLowConfidence;
        }
        co_return Step::Escalate;
    }
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
