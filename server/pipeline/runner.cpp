// SPDX-License-Identifier: MIT
#include "server/pipeline/runner.h"

#include "server/desk/bridge_text.h"
#include "server/runtime/contain.h"

#include <algorithm>

namespace parley::server::pipeline {

namespace {

/// What a long node leaves of the turn for those after it and for the handing over to a person.
constexpr std::chrono::milliseconds kLeastReserve{100};
constexpr std::chrono::milliseconds kMostReserve{2'000};

} // namespace

Runner::Runner(Graph graph,
               const Clock& clock,
               std::chrono::milliseconds turnTimeout,
               NodeObserver observer,
               std::chrono::milliseconds nodeTimeout)
    : m_graph(std::move(graph)),
      m_clock(clock),
      m_turnTimeout(turnTimeout),
      m_nodeTimeout(nodeTimeout),
      m_observer(std::move(observer))
{}

boost::asio::awaitable<Result<Step>> Runner::visit(Node& node, Turn& turn, runtime::Budget budget) const
{
    const std::int64_t startedMs = m_clock.nowMs();
    const auto started = std::chrono::steady_clock::now();
    turn.nodeInput = nlohmann::json::object();
    turn.nodeOutput = nlohmann::json::object();
    turn.sink->onNode(node.name());
    auto work = runtime::contain(node.run(turn, budget));
    Result<Step> step = co_await std::move(work);
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started);
    m_observer(node.name(), took);
    if (!step) {
        turn.nodeOutput["error"] = problemCode(step.error());
    }
    turn.trace.add(
        node.name(), startedMs, took.count(), std::move(turn.nodeInput), std::move(turn.nodeOutput));
    co_return step;
}

std::chrono::milliseconds Runner::reserve() const
{
    return std::clamp(m_turnTimeout / 10, kLeastReserve, kMostReserve);
}

boost::asio::awaitable<Step> Runner::walk(Turn& turn, runtime::Budget budget) const
{
    if (turn.mustBridge) {
        turn.escalationReason = desk::kReasonFailure;
        co_return Step::Escalate;
    }
    for (const auto& node : m_graph.steps) {
        if (budget.isSpent()) {
            turn.escalationReason = desk::kReasonTimeout;
            co_return Step::Escalate;
        }
        // Nodes wait by the budget they are given; what came too late all the same is not used.
        const auto longest = node->takesLong() ? budget.remaining() - reserve() : m_nodeTimeout;
        const runtime::Budget own = budget.atMost(longest);
        const Result<Step> step = co_await visit(*node, turn, own);
        const bool isLate = step ? own.isSpent() : step.error().code == ErrorCode::Timeout;
        if (!step || isLate) {
            turn.escalationReason = isLate ? desk::kReasonTimeout : desk::kReasonFailure;
            co_return Step::Escalate;
        }
        if (*step != Step::Continue) {
            co_return *step;
        }
    }
    co_return Step::Deliver;
}

boost::asio::awaitable<bool> Runner::foresee(Turn& turn) const
{
    const runtime::Budget budget = runtime::Budget::of(m_nodeTimeout);
    for (const auto& node : m_graph.steps) {
        if (!node->isForeseeable()) {
            co_return false;
        }
        const Result<Step> step = co_await visit(*node, turn, budget);
        if (!step || *step != Step::Continue) {
            co_return step&&* step == Step::Deliver;
        }
    }
    co_return false;
}

Result<proto::Turn> Runner::endForeseen(store::Transaction& tx,
                                        Turn& turn,
                                        store::MessageRow& question,
                                        const store::RunRow& run) const
{
    return m_graph.deliver->endForeseen(tx, turn, question, run);
}

boost::asio::awaitable<Result<proto::Turn>> Runner::run(Turn& turn) const
{
    const runtime::Budget budget = runtime::Budget::of(m_turnTimeout);
    const Step step = co_await walk(turn, budget);
    if (step == Step::End && turn.outcome) {
        co_return *turn.outcome;
    }
    Node& last = step == Step::Escalate ? *m_graph.bridge : *m_graph.deliver;
    Result<Step> ended = co_await visit(last, turn, budget);
    if (!ended) {
        co_return fail(std::move(ended).error());
    }
    if (!turn.outcome) {
        co_return fail(ErrorCode::Internal, "The turn ended without an outcome.", std::string(last.name()));
    }
    co_return *turn.outcome;
}

} // namespace parley::server::pipeline
