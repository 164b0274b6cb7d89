// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/sqlite/sqlite_connections.h"
#include "server/store/store_counters.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace parley::server::store {

/// One reader thread with read-only connections; each job sees one snapshot.
class SqliteReader {
public:
    struct Job {
        Scope scope;
        Database::ReadJob run;
        Database::Done done;
    };

    SqliteReader(SqliteFiles& files, std::size_t openFiles, StoreCounters& counters);
    ~SqliteReader();
    SqliteReader(const SqliteReader&) = delete;
    SqliteReader& operator=(const SqliteReader&) = delete;

    /// @return false, leaving the job untouched, when closed. @thread any
    bool submit(Job&& job);
    /// Jobs that wait or run. @thread any
    [[nodiscard]] std::size_t load() const { return m_load.load(std::memory_order_relaxed); }
    /// Finishes what waits and joins the thread. Idempotent.
    void close();

private:
    void work(std::size_t openFiles);
    Result<void> run(SqliteConnections& connections, const Job& job);

    SqliteFiles& m_files;
    StoreCounters& m_counters;
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::deque<Job> m_waiting;
    std::atomic<std::size_t> m_load{0};
    bool m_closed = false;
    // depends on: everything above
    std::thread m_thread;
};

} // namespace parley::server::store
