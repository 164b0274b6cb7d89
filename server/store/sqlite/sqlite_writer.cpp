// SPDX-License-Identifier: MIT
#include "server/store/sqlite/sqlite_writer.h"

#include "server/store/sqlite/write_batch.h"

#include <algorithm>

namespace parley::server::store {

namespace {

/// Jobs of one commit at most, so that the first of them does not wait for long.
constexpr std::size_t kMaxBatch = 256;
/// Transactions in a log that is settled while no other waits, and whatever waits.
constexpr std::size_t kSettleWhenIdle = 32;
constexpr std::size_t kSettleAlways = 256;

} // namespace

SqliteWriter::SqliteWriter(SqliteFiles& files, std::size_t openFiles, StoreCounters& counters)
    : m_files(files), m_counters(counters), m_thread([this, openFiles] { work(openFiles); })
{}

SqliteWriter::~SqliteWriter()
{
    close();
}

bool SqliteWriter::submit(const Scope& scope, Job&& job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed) {
            return false;
        }
        auto [lane, isNew] = m_lanes.try_emplace(scope.tenant.value, Lane{scope, {}});
        lane->second.waiting.push_back(std::move(job));
        if (isNew) {
            m_turns.push_back(scope.tenant.value);
        }
    }
    m_ready.notify_one();
    return true;
}

void SqliteWriter::close()
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

std::vector<SqliteWriter::Job> SqliteWriter::next(Scope& scope)
{
    std::unique_lock lock(m_mutex);
    m_ready.wait(lock, [this] { return m_closed || !m_turns.empty(); });
    std::vector<Job> batch;
    if (m_turns.empty()) {
        return batch;
    }
    const std::string key = std::move(m_turns.front());
    m_turns.pop_front();
    Lane& lane = m_lanes.at(key);
    scope = lane.scope;
    const auto count = static_cast<std::ptrdiff_t>(std::min(lane.waiting.size(), kMaxBatch));
    std::move(lane.waiting.begin(), lane.waiting.begin() + count, std::back_inserter(batch));
    lane.waiting.erase(lane.waiting.begin(), lane.waiting.begin() + count);
    if (lane.waiting.empty()) {
        m_lanes.erase(key);
    } else {
        m_turns.push_back(key);
    }
    return batch;
}

bool SqliteWriter::settleIfDue(SqliteConnection& connection)
{
    if (connection.unsettled() < kSettleWhenIdle) {
        return true;
    }
    bool isIdle = false;
    {
        const std::lock_guard lock(m_mutex);
        isIdle = m_turns.empty();
    }
    if (!isIdle && connection.unsettled() < kSettleAlways) {
        return true;
    }
    return connection.settle().has_value();
}

void SqliteWriter::work(std::size_t openFiles)
{
    SqliteConnections connections(m_files,
                                  SqliteConnection::Mode::Write,
                                  openFiles,
                                  m_counters.openForWriting);
    Scope scope;
    for (auto jobs = next(scope); !jobs.empty(); jobs = next(scope)) {
        const std::size_t count = jobs.size();
        WriteBatch batch(std::move(jobs), m_counters);
        auto connection = connections.get(scope);
        bool isSound = false;
        if (connection) {
            isSound = batch.run(**connection);
        } else {
            batch.failAll(connection.error());
        }
        batch.acknowledge();
        if (isSound) {
            (*connection)->noteWritten(count);
            isSound = settleIfDue(**connection);
        }
        if (connection && !isSound) {
            connections.drop(scope);
        }
    }
}

} // namespace parley::server::store
