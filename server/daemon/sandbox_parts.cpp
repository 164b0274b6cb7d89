// SPDX-License-Identifier: MIT
#include "server/daemon/daemon_parts.h"

#include <algorithm>

namespace parley::server::daemon {

namespace {

/// Beyond the longest turn, before another attempt may ask the same question.
constexpr std::int64_t kLeaseMarginMs = 30'000;

/// Counts what golden questions were answered.
pipeline::GoldenRuns::Observer goldenMetrics(telemetry::Metrics& metrics)
{
    const auto questions = [&](const char* outcome) {
        return metrics.counter("parley_golden_questions_total",
                               "Golden questions asked, by what came of them",
                               {{"outcome", outcome}});
    };
    const auto passed = questions("passed");
    const auto failed = questions("failed");
    const auto errors = questions("error");
    const auto newlyFailing =
        metrics.counter("parley_golden_newly_failing_total",
                        "Golden questions that passed in the run before and failed in this one");
    const auto runs = metrics.counter("parley_golden_runs_total", "Runs of golden questions that ended");
    const auto rate = metrics.histogram("parley_golden_pass_rate",
                                        "Share of golden questions that passed, one observation a run",
                                        {0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1});
    return [=](const TenantId&, const store::GoldenRunRow& run) {
        runs.add();
        passed.add(static_cast<double>(run.passed));
        failed.add(static_cast<double>(run.failed));
        errors.add(static_cast<double>(run.errors));
        newlyFailing.add(static_cast<double>(run.newlyFailing));
        if (run.done > 0) {
            rate.observe(static_cast<double>(run.passed) / static_cast<double>(run.done));
        }
    };
}

} // namespace

void Daemon::Parts::buildSandbox()
{
    const Settings& settings = loaded.settings;
    const auto prefixOf = [&directory = *base->tenants](const TenantId& id) {
        const auto tenant = directory.find(id);
        return tenant ? tenant->row.ticketPrefix : std::string("TF");
    };
    sandbox =
        std::make_unique<pipeline::Sandbox>(*base->database, *runner, base->clock, base->ids, prefixOf);
    goldenQuestions =
        std::make_unique<pipeline::GoldenQuestions>(*base->database, base->clock, base->ids);
    pipeline::GoldenOptions options;
    options.leaseMs =
        std::max(settings.jobs.leaseS * 1000, settings.pipeline.turnTimeoutMs + kLeaseMarginMs);
    goldenRuns = std::make_unique<pipeline::GoldenRuns>(
        *base->database, *queue, *sandbox, base->clock, base->ids, goldenMetrics(metrics), options);
    queue->setHandler(std::string(pipeline::kGoldenJob), *goldenRuns);
    pipeline::GoldenSweepOptions sweep;
    sweep.interval = std::chrono::seconds(settings.golden.sweepS);
    sweep.quietMs = settings.golden.quietS * 1000;
    goldenSweep = std::make_unique<pipeline::GoldenSweep>(*base->database,
                                                          *goldenRuns,
                                                          base->clock,
                                                          sweep,
                                                          executors().back(),
                                                          telemetry::Log("golden").taskFailures());
}

} // namespace parley::server::daemon
