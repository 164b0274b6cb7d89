// SPDX-License-Identifier: MIT
#include "server/store/golden_run_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

#define PARLEY_RUN_COLUMNS                                                                                   \
    "id, status, started_by, actor_id, previous_id, config_version, index_version, questions_mark, agents, " \
    "changes, total, done, passed, failed, errors, newly_failing, newly_passing, text_changed, error, "      \
    "created_ms, finished_ms "
#define PARLEY_RESULT_COLUMNS                                                                                \
    "run_id, position, question_id, question, expectation, outcome, change, result, previous "

GoldenRunRow runFromRow(const Row& row)
{
    GoldenRunRow run;
    run.id = row.text(0);
    run.status = row.text(1);
    run.startedBy = row.text(2);
    run.actorId = row.text(3);
    run.previousId = row.text(4);
    run.configVersion = row.integer(5);
    run.indexVersion = row.integer(6);
    run.questionsMark = row.text(7);
    run.agents = row.text(8);
    run.changes = row.text(9);
    run.total = row.integer(10);
    run.done = row.integer(11);
    run.passed = row.integer(12);
    run.failed = row.integer(13);
    run.errors = row.integer(14);
    run.newlyFailing = row.integer(15);
    run.newlyPassing = row.integer(16);
    run.textChanged = row.integer(17);
    run.error = row.text(18);
    run.createdMs = row.integer(19);
    run.finishedMs = row.optionalInteger(20);
    return run;
}

GoldenResultRow resultFromRow(const Row& row)
{
    GoldenResultRow result;
    result.run = row.text(0);
    result.position = row.integer(1);
    result.questionId = row.text(2);
    result.question = row.text(3);
    result.expectation = row.text(4);
    result.outcome = row.text(5);
    result.change = row.text(6);
    result.result = row.text(7);
    result.previous = row.text(8);
    return result;
}

} // namespace

