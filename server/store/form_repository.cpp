// SPDX-License-Identifier: MIT
#include "server/store/form_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

FormSubmissionRow fromRow(const Row& row)
{
    return {ConversationId{row.text(0)}, row.text(1), TicketId{row.text(2)}, row.text(3), row.integer(4)};
}

TicketId ticketFrom(const Row& row)
{
    return TicketId{row.text(0)};
}

constexpr std::string_view kColumns = "conversation_id, channel_id, ticket_id, status_hash, created_ms";

} // namespace

Result<void> FormRepository::add(Transaction& tx, const FormSubmissionRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO form_submissions (conversation_id, channel_id, ticket_id, status_hash, created_ms) "
        "VALUES ($1, $2, $3, $4, $5)";
    return doneOf(
        tx.execute(kSql,
                   {row.conversation.value, row.channel, row.ticket.value, row.statusHash, row.createdMs}),
        "forms.add");
}

Result<std::optional<FormSubmissionRow>> FormRepository::findByTicket(ReadTransaction& tx,
                                                                      const TicketId& ticket) const
{
    static const std::string kSql =
        "SELECT " + std::string(kColumns) + " FROM form_submissions WHERE ticket_id = $1";
    return firstOf(tx.queryOptional(kSql, {ticket.value}), fromRow, "forms.findByTicket");
}

Result<std::optional<FormSubmissionRow>>
FormRepository::findByConversation(ReadTransaction& tx, const ConversationId& conversation) const
{
    static const std::string kSql =
        "SELECT " + std::string(kColumns) + " FROM form_submissions WHERE conversation_id = $1";
    return firstOf(tx.queryOptional(kSql, {conversation.value}), fromRow, "forms.findByConversation");
}

Result<void> FormRepository::describe(Transaction& tx,
                                      const ConversationId& conversation,
                                      const std::string& subject,
                                      const std::string& notifyEmail) const
{
    static constexpr std::string_view kSql =
        "UPDATE conversations SET subject = $2, notify_email = $3 WHERE id = $1";
    return doneOf(tx.execute(kSql, {conversation.value, textOrNull(subject), textOrNull(notifyEmail)}),
                  "forms.describe");
}

Result<std::optional<TicketId>> FormRepository::withAgents(ReadTransaction& tx,
                                                           const ConversationId& conversation) const
{
    static constexpr std::string_view kSql =
        "SELECT id FROM tickets WHERE conversation_id = $1 AND status = 'open' AND reason = 'form' LIMIT 1";
    return firstOf(tx.queryOptional(kSql, {conversation.value}), ticketFrom, "forms.withAgents");
}

Result<std::optional<TicketId>>
FormRepository::answered(Transaction& tx, const ConversationId& conversation, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE tickets SET status = 'resolved', resolved_by = 'agents', resolved_ms = $2, updated_ms = $2, "
        "queued = NULL WHERE conversation_id = $1 AND status = 'open' AND reason = 'form' RETURNING id";
    return firstOf(tx.queryOptional(kSql, {conversation.value, nowMs}), ticketFrom, "forms.answered");
}

Result<bool> FormRepository::goOn(Transaction& tx, const TicketId& ticket, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE tickets SET status = 'open', resolved_by = NULL, resolved_ms = NULL, updated_ms = $2 "
        "WHERE id = $1 AND status = 'resolved' AND reason = 'form' AND resolved_by = 'agents'";
    return wonOf(tx.execute(kSql, {ticket.value, nowMs}), "forms.goOn");
}

Result<bool> FormRepository::handOver(Transaction& tx, const TicketRow& ticket) const
{
    static constexpr std::string_view kSql =
        "UPDATE tickets SET status = 'pending_human', run_id = $2, category = $3, priority = $4, "
        "reason = $5, question = $6, draft_answer = $7, confidence = $8, context = $9, team_id = $10, "
        "factors = $11, updated_ms = $12, queued = 1, "
        "queue_rank = CASE CAST($4 AS TEXT) WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 "
        "ELSE 3 END WHERE id = $1 AND status = 'open' AND reason = 'form'";
    return wonOf(tx.execute(kSql,
                            {ticket.id.value,
                             textOrNull(ticket.run.value),
                             ticket.category,
                             ticket.priority,
                             ticket.reason,
                             ticket.question,
                             textOrNull(ticket.draftAnswer),
                             orNull(ticket.confidence),
                             textOrNull(ticket.context),
                             textOrNull(ticket.teamId),
                             textOrNull(ticket.factors),
                             ticket.updatedMs}),
                 "forms.handOver");
}

} // namespace parley::server::store
