// SPDX-License-Identifier: MIT
#include "server/store/tenant_state_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<TenantVersions> TenantStateRepository::versions(ReadTransaction& tx) const
{
    // Each for itself: a tenant that nobody has configured may have answers in its cache.
    static constexpr std::string_view kSql =
        "SELECT COALESCE((SELECT config_version FROM tenant_state WHERE id = 'state'), 0), "
        "COALESCE((SELECT index_version FROM tenant_state WHERE id = 'state'), 0), "
        "COALESCE((SELECT version FROM cache_state WHERE id = 'state'), 0)";
    auto read = [](const Row& row) { return TenantVersions{row.integer(0), row.integer(1), row.integer(2)}; };
    auto found = firstOf(tx.queryOptional(kSql), read, "tenantState.versions");
    if (!found) {
        return fail(std::move(found).error());
    }
    return found->value_or(TenantVersions{});
}

Result<void> TenantStateRepository::raiseConfigVersion(Transaction& tx) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO tenant_state (id, config_version, index_version) VALUES ('state', 1, 1) "
        "ON CONFLICT (id) DO UPDATE SET config_version = tenant_state.config_version + 1";
    return doneOf(tx.execute(kSql), "tenantState.raiseConfigVersion");
}

} // namespace parley::server::store
