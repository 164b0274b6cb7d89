// SPDX-License-Identifier: MIT
#include "server/store/customer_history.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<std::vector<ConversationRow>> CustomerHistory::conversations(ReadTransaction& tx,
                                                                    const CustomerId& customer,
                                                                    const ConversationId& except,
                                                                    int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id, channel, status, subject, created_ms, last_ms, last_message FROM conversations "
        "WHERE customer_id = $1 AND id <> $2 ORDER BY id DESC LIMIT $3";
    auto read = [](const Row& row) {
        ConversationRow conversation;
        conversation.id.value = row.text(0);
        conversation.channel = row.text(1);
        conversation.status = row.text(2);
        conversation.subject = row.text(3);
        conversation.createdMs = row.integer(4);
        conversation.lastMs = row.integer(5);
        conversation.lastMessage = row.text(6);
        return conversation;
    };
    return allOf(tx.query(kSql, {customer.value, except.value, std::int64_t{limit}}),
                 read,
                 "customerHistory.conversations");
}

Result<std::vector<TicketRow>>
CustomerHistory::tickets(ReadTransaction& tx, const CustomerId& customer, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id, reference, conversation_id, status, category, priority, subject, created_ms, resolved_ms "
        "FROM tickets WHERE customer_id = $1 ORDER BY id DESC LIMIT $2";
    auto read = [](const Row& row) {
        TicketRow ticket;
        ticket.id.value = row.text(0);
        ticket.reference = row.text(1);
        ticket.conversation.value = row.text(2);
        ticket.status = row.text(3);
        ticket.category = row.text(4);
        ticket.priority = row.text(5);
        ticket.subject = row.text(6);
        ticket.createdMs = row.integer(7);
        ticket.resolvedMs = row.optionalInteger(8);
        return ticket;
    };
    return allOf(tx.query(kSql, {customer.value, std::int64_t{limit}}), read, "customerHistory.tickets");
}

} // namespace parley::server::store
