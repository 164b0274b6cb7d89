// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/memory.h"
#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Recalls what was said before: in this conversation, and in the proven customer's earlier ones where the
/// tenant wants that. Reads what a follow-up asks in full. Writes turn.history,
/// turn.memory and turn.followUp.
class RememberNode final : public Node {
public:
    explicit RememberNode(agents::Memory& memory) : m_memory(memory) {}

    [[nodiscard]] std::string_view name() const override { return "remember"; }
    [[nodiscard]] bool isForeseeable() const override { return true; }
    /// @errors none: who remembers nothing answers all the same
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    agents::Memory& m_memory;
};

} // namespace parley::server::pipeline
