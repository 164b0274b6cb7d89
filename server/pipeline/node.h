// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/turn.h"
#include "server/runtime/deadline.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <string_view>

namespace parley::server::pipeline {

/// Where the run goes after a node.
enum class Step {
    Continue, ///< to the next node
    Deliver,  ///< straight to `deliver`: the reply is complete
    Escalate, ///< to `bridge`: a person takes over
    End,      ///< nowhere: the outcome is set
};

/// One step of the graph: one decision. Nodes have no state of their own, so one of each serves all runs.
/// @thread an I/O thread
class Node {
public:
    virtual ~Node() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;

    /// Waits for what takes as long as it takes (a model that writes): bounded by the turn alone.
    [[nodiscard]] virtual bool takesLong() const { return false; }

    /// @errors any: the run goes to `bridge` with the reason `failure` (or `timeout`)
    virtual boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) = 0;
};

} // namespace parley::server::pipeline
