// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/guarded_transaction.h"
#include "server/store/sqlite/sqlite_connection.h"

namespace parley::server::store {

/// A job's view of one SQLite file; whoever made it begins and commits.
class SqliteTransaction final : public GuardedTransaction {
public:
    explicit SqliteTransaction(SqliteConnection& connection) : m_connection(connection) {}

protected:
    Result<std::vector<Row>> runQuery(std::string_view sql, const Params& params) override
    {
        return m_connection.query(sql, params);
    }
    Result<std::int64_t> runExecute(std::string_view sql, const Params& params) override
    {
        return m_connection.execute(sql, params);
    }

private:
    SqliteConnection& m_connection;
};

} // namespace parley::server::store
