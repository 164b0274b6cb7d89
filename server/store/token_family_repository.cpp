// SPDX-License-Identifier: MIT
#include "server/store/token_family_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

TokenFamilyRow fromRow(const Row& row)
{
    TokenFamilyRow family;
    family.id = row.text(0);
    family.subject = row.text(1);
    family.tenant.value = row.text(2);
    family.refreshHash = row.blob(3);
    family.generation = row.integer(4);
    family.createdMs = row.integer(5);
    family.updatedMs = row.integer(6);
    family.expiresMs = row.integer(7);
    family.revokedMs = row.optionalInteger(8);
    return family;
}

} // namespace

Result<void> TokenFamilyRepository::create(Transaction& tx, const TokenFamilyRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO token_families (id, user_id, tenant, refresh_hash, generation, created_ms, updated_ms, "
        "expires_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    const Params params{row.id,
                        row.subject,
                        textOrNull(row.tenant.value),
                        row.refreshHash,
                        row.generation,
                        row.createdMs,
                        row.updatedMs,
                        row.expiresMs};
    return doneOf(tx.execute(kSql, params), "tokenFamilies.create");
}

Result<std::optional<TokenFamilyRow>> TokenFamilyRepository::find(ReadTransaction& tx,
                                                                  const std::string& id) const
{
    static constexpr std::string_view kSql = "SELECT id, user_id, tenant, refresh_hash, generation, "
                                             "created_ms, updated_ms, expires_ms, revoked_ms "
                                             "FROM token_families WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id}), fromRow, "tokenFamilies.find");
}

Result<bool> TokenFamilyRepository::rotate(Transaction& tx,
                                           const std::string& id,
                                           const Blob& used,
                                           const Blob& next,
                                           std::int64_t expiresMs,
                                           std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE token_families SET refresh_hash = $1, generation = generation + 1, expires_ms = $2, "
        "updated_ms = $3 WHERE id = $4 AND refresh_hash = $5 AND revoked_ms IS NULL AND expires_ms > $3";
    return wonOf(tx.execute(kSql, {next, expiresMs, nowMs, id, used}), "tokenFamilies.rotate");
}

Result<void>
TokenFamilyRepository::revoke(Transaction& tx, const TokenFamilyRow& row, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO token_families (id, user_id, tenant, refresh_hash, generation, created_ms, updated_ms, "
        "expires_ms, revoked_ms) VALUES ($1, $2, $3, $4, 0, $5, $5, $6, $5) "
        "ON CONFLICT (id) DO UPDATE SET revoked_ms = excluded.revoked_ms, updated_ms = excluded.updated_ms "
        "WHERE token_families.revoked_ms IS NULL";
    const Params params{
        row.id, row.subject, textOrNull(row.tenant.value), row.refreshHash, nowMs, row.expiresMs};
    return doneOf(tx.execute(kSql, params), "tokenFamilies.revoke");
}

Result<void>
TokenFamilyRepository::revokeAllOf(Transaction& tx, const std::string& subject, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql = "UPDATE token_families SET revoked_ms = $1, updated_ms = $1 "
                                             "WHERE user_id = $2 AND revoked_ms IS NULL";
    return doneOf(tx.execute(kSql, {nowMs, subject}), "tokenFamilies.revokeAllOf");
}

Result<std::vector<RevokedFamily>> TokenFamilyRepository::revokedSince(ReadTransaction& tx,
                                                                       std::int64_t sinceMs) const
{
    static constexpr std::string_view kSql =
        "SELECT id, updated_ms FROM token_families WHERE updated_ms >= $1 AND revoked_ms IS NOT NULL";
    const auto read = [](const Row& row) { return RevokedFamily{row.text(0), row.integer(1)}; };
    return allOf(tx.query(kSql, {sinceMs}), read, "tokenFamilies.revokedSince");
}

Result<std::int64_t> TokenFamilyRepository::deleteExpired(Transaction& tx, std::int64_t beforeMs) const
{
    static constexpr std::string_view kSql = "DELETE FROM token_families WHERE expires_ms < $1";
    auto deleted = tx.execute(kSql, {beforeMs});
    if (!deleted) {
        return fail(std::move(deleted).error().in("tokenFamilies.deleteExpired"));
    }
    return deleted;
}

} // namespace parley::server::store
