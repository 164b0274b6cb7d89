// SPDX-License-Identifier: MIT
#include "server/store/quota_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

Result<std::int64_t>
countOf(ReadTransaction& tx, std::string_view sql, const Params& params, std::string_view what)
{
    auto read = [](const Row& row) { return row.integer(0); };
    auto found = firstOf(tx.queryOptional(sql, params), read, what);
    return found ? Result<std::int64_t>(found->value_or(0)) : Result<std::int64_t>(fail(found.error()));
}

} // namespace

Result<std::int64_t> QuotaRepository::documents(ReadTransaction& tx) const
{
    return countOf(tx, "SELECT count(*) FROM documents", {}, "quota.documents");
}

Result<std::int64_t> QuotaRepository::users(ReadTransaction& tx, const TenantId& tenant) const
{
    return countOf(tx,
                   "SELECT count(*) FROM users WHERE tenant = $1 AND status <> 'deleted'",
                   {tenant.value},
                   "quota.users");
}

Result<std::int64_t> QuotaRepository::apiClients(ReadTransaction& tx, const TenantId& tenant) const
{
    return countOf(tx,
                   "SELECT count(*) FROM api_clients WHERE tenant = $1 AND status <> 'deleted'",
                   {tenant.value},
                   "quota.apiClients");
}

} // namespace parley::server::store
