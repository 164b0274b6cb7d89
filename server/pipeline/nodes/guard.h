// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Cleans the message and answers what asks for nothing ("hello", "thanks"), so that a greeting is no ticket.
/// Writes turn.guarded; for small talk also turn.reply.
class GuardNode final : public Node {
public:
    [[nodiscard]] std::string_view name() const override { return "guard"; }
    [[nodiscard]] bool isForeseeable() const override { return true; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;
};

} // namespace parley::server::pipeline
