// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/rules.h"

#include "server/agents/destinations.h"

namespace parley::server::pipeline {

boost::asio::awaitable<Result<Step>> RulesNode::run(Turn& turn, runtime::Budget)
{
    nlp::EscalationInput input;
    input.text = turn.guarded.text;
    input.sentiment = turn.sentiment.value_or(0);
    input.category = turn.category;
    const nlp::EscalationVerdict verdict = turn.understanding->rules().judge(input);
    // The words that spoke for it are the customer's, so they stay out of the trace.
    turn.nodeOutput = {{"escalates", verdict.escalate},
                       {"reason", verdict.reason},
                       {"score", verdict.score},
                       {"signs", verdict.evidence.size()}};
    if (!verdict.escalate) {
        co_return Step::Continue;
    }
    turn.escalationReason = verdict.reason;
    turn.category = agents::destinationOf(verdict.reason).category;
    if (const agents::BookedRule* rule = turn.understanding->ruleFor(verdict.reason)) {
        turn.priority = rule->ticketPriority;
        turn.team = rule->teamId;
    }
    co_return Step::Escalate;
}

} // namespace parley::server::pipeline
