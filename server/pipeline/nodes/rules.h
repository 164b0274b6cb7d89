// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// What the tenant's escalation rules give to a person goes there at once, without an attempt to answer; but
/// a plain question about such a thing is looked up first.
class RulesNode final : public Node {
public:
    [[nodiscard]] std::string_view name() const override { return "rules"; }
    [[nodiscard]] bool isForeseeable() const override { return true; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;
};

} // namespace parley::server::pipeline
