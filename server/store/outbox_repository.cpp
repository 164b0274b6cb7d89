// SPDX-License-Identifier: MIT
#include "server/store/outbox_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<void> OutboxRepository::add(Transaction& tx, const OutboxRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO outbox (id, kind, target, payload, conversation_id, effect_key, status, attempts, "
        "due_ms, created_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, 'queued', 0, $7, $8) ON CONFLICT DO NOTHING";
    return doneOf(tx.execute(kSql,
                             {row.id,
                              row.kind,
                              row.target,
                              row.payload,
                              textOrNull(row.conversation.value),
                              row.effectKey,
                              row.dueMs,
                              row.createdMs}),
                  "outbox.add");
}

Result<bool> OutboxRepository::cancel(Transaction& tx, const std::string& effectKey) const
{
    static constexpr std::string_view kSql =
        "DELETE FROM outbox WHERE effect_key = $1 AND status = 'queued' AND lease_owner IS NULL";
    return wonOf(tx.execute(kSql, {effectKey}), "outbox.cancel");
}

Result<std::int64_t> OutboxRepository::waiting(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql = "SELECT COUNT(*) FROM outbox WHERE status = 'queued'";
    auto row = tx.queryOptional(kSql);
    if (!row) {
        return fail(std::move(row).error().in("outbox.waiting"));
    }
    return *row ? (*row)->integer(0) : std::int64_t{0};
}

} // namespace parley::server::store
