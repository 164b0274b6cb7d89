// SPDX-License-Identifier: MIT
#include "server/store/conversation_repository.h"

#include "server/store/conversation_rows.h"
#include "server/store/rows.h"

#include <nlohmann/json.hpp>

namespace parley::server::store {

ConversationRow conversationFrom(const Row& row)
{
    ConversationRow conversation;
    conversation.id.value = row.text(0);
    conversation.customer.value = row.text(1);
    conversation.channel = row.text(2);
    conversation.status = row.text(3);
    conversation.assigneeId = row.text(4);
    conversation.assigneeName = row.text(5);
    conversation.teamId = row.text(6);
    conversation.subject = row.text(7);
    conversation.locale = row.text(8);
    conversation.notifyEmail = row.text(9);
    conversation.lastMessage = row.text(10);
    conversation.eventSeq = row.integer(11);
    conversation.customerSeq = row.integer(12);
    conversation.createdMs = row.integer(13);
    conversation.lastMs = row.integer(14);
    conversation.closedMs = row.optionalInteger(15);
    conversation.apiClient = row.text(16);
    if (!row.isNull(17)) {
        conversation.sentiment = row.real(17);
    }
    conversation.awaiting = row.text(18);
    conversation.tags = row.text(19);
    return conversation;
}

std::string ownerOf(std::string_view parameter)
{
    const std::string id = "CAST(" + std::string(parameter) + " AS TEXT)";
    return "COALESCE((SELECT a.customer_id FROM customer_aliases a WHERE a.alias = " + id + "), " + id + ")";
}

std::string tagPattern(const std::string& tag)
{
    std::string pattern = "%";
    for (const char c : nlohmann::json(tag).dump()) {
        if (c == '%' || c == '_' || c == '!') {
            pattern.push_back('!');
        }
        pattern.push_back(c);
    }
    return pattern + "%";
}

Result<void> ConversationRepository::create(Transaction& tx, const ConversationRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO conversations (id, customer_id, channel, status, locale, event_seq, customer_seq, "
        "version, "
        "created_ms, last_ms, api_client) VALUES ($1, $2, $3, $4, $5, 0, 0, 1, $6, $7, $8)";

    auto done = tx.execute(kSql,
                           {row.id.value,
                            row.customer.value,
                            row.channel,
                            row.status,
                            textOrNull(row.locale),
                            row.createdMs,
                            row.lastMs,
                            textOrNull(row.apiClient)});
    return doneOf(std::move(done), "conversations.create");
}

Result<std::optional<ConversationRow>> ConversationRepository::find(ReadTransaction& tx,
                                                                    const ConversationId& id) const
{
    static const std::string kSql =
        "SELECT " + std::string(kConversationColumns) + " FROM conversations WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id.value}), conversationFrom, "conversations.find");
}

Result<std::vector<ConversationRow>> ConversationRepository::page(ReadTransaction& tx,
                                                                  const ConversationFilter& filter) const
{
    static const std::string kAll =
        "SELECT " + std::string(kConversationColumns) +
        " FROM conversations WHERE ($1 = '' OR status = $1) AND ($2 = '' OR channel = $2) "
        "AND ($3 = '' OR assignee_id = $3 OR ($3 = 'none' AND assignee_id IS NULL)) "
        "AND ($4 = '' OR id < $4) "
        "AND ($6 = '' OR lower(tags) LIKE lower($7) ESCAPE '!') ";
    static const std::string kOrder = "ORDER BY id DESC LIMIT $5";
    // Two statements rather than one with a switch in it: a customer's few have an index to walk.
    static const std::string kEverybodys = kAll + kOrder;
    static const std::string kCustomers = kAll + "AND customer_id = " + ownerOf("$8") + " " + kOrder;
    Params params{filter.status,
                  filter.channel,
                  filter.assignee,
                  filter.before,
                  static_cast<std::int64_t>(filter.limit),
                  filter.tag,
                  tagPattern(filter.tag)};
    if (!filter.customer.empty()) {
        params.emplace_back(filter.customer);
    }
    auto rows = tx.query(filter.customer.empty() ? kEverybodys : kCustomers, params);
    return allOf(std::move(rows), conversationFrom, "conversations.page");
}

Result<std::optional<ConversationRow>> ConversationRepository::findCurrent(ReadTransaction& tx,
                                                                           const CustomerId& customer,
                                                                           const std::string& channel) const
{
    static const std::string kSql =
        "SELECT " + std::string(kConversationColumns) +
        " FROM conversations WHERE customer_id = $1 AND channel = $2 AND status <> 'closed' "
        "ORDER BY last_ms DESC, id DESC LIMIT 1";
    return firstOf(tx.queryOptional(kSql, {customer.value, channel}),
                   conversationFrom,
                   "conversations.findCurrent");
}

Result<bool> ConversationRepository::changeOwner(Transaction& tx,
                                                 const ConversationId& id,
                                                 std::string_view from,
                                                 std::string_view to,
                                                 const std::string& assigneeId,
                                                 const std::string& assigneeName,
                                                 std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE conversations SET status = $3, assignee_id = $4, assignee_name = $5, last_ms = $6, "
        "closed_ms = CASE WHEN $3 = 'closed' THEN CAST($6 AS BIGINT) ELSE NULL END, version = version + 1, "
        "awaiting = NULL, team_id = CASE WHEN $3 IN ('open', 'closed') THEN NULL ELSE team_id END, "
        "held_since_ms = NULL, owed_since_ms = CASE WHEN $2 <> 'closed' AND $3 IN ('open', 'closed') "
        "THEN NULL ELSE owed_since_ms END "
        "WHERE id = $1 AND status = $2";
    auto changed = tx.execute(kSql,
                              {id.value,
                               std::string(from),
                               std::string(to),
                               textOrNull(assigneeId),
                               textOrNull(assigneeName),
                               nowMs});
    return wonOf(std::move(changed), "conversations.changeOwner");
}

Result<bool> ConversationRepository::moveOwner(Transaction& tx, const OwnerMove& move) const
{
    static constexpr std::string_view kSql =
        "UPDATE conversations SET status = $4, assignee_id = $5, assignee_name = $6, team_id = $7, "
        "last_ms = $8, closed_ms = CASE WHEN $4 = 'closed' THEN CAST($8 AS BIGINT) ELSE NULL END, "
        "version = version + 1, awaiting = NULL, "
        // From hand to hand: only where the customer waits for a word.
        "held_spoken = 0, held_since_ms = CASE WHEN $4 <> 'with_agent' THEN NULL "
        "WHEN $2 <> 'with_agent' OR owed_since_ms IS NOT NULL OR held_since_ms IS NOT NULL "
        "THEN CAST($8 AS BIGINT) ELSE NULL END, "
        "owed_since_ms = CASE WHEN $4 IN ('open', 'closed') THEN NULL ELSE owed_since_ms END "
        "WHERE id = $1 AND status = $2 AND COALESCE(assignee_id, '') = $3";
    auto changed = tx.execute(kSql,
                              {move.id.value,
                               move.fromStatus,
                               move.fromAssignee,
                               move.toStatus,
                               textOrNull(move.assigneeId),
                               textOrNull(move.assigneeName),
                               textOrNull(move.teamId),
                               move.nowMs});
    return wonOf(std::move(changed), "conversations.moveOwner");
}

Result<std::vector<ConversationRow>>
ConversationRepository::ofCustomer(ReadTransaction& tx, const CustomerId& customer, int limit) const
{
    static const std::string kSql =
        "SELECT " + std::string(kConversationColumns) +
        " FROM conversations WHERE customer_id = $1 ORDER BY last_ms DESC, id DESC LIMIT $2";
    return allOf(tx.query(kSql, {customer.value, static_cast<std::int64_t>(limit)}),
                 conversationFrom,
                 "conversations.ofCustomer");
}

Result<void>
ConversationRepository::setTags(Transaction& tx, const ConversationId& id, const std::string& tags) const
{
    static constexpr std::string_view kSql = "UPDATE conversations SET tags = $2 WHERE id = $1";
    return doneOf(tx.execute(kSql, {id.value, textOrNull(tags)}), "conversations.setTags");
}

Result<void> ConversationRepository::setNotifyEmail(Transaction& tx,
                                                    const ConversationId& id,
                                                    const std::string& email) const
{
    static constexpr std::string_view kSql = "UPDATE conversations SET notify_email = $2 WHERE id = $1";
    auto done = tx.execute(kSql, {id.value, textOrNull(email)});
    return doneOf(std::move(done), "conversations.setNotifyEmail");
}

Result<void>
ConversationRepository::setSentiment(Transaction& tx, const ConversationId& id, double sentiment) const
{
    static constexpr std::string_view kSql = "UPDATE conversations SET sentiment = $2 WHERE id = $1";
    return doneOf(tx.execute(kSql, {id.value, sentiment}), "conversations.setSentiment");
}

Result<void> ConversationRepository::setAwaiting(Transaction& tx,
                                                 const ConversationId& id,
                                                 const std::string& awaiting) const
{
    static constexpr std::string_view kSql = "UPDATE conversations SET awaiting = $2 WHERE id = $1";
    return doneOf(tx.execute(kSql, {id.value, textOrNull(awaiting)}), "conversations.setAwaiting");
}

} // namespace parley::server::store
