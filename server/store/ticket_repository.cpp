// SPDX-License-Identifier: MIT
#include "server/store/ticket_repository.h"

#include "server/store/conversation_rows.h"
#include "server/store/rows.h"

namespace parley::server::store {

namespace {

constexpr std::string_view kColumns =
    "id, reference, conversation_id, customer_id, run_id, status, category, priority, subject, reason, "
    "question, "
    "draft_answer, confidence, context, assignee_id, assignee_name, created_ms, updated_ms, resolved_ms, "
    "team_id, sla_due_ms, sla_breached, factors";

TicketRow fromRow(const Row& row)
{
    TicketRow ticket;
    ticket.id.value = row.text(0);
    ticket.reference = row.text(1);
    ticket.conversation.value = row.text(2);
    ticket.customer.value = row.text(3);
    ticket.run.value = row.text(4);
    ticket.status = row.text(5);
    ticket.category = row.text(6);
    ticket.priority = row.text(7);
    ticket.subject = row.text(8);
    ticket.reason = row.text(9);
    ticket.question = row.text(10);
    ticket.draftAnswer = row.text(11);
    if (!row.isNull(12)) {
        ticket.confidence = row.real(12);
    }
    ticket.context = row.text(13);
    ticket.assigneeId = row.text(14);
    ticket.assigneeName = row.text(15);
    ticket.createdMs = row.integer(16);
    ticket.updatedMs = row.integer(17);
    ticket.resolvedMs = row.optionalInteger(18);
    ticket.teamId = row.text(19);
    ticket.slaDueMs = row.optionalInteger(20);
    ticket.isSlaBreached = row.boolean(21);
    ticket.factors = row.text(22);
    return ticket;
}

/// "|open|assigned|": a set that one parameter carries, so that the statement stays one.
std::string joined(const std::vector<std::string>& statuses)
{
    std::string text;
    for (const std::string& status : statuses) {
        text += "|" + status;
    }
    return text.empty() ? text : text + "|";
}

} // namespace

Result<void> TicketRepository::create(Transaction& tx, const TicketRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO tickets (id, reference, conversation_id, customer_id, run_id, status, category, "
        "priority, subject, "
        "reason, question, draft_answer, confidence, context, sla_breached, created_ms, updated_ms, team_id, "
        "sla_due_ms, factors, queue_due, queue_rank, queued) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15, $16, $17, $18, $19, "
        "COALESCE(CAST($18 AS BIGINT) / 60000, 9223372036854775807), "
        "CASE CAST($8 AS TEXT) WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END, "
        "CASE WHEN CAST($6 AS TEXT) IN ('pending_human', 'assigned') THEN 1 END)";
    return doneOf(tx.execute(kSql,
                             {row.id.value,
                              row.reference,
                              row.conversation.value,
                              row.customer.value,
                              textOrNull(row.run.value),
                              row.status,
                              row.category,
                              row.priority,
                              row.subject,
                              row.reason,
                              row.question,
                              textOrNull(row.draftAnswer),
                              orNull(row.confidence),
                              textOrNull(row.context),
                              row.createdMs,
                              row.updatedMs,
                              textOrNull(row.teamId),
                              orNull(row.slaDueMs),
                              textOrNull(row.factors)}),
                  "tickets.create");
}

Result<bool> TicketRepository::describe(Transaction& tx,
                                        const TicketId& id,
                                        const std::string& category,
                                        const std::string& priority,
                                        std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE tickets SET category = $2, priority = $3, updated_ms = $4, queue_rank = CASE CAST($3 AS "
        "TEXT) "
        "WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END WHERE id = $1";
    return wonOf(tx.execute(kSql, {id.value, category, priority, nowMs}), "tickets.describe");
}

Result<std::optional<TicketRow>> TicketRepository::find(ReadTransaction& tx,
                                                        const std::string& idOrReference) const
{
    static const std::string kById = "SELECT " + std::string(kColumns) + " FROM tickets WHERE id = $1";
    static const std::string kByReference =
        "SELECT " + std::string(kColumns) + " FROM tickets WHERE reference = $1";
    return firstOf(tx.queryOptional(isUuid(idOrReference) ? kById : kByReference, {idOrReference}),
                   fromRow,
                   "tickets.find");
}

Result<bool> TicketRepository::referenceExists(ReadTransaction& tx, const std::string& reference) const
{
    static constexpr std::string_view kSql = "SELECT 1 FROM tickets WHERE reference = $1";
    auto row = tx.queryOptional(kSql, {reference});
    if (!row) {
        return fail(std::move(row).error().in("tickets.referenceExists"));
    }
    return row->has_value();
}

Result<std::optional<TicketRow>> TicketRepository::findUnresolved(ReadTransaction& tx,
                                                                  const ConversationId& conversation) const
{
    static const std::string kSql =
        "SELECT " + std::string(kColumns) +
        " FROM tickets WHERE conversation_id = $1 AND status IN ('open', 'pending_human', "
        "'assigned') ORDER BY id DESC LIMIT 1";
    return firstOf(tx.queryOptional(kSql, {conversation.value}), fromRow, "tickets.findUnresolved");
}

Result<std::vector<TicketRow>> TicketRepository::unresolvedOf(ReadTransaction& tx,
                                                              const ConversationId& conversation) const
{
    static const std::string kSql =
        "SELECT " + std::string(kColumns) +
        " FROM tickets WHERE conversation_id = $1 AND status IN ('open', 'pending_human', 'assigned') "
        "ORDER BY id";
    return allOf(tx.query(kSql, {conversation.value}), fromRow, "tickets.unresolvedOf");
}

Result<std::vector<TicketRow>>
TicketRepository::ofConversation(ReadTransaction& tx, const ConversationId& conversation, int limit) const
{
    static const std::string kSql = "SELECT " + std::string(kColumns) +
                                    " FROM tickets WHERE conversation_id = $1 ORDER BY id DESC LIMIT $2";
    return allOf(tx.query(kSql, {conversation.value, static_cast<std::int64_t>(limit)}),
                 fromRow,
                 "tickets.ofConversation");
}

Result<std::vector<QueuedTicket>> TicketRepository::queue(ReadTransaction& tx, int offset, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT t.id, t.reference, t.conversation_id, t.customer_id, t.run_id, t.status, t.category, "
        "t.priority, t.subject, t.reason, t.question, t.draft_answer, t.confidence, t.context, "
        "t.assignee_id, "
        "t.assignee_name, t.created_ms, t.updated_ms, t.resolved_ms, t.team_id, t.sla_due_ms, "
        "t.sla_breached, t.factors, "
        "c.channel, c.last_message, c.sentiment "
        // The index alone says which ones: only what is shown is read.
        "FROM (SELECT id FROM tickets WHERE queued = 1 "
        "ORDER BY queue_due, queue_rank, queue_mood, id LIMIT $1 OFFSET $2) q "
        "JOIN tickets t ON t.id = q.id JOIN conversations c ON c.id = t.conversation_id "
        "ORDER BY t.queue_due, t.queue_rank, t.queue_mood, t.id";
    auto read = [](const Row& row) {
        QueuedTicket queued;
        queued.ticket = fromRow(row);
        queued.channel = row.text(23);
        queued.lastMessage = row.text(24);
        if (!row.isNull(25)) {
            queued.sentiment = row.real(25);
        }
        return queued;
    };
    return allOf(tx.query(kSql, {static_cast<std::int64_t>(limit), static_cast<std::int64_t>(offset)}),
                 read,
                 "tickets.queue");
}

Result<bool> TicketRepository::move(Transaction& tx, const TicketMove& move) const
{
    static constexpr std::string_view kSql =
        "UPDATE tickets SET status = $3, assignee_id = $4, assignee_name = $5, team_id = $6, updated_ms = "
        "$7, "
        "queued = CASE WHEN CAST($3 AS TEXT) IN ('pending_human', 'assigned') THEN 1 END, "
        "assigned_ms = CASE WHEN $3 = 'assigned' THEN CAST($7 AS BIGINT) ELSE assigned_ms END "
        "WHERE id = $1 AND status = $2";
    return wonOf(tx.execute(kSql,
                            {move.id.value,
                             move.fromStatus,
                             move.toStatus,
                             textOrNull(move.assigneeId),
                             textOrNull(move.assigneeName),
                             textOrNull(move.teamId),
                             move.nowMs}),
                 "tickets.move");
}

Result<std::vector<TicketRow>> TicketRepository::page(ReadTransaction& tx, const TicketFilter& filter) const
{
    static const std::string kAll =
        "SELECT " + std::string(kColumns) +
        " FROM tickets WHERE ($1 = '' OR $1 LIKE '%|' || status || '|%') "
        "AND ($2 = '' OR assignee_id = $2 OR ($2 = 'none' AND assignee_id IS NULL)) "
        "AND ($3 = '' OR category = $3) "
        "AND ($4 = '' OR priority = $4) AND ($5 = '' OR id > $5) ";
    static const std::string kOrder = "ORDER BY id LIMIT $6";
    // Two statements rather than one with a switch in it: a customer's few have indexes to walk.
    static const std::string kEverybodys = kAll + kOrder;
    static const std::string kCustomers =
        kAll +
        "AND conversation_id IN (SELECT c.id FROM conversations c WHERE c.customer_id = " + ownerOf("$7") +
        ") " + kOrder;
    Params params{joined(filter.statuses),
                  filter.assignee,
                  filter.category,
                  filter.priority,
                  filter.after,
                  static_cast<std::int64_t>(filter.limit)};
    if (!filter.customer.empty()) {
        params.emplace_back(filter.customer);
    }
    auto rows = tx.query(filter.customer.empty() ? kEverybodys : kCustomers, params);
    return allOf(std::move(rows), fromRow, "tickets.page");
}

Result<bool> TicketRepository::resolve(Transaction& tx,
                                       const TicketId& id,
                                       const std::string& by,
                                       const MessageId& resolution,
                                       std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE tickets SET status = 'resolved', resolved_by = $2, resolution_id = $3, resolved_ms = $4, "
        "updated_ms = $4, queued = NULL "
        "WHERE id = $1 AND status IN ('open', 'pending_human', 'assigned')";
    return wonOf(tx.execute(kSql, {id.value, textOrNull(by), textOrNull(resolution.value), nowMs}),
                 "tickets.resolve");
}

Result<std::optional<TicketResolution>> TicketRepository::resolutionOf(ReadTransaction& tx,
                                                                       const TicketId& id) const
{
    static constexpr std::string_view kSql =
        "SELECT status, resolved_by, resolution_id, resolved_ms FROM tickets WHERE id = $1";
    auto read = [](const Row& row) {
        return TicketResolution{row.text(0), row.text(1), MessageId{row.text(2)}, row.optionalInteger(3)};
    };
    return firstOf(tx.queryOptional(kSql, {id.value}), read, "tickets.resolutionOf");
}

Result<bool> TicketRepository::reopen(Transaction& tx,
                                      const TicketId& id,
                                      const MessageId& answer,
                                      const std::string& assigneeId,
                                      const std::string& assigneeName,
                                      std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE tickets SET status = 'assigned', assignee_id = $3, assignee_name = $4, resolved_by = NULL, "
        "resolution_id = NULL, resolved_ms = NULL, updated_ms = $5, queued = 1 "
        "WHERE id = $1 AND resolution_id = $2 AND status = 'resolved'";
    return wonOf(tx.execute(kSql, {id.value, answer.value, assigneeId, assigneeName, nowMs}),
                 "tickets.reopen");
}

Result<bool> TicketRepository::changeStatus(
    Transaction& tx, const TicketId& id, std::string_view from, std::string_view to, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE tickets SET status = $3, updated_ms = $4, "
        "queued = CASE WHEN CAST($3 AS TEXT) IN ('pending_human', 'assigned') THEN 1 END, "
        "sla_due_ms = CASE WHEN CAST($3 AS TEXT) = 'closed' THEN NULL ELSE sla_due_ms END "
        "WHERE id = $1 AND status = $2";
    return wonOf(tx.execute(kSql, {id.value, std::string(from), std::string(to), nowMs}),
                 "tickets.changeStatus");
}

} // namespace parley::server::store
