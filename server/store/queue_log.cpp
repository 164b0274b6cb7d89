// SPDX-License-Identifier: MIT
#include "server/store/queue_log.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<void> QueueLog::append(Transaction& tx, QueueEventRow& row) const
{
    // The row's lock orders those who write at once: the numbers are those of the commits.
    static constexpr std::string_view kNumber =
        "INSERT INTO tenant_state (id, config_version, index_version, queue_seq) VALUES ('state', 0, 0, 1) "
        "ON CONFLICT (id) DO UPDATE SET queue_seq = tenant_state.queue_seq + 1 RETURNING queue_seq";
    static constexpr std::string_view kInsert =
        "INSERT INTO queue_events (seq, type, conversation_id, ref, payload, created_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6)";
    auto number = firstOf(
        tx.queryOptional(kNumber), [](const Row& found) { return found.integer(0); }, "queueLog.append");
    if (!number) {
        return fail(std::move(number).error());
    }
    row.seq = number->value_or(0);
    return doneOf(tx.execute(kInsert,
                             {row.seq,
                              row.type,
                              row.conversation.value,
                              textOrNull(row.ref),
                              textOrNull(row.payload),
                              row.createdMs}),
                  "queueLog.append");
}

Result<std::vector<QueueEventRow>> QueueLog::after(ReadTransaction& tx, std::int64_t seq, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT seq, type, conversation_id, ref, payload, created_ms FROM queue_events WHERE seq > $1 "
        "ORDER BY seq LIMIT $2";
    auto read = [](const Row& row) {
        QueueEventRow event;
        event.seq = row.integer(0);
        event.type = row.text(1);
        event.conversation.value = row.text(2);
        event.ref = row.text(3);
        event.payload = row.text(4);
        event.createdMs = row.integer(5);
        return event;
    };
    return allOf(tx.query(kSql, {seq, static_cast<std::int64_t>(limit)}), read, "queueLog.after");
}

Result<std::int64_t> QueueLog::newest(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql = "SELECT queue_seq FROM tenant_state WHERE id = 'state'";
    auto number = firstOf(
        tx.queryOptional(kSql), [](const Row& row) { return row.integer(0); }, "queueLog.newest");
    if (!number) {
        return fail(std::move(number).error());
    }
    return number->value_or(0);
}

Result<void> QueueLog::forget(Transaction& tx, std::int64_t beforeMs) const
{
    static constexpr std::string_view kSql = "DELETE FROM queue_events WHERE created_ms < $1";
    return doneOf(tx.execute(kSql, {beforeMs}), "queueLog.forget");
}

} // namespace parley::server::store
