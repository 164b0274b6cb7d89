// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"

#include <vector>

namespace parley::server::pipeline {

/// Answers a message that wants several things of several agents: each agent answers its part by the nodes of
/// a single one, and the customer reads one reply with the sources of all. Where some parts are answered and
/// others are not, the answered ones stand before the handing over to a person, who gets what is left. Where
/// none is, the message goes on as one question.
class PartsNode final : public Node {
public:
    /// @param steps  what a part goes through; they belong to the graph
    explicit PartsNode(std::vector<Node*> steps) : m_steps(std::move(steps)) {}

    [[nodiscard]] std::string_view name() const override { return "parts"; }
    [[nodiscard]] bool takesLong() const override { return true; }
    /// @errors none: a part whose nodes fail is one that was not answered
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    boost::asio::awaitable<Step>
    answer(Turn& whole, Turn& part, std::size_t number, runtime::Budget budget) const;

    std::vector<Node*> m_steps;
};

} // namespace parley::server::pipeline
