// SPDX-License-Identifier: MIT
#include "server/store/memory_repository.h"

#include "server/store/rows.h"

#include <algorithm>

namespace parley::server::store {

namespace {

RememberedConversation conversationFrom(const Row& row)
{
    RememberedConversation conversation;
    conversation.id.value = row.text(0);
    conversation.channel = row.text(1);
    conversation.eventSeq = row.integer(2);
    conversation.lastMs = row.integer(3);
    if (!row.isNull(4)) {
        ConversationSummaryRow summary;
        summary.conversation = conversation.id;
        summary.seq = row.integer(4);
        summary.question = row.text(5);
        summary.outcome = row.text(6);
        summary.resolution = row.text(7);
        summary.reference = row.text(8);
        summary.updatedMs = row.integer(9);
        conversation.summary = std::move(summary);
    }
    return conversation;
}

SaidRow saidFrom(const Row& row)
{
    return {ConversationId{row.text(0)}, row.text(1), row.text(2), row.text(3), row.integer(4)};
}

} // namespace

Result<std::vector<RememberedConversation>> MemoryRepository::conversations(ReadTransaction& tx,
                                                                            const CustomerId& customer,
                                                                            const ConversationId& except,
                                                                            int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT c.id, c.channel, c.event_seq, c.last_ms, s.seq, s.question, s.outcome, s.resolution, "
        "s.reference, s.updated_ms FROM conversations c "
        "LEFT JOIN conversation_summaries s ON s.conversation_id = c.id "
        "WHERE c.customer_id = $1 AND c.id <> $2 AND c.channel <> 'form' ORDER BY c.last_ms DESC, c.id DESC "
        "LIMIT $3";
    return allOf(tx.query(kSql, {customer.value, except.value, static_cast<std::int64_t>(limit)}),
                 conversationFrom,
                 "memory.conversations");
}

Result<std::vector<SaidRow>> MemoryRepository::said(ReadTransaction& tx,
                                                    const ConversationId& conversation,
                                                    const MessageId& before,
                                                    int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT conversation_id, sender, kind, text, created_ms FROM messages "
        "WHERE conversation_id = $1 AND ($2 = '' OR seq < (SELECT m.seq FROM messages m WHERE m.id = $2)) "
        "AND kind IN ('text', 'resolution') AND sender IN ('user', 'agent', 'supporter') "
        "ORDER BY seq DESC LIMIT $3";
    auto rows = allOf(tx.query(kSql, {conversation.value, before.value, static_cast<std::int64_t>(limit)}),
                      saidFrom,
                      "memory.said");
    if (rows) {
        std::reverse(rows->begin(), rows->end());
    }
    return rows;
}

Result<std::vector<SaidRow>>
MemoryRepository::asked(ReadTransaction& tx, const ConversationId& conversation, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT conversation_id, sender, kind, text, created_ms FROM messages "
        "WHERE conversation_id = $1 AND sender = 'user' AND kind = 'text' ORDER BY seq LIMIT $2";
    return allOf(tx.query(kSql, {conversation.value, static_cast<std::int64_t>(limit)}),
                 saidFrom,
                 "memory.asked");
}

Result<std::vector<SaidRow>> MemoryRepository::saidElsewhere(ReadTransaction& tx,
                                                             const CustomerId& customer,
                                                             const ConversationId& except,
                                                             int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT m.conversation_id, m.sender, m.kind, m.text, m.created_ms FROM conversations c "
        "JOIN messages m ON m.conversation_id = c.id WHERE c.customer_id = $1 AND c.id <> $2 "
        "AND m.kind IN ('text', 'resolution') AND m.sender IN ('user', 'agent', 'supporter') "
        "ORDER BY m.created_ms DESC, m.id DESC LIMIT $3";
    return allOf(tx.query(kSql, {customer.value, except.value, static_cast<std::int64_t>(limit)}),
                 saidFrom,
                 "memory.saidElsewhere");
}

Result<std::optional<RememberedTicket>>
MemoryRepository::newestTicket(ReadTransaction& tx, const ConversationId& conversation) const
{
    static constexpr std::string_view kSql =
        "SELECT reference, status FROM tickets WHERE conversation_id = $1 ORDER BY id DESC LIMIT 1";
    auto read = [](const Row& row) { return RememberedTicket{row.text(0), row.text(1)}; };
    return firstOf(tx.queryOptional(kSql, {conversation.value}), read, "memory.newestTicket");
}

Result<void> MemoryRepository::put(Transaction& tx, const ConversationSummaryRow& row) const
{
    // From the conversation itself, so that one that was erased meanwhile leaves nothing behind.
    static constexpr std::string_view kSql =
        "INSERT INTO conversation_summaries (conversation_id, seq, question, outcome, resolution, reference, "
        "updated_ms) SELECT id, CAST($2 AS BIGINT), $3, $4, $5, $6, CAST($7 AS BIGINT) FROM conversations "
        "WHERE id = $1 ON CONFLICT (conversation_id) DO UPDATE SET seq = excluded.seq, "
        "question = excluded.question, outcome = excluded.outcome, resolution = excluded.resolution, "
        "reference = excluded.reference, updated_ms = excluded.updated_ms "
        "WHERE conversation_summaries.seq < excluded.seq";
    return doneOf(tx.execute(kSql,
                             {row.conversation.value,
                              row.seq,
                              row.question,
                              row.outcome,
                              row.resolution,
                              row.reference,
                              row.updatedMs}),
                  "memory.put");
}

} // namespace parley::server::store
