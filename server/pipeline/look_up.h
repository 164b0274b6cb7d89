// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/turn.h"
#include "server/runtime/deadline.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::pipeline {

/// Answers without a model what a tool of the agent answers: the reading tool of highest priority all of
/// whose required parameters the message names ("Where is order 4711?"). Writes turn.reply.
/// @return whether a tool has answered
boost::asio::awaitable<bool> lookUp(tools::Toolbox& toolbox, Turn& turn, runtime::Budget budget);

} // namespace parley::server::pipeline
