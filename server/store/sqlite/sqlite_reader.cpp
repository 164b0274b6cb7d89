// SPDX-License-Identifier: MIT
#include "server/store/sqlite/sqlite_reader.h"

#include "server/store/sqlite/sqlite_transaction.h"

namespace parley::server::store {

SqliteReader::SqliteReader(SqliteFiles& files, std::size_t openFiles, StoreCounters& counters)
    : m_files(files), m_counters(counters), m_thread([this, openFiles] { work(openFiles); })
{}

SqliteReader::~SqliteReader()
{
    close();
}

bool SqliteReader::submit(Job&& job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed) {
            return false;
        }
        ++m_load;
        m_waiting.push_back(std::move(job));
    }
    m_ready.notify_one();
    return true;
}

void SqliteReader::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_ready.notify_one();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

Result<void> SqliteReader::run(SqliteConnections& connections, const Job& job)
{
    auto connection = connections.get(job.scope);
    if (!connection) {
        return fail(std::move(connection).error());
    }
    if (auto begun = (*connection)->run("BEGIN DEFERRED"); !begun) {
        connections.drop(job.scope);
        return begun;
    }
    SqliteTransaction transaction(**connection);
    auto outcome = transaction.run(job.run);
    if (!(*connection)->run("ROLLBACK")) {
        // Nothing was to be written; only the state of the connection is in doubt.
        connections.drop(job.scope);
    }
    return outcome;
}

void SqliteReader::work(std::size_t openFiles)
{
    SqliteConnections connections(m_files,
                                  SqliteConnection::Mode::Read,
                                  openFiles,
                                  m_counters.openForReading);
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
        if (m_waiting.empty()) {
            return;
        }
        Job job = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        auto outcome = run(connections, job);
        ++m_counters.reads;
        --m_load;
        --m_counters.waitingReads;
        job.done(std::move(outcome));
    }
}

} // namespace parley::server::store
