// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/sqlite/sqlite_connections.h"
#include "server/store/store_counters.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace parley::server::store {

/// One writer thread. All writes that wait for one file share a commit, each in a savepoint of its own, and
/// each is acknowledged after that commit; files with waiting writes take turns.
class SqliteWriter {
public:
    struct Job {
        Database::WriteJob run;
        Database::Done done;
    };

    /// @param openFiles  open files at most, of all writers
    SqliteWriter(SqliteFiles& files, std::size_t openFiles, StoreCounters& counters);
    ~SqliteWriter();
    SqliteWriter(const SqliteWriter&) = delete;
    SqliteWriter& operator=(const SqliteWriter&) = delete;

    /// @return false, leaving the job untouched, when closed. @thread any
    bool submit(const Scope& scope, Job&& job);
    /// Finishes what waits and joins the thread. Idempotent.
    void close();

private:
    struct Lane {
        Scope scope;
        std::deque<Job> waiting;
    };

    void work(std::size_t openFiles);
    /// The waiting jobs of the file whose turn it is; none when closed and empty.
    std::vector<Job> next(Scope& scope);
    /// Settles the file's log when it is time to: rather while nobody waits. @return false when the
    /// connection must be closed
    bool settleIfDue(SqliteConnection& connection);

    SqliteFiles& m_files;
    StoreCounters& m_counters;
    std::mutex m_mutex;
    std::condition_variable m_ready;
    /// Only files with waiting jobs have a lane.
    std::unordered_map<std::string, Lane> m_lanes;
    std::deque<std::string> m_turns;
    bool m_closed = false;
    // depends on: everything above
    std::thread m_thread;
};

} // namespace parley::server::store
