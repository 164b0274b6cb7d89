// SPDX-License-Identifier: MIT
#include "server/tools/tool_catalog.h"

#include "server/identity/tenant_permissions.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::tools {

using identity::Actor;
using store::ToolRow;

namespace {

constexpr std::int64_t kMaxTools = 200;

/// A config shows masks where secrets are, so this does too.
nlohmann::json auditView(const ToolRow& row)
{
    return {{"name", row.name},
            {"kind", row.kind},
            {"description", row.description},
            {"enabled", row.enabled},
            {"priority", row.priority},
            {"is_write", row.isWrite},
            {"is_personal", row.isPersonal},
            {"input_schema", nlohmann::json::parse(row.inputSchema, nullptr, false)},
            {"config", nlohmann::json::parse(row.config, nullptr, false)}};
}

/// The only key that a row of ours can violate is the name's.
Error nameTaken(Error error)
{
    if (error.code == ErrorCode::Conflict) {
        error.message = "A tool of this name is there already.";
        error.fields = {{"name", "is taken"}};
    }
    return error;
}

} // namespace

ToolCatalog::ToolCatalog(store::Database& database,
                         const security::Fernet& fernet,
                         Permissions permissions,
                         const Clock& clock,
                         IdSource& ids)
    : m_database(database),
      m_fernet(fernet),
      m_permissions(std::move(permissions)),
      m_clock(clock),
      m_ids(ids),
      m_audit(clock, ids)
{}

Result<void> ToolCatalog::checkPermitted(const TenantId& tenant, const ToolRow& row) const
{
    const auto kinds = m_permissions.kindsOf ? m_permissions.kindsOf(tenant) : std::vector<std::string>();
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), row.kind) == kinds.end()) {
        return fail(ErrorCode::Forbidden, "Your organisation may not use tools of kind " + row.kind + ".");
    }
    const auto config = nlohmann::json::parse(row.config, nullptr, false);
    if (row.kind == "mcp" && config.contains("server")) {
        const std::string name = config["server"].get<std::string>();
        if (!m_permissions.mayUseServer || !m_permissions.mayUseServer(tenant, name)) {
            return failField(
                "config.server",
                "must be a server that the daemon's configuration file declares for your organisation");
        }
    }
    return {};
}

Result<ToolRow> ToolCatalog::existing(store::ReadTransaction& tx, const store::ToolId& id) const
{
    auto row = m_tools.find(tx, id);
    if (!row) {
        return fail(std::move(row).error());
    }
    if (!*row) {
        return fail(ErrorCode::NotFound, "There is no such tool.");
    }
    return std::move(**row);
}

boost::asio::awaitable<Result<ToolRow>> ToolCatalog::create(TenantId tenant, ToolChanges wanted, Actor actor)
{
    ToolRow row;
    if (auto applied = applyChanges(row, wanted, m_fernet, m_clock.nowMs()); !applied) {
        co_return fail(std::move(applied).error());
    }
    if (auto permitted = checkPermitted(tenant, row); !permitted) {
        co_return fail(std::move(permitted).error());
    }
    auto permissions = co_await identity::TenantPermissions::read(m_database, tenant);
    if (!permissions) {
        co_return fail(std::move(permissions).error());
    }
    const std::int64_t most = permissions->most("tools", kMaxTools);
    row.id = m_ids.make<store::ToolId>();
    row.createdMs = row.updatedMs = m_clock.nowMs();
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto count = m_tools.count(tx);
        if (!count) {
            return fail(std::move(count).error());
        }
        if (*count >= most) {
            return fail(identity::quotaReached(most, "tools"));
        }
        if (auto created = m_tools.create(tx, row); !created) {
            return fail(nameTaken(std::move(created).error()));
        }
        const identity::AuditEntry entry{"tool.create", "tool", row.id.value, nullptr, auditView(row)};
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

boost::asio::awaitable<Result<std::vector<ToolRow>>>
ToolCatalog::list(TenantId tenant, std::string after, int limit)
{
    auto job = [&](store::ReadTransaction& tx) { return m_tools.list(tx, after, limit); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<ToolRow>> ToolCatalog::get(TenantId tenant, store::ToolId id)
{
    auto job = [&](store::ReadTransaction& tx) { return existing(tx, id); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<ToolRow>>
ToolCatalog::update(TenantId tenant, store::ToolId id, ToolChanges changes, Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<ToolRow> {
        auto before = existing(tx, id);
        if (!before) {
            return before;
        }
        ToolRow after = *before;
        if (auto applied = applyChanges(after, changes, m_fernet, m_clock.nowMs()); !applied) {
            return fail(std::move(applied).error());
        }
        if (auto permitted = checkPermitted(tenant, after); !permitted) {
            return fail(std::move(permitted).error());
        }
        auto won = m_tools.update(tx, after, m_clock.nowMs());
        if (!won) {
            return fail(nameTaken(std::move(won).error()));
        }
        if (!*won) {
            return fail(ErrorCode::Conflict, "Somebody else changed this tool meanwhile. Try again.");
        }
        const identity::AuditEntry entry{
            "tool.update", "tool", id.value, auditView(*before), auditView(after)};
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

boost::asio::awaitable<Result<void>> ToolCatalog::remove(TenantId tenant, store::ToolId id, Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto before = existing(tx, id);
        if (!before) {
            return fail(std::move(before).error());
        }
        if (auto removed = m_tools.remove(tx, id); !removed) {
            return fail(std::move(removed).error());
        }
        const identity::AuditEntry entry{"tool.delete", "tool", id.value, auditView(*before), nullptr};
        if (auto noted = m_audit.write(tx, actor, entry); !noted) {
            return noted;
        }
        return m_state.raiseConfigVersion(tx);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

} // namespace parley::server::tools
