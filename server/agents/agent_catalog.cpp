// SPDX-License-Identifier: MIT
#include "server/agents/agent_catalog.h"

#include "server/agents/agent_snapshot.h"
#include "server/identity/tenant_permissions.h"

#include <nlohmann/json.hpp>

namespace parley::server::agents {

using identity::Actor;
using store::AgentRow;

namespace {

constexpr std::int64_t kMaxAgents = 200;

/// The only key that a row of ours can violate is the name's.
Error nameTaken(Error error)
{
    if (error.code == ErrorCode::Conflict) {
        error.message = "An agent of this name is there already.";
        error.fields = {{"name", "is taken"}};
    }
    return error;
}

Result<void> checkKind(const identity::TenantPermissions& permissions, const std::string& kind)
{
    if (!identity::TenantPermissions::allows(permissions.agentKinds, kind)) {
        return fail(ErrorCode::Forbidden, "Your organisation may not have agents of kind " + kind + ".");
    }
    return {};
}

} // namespace

AgentCatalog::AgentCatalog(store::Database& database, const Clock& clock, IdSource& ids)
    : m_database(database), m_clock(clock), m_ids(ids), m_audit(clock, ids)
{}

Result<AgentRow> AgentCatalog::existing(store::ReadTransaction& tx, const AgentId& id) const
{
    auto row = m_agents.find(tx, id);
    if (!row) {
        return fail(std::move(row).error());
    }
    if (!*row) {
        return fail(ErrorCode::NotFound, "There is no such agent.");
    }
    return std::move(**row);
}

boost::asio::awaitable<Result<AgentRow>>
AgentCatalog::create(TenantId tenant, AgentChanges wanted, Actor actor)
{
    AgentRow row;
    if (auto applied = applyChanges(row, wanted); !applied) {
        co_return fail(std::move(applied).error());
    }
    auto permissions = co_await identity::TenantPermissions::read(m_database, tenant);
    if (!permissions) {
        co_return fail(std::move(permissions).error());
    }
    if (auto permitted = checkKind(*permissions, row.kind); !permitted) {
        co_return fail(std::move(permitted).error());
    }
    const std::int64_t most = permissions->most("agents", kMaxAgents);
    row.id = m_ids.make<AgentId>();
    row.createdMs = row.updatedMs = m_clock.nowMs();
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto count = m_agents.count(tx);
        if (!count) {
            return fail(std::move(count).error());
        }
        if (*count >= most) {
            return fail(identity::quotaReached(most, "agents"));
        }
        if (auto created = m_agents.create(tx, row); !created) {
            return fail(nameTaken(std::move(created).error()));
        }
        if (auto kept = m_versions.write(tx, nullptr, row, {"create"}, actor); !kept) {
            return kept;
        }
        const identity::AuditEntry entry{"agent.create", "agent", row.id.value, nullptr, agentSnapshot(row)};
        if (auto noted = m_audit.write(tx, actor, entry); !noted) {
            return noted;
        }
        return m_state.raiseConfigVersion(tx);
    };
    auto scope = store::Scope::of(tenant);
    auto created = co_await m_database.transact(scope, job);
    if (!created) {
        co_return fail(std::move(created).error());
    }
    co_return row;
}

