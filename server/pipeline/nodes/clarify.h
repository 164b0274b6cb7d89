// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Asks back, once, where the message could be for several agents and what was found does not answer it: the
/// question names the likeliest choices. Who was asked already goes to a person instead.
class ClarifyNode final : public Node {
public:
    explicit ClarifyNode(desk::Services& services) : m_services(services) {}

    [[nodiscard]] std::string_view name() const override { return "clarify"; }
    /// @errors Storage
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    desk::Services& m_services;
};

} // namespace parley::server::pipeline
