// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Writes the answer with the built-in extractive answerer: sentences of the passages, nothing else. Writes
/// turn.draft.
class DraftNode final : public Node {
public:
    [[nodiscard]] std::string_view name() const override { return "draft"; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;
};

} // namespace parley::server::pipeline
