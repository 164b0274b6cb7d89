// SPDX-License-Identifier: MIT
#include "server/store/audit_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

AuditRow fromRow(const Row& row)
{
    AuditRow event;
    event.id = row.text(0);
    event.atMs = row.integer(1);
    event.actorRole = row.text(2);
    event.actorId = row.text(3);
    event.action = row.text(4);
    event.objectKind = row.text(5);
    event.objectId = row.text(6);
    event.before = row.text(7);
    event.after = row.text(8);
    event.requestId = row.text(9);
    event.address = row.text(10);
    return event;
}

} // namespace

Result<void> AuditRepository::append(Transaction& tx, const AuditRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO audit (id, at_ms, actor_role, actor_id, action, object_kind, object_id, before_value, "
        "after_value, request_id, address) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    const Params params{row.id,
                        row.atMs,
                        row.actorRole,
                        textOrNull(row.actorId),
                        row.action,
                        row.objectKind,
                        textOrNull(row.objectId),
                        textOrNull(row.before),
                        textOrNull(row.after),
                        textOrNull(row.requestId),
                        textOrNull(row.address)};
    return doneOf(tx.execute(kSql, params), "audit.append");
}

Result<std::vector<AuditRow>> AuditRepository::list(ReadTransaction& tx, const AuditFilter& filter) const
{
    static constexpr std::string_view kSql =
        "SELECT id, at_ms, actor_role, actor_id, action, object_kind, object_id, before_value, after_value, "
        "request_id, address FROM audit WHERE ($1 = '' OR actor_id = $1) AND ($2 = '' OR action = $2) "
        "AND ($3 = '' OR object_kind = $3) AND ($4 = '' OR object_id = $4) AND at_ms >= $5 AND at_ms < $6 "
        "AND ($7 = '' OR id < $7) ORDER BY id DESC LIMIT $8";
    const Params params{filter.actorId,
                        filter.action,
                        filter.objectKind,
                        filter.objectId,
                        filter.fromMs,
                        filter.toMs,
                        filter.before,
                        std::int64_t{filter.limit}};
    return allOf(tx.query(kSql, params), fromRow, "audit.list");
}

} // namespace parley::server::store
