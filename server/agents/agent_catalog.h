// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/agent_history.h"
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

/// The agents of a tenant. A change is kept as a new version of the agent and counts the tenant's
/// configuration up in its own transaction, so that the next message on any node is answered with it. @thread
/// any
class AgentCatalog {
public:
    AgentCatalog(store::Database& database, const Clock& clock, IdSource& ids);

    /// @errors InvalidArgument fields; Forbidden the tenant may not have the kind; Conflict the name is
    /// taken, or the quota (at most 200) is reached; Storage
    boost::asio::awaitable<Result<store::AgentRow>>
    create(TenantId tenant, AgentChanges wanted, identity::Actor actor);
    /// By id. @errors Storage
    boost::asio::awaitable<Result<std::vector<store::AgentRow>>>
    list(TenantId tenant, std::string after, int limit);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<store::AgentRow>> get(TenantId tenant, AgentId id);
    /// @errors NotFound; InvalidArgument; Forbidden the tenant may not have the kind; Conflict the name is
    /// taken; Storage
    boost::asio::awaitable<Result<store::AgentRow>>
    update(TenantId tenant, AgentId id, AgentChanges changes, identity::Actor actor);
    /// Makes the agent again what it was: a new version equal to the old one.
    /// @errors NotFound no such agent; InvalidArgument the version is not kept, or would not be accepted
    /// today; Conflict it is the present one, or the name is taken meanwhile; Storage
    boost::asio::awaitable<Result<store::AgentRow>>
    rollback(TenantId tenant, AgentId id, std::int64_t version, identity::Actor actor);
    /// What update() would make of it; nothing is stored. @errors NotFound; InvalidArgument; Storage
    boost::asio::awaitable<Result<store::AgentRow>>
    preview(TenantId tenant, AgentId id, AgentChanges changes);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<void>> remove(TenantId tenant, AgentId id, identity::Actor actor);

    /// Gives a tenant without any agent one that answers from the knowledge base. @errors Storage
    boost::asio::awaitable<Result<void>> ensureDefaults(TenantId tenant);

private:
    Result<store::AgentRow> existing(store::ReadTransaction& tx, const AgentId& id) const;
    Result<store::AgentRow> changeIn(store::Transaction& tx,
                                     const store::AgentRow& before,
                                     const AgentChanges& changes,
                                     const AgentVersionLog::Change& change,
                                     const identity::Actor& actor) const;

    store::Database& m_database;
    const Clock& m_clock;
    IdSource& m_ids;
    const identity::Audit m_audit;
    store::AgentRepository m_agents;
    AgentVersionLog m_versions;
    store::TenantStateRepository m_state;
};

} // namespace parley::server::agents
