// SPDX-License-Identifier: MIT
#include "server/pipeline/golden/golden_sweep.h"
#include "server/store/tenant_state_repository.h"
#include "tests/server/pipeline/golden_world.h"
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using test::GoldenWorld;

namespace {

std::string count(GoldenWorld& world, std::string_view table)
{
    const std::string sql = "SELECT count(*) FROM " + std::string(table);
    const auto row =
        test::must(world.read([&](store::ReadTransaction& tx) { return tx.queryOptional(sql); }));
    return std::to_string(row->integer(0));
}

} // namespace

class GoldenRunsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyQuestionIsAskedAndComparedWithTheRunBefore_data() { test::addDatabaseRows(); }
    void everyQuestionIsAskedAndComparedWithTheRunBefore()
    {
        PARLEY_DATABASE(database);
        GoldenWorld world(*database, database.first);
        world.answers = {{"A?", "It is red."}, {"B?", "It is blue."}, {"C?", "It is big."}, {"D?", "fail"}};
        world.add("A?", {"RED"});
        world.add("B?", {"green"});
        world.add("C?");
        world.add("D?");
        world.add("E?", {}, "handoff");

        const auto first = world.ask();
        QCOMPARE(first.status, std::string("done"));
        QCOMPARE(world.resultsOf(first.id),
                 std::string("A?:passed:new B?:failed:new C?:passed:new D?:error:new E?:passed:new "));
        QCOMPARE(first.passed, std::int64_t{3});
        QCOMPARE(first.errors, std::int64_t{1});
        QVERIFY(first.previousId.empty());

        world.answers = {{"A?", "It is pink."}, {"B?", "It is green."}, {"C?", "It is tall."}};
        const auto second = world.ask();
        QCOMPARE(world.resultsOf(second.id),
                 std::string("A?:failed:newly_failing B?:passed:newly_passing C?:passed:text_changed "
                             "D?:failed: E?:passed: "));
        QCOMPARE(second.previousId, first.id);
        QCOMPARE(second.newlyFailing, std::int64_t{1});
        QCOMPARE(second.newlyPassing, std::int64_t{1});
        QCOMPARE(second.textChanged, std::int64_t{1});
        const auto rows = test::must(world.run(world.runs.results(world.tenant, second.id)));
        const auto result = nlohmann::json::parse(rows[0].result);
        QCOMPARE(result["reasons"][0]["check"].get<std::string>(), std::string("must_contain"));
        QCOMPARE(result["answer"].get<std::string>(), std::string("It is pink."));
        const auto previous = nlohmann::json::parse(rows[0].previous);
        QCOMPARE(previous["answer"].get<std::string>(), std::string("It is red."));
        QCOMPARE(previous["outcome"].get<std::string>(), std::string("passed"));
        QCOMPARE(world.observed, first.id + " " + second.id + " ");
    }

    void nothingOfTheAskingStays()
    {
        test::FreshDatabase database("sqlite");
        GoldenWorld world(*database, database.first);
        world.answers = {{"A?", "Yes."}};
        world.add("A?");
        world.add("B?", {}, "handoff");

        world.ask();

        for (const char* table :
             {"conversations", "customers", "messages", "events", "runs", "tickets", "outbox"}) {
            QCOMPARE(count(world, table), std::string("0"));
        }
    }

    void oneRunAtATimeAndNoneWithoutQuestions()
    {
        test::FreshDatabase database("sqlite");
        GoldenWorld world(*database, database.first);
        const auto system = identity::Actor::system();
        QVERIFY(world.run(world.runs.start(world.tenant, system)).error().code == ErrorCode::Conflict);
        world.add("A?");
        const auto begun = test::must(world.run(world.runs.start(world.tenant, system)));
        const Error second = world.run(world.runs.start(world.tenant, system)).error();
        QVERIFY(second.code == ErrorCode::Conflict);
        QVERIFY(second.message.find(begun.id) != std::string::npos);

        // One that was lost does not stand in the way for ever.
        world.clock.advanceMs(7 * 3600 * 1000);
        test::must(world.run(world.runs.start(world.tenant, system)));
        QCOMPARE(test::must(world.run(world.runs.get(world.tenant, begun.id))).status, std::string("failed"));
    }

    void aRunGoesOnWhereADeadProcessLeftIt()
    {
        test::FreshDatabase database("sqlite");
        GoldenWorld world(*database, database.first);
        world.answers = {{"A?", "Yes."}, {"B?", "Yes."}};
        world.add("A?");
        world.add("B?");
        const auto begun = test::must(world.run(world.runs.start(world.tenant, identity::Actor::system())));
        // A process that died claimed the job and kept the first result.
        test::must(world.write([&](store::Transaction& tx) -> Result<void> {
            const std::int64_t now = world.clock.nowMs();
            test::must(store::JobRepository().claim(tx, "dead", now, now + 60'000));
            auto next = test::must(store::GoldenRunRepository().nextPending(tx, begun.id)).value();
            next.outcome = "passed";
            next.result = R"({"answer":"kept"})";
            test::must(store::GoldenRunRepository().settle(tx, next));
            return {};
        }));
        world.clock.advanceMs(60'001);

        const auto run = world.finish(begun.id);

        QCOMPARE(run.passed, std::int64_t{2});
        const auto rows = test::must(world.run(world.runs.results(world.tenant, begun.id)));
        QCOMPARE(rows[0].result, std::string(R"({"answer":"kept"})"));
    }

    void whatChangedIsNamed()
    {
        test::FreshDatabase database("sqlite");
        GoldenWorld world(*database, database.first);
        agents::AgentChanges changes;
        changes.name = "Orders";
        changes.kind = "domain";
        const auto system = identity::Actor::system();
        const auto agent = test::must(world.run(world.catalog.create(world.tenant, changes, system)));
        world.add("A?", {}, "handoff");
        const auto first = world.ask();
        QCOMPARE(first.agents, std::string(R"({"Orders":1})"));
        world.clock.advanceMs(1000);
        changes.systemPrompt = "Be brief.";
        test::must(world.run(world.catalog.update(world.tenant, agent.id, changes, system)));

        const auto second = world.ask();

        const auto named = nlohmann::json::parse(second.changes);
        QCOMPARE(named["agents"].dump(), std::string(R"([{"from":1,"name":"Orders","to":2}])"));
        QCOMPARE(named["config_version"]["to"].get<std::int64_t>(), second.configVersion);
        QVERIFY(named["config_version"]["from"].get<std::int64_t>() < second.configVersion);
        QCOMPARE(named["edits"][0]["action"].get<std::string>(), std::string("agent.update"));
        QCOMPARE(named["questions"].get<bool>(), false);
    }

    void aChangeIsAskedAboutWhenItIsQuiet()
    {
        test::FreshDatabase database("sqlite");
        GoldenWorld world(*database, database.first);
        pipeline::GoldenSweepOptions options;
        options.quietMs = 20'000;
        options.patienceMs = 100'000;
        pipeline::GoldenSweep sweep(
            world.database, world.runs, world.clock, options, world.io.get_executor(), [](auto, auto) {});
        const auto looks = [&] { return test::must(world.run(sweep.look(world.tenant))); };
        const auto change = [&] {
            test::must(world.write([](store::Transaction& tx) {
                return store::TenantStateRepository().raiseConfigVersion(tx);
            }));
        };
        QVERIFY(!looks()); // nothing to ask
        world.add("A?", {}, "handoff");
        QVERIFY(!looks()); // seen, but not quiet
        world.clock.advanceMs(19'000);
        change();
        QVERIFY(!looks());
        world.clock.advanceMs(19'000);
        QVERIFY(!looks());
        world.clock.advanceMs(1'000);
        QVERIFY(looks());
        QVERIFY(!looks()); // it is going on
        const auto runs = test::must(world.run(world.runs.list(world.tenant, std::string(), 10)));
        QCOMPARE(runs.size(), std::size_t{1});
        QCOMPARE(runs[0].startedBy, std::string("change"));
        world.finish(runs[0].id);
        world.clock.advanceMs(60'000);
        QVERIFY(!looks()); // nothing changed since

        // Who changes something all the time is not waited for for ever.
        int waited = 0;
        change();
        while (!looks()) {
            change();
            world.clock.advanceMs(10'000);
            ++waited;
        }
        QCOMPARE(waited, 10);
    }

    void anotherTenantsRunsAreNotThere()
    {
        test::FreshDatabase database("sqlite");
        GoldenWorld world(*database, database.first);
        const auto question = world.add("A?", {}, "handoff");
        const auto run = world.ask();
        const TenantId other = database.second;
        QVERIFY(world.run(world.runs.get(other, run.id)).error().code == ErrorCode::NotFound);
        QVERIFY(test::must(world.run(world.runs.results(other, run.id))).empty());
        QVERIFY(test::must(world.run(world.runs.list(other, std::string(), 10))).empty());
        QVERIFY(world.run(world.questions.get(other, question.id)).error().code == ErrorCode::NotFound);
    }
};

PARLEY_TEST("golden_runs", GoldenRunsTest)
#include "golden_runs_test.moc"
