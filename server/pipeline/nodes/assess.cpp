// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/assess.h"

#include "server/desk/bridge_text.h"
#include "server/pipeline/assessment.h"

namespace parley::server::pipeline {

boost::asio::awaitable<Result<Step>> AssessNode::run(Turn& turn, runtime::Budget)
{
    // What the gate did not judge (an answer from a tool, or from the cache) was let through by others.
    const bool isOurs = turn.judgement.isMade && turn.judgement.hasPassed && !turn.isCacheHit;
    if (!isOurs || (!turn.grounding && !turn.modelScore)) {
        turn.nodeOutput = {{"judges", false}};
        co_return Step::Continue;
    }
    const double before = turn.confidence;
    assess(turn);
    const bool passes = turn.confidence >= turn.threshold;
    if (turn.grounding) {
        turn.nodeInput["grounding"] = *turn.grounding;
    }
    if (turn.modelScore) {
        turn.nodeInput["model_score"] = *turn.modelScore;
    }
    turn.nodeInput["confidence_at_gate"] = before;
    if (turn.confidence == before) {
        turn.nodeOutput = {{"confidence", before}, {"passes", true}}; // the gate has said why
        co_return Step::Continue;
    }
    turn.nodeOutput = explained(turn);
    turn.nodeOutput["passes"] = passes;
    if (passes) {
        co_return Step::Continue;
    }
    turn.judgement.isHeld = true;
    if (turn.escalationReason.empty()) {
        turn.escalationReason = desk::kReasonLowConfidence;
    }
    co_return Step::Escalate;
}

} // namespace parley::server::pipeline
