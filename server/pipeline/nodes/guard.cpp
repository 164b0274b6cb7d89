// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/guard.h"

#include "server/pipeline/confirm_text.h"
#include "server/pipeline/nodes/small_talk_text.h"

namespace parley::server::pipeline {

boost::asio::awaitable<Result<Step>> GuardNode::run(Turn& turn, runtime::Budget)
{
    turn.guarded = nlp::guardText(turn.text);
    turn.nodeOutput = {{"characters_removed", turn.guarded.removedHidden},
                       {"looks_injected", turn.guarded.looksInjected},
                       {"empty", turn.guarded.empty}};
    // "Ok, thanks" is an answer where something was asked.
    const bool isAnswer = !turn.awaiting.empty() && readYesOrNo(turn.guarded.text).has_value();
    const bool isSmallTalk = turn.guarded.smallTalk != nlp::SmallTalk::None && !isAnswer;
    if (turn.guarded.empty || isSmallTalk) {
        turn.agent = "greeter";
        turn.confidence = 1;
        turn.reply = smallTalkText(turn.guarded.smallTalk, turn.locale);
        turn.sink->onToken(turn.reply);
        co_return Step::Deliver;
    }
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
