// SPDX-License-Identifier: MIT
#include "server/store/user_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

UserRow fromRow(const Row& row)
{
    UserRow user;
    user.id.value = row.text(0);
    user.tenant.value = row.text(1);
    user.email = row.text(2);
    user.displayName = row.text(3);
    user.role = row.text(4);
    user.passwordHash = row.text(5);
    user.status = row.text(6);
    user.version = row.integer(7);
    user.createdMs = row.integer(8);
    user.updatedMs = row.integer(9);
    return user;
}

UserState stateFromRow(const Row& row)
{
    UserState state;
    state.id.value = row.text(0);
    state.version = row.integer(1);
    state.status = row.text(2);
    state.updatedMs = row.integer(3);
    return state;
}

} // namespace

Result<void> UserRepository::create(Transaction& tx, const UserRow& row) const
{
    static constexpr std::string_view kSql = "INSERT INTO users (id, tenant, email, display_name, role, "
                                             "password_hash, status, version, created_ms, "
                                             "updated_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    const Params params{row.id.value,
                        textOrNull(row.tenant.value),
                        row.email,
                        row.displayName,
                        row.role,
                        textOrNull(row.passwordHash),
                        row.status,
                        row.version,
                        row.createdMs,
                        row.updatedMs};
    return doneOf(tx.execute(kSql, params), "users.create");
}

Result<std::optional<UserRow>> UserRepository::find(ReadTransaction& tx, const UserId& id) const
{
    static constexpr std::string_view kSql = "SELECT id, tenant, email, display_name, role, password_hash, "
                                             "status, version, created_ms, updated_ms "
                                             "FROM users WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id.value}), fromRow, "users.find");
}

Result<std::optional<UserRow>> UserRepository::findByEmail(ReadTransaction& tx,
                                                           const std::string& email) const
{
    static constexpr std::string_view kSql = "SELECT id, tenant, email, display_name, role, password_hash, "
                                             "status, version, created_ms, updated_ms "
                                             "FROM users WHERE email = $1";
    return firstOf(tx.queryOptional(kSql, {email}), fromRow, "users.findByEmail");
}

Result<std::vector<UserRow>>
UserRepository::list(ReadTransaction& tx, const TenantId& tenant, const std::string& after, int limit) const
{
    static constexpr std::string_view kOfTenant =
        "SELECT id, tenant, email, display_name, role, password_hash, status, version, created_ms, "
        "updated_ms "
        "FROM users WHERE tenant = $3 AND id > $1 AND status <> 'deleted' ORDER BY id LIMIT $2";
    static constexpr std::string_view kOfPlatform =
        "SELECT id, tenant, email, display_name, role, password_hash, status, version, created_ms, "
        "updated_ms "
        "FROM users WHERE tenant IS NULL AND id > $1 AND status <> 'deleted' ORDER BY id LIMIT $2";
    Params params{after, std::int64_t{limit}};
    if (!tenant.isEmpty()) {
        params.emplace_back(tenant.value);
    }
    return allOf(tx.query(tenant.isEmpty() ? kOfPlatform : kOfTenant, params), fromRow, "users.list");
}

Result<bool>
UserRepository::update(Transaction& tx, const UserRow& row, TokensAfter tokens, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE users SET display_name = $1, role = $2, password_hash = $3, status = $4, "
        "version = version + $5, updated_ms = $6 WHERE id = $7 AND status <> 'deleted'";
    const Params params{row.displayName,
                        row.role,
                        textOrNull(row.passwordHash),
                        row.status,
                        std::int64_t{tokens == TokensAfter::Refuse ? 1 : 0},
                        nowMs,
                        row.id.value};
    return wonOf(tx.execute(kSql, params), "users.update");
}

Result<bool> UserRepository::remove(Transaction& tx, const UserId& id, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE users SET email = $1, display_name = '', password_hash = NULL, status = 'deleted', "
        "version = version + 1, updated_ms = $2 WHERE id = $3 AND status <> 'deleted'";
    static constexpr std::string_view kForgetIdentities = "DELETE FROM identities WHERE user_id = $1";
    // No address can look like this one, so the old address is free again.
    auto removed = wonOf(tx.execute(kSql, {"deleted:" + id.value, nowMs, id.value}), "users.remove");
    if (!removed || !*removed) {
        return removed;
    }
    auto forgotten = doneOf(tx.execute(kForgetIdentities, {id.value}), "users.remove");
    if (!forgotten) {
        return fail(std::move(forgotten).error());
    }
    return true;
}

Result<std::vector<UserState>> UserRepository::changedSince(ReadTransaction& tx, std::int64_t sinceMs) const
{
    static constexpr std::string_view kSql =
        "SELECT id, version, status, updated_ms FROM users WHERE updated_ms >= $1";
    return allOf(tx.query(kSql, {sinceMs}), stateFromRow, "users.changedSince");
}

} // namespace parley::server::store
