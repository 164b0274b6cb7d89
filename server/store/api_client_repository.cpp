// SPDX-License-Identifier: MIT
#include "server/store/api_client_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

ApiClientRow fromRow(const Row& row)
{
    ApiClientRow client;
    client.id = row.text(0);
    client.tenant.value = row.text(1);
    client.clientId = row.text(2);
    client.name = row.text(3);
    client.secretHash = row.blob(4);
    client.scopes = row.text(5);
    client.requestsPerMinute = static_cast<int>(row.integer(6));
    client.status = row.text(7);
    client.createdMs = row.integer(8);
    client.updatedMs = row.integer(9);
    return client;
}

} // namespace

Result<void> ApiClientRepository::create(Transaction& tx, const ApiClientRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO api_clients (id, tenant, client_id, name, secret_hash, scopes, requests_per_minute, "
        "status, "
        "created_ms, updated_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    const Params params{row.id,
                        row.tenant.value,
                        row.clientId,
                        row.name,
                        row.secretHash,
                        row.scopes,
                        std::int64_t{row.requestsPerMinute},
                        row.status,
                        row.createdMs,
                        row.updatedMs};
    return doneOf(tx.execute(kSql, params), "apiClients.create");
}

Result<std::optional<ApiClientRow>> ApiClientRepository::find(ReadTransaction& tx,
                                                              const std::string& id) const
{
    static constexpr std::string_view kSql =
        "SELECT id, tenant, client_id, name, secret_hash, scopes, requests_per_minute, status, created_ms, "
        "updated_ms FROM api_clients WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id}), fromRow, "apiClients.find");
}

Result<std::optional<ApiClientRow>> ApiClientRepository::findByClientId(ReadTransaction& tx,
                                                                        const std::string& clientId) const
{
    static constexpr std::string_view kSql =
        "SELECT id, tenant, client_id, name, secret_hash, scopes, requests_per_minute, status, created_ms, "
        "updated_ms FROM api_clients WHERE client_id = $1";
    return firstOf(tx.queryOptional(kSql, {clientId}), fromRow, "apiClients.findByClientId");
}

Result<std::vector<ApiClientRow>> ApiClientRepository::list(ReadTransaction& tx,
                                                            const TenantId& tenant,
                                                            const std::string& after,
                                                            int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id, tenant, client_id, name, secret_hash, scopes, requests_per_minute, status, created_ms, "
        "updated_ms FROM api_clients WHERE tenant = $1 AND id > $2 AND status <> 'deleted' "
        "ORDER BY id LIMIT $3";
    return allOf(tx.query(kSql, {tenant.value, after, std::int64_t{limit}}), fromRow, "apiClients.list");
}

Result<bool> ApiClientRepository::update(Transaction& tx, const ApiClientRow& row, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql = "UPDATE api_clients SET name = $1, scopes = $2, "
                                             "requests_per_minute = $3, status = $4, updated_ms = $5 "
                                             "WHERE id = $6 AND status <> 'deleted'";
    const Params params{row.name, row.scopes, std::int64_t{row.requestsPerMinute}, row.status, nowMs, row.id};
    return wonOf(tx.execute(kSql, params), "apiClients.update");
}

Result<std::vector<ApiClientRow>> ApiClientRepository::changedSince(ReadTransaction& tx,
                                                                    std::int64_t sinceMs) const
{
    static constexpr std::string_view kSql =
        "SELECT id, tenant, client_id, name, secret_hash, scopes, requests_per_minute, status, created_ms, "
        "updated_ms FROM api_clients WHERE updated_ms >= $1";
    return allOf(tx.query(kSql, {sinceMs}), fromRow, "apiClients.changedSince");
}

} // namespace parley::server::store
