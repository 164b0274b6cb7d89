// SPDX-License-Identifier: MIT
#include "server/store/idempotency_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

IdempotencyRow fromRow(const Row& row)
{
    IdempotencyRow request;
    request.principal = row.text(0);
    request.route = row.text(1);
    request.key = row.text(2);
    request.bodyHash = row.text(3);
    request.isDone = row.text(4) == "done";
    request.responseStatus = static_cast<int>(row.integer(5));
    request.responseBody = row.text(6);
    request.isWithheld = request.isDone && row.isNull(6);
    request.customer.value = row.text(7);
    request.createdMs = row.integer(8);
    request.expiresMs = row.integer(9);
    return request;
}

} // namespace

Result<bool> IdempotencyRepository::insertRunning(Transaction& tx, const IdempotencyRow& row) const
{
    static constexpr std::string_view kDropExpired =
        "DELETE FROM idempotency WHERE principal = $1 AND route = $2 AND key = $3 AND expires_ms <= $4";
    static constexpr std::string_view kInsert =
        "INSERT INTO idempotency (principal, route, key, body_hash, status, customer_id, created_ms, "
        "expires_ms) "
        "VALUES ($1, $2, $3, $4, 'running', $5, $6, $7) ON CONFLICT DO NOTHING";
    auto dropped = tx.execute(kDropExpired, {row.principal, row.route, row.key, row.createdMs});
    if (!dropped) {
        return fail(std::move(dropped).error().in("idempotency.insertRunning"));
    }
    const Params params{row.principal,
                        row.route,
                        row.key,
                        row.bodyHash,
                        textOrNull(row.customer.value),
                        row.createdMs,
                        row.expiresMs};
    return wonOf(tx.execute(kInsert, params), "idempotency.insertRunning");
}

Result<std::optional<IdempotencyRow>> IdempotencyRepository::find(ReadTransaction& tx,
                                                                  const std::string& principal,
                                                                  const std::string& route,
                                                                  const std::string& key) const
{
    static constexpr std::string_view kSql =
        "SELECT principal, route, key, body_hash, status, response_status, response_body, customer_id, "
        "created_ms, expires_ms FROM idempotency WHERE principal = $1 AND route = $2 AND key = $3";
    return firstOf(tx.queryOptional(kSql, {principal, route, key}), fromRow, "idempotency.find");
}

Result<bool>
IdempotencyRepository::takeOver(Transaction& tx, const IdempotencyRow& row, std::int64_t staleMs) const
{
    static constexpr std::string_view kSql = "UPDATE idempotency SET created_ms = $1, expires_ms = $2 WHERE "
                                             "principal = $3 AND route = $4 AND key = $5 "
                                             "AND status = 'running' AND created_ms <= $6";
    const Params params{row.createdMs, row.expiresMs, row.principal, row.route, row.key, staleMs};
    return wonOf(tx.execute(kSql, params), "idempotency.takeOver");
}

Result<bool> IdempotencyRepository::finish(Transaction& tx, const IdempotencyRow& row) const
{
    static constexpr std::string_view kSql =
        "UPDATE idempotency SET status = 'done', response_status = $1, response_body = CASE WHEN customer_id "
        "= '-' THEN NULL ELSE CAST($2 AS TEXT) END, customer_id = $3 "
        "WHERE principal = $4 AND route = $5 AND key = $6 AND status = 'running' AND created_ms = $7";
    const Params params{std::int64_t{row.responseStatus},
                        row.responseBody,
                        textOrNull(row.customer.value),
                        row.principal,
                        row.route,
                        row.key,
                        row.createdMs};
    return wonOf(tx.execute(kSql, params), "idempotency.finish");
}

Result<bool> IdempotencyRepository::abandon(Transaction& tx, const IdempotencyRow& row) const
{
    static constexpr std::string_view kSql =
        "DELETE FROM idempotency WHERE principal = $1 AND route = $2 AND key = $3 AND status = 'running' "
        "AND created_ms = $4";
    return wonOf(tx.execute(kSql, {row.principal, row.route, row.key, row.createdMs}), "idempotency.abandon");
}

Result<std::int64_t> IdempotencyRepository::deleteExpired(Transaction& tx, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql = "DELETE FROM idempotency WHERE expires_ms <= $1";
    auto deleted = tx.execute(kSql, {nowMs});
    if (!deleted) {
        return fail(std::move(deleted).error().in("idempotency.deleteExpired"));
    }
    return deleted;
}

Result<void> IdempotencyRepository::deleteOf(Transaction& tx, const CustomerId& customer) const
{
    static constexpr std::string_view kSql = "DELETE FROM idempotency WHERE customer_id = $1";
    return doneOf(tx.execute(kSql, {customer.value}), "idempotency.deleteOf");
}

} // namespace parley::server::store
