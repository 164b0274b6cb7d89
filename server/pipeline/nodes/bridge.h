// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/handoff.h"
#include "server/desk/services.h"
#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Hands the conversation to a person: ticket, bridge message, events and the paused run in one transaction,
/// once a run however often it is tried. The paused run goes on when the ticket is resolved.
class BridgeNode final : public Node {
public:
    explicit BridgeNode(desk::Services& services) : m_services(services), m_handoff(services) {}

    [[nodiscard]] std::string_view name() const override { return "bridge"; }
    /// @errors Storage it could not be committed: the run is still to be done
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    Result<proto::Turn> bridgeIn(store::Transaction& tx, const Turn& turn, const std::string& held) const;

    desk::Services& m_services;
    desk::Handoff m_handoff;
};

} // namespace parley::server::pipeline
