// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/guarded_transaction.h"
#include "server/store/postgres/pq_connection.h"

#include <unordered_map>

namespace parley::server::store {

/// SQL of the repositories as PostgreSQL's tenant tables want it, rewritten once per text. @thread one
class TenantSql {
public:
    const std::string& of(std::string_view sql);

private:
    std::unordered_map<std::string, std::string> m_rewritten;
};

/// A job's view of one PostgreSQL transaction; whoever made it begins and commits.
class PostgresTransaction final : public GuardedTransaction {
public:
    /// @param tenantSql  null in the platform's scope, where keys do not begin with a tenant
    PostgresTransaction(PqConnection& connection, TenantSql* tenantSql)
        : m_connection(connection), m_tenantSql(tenantSql)
    {}

    /// The failure that broke the transaction, if one did.
    [[nodiscard]] const std::optional<PqFailure>& failure() const { return m_failure; }

protected:
    Result<std::vector<Row>> runQuery(std::string_view sql, const Params& params) override;
    Result<std::int64_t> runExecute(std::string_view sql, const Params& params) override;

private:
    Result<PqAnswer> send(std::string_view sql, const Params& params);

    PqConnection& m_connection;
    TenantSql* m_tenantSql;
    std::optional<PqFailure> m_failure;
};

} // namespace parley::server::store
