// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Decides, before the customer sees a word, whether the draft is good enough to send. The confidence is
/// computed from what retrieval found, never asked for.
class GateNode final : public Node {
public:
    /// @param threshold  0..1, the least confidence to answer with
    explicit GateNode(double threshold) : m_threshold(threshold) {}

    [[nodiscard]] std::string_view name() const override { return "gate"; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

    /// The agent's own threshold, or the tenant's.
    [[nodiscard]] double thresholdFor(const Turn& turn) const;

private:
    double m_threshold;
};

} // namespace parley::server::pipeline
