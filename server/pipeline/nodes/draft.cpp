// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/draft.h"

#include "server/desk/bridge_text.h"
#include "server/pipeline/assessment.h"

namespace parley::server::pipeline {

boost::asio::awaitable<Result<Step>> DraftNode::run(Turn& turn, runtime::Budget)
{
    turn.draft = knowledge::draftAnswer(turn.asked(), turn.found);
    assess(turn);
    turn.nodeOutput = {{"sentences", turn.draft.sentences.size()}};
    if (turn.draft.sentences.empty()) {
        if (turn.escalationReason.empty()) {
            turn.escalationReason = desk::kReasonNoAnswer;
        }
        // Perhaps it only has to be asked what was meant.
        co_return turn.choices.empty() && !turn.mayLookUp() ? Step::Escalate : Step::Continue;
    }
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
