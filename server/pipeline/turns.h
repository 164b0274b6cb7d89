// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/intake.h"
#include "server/pipeline/runner.h"
#include "server/runtime/notifier.h"
#include "server/runtime/task_scope.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <atomic>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace parley::server::pipeline {

struct TurnsOptions {
    /// This process, as the lease of runs names it.
    std::string node;
    /// No other process can be working on the same store (SQLite): leases of others are void.
    bool isAlone = true;
    std::int64_t leaseMs = 60'000;
    /// How often abandoned runs of other processes are looked for.
    std::chrono::milliseconds sweep{20'000};
    /// First wait before a run whose outcome could not be committed is tried again; doubled at each, up to a
    /// minute.
    std::chrono::milliseconds retry{500};
};

/// Where turns come from and go to: starts the run of an accepted message, keeps the runs of one conversation
/// in order, lets any number of requests wait for one, and takes up what a dead process left. A run goes on
/// when its client has gone.
/// @thread any I/O thread
class Turns {
public:
    /// @param prefixOf  the ticket prefix of a tenant; @param threads  the executors of the I/O threads
    Turns(desk::Services& services,
          const Runner& runner,
          TurnsOptions options,
          std::function<std::string(const TenantId&)> prefixOf,
          std::vector<boost::asio::any_io_executor> threads,
          runtime::TaskFailure onFailure);
    ~Turns();

    /// Runs the turn of an accepted message (or joins the run that is under way, or reads the one that has
    /// ended) and waits for its outcome. @errors Timeout the caller's deadline came first, the turn goes on;
    /// Storage
    boost::asio::awaitable<Result<proto::Turn>> answer(TenantId tenant,
                                                       desk::Accepted accepted,
                                                       std::shared_ptr<TurnSink> sink,
                                                       std::chrono::steady_clock::time_point deadline);

    /// Starts the turn of an accepted message that has a run of its own (no replay) and returns at once; the
    /// sink is told how it ends.
    /// @thread the I/O thread of `executor`
    void start(const TenantId& tenant,
               const desk::Accepted& accepted,
               std::shared_ptr<TurnSink> sink,
               const boost::asio::any_io_executor& executor);

    /// Takes up the runs that earlier processes left in these tenants. @errors Storage
    boost::asio::awaitable<Result<std::size_t>> recover(std::vector<TenantId> tenants);

    /// Looks for abandoned runs from now on: those of processes that died, and any that this one lost sight
    /// of.
    void startSweeping(std::function<std::vector<TenantId>()> tenants);

    /// Waits for the turns under way, at most for `limit`, then cancels them: the next process takes them up.
    boost::asio::awaitable<void> stop(std::chrono::milliseconds limit);

    /// @thread any
    [[nodiscard]] std::size_t active() const;
    /// A turn of this conversation is under way. @thread any
    [[nodiscard]] bool isAnswering(const ConversationId& conversation) const;

private:
    struct Active;
    using ActivePtr = std::shared_ptr<Active>;

    [[nodiscard]] std::unique_ptr<Turn>
    turnOf(const TenantId& tenant, const desk::Accepted& accepted, std::shared_ptr<TurnSink> sink) const;
    ActivePtr begin(std::unique_ptr<Turn> turn, const boost::asio::any_io_executor& executor);
    void launch(const ActivePtr& active);
    boost::asio::awaitable<void> drive(ActivePtr active);
    void tell(const ActivePtr& active, Result<proto::Turn> outcome);
    void finish(const ActivePtr& active, Result<proto::Turn> outcome);
    boost::asio::awaitable<Result<proto::Turn>> join(ActivePtr active,
                                                     std::chrono::steady_clock::time_point deadline);
    boost::asio::awaitable<Result<proto::Turn>>
    await(TenantId tenant, RunId run, std::chrono::steady_clock::time_point deadline);
    boost::asio::awaitable<Result<std::vector<std::unique_ptr<Turn>>>> claim(TenantId tenant);
    Result<std::unique_ptr<Turn>>
    load(store::Transaction& tx, const TenantId& tenant, const store::RunRow& run) const;
    Result<void> endOrphan(store::Transaction& tx, const store::RunRow& run) const;
    boost::asio::awaitable<void> sweep(std::function<std::vector<TenantId>()> tenants);
    runtime::TaskScope& scopeOf(const boost::asio::any_io_executor& executor);

    desk::Services& m_services;
    const Runner& m_runner;
    TurnsOptions m_options;
    std::function<std::string(const TenantId&)> m_prefixOf;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, ActivePtr> m_active;             // by run; guarded by m_mutex
    std::unordered_map<std::string, std::deque<ActivePtr>> m_queues; // by conversation; guarded by m_mutex
    std::atomic<bool> m_stopping{false};
    std::vector<std::unique_ptr<runtime::TaskScope>> m_scopes; // last: their tasks use all of the above
};

} // namespace parley::server::pipeline
