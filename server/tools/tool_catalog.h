// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/audit.h"
#include "server/store/database.h"
#include "server/store/tenant_state_repository.h"
#include "server/store/tool_repository.h"
#include "server/tools/tool_rules.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <string>
#include <vector>

namespace parley::server::tools {

/// The tools of a tenant. A change counts the tenant's configuration up in its own transaction, so that the
/// next message on any node is answered with it. @thread any
class ToolCatalog {
public:
    /// What a tenant may have.
    struct Permissions {
        /// The tool kinds that it may use; empty: all.
        std::function<std::vector<std::string>(const TenantId&)> kindsOf;
        /// Whether the configuration file declares an MCP server of this name for it.
        std::function<bool(const TenantId&, const std::string&)> mayUseServer;
    };

    ToolCatalog(store::Database& database,
                const security::Fernet& fernet,
                Permissions permissions,
                const Clock& clock,
                IdSource& ids);

    /// @errors InvalidArgument fields; Forbidden the tenant may not have the kind; Conflict the name is
    /// taken, or there are 200; Storage
    boost::asio::awaitable<Result<store::ToolRow>>
    create(TenantId tenant, ToolChanges wanted, identity::Actor actor);
    /// By id. @errors Storage
    boost::asio::awaitable<Result<std::vector<store::ToolRow>>>
    list(TenantId tenant, std::string after, int limit);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<store::ToolRow>> get(TenantId tenant, store::ToolId id);
    /// @errors NotFound; InvalidArgument; Forbidden the tenant may not have the kind; Conflict the name is
    /// taken; Storage
    boost::asio::awaitable<Result<store::ToolRow>>
    update(TenantId tenant, store::ToolId id, ToolChanges changes, identity::Actor actor);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<void>> remove(TenantId tenant, store::ToolId id, identity::Actor actor);

private:
    Result<store::ToolRow> existing(store::ReadTransaction& tx, const store::ToolId& id) const;
    /// @errors Forbidden; InvalidArgument
    [[nodiscard]] Result<void> checkPermitted(const TenantId& tenant, const store::ToolRow& row) const;

    store::Database& m_database;
    const security::Fernet& m_fernet;
    Permissions m_permissions;
    const Clock& m_clock;
    IdSource& m_ids;
    const identity::Audit m_audit;
    store::ToolRepository m_tools;
    store::TenantStateRepository m_state;
};

} // namespace parley::server::tools
