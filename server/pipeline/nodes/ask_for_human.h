// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Who asks for a person gets one, at once and without an attempt to answer first.
class AskForHumanNode final : public Node {
public:
    [[nodiscard]] std::string_view name() const override { return "ask_for_human"; }
    [[nodiscard]] bool isForeseeable() const override { return true; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;
};

} // namespace parley::server::pipeline
