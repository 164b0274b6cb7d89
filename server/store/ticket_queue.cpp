// SPDX-License-Identifier: MIT
#include "server/store/ticket_queue.h"

#include "server/store/rows.h"

namespace parley::server::store {

// `status || ''` is the status, said so that SQLite does not walk the index of all tickets of a status where
// one of the few has what is asked for.

Result<void> TicketQueue::promise(Transaction& tx, const TicketPromise& promise) const
{
    static constexpr std::string_view kSql =
        "UPDATE tickets SET sla_due_ms = $2, resolution_due_ms = $3, queue_mood = $4, "
        "queue_due = COALESCE(CAST($2 AS BIGINT) / 60000, 9223372036854775807) WHERE id = $1";
    return doneOf(tx.execute(kSql,
                             {promise.id.value,
                              orNull(promise.responseDueMs),
                              orNull(promise.resolutionDueMs),
                              promise.mood}),
                  "ticket_queue.promise");
}

Result<void>
TicketQueue::respond(Transaction& tx, const ConversationId& conversation, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE tickets SET responded_ms = $2, sla_due_ms = resolution_due_ms, "
        "queue_due = COALESCE(resolution_due_ms / 60000, 9223372036854775807) "
        "WHERE conversation_id = $1 AND responded_ms IS NULL AND status IN ('open', 'pending_human', "
        "'assigned')";
    return doneOf(tx.execute(kSql, {conversation.value, nowMs}), "ticket_queue.respond");
}

Result<void>
TicketQueue::requeue(Transaction& tx, const TicketId& id, std::optional<std::int64_t> dueMs) const
{
    // The earlier of the answer and the resolution, whichever there is.
    static constexpr std::string_view kSql =
        "UPDATE tickets SET responded_ms = NULL, sla_due_ms = CASE WHEN resolution_due_ms < $2 THEN "
        "resolution_due_ms ELSE COALESCE(CAST($2 AS BIGINT), resolution_due_ms) END, "
        "queue_due = COALESCE(CASE WHEN resolution_due_ms < $2 THEN resolution_due_ms "
        "ELSE COALESCE(CAST($2 AS BIGINT), resolution_due_ms) END / 60000, 9223372036854775807) "
        "WHERE id = $1 AND responded_ms IS NOT NULL AND status = 'pending_human'";
    return doneOf(tx.execute(kSql, {id.value, orNull(dueMs)}), "ticket_queue.requeue");
}

Result<std::vector<TicketId>> TicketQueue::late(ReadTransaction& tx, std::int64_t nowMs, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id, MIN(due_ms) AS first_ms FROM ("
        "SELECT id, sla_due_ms AS due_ms FROM tickets WHERE sla_breached = 0 AND sla_due_ms IS NOT NULL AND "
        "resolved_ms IS NULL AND sla_due_ms <= $1 AND "
        "status || '' IN ('open', 'pending_human', 'assigned') UNION ALL "
        "SELECT id, resolution_due_ms AS due_ms FROM tickets WHERE resolution_breached = 0 AND "
        "resolution_due_ms IS NOT NULL AND resolved_ms IS NULL AND resolution_due_ms <= $1 AND "
        "status || '' IN ('open', 'pending_human', 'assigned')) due "
        "GROUP BY id ORDER BY first_ms, id LIMIT $2";
    auto read = [](const Row& row) { return TicketId{row.text(0)}; };
    return allOf(tx.query(kSql, {nowMs, static_cast<std::int64_t>(limit)}), read, "ticket_queue.late");
}

Result<bool> TicketQueue::callLate(Transaction& tx, const TicketId& id, std::int64_t nowMs) const
{
    static constexpr std::string_view kLock = "UPDATE conversations SET version = version WHERE id = "
                                              "(SELECT conversation_id FROM tickets WHERE id = $1)";
    static constexpr std::string_view kSql =
        "UPDATE tickets SET sla_breached = 1, updated_ms = $2, resolution_breached = CASE WHEN "
        "resolution_due_ms <= $2 THEN 1 ELSE resolution_breached END WHERE id = $1 AND "
        "((sla_breached = 0 AND sla_due_ms <= $2) OR (resolution_breached = 0 AND resolution_due_ms <= $2)) "
        "AND status IN ('open', 'pending_human', 'assigned')";
    if (auto locked = doneOf(tx.execute(kLock, {id.value}), "ticket_queue.lock"); !locked) {
        return fail(std::move(locked).error());
    }
    return wonOf(tx.execute(kSql, {id.value, nowMs}), "ticket_queue.callLate");
}

Result<std::vector<WaitingTicket>>
TicketQueue::waiting(ReadTransaction& tx, int limit, const WaitingTicket& after) const
{
    static constexpr std::string_view kSql =
        "SELECT id, reference, conversation_id, team_id, lost_by, queue_due, queue_rank, queue_mood FROM "
        "tickets WHERE queued = 1 AND status || '' = 'pending_human' AND "
        "(queue_due, queue_rank, queue_mood, id) > ($2, $3, $4, $5) "
        "ORDER BY queue_due, queue_rank, queue_mood, id LIMIT $1";
    static constexpr std::string_view kNoId = "00000000-0000-0000-0000-000000000000";
    auto read = [](const Row& row) {
        return WaitingTicket{TicketId{row.text(0)},
                             row.text(1),
                             ConversationId{row.text(2)},
                             row.text(3),
                             row.text(4),
                             row.integer(5),
                             row.integer(6),
                             row.real(7)};
    };
    return allOf(tx.query(kSql,
                          {static_cast<std::int64_t>(limit),
                           after.due,
                           after.rank,
                           after.mood,
                           after.id.isEmpty() ? std::string(kNoId) : after.id.value}),
                 read,
                 "ticket_queue.waiting");
}

Result<std::optional<std::int64_t>> TicketQueue::waitingBefore(ReadTransaction& tx, const TicketId& id) const
{
    static constexpr std::string_view kSql =
        "SELECT (SELECT COUNT(*) FROM tickets o WHERE o.queued = 1 AND o.status || '' = 'pending_human' AND "
        "COALESCE(o.team_id, '') = COALESCE(t.team_id, '') AND "
        "(o.queue_due, o.queue_rank, o.queue_mood, o.id) < (t.queue_due, t.queue_rank, t.queue_mood, t.id)) "
        "FROM tickets t WHERE t.id = $1 AND t.status = 'pending_human'";
    auto read = [](const Row& row) { return row.integer(0); };
    return firstOf(tx.queryOptional(kSql, {id.value}), read, "ticket_queue.waitingBefore");
}

Result<std::vector<CaseLoad>> TicketQueue::loads(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql =
        "SELECT assignee_id, COUNT(*) FROM tickets WHERE status = 'assigned' AND assignee_id IS NOT NULL "
        "GROUP BY assignee_id";
    auto read = [](const Row& row) { return CaseLoad{row.text(0), row.integer(1)}; };
    return allOf(tx.query(kSql), read, "ticket_queue.loads");
}

Result<bool>
TicketQueue::lose(Transaction& tx, const ConversationId& conversation, const std::string& user) const
{
    static constexpr std::string_view kLost =
        "SELECT 1 FROM tickets WHERE conversation_id = $1 AND status = 'pending_human' AND "
        "lost_by IS NOT NULL LIMIT 1";
    static constexpr std::string_view kSql =
        "UPDATE tickets SET lost_by = COALESCE(lost_by, '|') || CAST($2 AS TEXT) || '|' "
        "WHERE conversation_id = $1 AND status = 'pending_human' AND "
        "COALESCE(lost_by, '') NOT LIKE '%|' || CAST($2 AS TEXT) || '|%'";
    auto before = tx.queryOptional(kLost, {conversation.value});
    auto noted = tx.execute(kSql, {conversation.value, user});
    if (!before) {
        return fail(std::move(before).error().in("ticket_queue.lose"));
    }
    if (!noted) {
        return fail(std::move(noted).error().in("ticket_queue.lose"));
    }
    return !before->has_value();
}

Result<std::vector<std::int64_t>> TicketQueue::handlingTimes(ReadTransaction& tx, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT resolved_ms - assigned_ms FROM tickets WHERE resolved_ms IS NOT NULL AND "
        "assigned_ms IS NOT NULL ORDER BY resolved_ms DESC LIMIT $1";
    auto read = [](const Row& row) { return row.integer(0); };
    return allOf(tx.query(kSql, {static_cast<std::int64_t>(limit)}), read, "ticket_queue.handlingTimes");
}

} // namespace parley::server::store