boost::asio::awaitable<Result<std::vector<AgentRow>>>
AgentCatalog::list(TenantId tenant, std::string after, int limit)
{
    auto job = [&](store::ReadTransaction& tx) { return m_agents.list(tx, after, limit); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<AgentRow>> AgentCatalog::get(TenantId tenant, AgentId id)
{
    auto job = [&](store::ReadTransaction& tx) { return existing(tx, id); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

Result<AgentRow> AgentCatalog::changeIn(store::Transaction& tx,
                                        const AgentRow& before,
                                        const AgentChanges& changes,
                                        const AgentVersionLog::Change& change,
                                        const Actor& actor) const
{
    AgentRow after = before;
    if (auto applied = applyChanges(after, changes); !applied) {
        return fail(std::move(applied).error());
    }
    const nlohmann::json from = agentSnapshot(before);
    const nlohmann::json to = agentSnapshot(after);
    if (from == to) {
        // Who saves without a change makes no version, and nobody has to read the configuration again.
        return before;
    }
    const std::int64_t now = m_clock.nowMs();
    auto won = m_agents.update(tx, after, now);
    if (!won) {
        return fail(nameTaken(std::move(won).error()));
    }
    if (!*won) {
        return fail(ErrorCode::Conflict, "Somebody else changed this agent meanwhile. Try again.");
    }
    after.version = before.version + 1;
    after.updatedMs = now;
    if (auto kept = m_versions.write(tx, &before, after, change, actor); !kept) {
        return fail(std::move(kept).error());
    }
    const std::string action = "agent." + std::string(change.kind);
    const identity::AuditEntry entry{action, "agent", before.id.value, from, to};
    if (auto noted = m_audit.write(tx, actor, entry); !noted) {
        return fail(std::move(noted).error());
    }
    if (auto raised = m_state.raiseConfigVersion(tx); !raised) {
        return fail(std::move(raised).error());
    }
    return after;
}

boost::asio::awaitable<Result<AgentRow>>
AgentCatalog::update(TenantId tenant, AgentId id, AgentChanges changes, Actor actor)
{
    auto permissions = co_await identity::TenantPermissions::read(m_database, tenant);
    if (!permissions) {
        co_return fail(std::move(permissions).error());
    }
    if (auto permitted = checkKind(*permissions, changes.kind.value_or("faq")); changes.kind && !permitted) {
        co_return fail(std::move(permitted).error());
    }
    auto job = [&](store::Transaction& tx) -> Result<AgentRow> {
        auto before = existing(tx, id);
        return before ? changeIn(tx, *before, changes, {"update"}, actor) : before;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<AgentRow>>
AgentCatalog::rollback(TenantId tenant, AgentId id, std::int64_t version, Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<AgentRow> {
        auto before = existing(tx, id);
        if (!before) {
            return before;
        }
        if (version == before->version) {
            return fail(ErrorCode::Conflict,
                        "Version " + std::to_string(version) + " is what the agent is now.");
        }
        auto old = AgentHistory::read(tx, *before, version);
        if (!old && old.error().code == ErrorCode::NotFound) {
            return failField("version", "is not kept; GET /agents/{id}/versions lists those that are");
        }
        if (!old) {
            return fail(std::move(old).error());
        }
        return changeIn(tx, *before, changesOf(old->snapshot), {"rollback", version}, actor);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<AgentRow>>
AgentCatalog::preview(TenantId tenant, AgentId id, AgentChanges changes)
{
    auto row = co_await get(std::move(tenant), std::move(id));
    if (!row) {
        co_return fail(std::move(row).error());
    }
    if (auto applied = applyChanges(*row, changes); !applied) {
        co_return fail(std::move(applied).error());
    }
    co_return row;
}

boost::asio::awaitable<Result<void>> AgentCatalog::remove(TenantId tenant, AgentId id, Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto before = existing(tx, id);
        if (!before) {
            return fail(std::move(before).error());
        }
        if (auto removed = m_agents.remove(tx, id); !removed) {
            return fail(std::move(removed).error());
        }
        const identity::AuditEntry entry{"agent.delete", "agent", id.value, agentSnapshot(*before), nullptr};
        if (auto noted = m_audit.write(tx, actor, entry); !noted) {
            return noted;
        }
        return m_state.raiseConfigVersion(tx);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<void>> AgentCatalog::ensureDefaults(TenantId tenant)
{
    auto known = co_await list(tenant, std::string(), 1);
    if (!known || !known->empty()) {
        co_return known ? Result<void>() : Result<void>(fail(std::move(known).error()));
    }
    AgentChanges wanted;
    wanted.name = "faq";
    wanted.kind = "faq";
    wanted.description = "Answers questions from the knowledge base.";
    auto created = co_await create(std::move(tenant), std::move(wanted), Actor::system());
    // Another node may have been faster.
    const bool isThere = created || created.error().code == ErrorCode::Conflict;
    co_return isThere ? Result<void>() : Result<void>(fail(std::move(created).error()));
}

} // namespace parley::server::agents
