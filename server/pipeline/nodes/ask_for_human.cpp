// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/ask_for_human.h"

#include "server/desk/bridge_text.h"
#include "server/nlp/ask_for_human.h"

namespace parley::server::pipeline {

boost::asio::awaitable<Result<Step>> AskForHumanNode::run(Turn& turn, runtime::Budget)
{
    const bool asks = nlp::asksForHuman(turn.guarded.text);
    turn.nodeOutput = {{"asks", asks}};
    if (asks) {
        turn.escalationReason = desk::kReasonCustomerRequest;
        co_return Step::Escalate;
    }
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
