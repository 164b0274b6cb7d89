// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Judges the answer again when its sentences have been checked: what had passed the gate still goes to a
/// person where too little of it was supported. Writes turn.confidence, the one that the reply names.
class AssessNode final : public Node {
public:
    [[nodiscard]] std::string_view name() const override { return "assess"; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;
};

} // namespace parley::server::pipeline
