// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <type_traits>

namespace parley::server::store {

/// Where a transaction works: inside one tenant, or in the platform's own tables.
struct Scope {
    /// Empty: the platform.
    TenantId tenant;

    static Scope platform() { return {}; }
    static Scope of(TenantId id) { return Scope{std::move(id)}; }
    [[nodiscard]] bool isPlatform() const { return tenant.isEmpty(); }
};

/// What a database has done since it was opened.
struct Statistics {
    /// Durable commits; on SQLite many transactions share one.
    std::uint64_t commits = 0;
    /// Write jobs that committed.
    std::uint64_t transactions = 0;
    /// Write jobs that rolled back.
    std::uint64_t rollbacks = 0;
    std::uint64_t reads = 0;
    /// Jobs refused because the queue was full or the database closed.
    std::uint64_t refused = 0;
    /// Jobs queued or running now.
    std::uint64_t waiting = 0;
    /// Open connections now, of all threads.
    std::uint64_t connections = 0;
};

/// The database of the daemon: SQLite (one file a tenant plus the platform's) or PostgreSQL (row-level
/// security). Jobs run on the driver's own threads; `transact` and `read` may be awaited on any executor and
/// resume there. They are not raced against timers: the drivers bound them (`busy_timeout`,
/// `statement_timeout`).
class Database {
public:
    using WriteJob = std::function<Result<void>(Transaction&)>;
    using ReadJob = std::function<Result<void>(ReadTransaction&)>;
    /// Called once: on a worker thread after the commit (or with the failure), or on the caller's when the
    /// job is refused. Must not throw.
    using Done = std::function<void(Result<void>)>;

    virtual ~Database() = default;

    /// Queues a job. Jobs of one scope run in the order they were given on SQLite; on PostgreSQL they may
    /// overlap. A job may be run again when its transaction failed to serialize, so it keeps no state of an
    /// earlier run.
    /// @errors (through done) those of the job; Unavailable queue full or closed; Storage commit failed
    virtual void submitWrite(Scope scope, WriteJob job, Done done) = 0;
    virtual void submitRead(Scope scope, ReadJob job, Done done) = 0;

    /// Makes the place a new tenant's rows live in (a file; nothing on PostgreSQL) and migrates it.
    /// Idempotent. Blocking: start-up, tests, or a worker. @errors Storage
    virtual Result<void> prepareTenant(const TenantId& tenant) = 0;

    /// Makes room for vectors of this length that the database itself can search (VectorMirror): PostgreSQL
    /// with pgvector. Idempotent. Blocking, once a length and process.
    /// @return empty when there is room; otherwise why there is none, and vectors are searched in memory
    /// @errors Storage
    virtual Result<std::string> prepareVectors(int dimensions);

    /// Refuses new jobs, finishes the queued ones and joins the threads. Blocking.
    virtual void close() = 0;

    /// "sqlite" or "postgresql".
    [[nodiscard]] virtual std::string_view driver() const = 0;

    /// @thread any
    [[nodiscard]] virtual Statistics statistics() const { return {}; }

    /// Runs `job(Transaction&) -> Result<T>` and commits. Name the job on the line before (see style: a
    /// lambda with captures inside `co_await` is compiled wrongly by GCC 12).
    template <class Job, class Outcome = std::invoke_result_t<Job&, Transaction&>>
    boost::asio::awaitable<Outcome> transact(Scope scope, Job job)
    {
        return runJob<Outcome, Transaction>(std::move(scope), std::move(job));
    }

    /// Runs `job(ReadTransaction&) -> Result<T>` on a consistent snapshot.
    template <class Job, class Outcome = std::invoke_result_t<Job&, ReadTransaction&>>
    boost::asio::awaitable<Outcome> read(Scope scope, Job job)
    {
        return runJob<Outcome, ReadTransaction>(std::move(scope), std::move(job));
    }

    /// The same from a thread that may block: start-up, tests, tools. Never on an I/O thread.
    template <class Job, class Outcome = std::invoke_result_t<Job&, Transaction&>>
    Outcome transactNow(Scope scope, Job job);
    template <class Job, class Outcome = std::invoke_result_t<Job&, ReadTransaction&>>
    Outcome readNow(Scope scope, Job job);

private:
    template <class Outcome, class Tx, class Job>
    void submitTyped(Scope scope, Job job, std::function<void(Outcome)> done);

    template <class Outcome, class Tx, class Job>
    boost::asio::awaitable<Outcome> runJob(Scope scope, Job job);
};

} // namespace parley::server::store

#include "server/store/database_impl.h"
