// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// The supervisor: which of the tenant's agents the message is for, whether it wants several things, and
/// between which agents it cannot tell. Writes turn.agent, intents, choices and category. Tenants whose agents
/// have no examples are routed by the classes that ship with Parley.
class ClassifyNode final : public Node {
public:
    [[nodiscard]] std::string_view name() const override { return "classify"; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;
};

} // namespace parley::server::pipeline
