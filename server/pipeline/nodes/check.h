// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Checks each sentence of the draft against the passage it cites and releases it to the customer only then.
/// A reply that a
/// model wrote has been checked as it came. What nothing supports is dropped; when nothing is left a person
/// answers. Writes turn.reply and turn.citations.
class CheckNode final : public Node {
public:
    [[nodiscard]] std::string_view name() const override { return "check"; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;
};

} // namespace parley::server::pipeline
