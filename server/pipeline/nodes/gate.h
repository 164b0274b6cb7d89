// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Decides, before the customer sees a word, whether what is known promises an answer good enough to send.
/// The confidence is computed, never asked for; see assessment.h.
class GateNode final : public Node {
public:
    [[nodiscard]] std::string_view name() const override { return "gate"; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;
};

} // namespace parley::server::pipeline
