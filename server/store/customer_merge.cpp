// SPDX-License-Identifier: MIT
#include "server/store/customer_merge.h"

#include "server/store/rows.h"

#include <array>

namespace parley::server::store {

Result<std::int64_t>
CustomerMerge::lock(Transaction& tx, const CustomerId& one, const CustomerId& other) const
{
    static constexpr std::string_view kSql = "UPDATE customers SET last_ms = last_ms WHERE id = $1";
    std::int64_t there = 0;
    for (const CustomerId& id : {std::min(one, other), std::max(one, other)}) {
        auto locked = tx.execute(kSql, {id.value});
        if (!locked) {
            return fail(std::move(locked).error().in("customers.lock"));
        }
        there += *locked;
    }
    return there;
}

Result<std::vector<ConversationId>>
CustomerMerge::move(Transaction& tx, const CustomerId& from, const CustomerId& into, std::int64_t nowMs) const
{
    static constexpr std::string_view kConversations =
        "UPDATE conversations SET customer_id = $2 WHERE customer_id = $1 RETURNING id";
    // Feedback, tickets and tokens have the customer beside the conversation, and are found by the
    // conversation's index.
    static constexpr std::array<std::string_view, 6> kMoves{
        "UPDATE tickets SET customer_id = $2 WHERE customer_id = $1 AND conversation_id IN "
        "(SELECT id FROM conversations WHERE customer_id = $2)",
        "UPDATE feedback SET customer_id = $2 WHERE customer_id = $1 AND conversation_id IN "
        "(SELECT id FROM conversations WHERE customer_id = $2)",
        "UPDATE resume_tokens SET customer_id = $2 WHERE customer_id = $1 AND conversation_id IN "
        "(SELECT id FROM conversations WHERE customer_id = $2)",
        "INSERT INTO customer_identifiers (customer_id, kind, value, verified, created_ms) "
        "SELECT CAST($2 AS TEXT), kind, value, verified, created_ms FROM customer_identifiers "
        "WHERE customer_id = $1 ON CONFLICT (customer_id, kind, value) DO UPDATE SET verified = "
        "CASE WHEN excluded.verified = 1 THEN 1 ELSE customer_identifiers.verified END",
        "UPDATE customer_aliases SET customer_id = $2 WHERE customer_id = $1",
        "UPDATE idempotency SET customer_id = $2 WHERE customer_id = $1",
    };
    // First the conversations: with their rows locked nobody files another ticket under the old id.
    auto conversations = allOf(
        tx.query(kConversations, {from.value, into.value}),
        [](const Row& row) { return ConversationId{row.text(0)}; },
        "customers.move");
    if (!conversations) {
        return conversations;
    }
    for (const std::string_view sql : kMoves) {
        if (auto moved = tx.execute(sql, {from.value, into.value}); !moved) {
            return fail(std::move(moved).error().in("customers.move"));
        }
    }
    static constexpr std::string_view kRemove = "DELETE FROM customers WHERE id = $1";
    static constexpr std::string_view kAlias =
        "INSERT INTO customer_aliases (alias, customer_id, created_ms) VALUES ($1, $2, $3)";
    if (auto removed = tx.execute(kRemove, {from.value}); !removed) {
        return fail(std::move(removed).error().in("customers.move"));
    }
    if (auto noted = tx.execute(kAlias, {from.value, into.value, nowMs}); !noted) {
        return fail(std::move(noted).error().in("customers.move"));
    }
    return conversations;
}

} // namespace parley::server::store
