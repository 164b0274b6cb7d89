// SPDX-License-Identifier: MIT
#include "server/store/golden_question_repository.h"
#include "server/store/golden_run_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const GoldenQuestionRepository kQuestions;
const GoldenRunRepository kRuns;

GoldenQuestionRow question(const std::string& id, std::int64_t atMs = 1)
{
    return {id, "What is " + id + "?", R"({"expects":"answer"})", true, atMs, atMs};
}

std::string mark(test::FreshDatabase& database)
{
    return test::must(test::readFrom(database, [](ReadTransaction& tx) { return kQuestions.mark(tx); }));
}

/// A run that asks these questions.
Result<void> begin(test::FreshDatabase& database, const std::string& id, const std::vector<std::string>& asks)
{
    return test::writeTo(database, [&](Transaction& tx) -> Result<void> {
        GoldenRunRow run;
        run.id = id;
        run.startedBy = "manual";
        run.configVersion = 7;
        run.indexVersion = 3;
        run.questionsMark = "1@2@3";
        run.agents = R"({"faq":1})";
        run.total = static_cast<std::int64_t>(asks.size());
        run.createdMs = 5;
        auto made = kRuns.create(tx, run);
        std::int64_t position = 0;
        for (const std::string& each : asks) {
            GoldenResultRow result;
            result.run = id;
            result.position = ++position;
            result.questionId = each;
            result.question = "What is " + each + "?";
            result.expectation = "{}";
            made = made ? kRuns.addPending(tx, result) : made;
        }
        return made;
    });
}

/// Settles the next pending question of a run. @return its id, or nothing
std::string settle(test::FreshDatabase& database,
                   const std::string& run,
                   const std::string& outcome,
                   const std::string& change = {})
{
    return test::must(test::writeTo(database, [&](Transaction& tx) -> Result<std::string> {
        auto next = test::must(kRuns.nextPending(tx, run));
        if (!next) {
            return std::string();
        }
        next->outcome = outcome;
        next->change = change;
        next->result = R"({"answer":"It is."})";
        test::must(kRuns.settle(tx, *next));
        test::must(kRuns.recount(tx, run));
        return next->questionId;
    }));
}

GoldenRunRow find(test::FreshDatabase& database, const std::string& id)
{
    return test::must(test::readFrom(database, [&](ReadTransaction& tx) { return kRuns.find(tx, id); }))
        .value();
}

void end(test::FreshDatabase& database, const std::string& id, const char* status = "done")
{
    QVERIFY(test::must(
        test::writeTo(database, [&](Transaction& tx) { return kRuns.end(tx, id, status, {}, 99); })));
}

} // namespace

class GoldenRepositoriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void questionsAreKeptAndTheirMarkTellsOfChanges_data() { test::addDatabaseRows(); }
    void questionsAreKeptAndTheirMarkTellsOfChanges()
    {
        PARLEY_DATABASE(database);
        QCOMPARE(mark(database), std::string("0"));
        for (const char* id : {"q1", "q2"}) {
            test::must(test::writeTo(database,
                                     [&](Transaction& tx) { return kQuestions.create(tx, question(id)); }));
        }
        const std::string two = mark(database);
        GoldenQuestionRow changed = question("q2", 9);
        changed.enabled = false;
        changed.question = "Other?";
        QVERIFY(test::must(
            test::writeTo(database, [&](Transaction& tx) { return kQuestions.update(tx, changed); })));
        const std::string one = mark(database);
        QVERIFY(one != two);

        const auto all = test::must(
            test::readFrom(database, [](ReadTransaction& tx) { return kQuestions.list(tx, {}, 10); }));
        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(all[1].question, std::string("Other?"));
        QCOMPARE(all[1].createdMs, std::int64_t{1});
        QCOMPARE(all[1].updatedMs, std::int64_t{9});
        const auto asked =
            test::must(test::readFrom(database, [](ReadTransaction& tx) { return kQuestions.enabled(tx); }));
        QCOMPARE(asked.size(), std::size_t{1});
        QVERIFY(
            test::must(test::writeTo(database, [](Transaction& tx) { return kQuestions.remove(tx, "q1"); })));
        QVERIFY(!test::must(
            test::writeTo(database, [](Transaction& tx) { return kQuestions.remove(tx, "q1"); })));
        QCOMPARE(mark(database), std::string("0"));
    }

    void oneRunGoesOnAtATime_data() { test::addDatabaseRows(); }
    void oneRunGoesOnAtATime()
    {
        PARLEY_DATABASE(database);
        test::must(begin(database, "r1", {"q1"}));
        QVERIFY(begin(database, "r2", {"q1"}).error().code == ErrorCode::Conflict);
        // Another tenant's is no obstacle.
        const auto other = database->transactNow(Scope::of(database.second), [](Transaction& tx) {
            GoldenRunRow run;
            run.id = "r1";
            run.startedBy = "manual";
            return kRuns.create(tx, run);
        });
        QVERIFY(other.has_value());

        end(database, "r1");
        test::must(begin(database, "r2", {"q1"}));
        const auto going =
            test::must(test::readFrom(database, [](ReadTransaction& tx) { return kRuns.going(tx); }));
        QCOMPARE(going.value().id, std::string("r2"));
        QVERIFY(going->isGoing());
        const auto done =
            test::must(test::readFrom(database, [](ReadTransaction& tx) { return kRuns.newestDone(tx); }));
        QCOMPARE(done.value().id, std::string("r1"));
        QVERIFY(!test::must(test::writeTo(database, [](Transaction& tx) {
            return kRuns.end(tx, "r1", "failed", "late", 100);
        })));
    }

    void resultsAreCountedAsTheyCome_data() { test::addDatabaseRows(); }
    void resultsAreCountedAsTheyCome()
    {
        PARLEY_DATABASE(database);
        test::must(begin(database, "r1", {"q1", "q2", "q3"}));
        QCOMPARE(find(database, "r1").status, std::string("queued"));
        QCOMPARE(settle(database, "r1", "passed", "newly_passing"), std::string("q1"));
        QCOMPARE(settle(database, "r1", "failed", "newly_failing"), std::string("q2"));
        GoldenRunRow run = find(database, "r1");
        QCOMPARE(run.status, std::string("running"));
        QCOMPARE(run.done, std::int64_t{2});
        QCOMPARE(settle(database, "r1", "error"), std::string("q3"));
        QCOMPARE(settle(database, "r1", "passed"), std::string());
        run = find(database, "r1");
        QCOMPARE(run.total, std::int64_t{3});
        QCOMPARE(run.done, std::int64_t{3});
        QCOMPARE(run.passed, std::int64_t{1});
        QCOMPARE(run.failed, std::int64_t{1});
        QCOMPARE(run.errors, std::int64_t{1});
        QCOMPARE(run.newlyFailing, std::int64_t{1});
        QCOMPARE(run.newlyPassing, std::int64_t{1});
        QCOMPARE(run.configVersion, std::int64_t{7});
        QCOMPARE(run.agents, std::string(R"({"faq":1})"));
        const auto rows = test::must(
            test::readFrom(database, [](ReadTransaction& tx) { return kRuns.results(tx, "r1", 1, 10); }));
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].questionId, std::string("q2"));
        QCOMPARE(rows[0].result, std::string(R"({"answer":"It is."})"));
        const auto second = test::must(
            test::readFrom(database, [](ReadTransaction& tx) { return kRuns.resultOf(tx, "r1", "q2"); }));
        QCOMPARE(second.value().outcome, std::string("failed"));
        // What is settled stays as it is.
        QVERIFY(
            !test::must(test::writeTo(database, [&](Transaction& tx) { return kRuns.settle(tx, *second); })));
    }

    void theOldestRunsAreForgottenWithTheirResults_data() { test::addDatabaseRows(); }
    void theOldestRunsAreForgottenWithTheirResults()
    {
        PARLEY_DATABASE(database);
        for (const char* id : {"r1", "r2", "r3"}) {
            test::must(begin(database, id, {"q1"}));
            end(database, id);
        }
        test::must(test::writeTo(database, [](Transaction& tx) { return kRuns.prune(tx, 2); }));
        QCOMPARE(test::column(database, "SELECT id FROM golden_runs ORDER BY id"), std::string("r2 r3 "));
        QCOMPARE(test::column(database, "SELECT run_id FROM golden_results ORDER BY run_id"),
                 std::string("r2 r3 "));
        const auto page = test::must(
            test::readFrom(database, [](ReadTransaction& tx) { return kRuns.list(tx, "r3", 10); }));
        QCOMPARE(page.size(), std::size_t{1});
    }
};

PARLEY_TEST("golden_repositories", GoldenRepositoriesTest)
#include "golden_repositories_test.moc"
