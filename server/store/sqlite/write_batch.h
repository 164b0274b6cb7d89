// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/sqlite/sqlite_writer.h"

namespace parley::server::store {

/// Runs the jobs of one file in one SQLite transaction and acknowledges each of them after the commit.
class WriteBatch {
public:
    WriteBatch(std::vector<SqliteWriter::Job> jobs, StoreCounters& counters);

    /// @return false when the connection is in an unknown state and must be closed
    bool run(SqliteConnection& connection);
    /// Tells every job that has no failure of its own yet. For a file that does not open.
    void failAll(const Error& error);
    /// Runs what the jobs wanted done after the commit, then acknowledges them in order.
    void acknowledge();

private:
    /// Runs one job; its failure is its own. @errors Storage the transaction as a whole is lost
    Result<void> runOne(SqliteConnection& connection, std::size_t index, bool alone);
    Result<void> runAll(SqliteConnection& connection);

    std::vector<SqliteWriter::Job> m_jobs;
    std::vector<Result<void>> m_outcomes;
    std::vector<std::function<void()>> m_actions;
    StoreCounters& m_counters;
};

} // namespace parley::server::store
