// SPDX-License-Identifier: MIT
#include "server/store/postgres/postgres_transaction.h"

#include "server/store/sql_text.h"

namespace parley::server::store {

namespace {

/// As many texts as a connection prepares; beyond this something builds SQL, and the cache starts anew.
constexpr std::size_t kMaxTexts = 512;

} // namespace

const std::string& TenantSql::of(std::string_view sql)
{
    std::string key(sql);
    if (const auto known = m_rewritten.find(key); known != m_rewritten.end()) {
        return known->second;
    }
    if (m_rewritten.size() >= kMaxTexts) {
        m_rewritten.clear();
    }
    return m_rewritten.emplace(std::move(key), withTenantConflictKeys(sql)).first->second;
}

Result<PqAnswer> PostgresTransaction::send(std::string_view sql, const Params& params)
{
    auto answer = m_tenantSql != nullptr ? m_connection.execute(m_tenantSql->of(sql), params)
                                         : m_connection.execute(std::string(sql), params);
    if (!answer) {
        m_failure = std::move(answer).error();
        return fail(m_failure->error);
    }
    return std::move(*answer);
}

Result<std::vector<Row>> PostgresTransaction::runQuery(std::string_view sql, const Params& params)
{
    auto answer = send(sql, params);
    if (!answer) {
        return fail(std::move(answer).error());
    }
    return std::move(answer->rows);
}

Result<std::int64_t> PostgresTransaction::runExecute(std::string_view sql, const Params& params)
{
    auto answer = send(sql, params);
    if (!answer) {
        return fail(std::move(answer).error());
    }
    return answer->affected;
}

} // namespace parley::server::store
