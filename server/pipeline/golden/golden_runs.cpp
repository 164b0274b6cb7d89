// SPDX-License-Identifier: MIT
#include "server/pipeline/golden/golden_runs.h"

#include "server/pipeline/golden/golden_changes.h"
#include "server/pipeline/golden/golden_diff.h"
#include "server/runtime/notifier.h"
#include "server/telemetry/log.h"

#include <boost/asio/this_coro.hpp>

namespace parley::server::pipeline {

using store::GoldenResultRow;
using store::GoldenRunRow;

namespace {

constexpr int kAllResults = 1'000;
/// After so long a run that has not ended is taken for lost: its job gave up and could not say so.
constexpr std::int64_t kLostMs = 6 * 3600 * 1000;
constexpr auto kPoll = std::chrono::milliseconds(50);

const telemetry::Log& logger()
{
    static const telemetry::Log kLog("golden");
    return kLog;
}

Error noSuchRun()
{
    Error error;
    error.code = ErrorCode::NotFound;
    error.message = "There is no such run of golden questions.";
    return error;
}

} // namespace

GoldenRuns::GoldenRuns(store::Database& database,
                       jobs::Queue& queue,
                       const Sandbox& sandbox,
                       const Clock& clock,
                       IdSource& ids,
                       Observer observer,
                       GoldenOptions options)
    : m_database(database),
      m_queue(queue),
      m_sandbox(sandbox),
      m_clock(clock),
      m_ids(ids),
      m_observer(std::move(observer)),
      m_options(options)
{}

Result<void> GoldenRuns::addJob(store::Transaction& tx, const TenantId& tenant, const std::string& run)
{
    store::JobRow job;
    job.id = m_ids.make<JobId>();
    job.kind = kGoldenJob;
    job.subject = run;
    job.payload = "{}";
    job.dueMs = job.createdMs = m_clock.nowMs();
    return m_queue.add(tx, tenant, std::move(job));
}

Result<GoldenRunRow> GoldenRuns::begin(store::Transaction& tx,
                                       const TenantId& tenant,
                                       std::string_view startedBy,
                                       const identity::Actor& actor)
{
    auto questions = m_questions.enabled(tx);
    auto mark = m_questions.mark(tx);
    auto previous = m_runs.newestDone(tx);
    if (!questions || !mark || !previous) {
        return fail(!questions ? questions.error() : !mark ? mark.error() : previous.error());
    }
    GoldenRunRow run;
    run.id = m_ids.next();
    run.status = "queued";
    run.startedBy = startedBy;
    run.actorId = actor.principal.subject;
    run.questionsMark = *mark;
    run.total = static_cast<std::int64_t>(questions->size());
    run.createdMs = m_clock.nowMs();
    if (auto noted = noteGoldenChanges(tx, *previous, run); !noted) {
        return fail(std::move(noted).error());
    }
    if (auto created = m_runs.create(tx, run); !created) {
        return fail(std::move(created).error());
    }
    GoldenResultRow result;
    result.run = run.id;
    for (const store::GoldenQuestionRow& question : *questions) {
        ++result.position;
        result.questionId = question.id;
        result.question = question.question;
        result.expectation = question.expectation;
        if (auto added = m_runs.addPending(tx, result); !added) {
            return fail(std::move(added).error());
        }
    }
    if (auto pruned = m_runs.prune(tx, m_options.keptRuns); !pruned) {
        return fail(std::move(pruned).error());
    }
    if (auto queued = addJob(tx, tenant, run.id); !queued) {
        return fail(std::move(queued).error());
    }
    return run;
}

Result<std::optional<GoldenRunRow>> GoldenRuns::going(store::Transaction& tx) const
{
    auto going = m_runs.going(tx);
    const std::int64_t now = m_clock.nowMs();
    if (!going || !*going || (*going)->createdMs > now - kLostMs) {
        return going;
    }
    auto ended = m_runs.end(tx, (*going)->id, "failed", "The run was lost.", now);
    return ended ? Result<std::optional<GoldenRunRow>>() : fail(std::move(ended).error());
}

boost::asio::awaitable<Result<GoldenRunRow>> GoldenRuns::start(TenantId tenant, identity::Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<GoldenRunRow> {
        auto going = this->going(tx);
        if (!going) {
            return fail(std::move(going).error());
        }
        if (*going) {
            return fail(ErrorCode::Conflict,
                        "The golden questions are being asked already: run " + (*going)->id + ".");
        }
        auto mark = m_questions.mark(tx);
        if (!mark) {
            return fail(std::move(mark).error());
        }
        if (*mark == "0") {
            return fail(ErrorCode::Conflict, "There is no golden question that is enabled.");
        }
        return begin(tx, tenant, "manual", actor);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<std::optional<GoldenRunRow>>> GoldenRuns::startAfterChange(TenantId tenant)
{
    using Begun = std::optional<GoldenRunRow>;
    auto job = [&](store::Transaction& tx) -> Result<Begun> {
        auto going = this->going(tx);
        auto newest = m_runs.list(tx, std::string(), 1);
        auto mark = m_questions.mark(tx);
        if (!going || !newest || !mark) {
            return fail(!going ? going.error() : !newest ? newest.error() : mark.error());
        }
        if (*mark == "0" || *going) {
            return Begun();
        }
        if (!newest->empty()) {
            GoldenRunRow now;
            if (auto noted = noteGoldenChanges(tx, std::nullopt, now); !noted) {
                return fail(std::move(noted).error());
            }
            const GoldenRunRow& last = newest->front();
            if (last.configVersion == now.configVersion && last.indexVersion == now.indexVersion &&
                last.questionsMark == *mark) {
                return Begun();
            }
        }
        auto begun = begin(tx, tenant, "change", identity::Actor::system());
        return begun ? Result<Begun>(*std::move(begun)) : fail(std::move(begun).error());
    };
    auto scope = store::Scope::of(tenant);
    auto begun = co_await m_database.transact(scope, job);
    if (!begun && begun.error().code == ErrorCode::Conflict) {
        // Another node was faster.
        co_return Begun();
    }
    co_return begun;
}

boost::asio::awaitable<Result<std::vector<GoldenRunRow>>>
GoldenRuns::list(TenantId tenant, std::string before, int limit)
{
    auto job = [&](store::ReadTransaction& tx) { return m_runs.list(tx, before, limit); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<GoldenRunRow>> GoldenRuns::get(TenantId tenant, std::string id)
{
    auto job = [&](store::ReadTransaction& tx) { return m_runs.find(tx, id); };
    auto scope = store::Scope::of(tenant);
    auto run = co_await m_database.read(scope, job);
    if (!run || !*run) {
        co_return fail(run ? noSuchRun() : std::move(run).error());
    }
    co_return std::move(**run);
}

boost::asio::awaitable<Result<std::vector<GoldenResultRow>>> GoldenRuns::results(TenantId tenant,
                                                                                 std::string id)
{
    auto job = [&](store::ReadTransaction& tx) { return m_runs.results(tx, id, 0, kAllResults); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<GoldenRunRow>>
GoldenRuns::awaitEnd(TenantId tenant, std::string id, std::chrono::steady_clock::time_point deadline)
{
    // The run may be another node's, so it is the store that is looked at.
    runtime::Notifier pause(co_await boost::asio::this_coro::executor);
    for (;;) {
        auto run = co_await get(tenant, id);
        const auto now = std::chrono::steady_clock::now();
        const bool isOver = !run || !run->isGoing() || now >= deadline;
        if (isOver) {
            co_return run;
        }
        const auto next = std::min(deadline, now + kPoll);
        (void)co_await pause.wait(next);
    }
}

boost::asio::awaitable<GoldenResultRow> GoldenRuns::ask(TenantId tenant, GoldenResultRow question)
{
    SandboxRequest request;
    request.tenant = std::move(tenant);
    request.text = question.question;
    request.locale = readExpectation(question.expectation).locale;
    auto outcome = co_await m_sandbox.run(std::move(request));
    noteGoldenOutcome(question, outcome);
    co_return question;
}

Result<void> GoldenRuns::hold(store::Transaction& tx, const store::JobRow& job) const
{
    auto renewed = m_jobs.renew(tx, job, m_clock.nowMs() + m_options.leaseMs);
    if (!renewed) {
        return fail(std::move(renewed).error());
    }
    return *renewed ? Result<void>()
                    : fail(ErrorCode::Cancelled, "Another attempt asks these golden questions.");
}

Result<void> GoldenRuns::keep(store::Transaction& tx, const store::JobRow& job, GoldenResultRow result) const
{
    if (auto held = hold(tx, job); !held) {
        return held;
    }
    auto run = m_runs.find(tx, result.run);
    if (!run || !*run) {
        return fail(run ? noSuchRun() : std::move(run).error());
    }
    std::optional<GoldenResultRow> previous;
    if (!(*run)->previousId.empty()) {
        auto found = m_runs.resultOf(tx, (*run)->previousId, result.questionId);
        if (!found) {
            return fail(std::move(found).error());
        }
        previous = *std::move(found);
    }
    noteGoldenChange(result, previous);
    auto settled = m_runs.settle(tx, result);
    if (!settled) {
        return fail(std::move(settled).error());
    }
    return m_runs.recount(tx, result.run);
}

boost::asio::awaitable<Result<void>> GoldenRuns::run(TenantId tenant, store::JobRow job)
{
    const auto until = std::chrono::steady_clock::now() + m_options.slice;
    auto scope = store::Scope::of(tenant);
    auto take = [&](store::Transaction& tx) -> Result<std::optional<GoldenResultRow>> {
        auto held = hold(tx, job);
        return held ? m_runs.nextPending(tx, job.subject) : fail(std::move(held).error());
    };
    for (;;) {
        auto next = co_await m_database.transact(scope, take);
        if (!next) {
            co_return fail(std::move(next).error());
        }
        if (!*next) {
            co_return co_await finish(std::move(tenant), std::move(job));
        }
        if (std::chrono::steady_clock::now() >= until) {
            auto goOn = [&](store::Transaction& tx) { return addJob(tx, tenant, job.subject); };
            co_return co_await m_database.transact(scope, goOn);
        }
        GoldenResultRow result = co_await ask(tenant, std::move(**next));
        auto write = [&](store::Transaction& tx) { return keep(tx, job, result); };
        auto kept = co_await m_database.transact(scope, write);
        if (!kept) {
            co_return kept;
        }
    }
}

boost::asio::awaitable<Result<void>> GoldenRuns::finish(TenantId tenant, store::JobRow job)
{
    auto end = [&](store::Transaction& tx) -> Result<std::optional<GoldenRunRow>> {
        auto ended = m_runs.end(tx, job.subject, "done", std::string(), m_clock.nowMs());
        if (!ended) {
            return fail(std::move(ended).error());
        }
        return *ended ? m_runs.find(tx, job.subject) : std::optional<GoldenRunRow>();
    };
    auto scope = store::Scope::of(tenant);
    auto run = co_await m_database.transact(scope, end);
    if (!run) {
        co_return fail(std::move(run).error());
    }
    if (!*run) {
        co_return Result<void>(); // ended before, by an attempt that did not live to say so
    }
    const GoldenRunRow& done = **run;
    logger().info("golden questions asked",
                  {{"tenant", tenant.value},
                   {"run", done.id},
                   {"started_by", done.startedBy},
                   {"asked", done.total},
                   {"passed", done.passed},
                   {"errors", done.errors},
                   {"newly_failing", done.newlyFailing}});
    m_observer(tenant, done);
    co_return Result<void>();
}

boost::asio::awaitable<void> GoldenRuns::gaveUp(TenantId tenant, store::JobRow job, Error error)
{
    logger().error("golden questions were not all asked", {{"tenant", tenant.value}, {"why", error.message}});
    auto end = [&](store::Transaction& tx) {
        return m_runs.end(tx, job.subject, "failed", error.message, m_clock.nowMs());
    };
    auto scope = store::Scope::of(tenant);
    // Where even this fails, the run stays open until its tenant's next job is given up; nothing else waits.
    (void)co_await m_database.transact(scope, end);
}

} // namespace parley::server::pipeline
