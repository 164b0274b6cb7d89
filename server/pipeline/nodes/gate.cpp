// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/gate.h"

#include "server/desk/bridge_text.h"

namespace parley::server::pipeline {

double GateNode::thresholdFor(const Turn& turn) const
{
    const agents::AgentProfile* agent = turn.understanding ? turn.understanding->agent(turn.agent) : nullptr;
    return agent != nullptr ? agent->confidenceThreshold.value_or(m_threshold) : m_threshold;
}

boost::asio::awaitable<Result<Step>> GateNode::run(Turn& turn, runtime::Budget)
{
    turn.threshold = thresholdFor(turn);
    const knowledge::ConfidenceFeatures& features = turn.draft.confidence.features;
    turn.nodeInput = {{"coverage", features.coverage},
                      {"focus", features.focus},
                      {"answered", features.answered},
                      {"title_match", features.titleMatch},
                      {"unknown_share", features.unknownShare},
                      {"margin", features.margin}};
    // Who talks to a model about its instructions is answered by nothing that a document says.
    const bool passes = turn.confidence >= turn.threshold && !turn.guarded.looksInjected;
    turn.nodeOutput = {{"confidence", turn.confidence}, {"threshold", turn.threshold}, {"passes", passes}};
    if (!passes && turn.mayLookUp()) {
        turn.nodeOutput["tools_may_answer"] = true;
        co_return Step::Continue;
    }
    if (!passes) {
        if (turn.escalationReason.empty()) {
            turn.escalationReason = desk::kReasonLowConfidence;
        }
        co_return Step::Escalate;
    }
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
