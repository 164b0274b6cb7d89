// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/remember.h"

namespace parley::server::pipeline {

namespace {

agents::RecallRequest requestOf(const Turn& turn)
{
    agents::RecallRequest request;
    request.tenant = turn.tenant;
    request.conversation = turn.conversation;
    request.message = turn.message;
    request.seq = turn.seq;
    request.text = turn.text;
    request.begunMs = turn.startedMs;
    request.isKept = !turn.isForeseen;
    request.isVerified = turn.isVerified;
    request.wantsEarlier = turn.understanding && turn.understanding->answering().usesMemory;
    request.question = turn.masked.text;
    request.details = turn.masked.map;
    return request;
}

nlohmann::json idsOf(const std::vector<ConversationId>& conversations)
{
    auto ids = nlohmann::json::array();
    for (const ConversationId& id : conversations) {
        ids.push_back(id.value);
    }
    return ids;
}

void takeSandboxHistory(Turn& turn)
{
    if (turn.sandbox != nullptr) {
        for (const SandboxLine& line : turn.sandbox->history) {
            nlp::Masked masked = nlp::maskPii(line.text, turn.masked.map);
            turn.masked.map = std::move(masked.map);
            llm::ChatMessage said;
            said.role = line.isCustomers ? llm::ChatRole::User : llm::ChatRole::Assistant;
            said.text = std::move(masked.text);
            turn.history.push_back(std::move(said));
        }
    }
    turn.followUp = followUpOf(turn.masked.text, turn.history);
    turn.nodeOutput = {{"sandbox", true}, {"turns", turn.history.size()}};
}

} // namespace

boost::asio::awaitable<Result<Step>> RememberNode::run(Turn& turn, runtime::Budget budget)
{
    // A test by an operator has no conversation and no customer, but what it says was said before.
    if (turn.isSandbox) {
        takeSandboxHistory(turn);
        co_return Step::Continue;
    }
    auto request = requestOf(turn);
    // Of most first messages nothing can be known: the store need not be asked.
    if (turn.isFirst && !(request.isVerified && request.wantsEarlier)) {
        m_memory.heard(request);
        turn.nodeOutput = {{"verified", turn.isVerified}, {"turns", 0}};
        co_return Step::Continue;
    }
    auto recalled = co_await m_memory.recall(std::move(request), budget);
    if (!recalled) {
        turn.nodeOutput = {{"problem", problemCode(recalled.error())}};
        // What was said before would have to be waited for: it is not looked further ahead.
        co_return turn.isForeseen ? Step::Escalate : Step::Continue;
    }
    turn.history = std::move(recalled->history);
    turn.memory = std::move(recalled->summaries);
    turn.masked.map = std::move(recalled->details);
    // The answer to a clarifying question is complete already.
    if (turn.askedAbout.empty()) {
        turn.followUp = followUpOf(turn.masked.text, turn.history);
    }
    if (!turn.memory.empty()) {
        turn.notCacheable = "personal";
    } else if (!turn.followUp.questions.empty()) {
        turn.notCacheable = "follow_up";
    }
    turn.nodeOutput = {{"verified", turn.isVerified},
                       {"turns", turn.history.size()},
                       {"earlier_conversations", idsOf(recalled->conversations)},
                       {"earlier_passages", recalled->passages},
                       {"leans_on_earlier_question", !turn.followUp.questions.empty()}};
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
