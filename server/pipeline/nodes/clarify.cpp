// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/clarify.h"

#include "server/pipeline/assessment.h"
#include "server/pipeline/nodes/clarify_text.h"
#include "server/store/database.h"

namespace parley::server::pipeline {

boost::asio::awaitable<Result<Step>> ClarifyNode::run(Turn& turn, runtime::Budget)
{
    const bool isAnswerable = turn.confidence >= thresholdOf(turn);
    turn.nodeOutput = {{"choices", turn.choices}, {"asks", false}};
    if (isAnswerable || turn.choices.size() < 2 || !turn.awaiting.empty() || turn.guarded.looksInjected) {
        co_return Step::Continue;
    }
    // An earlier message of the same conversation may have been asked about after this one was accepted.
    auto look = [&](store::ReadTransaction& tx) {
        return m_services.conversations.find(tx, turn.conversation);
    };
    auto scope = store::Scope::of(turn.tenant);
    auto conversation = co_await m_services.database.read(scope, look);
    if (!conversation) {
        co_return fail(std::move(conversation).error().in(name()));
    }
    if (*conversation && !(*conversation)->awaiting.empty()) {
        co_return Step::Continue;
    }
    turn.replyKind = "clarify";
    turn.reply = clarifyText(turn.choices, turn.locale);
    turn.asks = nlohmann::json({{"question", turn.guarded.text}, {"choices", turn.choices}})
                    .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    turn.nodeOutput["asks"] = true;
    turn.sink->onToken(turn.reply);
    co_return Step::Deliver;
}

} // namespace parley::server::pipeline
