// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/confidence_fit.h"
#include "server/desk/lesson_listener.h"
#include "server/jobs/handler.h"
#include "server/jobs/queue.h"
#include "server/runtime/worker_pool.h"
#include "server/store/database.h"
#include "server/store/draft_outcome_repository.h"
#include "server/store/run_repository.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::agents {

/// Section of a tenant's settings that holds the weights fitted to its outcomes.
inline constexpr std::string_view kConfidenceFitSection = "confidence_fit";
inline constexpr std::string_view kConfidenceFitJob = "confidence.fit";

/// What a tenant's confidence stands on.
struct ConfidenceFit {
    store::DraftOutcomeCounts outcomes; ///< so far
    std::int64_t used = 0;              ///< of them in the weights; 0: the shipped ones are in force
    std::optional<std::int64_t> fittedMs;
    double lossBefore = 0; ///< mean surprise of the outcomes by the shipped weights, in nats
    double lossAfter = 0;  ///< by the fitted ones
    ConfidenceModel model;
};

/// The fit of a tenant. @errors Storage. @thread database worker
Result<ConfidenceFit> readConfidenceFit(store::ReadTransaction& tx);
/// The weights in force alone. @errors Storage. @thread database worker
Result<ConfidenceModel> readConfidenceModel(store::ReadTransaction& tx);
nlohmann::json confidenceFitJson(const ConfidenceFit& fit);

/// Notes what supporters and customers make of answers, and fits the tenant's confidence to it: in the
/// background, from twenty outcomes on and again when a tenth has been added. New weights are in force at the
/// next message after their transaction, on every node.
/// @thread what listens: a database worker; jobs: I/O
class ConfidenceLearning final : public desk::LessonListener, public jobs::Handler {
public:
    ConfidenceLearning(store::Database& database,
                       runtime::WorkerPool& cpu,
                       jobs::Queue& queue,
                       const Clock& clock,
                       IdSource& ids);

    Result<void> onResolved(store::Transaction& tx,
                            const desk::ResolveRequest& request,
                            desk::Resolved& resolved) override;
    Result<void> onUndone(store::Transaction& tx,
                          const TenantId& tenant,
                          const store::TicketRow& ticket,
                          desk::TakenBack& taken) override;
    /// What the customer said of it is put more exactly. @errors Storage
    Result<void>
    onCorrected(store::Transaction& tx, const desk::Correction& correction, desk::Learned& learned) override;
    Result<void> onRated(store::Transaction& tx,
                         const TenantId& tenant,
                         const store::MessageRow& message,
                         const store::FeedbackRow& feedback) override;

    boost::asio::awaitable<Result<void>> run(TenantId tenant, store::JobRow job) override;
    boost::asio::awaitable<void> gaveUp(TenantId tenant, store::JobRow job, Error error) override;

private:
    /// Keeps the outcome where the run was assessed, and asks for a fit where it is time.
    Result<void> note(store::Transaction& tx, const TenantId& tenant, store::DraftOutcomeRow outcome);

    store::Database& m_database;
    runtime::WorkerPool& m_cpu;
    jobs::Queue& m_queue;
    const Clock& m_clock;
    IdSource& m_ids;
    store::DraftOutcomeRepository m_outcomes;
    store::RunRepository m_runs;
};

} // namespace parley::server::agents
