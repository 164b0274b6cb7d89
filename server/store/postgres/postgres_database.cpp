// SPDX-License-Identifier: MIT
#include "server/store/postgres/postgres_database.h"

#include "server/store/postgres/postgres_guard.h"
#include "server/store/postgres/postgres_session.h"
#include "server/store/postgres/postgres_setup.h"
#include "server/store/postgres/postgres_vectors.h"
#include "server/store/store_errors.h"

#include <algorithm>

namespace parley::server::store {

namespace {

Error faultsError(const std::vector<std::string>& faults)
{
    std::string detail = "tenants are not kept apart in this database:";
    for (const std::string& fault : faults) {
        detail += "\n  - " + fault;
    }
    return storageError(std::move(detail));
}

} // namespace

Result<std::unique_ptr<Database>> PostgresDatabase::open(const StoreOptions& options,
                                                         std::span<const Migration> known)
{
    auto ready = setUpPostgres(options.ownerUrl.empty() ? options.url : options.ownerUrl, known);
    if (!ready) {
        return fail(std::move(ready).error());
    }
    auto connection = connectAsApp(options.url, options.statementTimeout);
    if (!connection) {
        return fail(std::move(connection).error().error.in("store.open"));
    }
    auto faults = findIsolationFaults(**connection, options.checkSessionUser);
    if (!faults) {
        return fail(std::move(faults).error());
    }
    if (!faults->empty()) {
        return fail(faultsError(*faults));
    }
    return std::unique_ptr<Database>(std::make_unique<PostgresDatabase>(options));
}

PostgresDatabase::PostgresDatabase(const StoreOptions& options) : m_options(options) {}

PostgresDatabase::~PostgresDatabase()
{
    close();
}

void PostgresDatabase::close()
{
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        threads.swap(m_threads);
    }
    m_ready.notify_all();
    for (std::thread& thread : threads) {
        thread.join();
    }
}

Result<void> PostgresDatabase::prepareTenant(const TenantId& tenant)
{
    if (!isUuid(tenant.value)) {
        return fail(ErrorCode::InvalidArgument, "A tenant's id is a UUID.");
    }
    return {};
}

Result<std::string> PostgresDatabase::prepareVectors(int dimensions)
{
    return setUpVectorTable(m_options.ownerUrl.empty() ? m_options.url : m_options.ownerUrl, dimensions);
}

void PostgresDatabase::submitWrite(Scope scope, WriteJob job, Done done)
{
    submit(Job{std::move(scope), std::move(job), nullptr, std::move(done)}, m_counters.waitingWrites);
}

void PostgresDatabase::submitRead(Scope scope, ReadJob job, Done done)
{
    submit(Job{std::move(scope), nullptr, std::move(job), std::move(done)}, m_counters.waitingReads);
}

void PostgresDatabase::submit(Job job, std::atomic<std::uint64_t>& waiting)
{
    Error refusal;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closed && waiting < m_options.queueLimit) {
            ++waiting;
            m_waiting.push_back(std::move(job));
            // Threads that are idle may each have been promised a job already.
            if (m_idle < m_waiting.size() &&
                m_threads.size() < static_cast<std::size_t>(m_options.poolSize)) {
                m_threads.emplace_back([this] { work(); });
            }
            m_ready.notify_one();
            return;
        }
        refusal = m_closed ? closedError() : queueFullError();
    }
    ++m_counters.refused;
    job.done(fail(std::move(refusal)));
}

void PostgresDatabase::work()
{
    PostgresSession session(m_options, m_counters);
    for (;;) {
        std::unique_lock lock(m_mutex);
        ++m_idle;
        m_ready.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
        --m_idle;
        if (m_waiting.empty()) {
            return;
        }
        Job job = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        if (job.write) {
            std::vector<std::function<void()>> actions;
            auto outcome = session.write(job.scope, job.write, actions);
            ++(outcome ? m_counters.transactions : m_counters.rollbacks);
            --m_counters.waitingWrites;
            runActions(std::move(actions));
            job.done(std::move(outcome));
        } else {
            auto outcome = session.read(job.scope, job.read);
            ++m_counters.reads;
            --m_counters.waitingReads;
            job.done(std::move(outcome));
        }
    }
}

} // namespace parley::server::store
