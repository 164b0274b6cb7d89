// SPDX-License-Identifier: MIT
#include "server/store/customer_repository.h"

#include "server/store/customer_columns.h"
#include "server/store/rows.h"

namespace parley::server::store {

Result<void> CustomerRepository::create(Transaction& tx, const CustomerRow& row) const
{
    static const std::string kSql = "INSERT INTO customers (" + std::string(kCustomerColumns) +
                                    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    return doneOf(tx.execute(kSql,
                             {row.id.value,
                              textOrNull(row.userId),
                              textOrNull(row.name),
                              textOrNull(row.email),
                              textOrNull(row.phone),
                              std::int64_t{row.verified ? 1 : 0},
                              textOrNull(row.plan),
                              textOrNull(row.locale),
                              textOrNull(row.metadata),
                              row.createdMs,
                              row.lastMs}),
                  "customers.create");
}

Result<std::optional<CustomerRow>> CustomerRepository::find(ReadTransaction& tx, const CustomerId& id) const
{
    static const std::string kSql =
        "SELECT " + std::string(kCustomerColumns) + " FROM customers WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id.value}), customerFrom, "customers.find");
}

Result<std::optional<CustomerRow>> CustomerRepository::findVerified(ReadTransaction& tx,
                                                                    const std::string& userId) const
{
    static const std::string kSql = "SELECT " + std::string(kCustomerColumns) +
                                    " FROM customers WHERE (user_id = $1 AND verified = 1) OR id IN "
                                    "(SELECT customer_id FROM customer_identifiers WHERE kind = 'user_id' "
                                    "AND value = $1 AND verified = 1) ORDER BY id LIMIT 1";
    return firstOf(tx.queryOptional(kSql, {userId}), customerFrom, "customers.findVerified");
}

Result<void> CustomerRepository::addResumeToken(Transaction& tx, const ResumeTokenRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO resume_tokens (hash, customer_id, conversation_id, created_ms, expires_ms) "
        "VALUES ($1, $2, $3, $4, $5)";
    return doneOf(
        tx.execute(kSql,
                   {row.hash, row.customer.value, row.conversation.value, row.createdMs, row.expiresMs}),
        "customers.addResumeToken");
}

Result<std::optional<ResumeTokenRow>>
CustomerRepository::takeResumeToken(Transaction& tx, const std::string& hash, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "DELETE FROM resume_tokens WHERE hash = $1 AND expires_ms > $2 "
        "RETURNING hash, customer_id, conversation_id, created_ms, expires_ms";
    auto read = [](const Row& row) {
        return ResumeTokenRow{row.text(0),
                              CustomerId{row.text(1)},
                              ConversationId{row.text(2)},
                              row.integer(3),
                              row.integer(4)};
    };
    return firstOf(tx.queryOptional(kSql, {hash, nowMs}), read, "customers.takeResumeToken");
}

Result<void> CustomerRepository::deleteExpiredTokens(Transaction& tx, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql = "DELETE FROM resume_tokens WHERE expires_ms <= $1";
    return doneOf(tx.execute(kSql, {nowMs}), "customers.deleteExpiredTokens");
}

} // namespace parley::server::store
