// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "server/tools/tool_kind.h"

#include <functional>
#include <string>

namespace parley::server::tools {

/// The builtins that work at the desk: create_ticket, customer_history, escalate, send, sentiment. Each does
/// once what its effect key names.
class DeskTools final : public ToolKind {
public:
    using PrefixOf = std::function<std::string(const TenantId&)>;

    /// @param prefixOf  the ticket prefix of a tenant
    DeskTools(desk::Services& services, PrefixOf prefixOf)
        : m_services(services), m_prefixOf(std::move(prefixOf))
    {}

    /// @errors InvalidArgument the call has no conversation, or the customer no address; Storage
    boost::asio::awaitable<Result<nlohmann::json>> call(const ToolCall& call,
                                                        runtime::Budget budget) override;

private:
    using Answer = boost::asio::awaitable<Result<nlohmann::json>>;

    Answer createTicket(const ToolCall& call);
    Answer customerHistory(const ToolCall& call);
    Answer escalate(const ToolCall& call);
    Answer send(const ToolCall& call);

    desk::Services& m_services;
    PrefixOf m_prefixOf;
};

} // namespace parley::server::tools
