// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace parley::server::pipeline {

/// The way of one message: `steps` one after another, `deliver` at their end, `bridge` for whatever cannot be
/// answered.
struct Graph {
    std::vector<std::unique_ptr<Node>> steps;
    std::unique_ptr<Node> deliver;
    std::unique_ptr<Node> bridge;
};

/// Walks the graph for a turn, with a deadline for the whole and a trace of every node. However a node fails,
/// the customer is handed to a person; only a database that takes nothing at all ends a run without an
/// outcome.
/// @thread an I/O thread
class Runner {
public:
    /// Is told of every node's time. @thread an I/O thread
    using NodeObserver = std::function<void(std::string_view node, std::chrono::microseconds took)>;

    /// @param nodeTimeout  longest time of one step: a step that finds itself late is as good as none.
    /// Steps that take long have what is left of the turn, less a reserve for those after them
    Runner(Graph graph,
           const Clock& clock,
           std::chrono::milliseconds turnTimeout,
           NodeObserver observer,
           std::chrono::milliseconds nodeTimeout = std::chrono::seconds(10));

    /// @return the turn's outcome
    /// @errors Storage neither reply nor bridge could be committed: the run is still to be done
    boost::asio::awaitable<Result<proto::Turn>> run(Turn& turn) const;

    /// Looks ahead with the first nodes, as far as they need nothing but this process's memory.
    /// @return whether the reply is complete
    boost::asio::awaitable<bool> foresee(Turn& turn) const;

    /// Writes a turn that was foreseen. @errors those of Node::endForeseen. @thread database worker
    Result<proto::Turn> endForeseen(store::Transaction& tx,
                                    Turn& turn,
                                    store::MessageRow& question,
                                    const store::RunRow& run) const;

private:
    boost::asio::awaitable<Result<Step>> visit(Node& node, Turn& turn, runtime::Budget budget) const;
    [[nodiscard]] std::chrono::milliseconds reserve() const;
    boost::asio::awaitable<Step> walk(Turn& turn, runtime::Budget budget) const;

    Graph m_graph;
    const Clock& m_clock;
    std::chrono::milliseconds m_turnTimeout;
    std::chrono::milliseconds m_nodeTimeout;
    NodeObserver m_observer;
};

} // namespace parley::server::pipeline