Result<void> GoldenRunRepository::create(Transaction& tx, const GoldenRunRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO golden_runs (id, status, active, started_by, actor_id, previous_id, config_version, "
        "index_version, questions_mark, agents, changes, total, done, passed, failed, errors, newly_failing, "
        "newly_passing, text_changed, created_ms) "
        "VALUES ($1, 'queued', 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, 0, 0, 0, 0, 0, $11)";
    const Params params{row.id,
                        row.startedBy,
                        textOrNull(row.actorId),
                        textOrNull(row.previousId),
                        row.configVersion,
                        row.indexVersion,
                        row.questionsMark,
                        row.agents,
                        row.changes,
                        row.total,
                        row.createdMs};
    return doneOf(tx.execute(kSql, params), "goldenRuns.create");
}

Result<void> GoldenRunRepository::addPending(Transaction& tx, const GoldenResultRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO golden_results (run_id, position, question_id, question, expectation, outcome) "
        "VALUES ($1, $2, $3, $4, $5, 'pending')";
    return doneOf(tx.execute(kSql, {row.run, row.position, row.questionId, row.question, row.expectation}),
                  "goldenRuns.addPending");
}

Result<std::optional<GoldenRunRow>> GoldenRunRepository::find(ReadTransaction& tx,
                                                              const std::string& id) const
{
    static constexpr std::string_view kSql = "SELECT " PARLEY_RUN_COLUMNS "FROM golden_runs WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id}), runFromRow, "goldenRuns.find");
}

Result<std::vector<GoldenRunRow>>
GoldenRunRepository::list(ReadTransaction& tx, const std::string& before, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT " PARLEY_RUN_COLUMNS "FROM golden_runs WHERE ($1 = '' OR id < $1) "
        "ORDER BY id DESC LIMIT $2";
    return allOf(tx.query(kSql, {before, std::int64_t{limit}}), runFromRow, "goldenRuns.list");
}

Result<std::optional<GoldenRunRow>> GoldenRunRepository::going(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql = "SELECT " PARLEY_RUN_COLUMNS "FROM golden_runs WHERE active = 1";
    return firstOf(tx.queryOptional(kSql), runFromRow, "goldenRuns.going");
}

Result<std::optional<GoldenRunRow>> GoldenRunRepository::newestDone(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql =
        "SELECT " PARLEY_RUN_COLUMNS "FROM golden_runs WHERE status = 'done' ORDER BY id DESC LIMIT 1";
    return firstOf(tx.queryOptional(kSql), runFromRow, "goldenRuns.newestDone");
}

Result<std::vector<GoldenResultRow>>
GoldenRunRepository::results(ReadTransaction& tx, const std::string& run, std::int64_t after, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT " PARLEY_RESULT_COLUMNS "FROM golden_results WHERE run_id = $1 AND position > $2 "
        "ORDER BY position LIMIT $3";
    return allOf(tx.query(kSql, {run, after, std::int64_t{limit}}), resultFromRow, "goldenRuns.results");
}

Result<std::optional<GoldenResultRow>> GoldenRunRepository::nextPending(ReadTransaction& tx,
                                                                        const std::string& run) const
{
    static constexpr std::string_view kSql =
        "SELECT " PARLEY_RESULT_COLUMNS "FROM golden_results WHERE run_id = $1 AND outcome = 'pending' "
        "ORDER BY position LIMIT 1";
    return firstOf(tx.queryOptional(kSql, {run}), resultFromRow, "goldenRuns.nextPending");
}

Result<std::optional<GoldenResultRow>> GoldenRunRepository::resultOf(ReadTransaction& tx,
                                                                     const std::string& run,
                                                                     const std::string& questionId) const
{
    static constexpr std::string_view kSql =
        "SELECT " PARLEY_RESULT_COLUMNS "FROM golden_results WHERE run_id = $1 AND question_id = $2";
    return firstOf(tx.queryOptional(kSql, {run, questionId}), resultFromRow, "goldenRuns.resultOf");
}

Result<bool> GoldenRunRepository::settle(Transaction& tx, const GoldenResultRow& row) const
{
    static constexpr std::string_view kSql =
        "UPDATE golden_results SET outcome = $1, change = $2, result = $3, previous = $4 "
        "WHERE run_id = $5 AND position = $6 AND outcome = 'pending'";
    const Params params{row.outcome,
                        textOrNull(row.change),
                        textOrNull(row.result),
                        textOrNull(row.previous),
                        row.run,
                        row.position};
    return wonOf(tx.execute(kSql, params), "goldenRuns.settle");
}

Result<void> GoldenRunRepository::recount(Transaction& tx, const std::string& run) const
{
    static constexpr std::string_view kSql =
        "UPDATE golden_runs SET status = 'running', "
        "done = (SELECT count(*) FROM golden_results WHERE run_id = $1 AND outcome <> 'pending'), "
        "passed = (SELECT count(*) FROM golden_results WHERE run_id = $1 AND outcome = 'passed'), "
        "failed = (SELECT count(*) FROM golden_results WHERE run_id = $1 AND outcome = 'failed'), "
        "errors = (SELECT count(*) FROM golden_results WHERE run_id = $1 AND outcome = 'error'), "
        "newly_failing = "
        "(SELECT count(*) FROM golden_results WHERE run_id = $1 AND change = 'newly_failing'), "
        "newly_passing = "
        "(SELECT count(*) FROM golden_results WHERE run_id = $1 AND change = 'newly_passing'), "
        "text_changed = (SELECT count(*) FROM golden_results WHERE run_id = $1 AND change = 'text_changed') "
        "WHERE id = $1 AND active = 1";
    return doneOf(tx.execute(kSql, {run}), "goldenRuns.recount");
}

Result<bool> GoldenRunRepository::end(Transaction& tx,
                                      const std::string& run,
                                      std::string_view status,
                                      const std::string& error,
                                      std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE golden_runs SET status = $1, error = $2, finished_ms = $3, active = NULL "
        "WHERE id = $4 AND active = 1";
    return wonOf(tx.execute(kSql, {std::string(status), textOrNull(error), nowMs, run}), "goldenRuns.end");
}

Result<void> GoldenRunRepository::prune(Transaction& tx, int keep) const
{
    static constexpr std::string_view kOldest =
        "SELECT id FROM golden_runs ORDER BY id DESC LIMIT 1 OFFSET $1";
    static constexpr std::string_view kRemove = "DELETE FROM golden_runs WHERE id <= $1 AND active IS NULL";
    auto read = [](const Row& row) { return row.text(0); };
    auto oldest = firstOf(tx.queryOptional(kOldest, {std::int64_t{keep}}), read, "goldenRuns.prune");
    if (!oldest) {
        return fail(std::move(oldest).error());
    }
    return *oldest ? doneOf(tx.execute(kRemove, {**oldest}), "goldenRuns.prune") : Result<void>();
}

#undef PARLEY_RUN_COLUMNS
#undef PARLEY_RESULT_COLUMNS

} // namespace parley::server::store
