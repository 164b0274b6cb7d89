// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/gate.h"

#include "server/desk/bridge_text.h"

namespace parley::server::pipeline {

boost::asio::awaitable<Result<Step>> GateNode::run(Turn& turn, runtime::Budget)
{
    turn.threshold = m_threshold;
    const knowledge::ConfidenceFeatures& features = turn.draft.confidence.features;
    turn.nodeInput = {{"coverage", features.coverage},
                      {"focus", features.focus},
                      {"answered", features.answered},
                      {"title_match", features.titleMatch},
                      {"unknown_share", features.unknownShare},
                      {"margin", features.margin}};
    // Who talks to a model about its instructions is answered by nothing that a document says.
    const bool passes = turn.confidence >= m_threshold && !turn.guarded.looksInjected;
    turn.nodeOutput = {{"confidence", turn.confidence}, {"threshold", m_threshold}, {"passes", passes}};
    if (!passes) {
        turn.escalationReason = desk::kReasonLowConfidence;
        co_return Step::Escalate;
    }
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
