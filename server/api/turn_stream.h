// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/intake.h"
#include "server/edge/response.h"
#include "server/pipeline/turns.h"
#include "shared/protocol/turn.h"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <string>

namespace parley::server::api {

/// A turn that is told as it happens: `accepted`, `status`, `token`, `reset`, one of `reply`, `bridge`,
/// `held`, `error`, then `done`.
struct StreamedTurn {
    TenantId tenant;
    desk::Accepted accepted;
    proto::Audience audience = proto::Audience::Customer;
    std::string requestId;
    std::chrono::steady_clock::time_point deadline;
};

/// The answer to POST /chat/stream: begins the turn at once, then writes the turn's events until it has ended
/// or the client has gone; the turn itself goes on either way. @thread the connection's I/O thread
edge::Response
streamTurn(pipeline::Turns& turns, StreamedTurn turn, const boost::asio::any_io_executor& executor);

} // namespace parley::server::api
