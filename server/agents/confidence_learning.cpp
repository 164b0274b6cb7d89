// SPDX-License-Identifier: MIT
#include "server/agents/confidence_learning.h"

#include "server/agents/stored_assessment.h"
#include "server/desk/feedback.h"
#include "server/desk/resolution.h"
#include "server/store/conversation_log.h"
#include "server/store/settings_repository.h"
#include "server/store/tenant_state_repository.h"
#include "server/telemetry/log.h"

#include <algorithm>
#include <vector>

namespace parley::server::agents {

using nlohmann::json;

namespace {

/// A desk changes: what it did long ago says less, and a fit takes no longer than this many need.
constexpr int kMostOutcomes = 2'000;
/// A fit follows when this share of outcomes has been added ...
constexpr std::int64_t kAddedShare = 10;
/// ... and at least so many.
constexpr std::int64_t kFewestAdded = 5;

const std::string kSection(kConfidenceFitSection);

const telemetry::Log& logger()
{
    static const telemetry::Log kLog("agents");
    return kLog;
}

json storedFit(const std::optional<std::string>& text)
{
    return json::parse(text.value_or("{}"), nullptr, false);
}

std::int64_t usedBy(const json& fit)
{
    return fit.is_object() ? fit.value("outcomes", std::int64_t{0}) : 0;
}

/// Before everything where nothing was fitted.
std::int64_t fittedMs(const json& fit)
{
    return fit.is_object() ? fit.value("fitted_ms", std::int64_t{-1}) : std::int64_t{-1};
}

store::JobRow fitJob(const TenantId& tenant, IdSource& ids, std::int64_t nowMs)
{
    store::JobRow job;
    job.id = ids.make<JobId>();
    job.kind = kConfidenceFitJob;
    job.subject = tenant.value;
    job.status = "queued";
    job.dueMs = job.createdMs = nowMs;
    return job;
}

std::vector<JudgedAnswer> judged(const std::vector<store::DraftOutcomeRow>& rows)
{
    std::vector<JudgedAnswer> all;
    all.reserve(rows.size());
    for (const store::DraftOutcomeRow& row : rows) {
        const auto features = json::parse(row.features, nullptr, false);
        all.push_back(
            {featuresFrom(features), std::clamp(row.label, 0.0, 1.0), std::clamp(row.weight, 0.0, 1.0)});
    }
    return all;
}

/// What came of fitting.
struct Fitted {
    ConfidenceModel model;
    double lossBefore = 0;
    double lossAfter = 0;
};

Result<Fitted> fitted(const std::vector<store::DraftOutcomeRow>& rows)
{
    const std::vector<JudgedAnswer> outcomes = judged(rows);
    Fitted fit;
    fit.model = fitConfidence(outcomes);
    fit.lossBefore = logLoss(outcomes, ConfidenceModel());
    fit.lossAfter = logLoss(outcomes, fit.model);
    return fit;
}

/// How a customer's stars count: the middle says little.
store::DraftOutcomeRow outcomeOf(const store::FeedbackRow& feedback)
{
    constexpr std::int64_t kMiddle = 3;
    store::DraftOutcomeRow outcome;
    outcome.source = "feedback";
    outcome.conversation = feedback.conversation;
    outcome.outcome = feedback.rating > kMiddle ? "sent" : feedback.rating < kMiddle ? "rejected" : "edited";
    outcome.label = static_cast<double>(std::clamp<std::int64_t>(feedback.rating, 1, 5) - 1) / 4;
    outcome.weight = feedback.rating == kMiddle ? 0.25 : 0.5;
    return outcome;
}

} // namespace

Result<ConfidenceModel> readConfidenceModel(store::ReadTransaction& tx)
{
    auto stored = store::SettingsRepository().find(tx, kSection);
    if (!stored) {
        return fail(std::move(stored).error());
    }
    return ConfidenceModel::from(storedFit(*stored));
}

Result<ConfidenceFit> readConfidenceFit(store::ReadTransaction& tx)
{
    auto stored = store::SettingsRepository().find(tx, kSection);
    auto counts = store::DraftOutcomeRepository().counts(tx);
    if (!stored || !counts) {
        return fail(stored ? std::move(counts).error() : std::move(stored).error());
    }
    const json kept = storedFit(*stored);
    ConfidenceFit fit;
    fit.outcomes = *counts;
    fit.used = usedBy(kept);
    fit.model = ConfidenceModel::from(kept);
    if (kept.is_object() && kept.contains("fitted_ms")) {
        fit.fittedMs = kept.value("fitted_ms", std::int64_t{0});
        fit.lossBefore = kept.value("loss_before", 0.0);
        fit.lossAfter = kept.value("loss_after", 0.0);
    }
    return fit;
}

json confidenceFitJson(const ConfidenceFit& fit)
{
    json view = fit.model.asJson();
    view["outcomes"] = fit.outcomes.all();
    view["sent"] = fit.outcomes.sent;
    view["edited"] = fit.outcomes.edited;
    view["rejected"] = fit.outcomes.rejected;
    view["used"] = fit.used;
    view["fitted_ts"] = fit.fittedMs ? json(toRfc3339(*fit.fittedMs)) : json();
    view["loss_before"] = fit.fittedMs ? json(fit.lossBefore) : json();
    view["loss_after"] = fit.fittedMs ? json(fit.lossAfter) : json();
    return view;
}

ConfidenceLearning::ConfidenceLearning(store::Database& database,
                                       runtime::WorkerPool& cpu,
                                       jobs::Queue& queue,
                                       const Clock& clock,
                                       IdSource& ids)
    : m_database(database), m_cpu(cpu), m_queue(queue), m_clock(clock), m_ids(ids)
{}

Result<void>
ConfidenceLearning::note(store::Transaction& tx, const TenantId& tenant, store::DraftOutcomeRow outcome)
{
    auto run = m_runs.find(tx, outcome.run);
    if (!run) {
        return fail(std::move(run).error());
    }
    const auto assessed = *run ? storedAssessment((*run)->state) : std::nullopt;
    if (!assessed) {
        return {}; // a greeting, a rule: nothing was judged
    }
    outcome.confidence = assessed->confidence;
    outcome.features = featuresJson(assessed->features).dump();
    outcome.createdMs = m_clock.nowMs();
    if (auto put = m_outcomes.put(tx, outcome); !put) {
        return put;
    }
    auto counts = m_outcomes.counts(tx);
    auto stored = store::SettingsRepository().find(tx, kSection);
    if (!counts || !stored) {
        return fail(counts ? std::move(stored).error() : std::move(counts).error());
    }
    const std::int64_t added = counts->all() - usedBy(storedFit(*stored));
    const bool isTime = counts->all() >= static_cast<std::int64_t>(kFewestOutcomes) &&
                        added >= std::max(kFewestAdded, counts->all() / kAddedShare);
    if (!isTime) {
        return {};
    }
    return m_queue.add(tx, tenant, fitJob(tenant, m_ids, m_clock.nowMs()));
}

Result<void> ConfidenceLearning::onResolved(store::Transaction& tx,
                                            const desk::ResolveRequest& request,
                                            desk::Resolved& resolved)
{
    const store::TicketRow& ticket = resolved.ticket;
    if (!request.learns || ticket.run.isEmpty() || ticket.draftAnswer.empty()) {
        return {};
    }
    const DraftUse use = judgeDraft(ticket.draftAnswer, request.answer);
    store::DraftOutcomeRow outcome;
    outcome.run = ticket.run;
    outcome.source = "resolution";
    outcome.conversation = ticket.conversation;
    outcome.outcome = use.outcome;
    outcome.label = use.label;
    outcome.weight = use.weight;
    return note(tx, request.tenant, std::move(outcome));
}

Result<void> ConfidenceLearning::onUndone(store::Transaction& tx,
                                          const TenantId& tenant,
                                          const store::TicketRow& ticket,
                                          desk::TakenBack&)
{
    if (ticket.run.isEmpty() || ticket.draftAnswer.empty()) {
        return {};
    }
    if (auto removed = m_outcomes.remove(tx, ticket.run, "resolution"); !removed) {
        return removed;
    }
    auto stored = store::SettingsRepository().find(tx, kSection);
    if (!stored) {
        return fail(std::move(stored).error());
    }
    // Weights that were fitted since stand on what is taken back.
    const bool isUsed = fittedMs(storedFit(*stored)) >= ticket.resolvedMs.value_or(0);
    if (!isUsed) {
        return {};
    }
    return m_queue.add(tx, tenant, fitJob(tenant, m_ids, m_clock.nowMs()));
}

Result<void>
ConfidenceLearning::onCorrected(store::Transaction& tx, const desk::Correction& correction, desk::Learned&)
{
    const store::RatedAnswer& rated = correction.rated;
    if (rated.sender != "agent" || rated.run.isEmpty()) {
        return {};
    }
    const DraftUse use = judgeDraft(rated.answer, correction.answer);
    store::DraftOutcomeRow outcome;
    outcome.run = rated.run;
    outcome.source = "feedback";
    outcome.conversation = rated.feedback.conversation;
    outcome.outcome = use.outcome;
    outcome.label = use.label;
    outcome.weight = use.weight;
    return note(tx, correction.tenant, std::move(outcome));
}

Result<void> ConfidenceLearning::onRated(store::Transaction& tx,
                                         const TenantId& tenant,
                                         const store::MessageRow& message,
                                         const store::FeedbackRow& feedback)
{
    if (message.sender != "agent" || message.kind != "text" || message.run.isEmpty()) {
        return {};
    }
    store::DraftOutcomeRow outcome = outcomeOf(feedback);
    outcome.run = message.run;
    return note(tx, tenant, std::move(outcome));
}

boost::asio::awaitable<Result<void>> ConfidenceLearning::run(TenantId tenant, store::JobRow)
{
    auto look = [&](store::ReadTransaction& tx) { return m_outcomes.newest(tx, kMostOutcomes); };
    auto scope = store::Scope::of(tenant);
    auto rows = co_await m_database.read(scope, look);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    if (rows->size() < kFewestOutcomes) {
        co_return Result<void>(); // conversations were erased meanwhile
    }
    auto work = [&] { return fitted(*rows); };
    auto fit = co_await m_cpu.run(work);
    if (!fit) {
        co_return fail(std::move(fit).error());
    }
    auto keep = [&](store::Transaction& tx) -> Result<void> {
        auto counts = m_outcomes.counts(tx);
        if (!counts) {
            return fail(std::move(counts).error());
        }
        json kept = fit->model.asJson();
        kept["outcomes"] = counts->all();
        kept["fitted_ms"] = m_clock.nowMs();
        kept["loss_before"] = fit->lossBefore;
        kept["loss_after"] = fit->lossAfter;
        auto put = store::SettingsRepository().put(tx, kSection, kept.dump(), m_clock.nowMs());
        return put ? store::TenantStateRepository().raiseConfigVersion(tx) : put;
    };
    auto kept = co_await m_database.transact(scope, keep);
    if (kept) {
        logger().info("confidence fitted", {{"tenant", tenant.value}, {"outcomes", rows->size()}});
    }
    co_return kept;
}

boost::asio::awaitable<void> ConfidenceLearning::gaveUp(TenantId tenant, store::JobRow, Error error)
{
    // The weights that were in force stay; the next outcome asks again.
    logger().warn("confidence was not fitted", {{"tenant", tenant.value}, {"why", error.message}});
    co_return;
}

} // namespace parley::server::agents
