// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/turn.h"
#include "server/runtime/deadline.h"
#include "server/store/conversation_log.h"
#include "server/store/run_repository.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <string_view>

namespace parley::server::pipeline {

/// A transaction found something else than was foreseen: it is given up, and the turn begins anew.
inline constexpr std::string_view kNotForeseen = "not_foreseen";
inline Error notForeseen()
{
    Error error;
    error.code = ErrorCode::Conflict;
    error.problem = kNotForeseen;
    error.message = "Something has changed meanwhile.";
    return error;
}

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

    /// Looks at what it was given and at what this process holds in memory, and tells nobody: it may run
    /// before the message is accepted (turn.isForeseen).
    [[nodiscard]] virtual bool isForeseeable() const { return false; }

    /// @errors any: the run goes to `bridge` with the reason `failure` (or `timeout`)
    virtual boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) = 0;

    /// Writes question, run and reply of a turn that was foreseen.
    /// @errors Internal this node ends no run; Conflict kNotForeseen; Storage
    /// @thread database worker
    virtual Result<proto::Turn> endForeseen(store::Transaction& /*tx*/,
                                            Turn& /*turn*/,
                                            store::MessageRow& /*question*/,
                                            const store::RunRow& /*run*/)
    {
        return fail(ErrorCode::Internal, "This node ends no run.", std::string(name()));
    }
};

} // namespace parley::server::pipeline
