// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/agent_rules.h"
#include "server/identity/audit.h"
#include "server/store/agent_repository.h"
#include "server/store/database.h"
#include "server/store/tenant_state_repository.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <vector>

namespace parley::server::agents {

/// The agents of a tenant. A change counts the tenant's configuration up in its own transaction, so that the
/// next message on any node is answered with it. @thread any
class AgentCatalog {
public:
    AgentCatalog(store::Database& database, const Clock& clock, IdSource& ids);

    /// @errors InvalidArgument fields; Conflict the name is taken, or there are 200; Storage
    boost::asio::awaitable<Result<store::AgentRow>>
    create(TenantId tenant, AgentChanges wanted, identity::Actor actor);
    /// By id. @errors Storage
    boost::asio::awaitable<Result<std::vector<store::AgentRow>>>
    list(TenantId tenant, std::string after, int limit);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<store::AgentRow>> get(TenantId tenant, AgentId id);
    /// @errors NotFound; InvalidArgument; Conflict the name is taken; Storage
    boost::asio::awaitable<Result<store::AgentRow>>
    update(TenantId tenant, AgentId id, AgentChanges changes, identity::Actor actor);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<void>> remove(TenantId tenant, AgentId id, identity::Actor actor);

    /// Gives a tenant without any agent one that answers from the knowledge base. @errors Storage
    boost::asio::awaitable<Result<void>> ensureDefaults(TenantId tenant);

private:
    Result<store::AgentRow> existing(store::ReadTransaction& tx, const AgentId& id) const;

    store::Database& m_database;
    const Clock& m_clock;
    IdSource& m_ids;
    const identity::Audit m_audit;
    store::AgentRepository m_agents;
    store::TenantStateRepository m_state;
};

} // namespace parley::server::agents
