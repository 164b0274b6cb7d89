// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"
#include "shared/core/clock.h"

#include <functional>
#include <string>

namespace parley::server::pipeline {

/// Has the answer written by the tenant's language model, which reads the agent's prompt, what was said
/// before and the numbered passages, and may use the agent's tools. Each sentence is checked against passages
/// and tools before the customer reads it. Where the model fails, or too little of what it writes stands on
/// anything, the built-in answer stays. Writes turn.reply, citations, toolCalls, grounding.
class ComposeNode final : public Node {
public:
    using TenantName = std::function<std::string(const TenantId&)>;

    /// @param toolbox  null: there are no tools
    ComposeNode(tools::Toolbox* toolbox, TenantName tenantName, const Clock& clock)
        : m_toolbox(toolbox), m_tenantName(std::move(tenantName)), m_clock(clock)
    {}

    [[nodiscard]] std::string_view name() const override { return "compose"; }
    [[nodiscard]] bool takesLong() const override { return true; }
    /// @errors none: where the model fails, the built-in answer takes over
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    class Writing; // one answer

    tools::Toolbox* m_toolbox;
    TenantName m_tenantName;
    const Clock& m_clock;
};

} // namespace parley::server::pipeline
