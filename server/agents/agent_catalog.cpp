// SPDX-License-Identifier: MIT
#include "server/agents/agent_catalog.h"

#include <nlohmann/json.hpp>

namespace parley::server::agents {

using identity::Actor;
using store::AgentRow;

namespace {

constexpr std::int64_t kMaxAgents = 200;

nlohmann::json auditView(const AgentRow& row)
{
    return {{"name", row.name},
            {"kind", row.kind},
            {"description", row.description},
            {"enabled", row.enabled},
            {"priority", row.priority},
            {"model", row.model},
            {"system_prompt", row.systemPrompt},
            {"tools", textsOf(row.tools)},
            {"examples", textsOf(row.examples)},
            {"intents", textsOf(row.intents)},
            {"confidence_threshold",
             row.confidenceThreshold ? nlohmann::json(*row.confidenceThreshold) : nlohmann::json()}};
}

/// The only key that a row of ours can violate is the name's.
Error nameTaken(Error error)
{
    if (error.code == ErrorCode::Conflict) {
        error.message = "An agent of this name is there already.";
        error.fields = {{"name", "is taken"}};
    }
    return error;
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
    row.id = m_ids.make<AgentId>();
    row.createdMs = row.updatedMs = m_clock.nowMs();
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto count = m_agents.count(tx);
        if (!count) {
            return fail(std::move(count).error());
        }
        if (*count >= kMaxAgents) {
            return fail(ErrorCode::Conflict, "A tenant may have 200 agents.");
        }
        if (auto created = m_agents.create(tx, row); !created) {
            return fail(nameTaken(std::move(created).error()));
        }
        const identity::AuditEntry entry{"agent.create", "agent", row.id.value, nullptr, auditView(row)};
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

boost::asio::awaitable<Result<AgentRow>>
AgentCatalog::update(TenantId tenant, AgentId id, AgentChanges changes, Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<AgentRow> {
        auto before = existing(tx, id);
        if (!before) {
            return before;
        }
        AgentRow after = *before;
        if (auto applied = applyChanges(after, changes); !applied) {
            return fail(std::move(applied).error());
        }
        auto won = m_agents.update(tx, after, m_clock.nowMs());
        if (!won) {
            return fail(nameTaken(std::move(won).error()));
        }
        if (!*won) {
            return fail(ErrorCode::Conflict, "Somebody else changed this agent meanwhile. Try again.");
        }
        const identity::AuditEntry entry{
            "agent.update", "agent", id.value, auditView(*before), auditView(after)};
        if (auto noted = m_audit.write(tx, actor, entry); !noted) {
            return fail(std::move(noted).error());
        }
        if (auto raised = m_state.raiseConfigVersion(tx); !raised) {
            return fail(std::move(raised).error());
        }
        return existing(tx, id);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
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
        const identity::AuditEntry entry{"agent.delete", "agent", id.value, auditView(*before), nullptr};
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
