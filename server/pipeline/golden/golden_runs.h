// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/audit.h"
#include "server/jobs/queue.h"
#include "server/pipeline/sandbox.h"
#include "server/store/database.h"
#include "server/store/golden_question_repository.h"
#include "server/store/golden_run_repository.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::pipeline {

/// Kind of the jobs that ask golden questions. Their subject is the run's id.
inline constexpr std::string_view kGoldenJob = "golden.run";

struct GoldenOptions {
    /// A job that is not done by then leaves the rest to the next one, so that others have their turn.
    std::chrono::milliseconds slice{20'000};
    /// Longer than one turn may take.
    std::int64_t leaseMs = 60'000;
    int keptRuns = 100;
};

/// Asks all golden questions of a tenant, one after another, in sandboxes, and tells what differs from the
/// run before. Durable: each result is kept when it is there, and after a crash the rest is asked.
/// @thread any I/O thread
class GoldenRuns final : public jobs::Handler {
public:
    /// Is told of every run that came to its end. @thread an I/O thread
    using Observer = std::function<void(const TenantId& tenant, const store::GoldenRunRow& run)>;

    GoldenRuns(store::Database& database,
               jobs::Queue& queue,
               const Sandbox& sandbox,
               const Clock& clock,
               IdSource& ids,
               Observer observer,
               GoldenOptions options = {});

    /// Begins a run because somebody asked for it.
    /// @errors Conflict one is going on, or there is nothing to ask; Storage
    boost::asio::awaitable<Result<store::GoldenRunRow>> start(TenantId tenant, identity::Actor actor);
    /// Begins a run where agents, settings, knowledge or questions differ from what the last run saw.
    /// @return none where nothing does, or one is going on @errors Storage
    boost::asio::awaitable<Result<std::optional<store::GoldenRunRow>>> startAfterChange(TenantId tenant);

    /// Newest first. @errors Storage
    boost::asio::awaitable<Result<std::vector<store::GoldenRunRow>>>
    list(TenantId tenant, std::string before, int limit);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<store::GoldenRunRow>> get(TenantId tenant, std::string id);
    /// In the order of asking. @errors Storage
    boost::asio::awaitable<Result<std::vector<store::GoldenResultRow>>> results(TenantId tenant,
                                                                                std::string id);
    /// Waits until a run has ended. @return the run as it is then, or at the deadline @errors NotFound;
    /// Storage
    boost::asio::awaitable<Result<store::GoldenRunRow>>
    awaitEnd(TenantId tenant, std::string id, std::chrono::steady_clock::time_point deadline);

    /// @errors Cancelled another attempt has taken the job over; Storage
    boost::asio::awaitable<Result<void>> run(TenantId tenant, store::JobRow job) override;
    boost::asio::awaitable<void> gaveUp(TenantId tenant, store::JobRow job, Error error) override;

private:
    Result<store::GoldenRunRow> begin(store::Transaction& tx,
                                      const TenantId& tenant,
                                      std::string_view startedBy,
                                      const identity::Actor& actor);
    /// The run that is going on, if any; one that was lost is ended. @errors Storage
    Result<std::optional<store::GoldenRunRow>> going(store::Transaction& tx) const;
    Result<void> addJob(store::Transaction& tx, const TenantId& tenant, const std::string& run);
    boost::asio::awaitable<store::GoldenResultRow> ask(TenantId tenant, store::GoldenResultRow question);
    /// Lengthens the job's lease by what one question may take. @errors Cancelled; Storage
    Result<void> hold(store::Transaction& tx, const store::JobRow& job) const;
    Result<void> keep(store::Transaction& tx, const store::JobRow& job, store::GoldenResultRow result) const;
    boost::asio::awaitable<Result<void>> finish(TenantId tenant, store::JobRow job);

    store::Database& m_database;
    jobs::Queue& m_queue;
    const Sandbox& m_sandbox;
    const Clock& m_clock;
    IdSource& m_ids;
    Observer m_observer;
    GoldenOptions m_options;
    store::GoldenRunRepository m_runs;
    store::GoldenQuestionRepository m_questions;
    store::JobRepository m_jobs;
};

} // namespace parley::server::pipeline
