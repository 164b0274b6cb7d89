// SPDX-License-Identifier: MIT
#include "server/store/sqlite/write_batch.h"

#include "server/store/sqlite/sqlite_transaction.h"

#include <algorithm>

namespace parley::server::store {

WriteBatch::WriteBatch(std::vector<SqliteWriter::Job> jobs, StoreCounters& counters)
    : m_jobs(std::move(jobs)), m_outcomes(m_jobs.size()), m_counters(counters)
{}

bool WriteBatch::run(SqliteConnection& connection)
{
    const auto ended = runAll(connection);
    if (ended) {
        return true;
    }
    m_actions.clear();
    failAll(ended.error());
    return connection.run("ROLLBACK").has_value();
}

Result<void> WriteBatch::runAll(SqliteConnection& connection)
{
    if (auto begun = connection.run("BEGIN IMMEDIATE"); !begun) {
        return begun;
    }
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        if (auto ran = runOne(connection, i, m_jobs.size() == 1); !ran) {
            return ran;
        }
    }
    const bool anySucceeded = std::any_of(m_outcomes.begin(), m_outcomes.end(), [](const auto& outcome) {
        return outcome.has_value();
    });
    if (!anySucceeded) {
        return connection.run("ROLLBACK");
    }
    if (auto committed = connection.run("COMMIT"); !committed) {
        return committed;
    }
    ++m_counters.commits;
    return {};
}

Result<void> WriteBatch::runOne(SqliteConnection& connection, std::size_t index, bool alone)
{
    // A job that is alone needs no savepoint: its failure rolls back the transaction.
    if (!alone) {
        if (auto saved = connection.run("SAVEPOINT job"); !saved) {
            return saved;
        }
    }
    SqliteTransaction transaction(connection);
    m_outcomes[index] = transaction.run(m_jobs[index].run);
    if (m_outcomes[index]) {
        auto actions = transaction.takeActions();
        std::move(actions.begin(), actions.end(), std::back_inserter(m_actions));
    } else if (!alone) {
        // SQLite has already rolled back everything after a full disk or an I/O error; then this fails too.
        if (auto undone = connection.run("ROLLBACK TO job"); !undone) {
            return undone;
        }
    }
    return alone ? Result<void>() : connection.run("RELEASE job");
}

void WriteBatch::failAll(const Error& error)
{
    for (auto& outcome : m_outcomes) {
        if (outcome) {
            outcome = fail(error);
        }
    }
}

void WriteBatch::acknowledge()
{
    runActions(std::move(m_actions));
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        ++(m_outcomes[i] ? m_counters.transactions : m_counters.rollbacks);
        // Counted down first: whoever hears of its job may ask for the statistics or submit the next one.
        --m_counters.waitingWrites;
        m_jobs[i].done(std::move(m_outcomes[i]));
    }
}

} // namespace parley::server::store
