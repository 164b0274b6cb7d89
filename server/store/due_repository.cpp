// SPDX-License-Identifier: MIT
#include "server/store/due_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<void>
DueRepository::hint(Transaction& tx, const TenantId& tenant, std::string_view kind, std::int64_t dueMs) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO due (tenant, kind, id, due_ms) VALUES ($1, $2, '', $3) ON CONFLICT (tenant, kind, id) "
        "DO UPDATE SET due_ms = CASE WHEN due.due_ms < $3 THEN due.due_ms ELSE $3 END";
    return doneOf(tx.execute(kSql, {tenant.value, std::string(kind), dueMs}), "due.hint");
}

Result<void> DueRepository::clear(Transaction& tx, const TenantId& tenant, std::string_view kind) const
{
    static constexpr std::string_view kSql = "DELETE FROM due WHERE tenant = $1 AND kind = $2";
    return doneOf(tx.execute(kSql, {tenant.value, std::string(kind)}), "due.clear");
}

Result<std::vector<TenantId>>
DueRepository::due(ReadTransaction& tx, std::string_view kind, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "SELECT tenant FROM due WHERE kind = $1 AND due_ms <= $2 ORDER BY due_ms LIMIT 500";
    auto read = [](const Row& row) { return TenantId{row.text(0)}; };
    return allOf(tx.query(kSql, {std::string(kind), nowMs}), read, "due.due");
}

} // namespace parley::server::store
