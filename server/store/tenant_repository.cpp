// SPDX-License-Identifier: MIT
#include "server/store/tenant_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

TenantRow fromRow(const Row& row)
{
    TenantRow tenant;
    tenant.id.value = row.text(0);
    tenant.slug = row.text(1);
    tenant.name = row.text(2);
    tenant.plan = row.text(3);
    tenant.publicKey = row.text(4);
    tenant.ticketPrefix = row.text(5);
    tenant.status = row.text(6);
    tenant.permissions = row.text(7);
    tenant.identitySecret = row.text(8);
    tenant.allowedOrigins = row.text(9);
    tenant.version = row.integer(10);
    tenant.createdMs = row.integer(11);
    tenant.updatedMs = row.integer(12);
    return tenant;
}

} // namespace

Result<void> TenantRepository::create(Transaction& tx, const TenantRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO tenants (id, slug, name, plan, public_key, ticket_prefix, status, permissions, "
        "identity_secret, allowed_origins, version, created_ms, updated_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    const Params params{row.id.value,
                        row.slug,
                        row.name,
                        row.plan,
                        row.publicKey,
                        row.ticketPrefix,
                        row.status,
                        row.permissions,
                        row.identitySecret,
                        row.allowedOrigins,
                        row.version,
                        row.createdMs,
                        row.updatedMs};
    return doneOf(tx.execute(kSql, params), "tenants.create");
}

Result<std::optional<TenantRow>> TenantRepository::find(ReadTransaction& tx, const TenantId& id) const
{
    static constexpr std::string_view kSql =
        "SELECT id, slug, name, plan, public_key, ticket_prefix, status, permissions, identity_secret, "
        "allowed_origins, version, created_ms, updated_ms FROM tenants WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id.value}), fromRow, "tenants.find");
}

Result<std::optional<TenantRow>> TenantRepository::findBySlug(ReadTransaction& tx,
                                                              const std::string& slug) const
{
    static constexpr std::string_view kSql =
        "SELECT id, slug, name, plan, public_key, ticket_prefix, status, permissions, identity_secret, "
        "allowed_origins, version, created_ms, updated_ms FROM tenants WHERE slug = $1";
    return firstOf(tx.queryOptional(kSql, {slug}), fromRow, "tenants.findBySlug");
}

Result<std::vector<TenantRow>>
TenantRepository::list(ReadTransaction& tx, const std::string& after, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id, slug, name, plan, public_key, ticket_prefix, status, permissions, identity_secret, "
        "allowed_origins, version, created_ms, updated_ms FROM tenants "
        "WHERE id > $1 AND status NOT IN ('deleted', 'creating') ORDER BY id LIMIT $2";
    return allOf(tx.query(kSql, {after, std::int64_t{limit}}), fromRow, "tenants.list");
}

Result<std::vector<TenantRow>> TenantRepository::all(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql =
        "SELECT id, slug, name, plan, public_key, ticket_prefix, status, permissions, identity_secret, "
        "allowed_origins, version, created_ms, updated_ms FROM tenants ORDER BY id";
    return allOf(tx.query(kSql), fromRow, "tenants.all");
}

Result<TenantsFingerprint> TenantRepository::fingerprint(ReadTransaction& tx) const
{
    // The sum of BIGINTs is NUMERIC on PostgreSQL, hence the cast.
    static constexpr std::string_view kSql =
        "SELECT COUNT(*), CAST(COALESCE(SUM(version), 0) AS BIGINT), COALESCE(MAX(id), '') FROM tenants";
    auto rows = tx.query(kSql);
    if (!rows) {
        return fail(std::move(rows).error().in("tenants.fingerprint"));
    }
    const Row& row = rows->at(0);
    return TenantsFingerprint{row.integer(0), row.integer(1), row.text(2)};
}

Result<bool> TenantRepository::update(Transaction& tx, const TenantRow& row, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE tenants SET name = $1, plan = $2, status = $3, permissions = $4, identity_secret = $5, "
        "allowed_origins = $6, version = version + 1, updated_ms = $7 WHERE id = $8 AND version = $9";
    const Params params{row.name,
                        row.plan,
                        row.status,
                        row.permissions,
                        row.identitySecret,
                        row.allowedOrigins,
                        nowMs,
                        row.id.value,
                        row.version};
    return wonOf(tx.execute(kSql, params), "tenants.update");
}

} // namespace parley::server::store
