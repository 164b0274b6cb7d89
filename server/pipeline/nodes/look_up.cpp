// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/look_up.h"

#include "server/pipeline/look_up.h"

namespace parley::server::pipeline {

boost::asio::awaitable<Result<Step>> LookUpNode::run(Turn& turn, runtime::Budget budget)
{
    if (m_toolbox == nullptr || turn.model || turn.tools.empty() || turn.guarded.looksInjected) {
        co_return Step::Continue;
    }
    const bool hasAnswered = co_await lookUp(*m_toolbox, turn, budget);
    turn.nodeOutput["answered"] = hasAnswered;
    co_return hasAnswered ? Step::Deliver : Step::Continue;
}

} // namespace parley::server::pipeline
