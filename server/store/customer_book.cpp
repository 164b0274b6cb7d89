// SPDX-License-Identifier: MIT
#include "server/store/customer_book.h"

#include "server/store/customer_columns.h"
#include "server/store/like_pattern.h"
#include "server/store/rows.h"
#include "shared/core/text.h"

namespace parley::server::store {

namespace {

constexpr std::string_view kBestFirst = " ORDER BY verified DESC, last_ms DESC, id DESC LIMIT 1";

/// The customer by a column of its own or a label of that kind.
Result<std::optional<CustomerRow>> byLabel(ReadTransaction& tx,
                                           std::string_view own,
                                           std::string_view kind,
                                           std::string_view label,
                                           const std::string& value)
{
    const std::string sql =
        "SELECT " + std::string(kCustomerColumns) + " FROM customers WHERE " + std::string(own) +
        " = $1 OR id IN (SELECT customer_id FROM customer_identifiers WHERE kind = '" + std::string(kind) +
        "' AND " + std::string(label) + " = $1)" + std::string(kBestFirst);
    return firstOf(tx.queryOptional(sql, {value}), customerFrom, "customers.by");
}

} // namespace

Result<std::optional<CustomerRow>> CustomerBook::find(ReadTransaction& tx, const std::string& id) const
{
    static const std::string kSql =
        "SELECT " + std::string(kCustomerColumns) +
        " FROM customers WHERE id = $1 OR id IN (SELECT customer_id FROM customer_aliases WHERE alias = $1)";
    return firstOf(tx.queryOptional(kSql, {id}), customerFrom, "customers.find");
}

Result<std::optional<CustomerRow>> CustomerBook::take(Transaction& tx, const std::string& id) const
{
    static constexpr std::string_view kLock = "UPDATE customers SET last_ms = last_ms WHERE id = $1";
    constexpr int kTries = 3;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        auto known = find(tx, id);
        if (!known || !*known) {
            return known;
        }
        auto locked = wonOf(tx.execute(kLock, {(*known)->id.value}), "customers.take");
        if (!locked) {
            return fail(std::move(locked).error());
        }
        if (*locked) {
            return find(tx, (*known)->id.value);
        }
        // A merger was faster: the id leads to another row now.
    }
    return fail(ErrorCode::Conflict, "The customer was changed at the same moment; try again.");
}

Result<bool> CustomerBook::touch(Transaction& tx, const CustomerId& customer, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql = "UPDATE customers SET last_ms = $2 WHERE id = $1";
    return wonOf(tx.execute(kSql, {customer.value, nowMs}), "customers.touch");
}

Result<std::optional<CustomerRow>> CustomerBook::byUserId(ReadTransaction& tx,
                                                          const std::string& userId) const
{
    return byLabel(tx, "user_id", "user_id", "value", userId);
}

Result<std::optional<CustomerRow>> CustomerBook::byEmail(ReadTransaction& tx, const std::string& email) const
{
    return byLabel(tx, "lower(email)", "email", "lower(value)", asciiLower(email));
}

Result<std::optional<CustomerRow>> CustomerBook::byPhone(ReadTransaction& tx, const std::string& phone) const
{
    return byLabel(tx, "phone", "phone", "value", phone);
}

Result<std::vector<CustomerRow>>
CustomerBook::page(ReadTransaction& tx, const std::string& words, const std::string& after, int limit) const
{
    static const std::string kSql =
        "SELECT " + std::string(kCustomerColumns) +
        " FROM customers WHERE id > $1 AND ($2 = '' OR lower(name) LIKE lower($3) ESCAPE '!' OR "
        "lower(email) LIKE lower($3) ESCAPE '!' OR lower(user_id) LIKE lower($3) ESCAPE '!' OR "
        "phone LIKE $3 ESCAPE '!') ORDER BY id LIMIT $4";
    return allOf(tx.query(kSql, {after, words, likeAnywhere(words), std::int64_t{limit}}),
                 customerFrom,
                 "customers.page");
}

Result<std::vector<IdentifierRow>> CustomerBook::identifiers(ReadTransaction& tx,
                                                             const CustomerId& customer) const
{
    static constexpr std::string_view kSql =
        "SELECT kind, value, verified, created_ms FROM customer_identifiers WHERE customer_id = $1 "
        "ORDER BY kind, value";
    auto read = [](const Row& row) {
        return IdentifierRow{row.text(0), row.text(1), row.boolean(2), row.integer(3)};
    };
    return allOf(tx.query(kSql, {customer.value}), read, "customers.identifiers");
}

Result<void> CustomerBook::putIdentifier(Transaction& tx,
                                         const CustomerId& customer,
                                         const IdentifierRow& identifier) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO customer_identifiers (customer_id, kind, value, verified, created_ms) "
        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (customer_id, kind, value) DO UPDATE SET verified = "
        "CASE WHEN excluded.verified = 1 THEN 1 ELSE customer_identifiers.verified END";
    return doneOf(tx.execute(kSql,
                             {customer.value,
                              identifier.kind,
                              identifier.value,
                              std::int64_t{identifier.verified ? 1 : 0},
                              identifier.createdMs}),
                  "customers.putIdentifier");
}

Result<CustomerCounts> CustomerBook::counts(ReadTransaction& tx, const CustomerId& customer) const
{
    static constexpr std::string_view kSql =
        "SELECT (SELECT COUNT(*) FROM conversations WHERE customer_id = $1), (SELECT COUNT(*) FROM tickets t "
        "JOIN conversations c ON c.id = t.conversation_id WHERE c.customer_id = $1 AND t.status IN ('open', "
        "'pending_human', 'assigned'))";
    auto row = firstOf(
        tx.queryOptional(kSql, {customer.value}),
        [](const Row& found) {
            return CustomerCounts{found.integer(0), found.integer(1)};
        },
        "customers.counts");
    if (!row) {
        return fail(std::move(row).error());
    }
    return row->value_or(CustomerCounts());
}

Result<bool> CustomerBook::update(Transaction& tx, const CustomerRow& row) const
{
    static constexpr std::string_view kSql =
        "UPDATE customers SET user_id = $2, name = $3, email = $4, phone = $5, verified = $6, plan = $7, "
        "locale = $8, metadata = $9 WHERE id = $1";
    return wonOf(tx.execute(kSql,
                            {row.id.value,
                             textOrNull(row.userId),
                             textOrNull(row.name),
                             textOrNull(row.email),
                             textOrNull(row.phone),
                             std::int64_t{row.verified ? 1 : 0},
                             textOrNull(row.plan),
                             textOrNull(row.locale),
                             textOrNull(row.metadata)}),
                 "customers.update");
}

} // namespace parley::server::store
