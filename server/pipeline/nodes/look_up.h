// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Where no model writes, the agent's tools answer what they can before documents are read.
class LookUpNode final : public Node {
public:
    /// @param toolbox  null: there are no tools
    explicit LookUpNode(tools::Toolbox* toolbox) : m_toolbox(toolbox) {}

    [[nodiscard]] std::string_view name() const override { return "look_up"; }
    [[nodiscard]] bool takesLong() const override { return true; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    tools::Toolbox* m_toolbox;
};

} // namespace parley::server::pipeline
