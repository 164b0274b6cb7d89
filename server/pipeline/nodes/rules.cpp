// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/rules.h"

#include "server/agents/destinations.h"
#include "server/desk/bridge_text.h"

#include <algorithm>
#include <array>

namespace parley::server::pipeline {

namespace {

/// What a knowledge base often answers when it is only asked about: "How do I delete my account?"
constexpr std::array<std::string_view, 7> kAnswerable{
    "deletion", "refund", "pricing", "legal", "ownership", "churn", "human_request"};

/// A rule that the tenant wrote means what it says; a shipped one's id is its reason.
bool mayBeAnswered(const nlp::EscalationVerdict& verdict)
{
    return verdict.isQuestion && verdict.ruleId == verdict.reason &&
           std::find(kAnswerable.begin(), kAnswerable.end(), verdict.reason) != kAnswerable.end();
}

} // namespace

boost::asio::awaitable<Result<Step>> RulesNode::run(Turn& turn, runtime::Budget)
{
    nlp::EscalationInput input;
    input.text = turn.guarded.text;
    input.sentiment = turn.sentiment.value_or(0);
    input.category = turn.category;
    // The tenant's own words come before everything that Parley thinks.
    if (turn.understanding->escalateKeywords().find(input.text)) {
        turn.escalationReason = desk::kReasonKeyword;
        turn.nodeOutput = {{"escalates", true}, {"answers_first", false}, {"reason", turn.escalationReason}};
        co_return Step::Escalate;
    }
    const nlp::EscalationVerdict verdict = turn.understanding->rules().judge(input);
    turn.judgement.risk = verdict.score;
    const bool isTried = verdict.escalate && mayBeAnswered(verdict);
    // The words that spoke for it are the customer's, so they stay out of the trace.
    turn.nodeOutput = {{"escalates", verdict.escalate && !isTried},
                       {"answers_first", isTried},
                       {"reason", verdict.reason},
                       {"score", verdict.score},
                       {"signs", verdict.evidence.size()}};
    if (!verdict.escalate) {
        co_return Step::Continue;
    }
    // Also for what is tried first: if nothing answers it, this is why it goes to a person.
    turn.escalationReason = verdict.reason;
    if (const auto& destination = agents::destinationOf(verdict.reason); !destination.reason.empty()) {
        turn.category = destination.category;
    }
    if (const agents::BookedRule* rule = turn.understanding->ruleWithId(verdict.ruleId)) {
        turn.priority = rule->ticketPriority;
        turn.team = rule->teamId;
    }
    co_return isTried ? Step::Continue : Step::Escalate;
}

} // namespace parley::server::pipeline
