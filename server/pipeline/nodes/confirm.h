// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Reads the answer to "Shall I do this?". A yes does exactly the call that was asked about; a no drops it;
/// anything else drops it too and is answered as a message of its own.
class ConfirmNode final : public Node {
public:
    /// @param toolbox  null: there are no tools
    explicit ConfirmNode(tools::Toolbox* toolbox) : m_toolbox(toolbox) {}

    [[nodiscard]] std::string_view name() const override { return "confirm"; }
    [[nodiscard]] bool isForeseeable() const override { return true; }
    [[nodiscard]] bool takesLong() const override { return true; }
    /// @errors none: a tool that fails sends the customer to a person
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    boost::asio::awaitable<Step> doIt(Turn& turn, nlohmann::json wanted, runtime::Budget budget) const;

    tools::Toolbox* m_toolbox;
};

} // namespace parley::server::pipeline
