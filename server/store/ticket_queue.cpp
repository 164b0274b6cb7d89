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

Result<std::vector<TicketId>> TicketQueue::late(ReadTransaction& tx, std::int64_t nowMs, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id FROM tickets WHERE sla_breached = 0 AND sla_due_ms IS NOT NULL AND resolved_ms IS NULL "
        "AND "
        "sla_due_ms <= $1 AND status || '' IN ('open', 'pending_human', 'assigned') "
        "ORDER BY sla_due_ms LIMIT $2";
    auto read = [](const Row& row) { return TicketId{row.text(0)}; };
    return allOf(tx.query(kSql, {nowMs, static_cast<std::int64_t>(limit)}), read, "ticket_queue.late");
}

Result<bool> TicketQueue::callLate(Transaction& tx, const TicketId& id, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE tickets SET sla_breached = 1, updated_ms = $2 WHERE id = $1 AND sla_breached = 0 AND "
        "sla_due_ms <= $2 AND status IN ('open', 'pending_human', 'assigned')";
    return wonOf(tx.execute(kSql, {id.value, nowMs}), "ticket_queue.callLate");
}

Result<std::vector<WaitingTicket>> TicketQueue::waiting(ReadTransaction& tx, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id, reference, conversation_id, team_id, lost_by FROM tickets "
        "WHERE queued = 1 AND status || '' = 'pending_human' "
        "ORDER BY queue_due, queue_rank, queue_mood, id LIMIT $1";
    auto read = [](const Row& row) {
        return WaitingTicket{
            TicketId{row.text(0)}, row.text(1), ConversationId{row.text(2)}, row.text(3), row.text(4)};
    };
    return allOf(tx.query(kSql, {static_cast<std::int64_t>(limit)}), read, "ticket_queue.waiting");
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

Result<void>
TicketQueue::lose(Transaction& tx, const ConversationId& conversation, const std::string& user) const
{
    static constexpr std::string_view kSql =
        "UPDATE tickets SET lost_by = $2 WHERE conversation_id = $1 AND status = 'pending_human'";
    return doneOf(tx.execute(kSql, {conversation.value, user}), "ticket_queue.lose");
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
