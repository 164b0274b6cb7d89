// SPDX-License-Identifier: MIT
#pragma once

#include "server/jobs/handler.h"
#include "server/runtime/notifier.h"
#include "server/runtime/task_scope.h"
#include "server/store/database.h"
#include "server/store/due_repository.h"
#include "shared/core/clock.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace parley::server::jobs {

struct QueueOptions {
    /// Jobs done at the same time.
    int workers = 2;
    /// A worker that has not finished by then is taken for dead.
    std::int64_t leaseMs = 10 * 60 * 1000;
    /// How often the platform's hints are read.
    std::int64_t pollMs = 15'000;
    /// First wait before another try; doubled at each.
    std::int64_t retryMs = 2'000;
};

/// The durable queue: jobs live inside their tenant, written with the change they follow from. The platform's
/// `due` table only hints which tenant has work and is rebuilt by a scan at start.
/// @thread made anywhere; its workers run on `executor`; `wake` from any thread
class Queue {
public:
    Queue(store::Database& database,
          const Clock& clock,
          std::string node,
          boost::asio::any_io_executor executor,
          QueueOptions options,
          runtime::TaskFailure onFailure);

    /// Before start(). @param handler  outlives the queue
    void setHandler(std::string kind, Handler& handler);

    /// Adds a job to the caller's transaction and wakes the workers once it is committed.
    /// @errors Storage. @thread database worker
    Result<void> add(store::Transaction& tx, const TenantId& tenant, store::JobRow job);

    /// Takes up what earlier processes left in these tenants, then works. @param isAlone  no other process
    /// can be working on the same store (SQLite): leases of others are void
    void start(std::vector<TenantId> tenants, bool isAlone);

    /// Says that a tenant may have work. @thread any
    void wake(const TenantId& tenant);

    /// Stops the workers; a job under way is cancelled and done again by the next process.
    boost::asio::awaitable<void> stop();

    /// Tenants that wait for a worker, for metrics. @thread any
    [[nodiscard]] std::size_t backlog() const;

private:
    boost::asio::awaitable<void> work(runtime::Notifier& notifier);
    boost::asio::awaitable<void> watchDue();
    boost::asio::awaitable<void> takeUp(std::vector<TenantId> tenants, bool isAlone);
    /// Does one job of the tenant. @return whether there was one
    boost::asio::awaitable<bool> workOnce(TenantId tenant);
    boost::asio::awaitable<void> settle(TenantId tenant, store::JobRow job, Result<void> outcome);
    /// Leaves a hint for when the tenant's next job is due.
    boost::asio::awaitable<void> leaveHint(TenantId tenant);
    boost::asio::awaitable<std::optional<TenantId>> nextTenant();

    store::Database& m_database;
    const Clock& m_clock;
    std::string m_node;
    QueueOptions m_options;
    store::JobRepository m_jobs;
    store::DueRepository m_due;
    std::map<std::string, Handler*, std::less<>> m_handlers;
    mutable std::mutex m_mutex;
    std::deque<TenantId> m_waiting;    // guarded by m_mutex
    std::set<std::string> m_isWaiting; // guarded by m_mutex
    bool m_isAlone = true; // set by start()
    bool m_stopping = false;           // on the executor's thread
    std::vector<std::unique_ptr<runtime::Notifier>> m_notifiers;
    runtime::TaskScope m_scope; // last: its tasks use all of the above
};

} // namespace parley::server::jobs
