// SPDX-License-Identifier: MIT
#include "tests/server/pipeline/turns_fixture.h"
#include "tests/support/databases.h"
#include "tests/support/faulty_database.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using test::SlowNode;
using Node = test::AnsweringNode;

class TurnsRecoveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherProcessTakesUpWhatADeadOneLeft_data() { test::addDatabaseRows(); }
    void anotherProcessTakesUpWhatADeadOneLeft()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse();
        QVERIFY(world.accept(id, "1", "dead").has_value());
        QVERIFY(world.accept(id, "2", "dead").has_value());
        Node node(world, "node-2");

        const auto taken = test::must(world.run(node.turns.recover({world.tenant, database.second})));
        const auto again = test::must(world.run(node.turns.recover({world.tenant})));

        QCOMPARE(taken, std::size_t{2});
        QCOMPARE(again, std::size_t{0});
        QCOMPARE(world.spoken(id), std::string("user:text user:text agent:text agent:text"));
        QCOMPARE(world.messages(id).at(2).text, std::string("Re: 1"));
        QCOMPARE(world.messages(id).at(3).text, std::string("Re: 2"));
    }

    void whoHadProvenWhoHeIsStillHas_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<bool>("isVerified");
        for (const std::string driver : {"sqlite", "postgresql"}) {
            QTest::newRow((driver + " proven").c_str()) << driver << true;
            QTest::newRow((driver + " not proven").c_str()) << driver << false;
        }
    }
    void whoHadProvenWhoHeIsStillHas()
    {
        PARLEY_DATABASE(database);
        QFETCH(bool, isVerified);
        test::DeskWorld world(*database, database.first);
        server::desk::Intake intake(world.services, "dead", 60'000);
        auto message = world.inbound(world.converse(), "1");
        message.isVerified = isVerified;
        QCOMPARE(test::must(world.run(intake.accept(message))).isVerified, isVerified);
        std::vector<bool> seen;
        Node node(world,
                  "node-2",
                  true,
                  test::scripted("look", [&](pipeline::Turn& turn) -> Result<pipeline::Step> {
                      seen.push_back(turn.isVerified);
                      turn.reply = "Yes";
                      return pipeline::Step::Continue;
                  }));

        test::must(world.run(node.turns.recover({world.tenant})));
        node.settle();

        QCOMPARE(seen, std::vector<bool>{isVerified});
    }

    void aLeaseThatHasNotEndedIsLeftAlone_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::int64_t>("ageMs");
        QTest::addColumn<std::string>("owner");
        QTest::addColumn<int>("taken");
        for (const char* driver : {"sqlite", "postgresql"}) {
            const std::string name(driver);
            QTest::addRow("%s at its end", driver)
                << name << std::int64_t{60'000} << std::string("other") << 0;
            QTest::addRow("%s after its end", driver)
                << name << std::int64_t{60'001} << std::string("other") << 1;
            QTest::addRow("%s our own at its end", driver)
                << name << std::int64_t{60'000} << std::string("node-2") << 0;
            QTest::addRow("%s our own that was lost sight of", driver)
                << name << std::int64_t{60'001} << std::string("node-2") << 1;
        }
    }
    void aLeaseThatHasNotEndedIsLeftAlone()
    {
        PARLEY_DATABASE(database);
        QFETCH(std::int64_t, ageMs);
        QFETCH(std::string, owner);
        QFETCH(int, taken);
        test::DeskWorld world(*database, database.first);
        QVERIFY(world.accept(world.converse(), "1", owner).has_value());
        world.clock.advanceMs(ageMs);
        Node node(world, "node-2", false);

        const auto count = test::must(world.run(node.turns.recover({world.tenant})));

        QCOMPARE(static_cast<int>(count), taken);
    }

    void aRunThatIsUnderWayHereIsNotTakenTwice()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        std::string log;
        Node node(world, "node-1", true, std::make_unique<SlowNode>(log));
        const ConversationId id = world.converse();
        const auto accepted = test::must(world.accept(id, "1"));
        node.turns.start(world.tenant,
                         accepted,
                         std::make_shared<pipeline::SilentSink>(),
                         world.io.get_executor());

        const auto taken = test::must(world.run(node.turns.recover({world.tenant})));

        QCOMPARE(taken, std::size_t{0});
        QCOMPARE(log, std::string("<11>"));
        QCOMPARE(world.spoken(id), std::string("user:text agent:text"));
    }

    void oneUnreadableTenantDoesNotKeepTheOthersWaiting()
    {
        test::FreshDatabase fresh("sqlite");
        test::FaultyDatabase database(*fresh);
        test::DeskWorld world(database, fresh.first);
        const ConversationId id = world.converse();
        QVERIFY(world.accept(id, "1", "dead").has_value());
        Node node(world, "node-2");
        database.failWrites(1);

        const auto taken = world.run(node.turns.recover({fresh.second, world.tenant}));

        QVERIFY(taken.error().code == ErrorCode::Storage);
        QCOMPARE(world.spoken(id), std::string("user:text agent:text"));
    }

    void aTurnThatCannotBeCommittedIsTriedUntilItIs_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<int>("failures");
        for (const char* driver : {"sqlite", "postgresql"}) {
            for (const int failures : {1, 5}) {
                QTest::addRow("%s %d", driver, failures) << std::string(driver) << failures;
            }
        }
    }
    void aTurnThatCannotBeCommittedIsTriedUntilItIs()
    {
        QFETCH(int, failures);
        PARLEY_DATABASE(fresh);
        test::FaultyDatabase database(*fresh);
        test::DeskWorld world(database, fresh.first);
        Node node(world, "node-1");
        const ConversationId id = world.converse();
        const auto accepted = test::must(world.accept(id, "Hello?"));
        const auto sink = std::make_shared<test::RecordingSink>();
        database.failWrites(failures);

        const auto told = node.answer(accepted, sink);

        QVERIFY(told.error().code == ErrorCode::Storage);
        QVERIFY2(sink->told.ends_with("failed"), sink->told.c_str());
        QCOMPARE(world.spoken(id), std::string("user:text agent:text"));
        QCOMPARE(world.messages(id).back().text, std::string("Re: Hello?"));
        QCOMPARE(node.turns.active(), std::size_t{0});
    }

    void aCommitWhoseAnswerWasLostIsNotMadeTwice_data() { test::addDatabaseRows(); }
    void aCommitWhoseAnswerWasLostIsNotMadeTwice()
    {
        PARLEY_DATABASE(fresh);
        test::FaultyDatabase database(*fresh);
        test::DeskWorld world(database, fresh.first);
        Node node(world, "node-1");
        const ConversationId id = world.converse();
        const auto accepted = test::must(world.accept(id, "Hello?"));
        database.loseAnswers(1);

        QVERIFY(!node.answer(accepted).has_value());

        QCOMPARE(world.spoken(id), std::string("user:text agent:text"));
        QCOMPARE(world.runOf(*accepted.run).status, std::string("completed"));
        desk::Accepted replay = accepted;
        replay.isReplay = true;
        QCOMPARE(test::must(node.answer(replay)).reply->text, std::string("Re: Hello?"));
    }

    void aConversationThatWasDeletedIsGivenUp()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        const ConversationId id = world.converse();
        const auto accepted = test::must(world.accept(id, "Hello?"));
        test::must(world.write([&](store::Transaction& tx) {
            return tx.execute("DELETE FROM conversations WHERE id = $1", {id.value});
        }));

        const auto outcome = node.answer(accepted);

        QVERIFY(outcome.error().code == ErrorCode::NotFound);
        QCOMPARE(node.turns.active(), std::size_t{0});
    }
};

PARLEY_TEST("turns_recovery", TurnsRecoveryTest)
#include "turns_recovery_test.moc"
