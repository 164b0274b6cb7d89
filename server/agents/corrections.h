// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "server/identity/audit.h"
#include "server/store/agent_repository.h"
#include "server/store/intent_example_repository.h"
#include "server/store/tenant_state_repository.h"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>

namespace parley::server::agents {

/// What a supporter puts right of a ticket; empty optionals leave as it is.
struct TicketCorrection {
    std::optional<std::string> category;
    /// low, medium, high, urgent
    std::optional<std::string> priority;
    /// Name of the agent whose question it was: the classifier learns it.
    std::optional<std::string> agent;
    /// Wanted by a client; only resolving and accepting a case change it.
    std::optional<std::string> status;
};

/// Takes corrections of people, so that the next customer is understood better. @thread any
class Corrections {
public:
    explicit Corrections(desk::Services& services);

    /// @param idOrReference  of the ticket
    /// @errors NotFound no such ticket; Conflict (`use_resolve`) it wants the ticket resolved;
    /// InvalidArgument there is no such agent; Storage
    boost::asio::awaitable<Result<store::TicketRow>>
    correct(TenantId tenant, std::string idOrReference, TicketCorrection correction, identity::Actor actor);

private:
    Result<store::TicketRow> correctIn(store::Transaction& tx,
                                       const TenantId& tenant,
                                       const std::string& idOrReference,
                                       const TicketCorrection& correction,
                                       const identity::Actor& actor) const;
    Result<void>
    learn(store::Transaction& tx, const store::TicketRow& ticket, const std::string& agent) const;

    desk::Services& m_services;
    const identity::Audit m_audit;
    store::AgentRepository m_agents;
    store::IntentExampleRepository m_examples;
    store::TenantStateRepository m_state;
};

} // namespace parley::server::agents
