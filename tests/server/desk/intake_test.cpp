// SPDX-License-Identifier: MIT
#include "server/desk/intake.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/faulty_database.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

class IntakeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messageRunAndEventAreWrittenTogether_data() { test::addDatabaseRows(); }
    void messageRunAndEventAreWrittenTogether()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse();
        const auto before = database->statistics().transactions;

        const desk::Accepted accepted = test::must(world.accept(id, "Where is my parcel?"));

        QCOMPARE(database->statistics().transactions - before, std::uint64_t{1});
        QCOMPARE(accepted.status, std::string("open"));
        QCOMPARE(accepted.locale, std::string("en"));
        QVERIFY(accepted.customer == world.conversation(id).customer);
        QVERIFY(!accepted.isReplay);
        const store::RunRow run = world.runOf(accepted.run.value());
        QCOMPARE(run.status, std::string("running"));
        QVERIFY(run.message == accepted.message.id);
        QCOMPARE(run.leaseOwner, std::string("node-1"));
        QCOMPARE(run.leaseUntilMs.value(), world.clock.nowMs() + 60'000);
        QCOMPARE(world.spoken(id), std::string("user:text"));
        QCOMPARE(world.events(id).size(), std::size_t{1});
        QCOMPARE(world.conversation(id).lastMessage, std::string("Where is my parcel?"));
    }

    void tellsOnlyAfterTheCommit()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse();
        std::size_t seen = 0;
        world.publisher.onPublish = [&](const desk::PublishedEvent&) { seen = world.messages(id).size(); };

        QVERIFY(world.accept(id, "Hello").has_value());

        QCOMPARE(seen, std::size_t{1});
        QCOMPARE(world.publisher.summary(), std::string("message.created 1/1"));
    }

    void whatIsNotCommittedIsNotTold()
    {
        test::FreshDatabase fresh("sqlite");
        test::FaultyDatabase database(*fresh);
        test::DeskWorld world(database, fresh.first);
        const ConversationId id = world.converse();
        database.failWrites(1);

        const auto refused = world.accept(id, "Hello");

        QVERIFY(refused.error().code == ErrorCode::Storage);
        QCOMPARE(world.publisher.events().size(), std::size_t{0});
        QCOMPARE(world.messages(id).size(), std::size_t{0});
    }

    void theSameKeyGivesTheSameMessageAndRun_data() { test::addDatabaseRows(); }
    void theSameKeyGivesTheSameMessageAndRun()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse();
        desk::Intake intake(world.services, "node-1", 60'000);
        const auto first = test::must(world.run(intake.accept(world.inbound(id, "Hello", "c:k1"))));

        const auto again = test::must(world.run(intake.accept(world.inbound(id, "Hello", "c:k1"))));

        QVERIFY(again.isReplay);
        QVERIFY(again.message.id == first.message.id);
        QVERIFY(again.run == first.run);
        QVERIFY(again.customer == first.customer);
        QCOMPARE(world.messages(id).size(), std::size_t{1});
        QCOMPARE(world.publisher.events().size(), std::size_t{1});
    }

    void theSameKeyWithAnotherBodyIsAConflict_data() { test::addDatabaseRows(); }
    void theSameKeyWithAnotherBodyIsAConflict()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse();
        desk::Intake intake(world.services, "node-1", 60'000);
        QVERIFY(world.run(intake.accept(world.inbound(id, "Hello", "c:k1"))).has_value());

        const auto other = world.run(intake.accept(world.inbound(id, "Goodbye", "c:k1")));

        QVERIFY(other.error().code == ErrorCode::Conflict);
        QCOMPARE(world.messages(id).size(), std::size_t{1});
    }

    void requestsWithOneKeyAtTheSameTimeMakeOneMessage_data() { test::addDatabaseRows(); }
    void requestsWithOneKeyAtTheSameTimeMakeOneMessage()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse();
        std::array<std::optional<Result<desk::Accepted>>, 6> answers;

        test::together(static_cast<int>(answers.size()), [&](int i) {
            boost::asio::io_context io;
            desk::Intake intake(world.services, "node-1", 60'000);
            answers.at(static_cast<std::size_t>(i)) =
                test::runCoroutine(io, intake.accept(world.inbound(id, "Hello", "c:k1")));
        });

        int fresh = 0;
        for (const auto& answer : answers) {
            QVERIFY2(answer->has_value(), answer->has_value() ? "" : answer->error().message.c_str());
            fresh += (*answer)->isReplay ? 0 : 1;
            QVERIFY((*answer)->message.id == (*answers.front())->message.id);
            QVERIFY((*answer)->run == (*answers.front())->run);
        }
        QCOMPARE(fresh, 1);
        QCOMPARE(world.messages(id).size(), std::size_t{1});
        QCOMPARE(world.events(id).size(), std::size_t{1});
    }

    void refusesTextThatCannotBeTaken_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("ok");
        std::string umlauts;
        for (int i = 0; i < 8000; ++i) {
            umlauts += "ü";
        }
        QTest::newRow("one letter") << std::string("a") << true;
        QTest::newRow("8000 code points of two bytes") << umlauts << true;
        QTest::newRow("8001 code points") << umlauts + "a" << false;
        QTest::newRow("empty") << std::string() << false;
        QTest::newRow("white space") << std::string(" \n\t\xc2\xa0") << false;
        QTest::newRow("NUL") << std::string("a\0b", 3) << false;
        QTest::newRow("no UTF-8") << std::string("a\xff") << false;
    }
    void refusesTextThatCannotBeTaken()
    {
        QFETCH(std::string, text);
        QFETCH(bool, ok);
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse();

        const auto accepted = world.accept(id, text);

        QCOMPARE(accepted.has_value(), ok);
        QCOMPARE(world.messages(id).size(), std::size_t{ok ? 1U : 0U});
        if (!ok) {
            QVERIFY(accepted.error().code == ErrorCode::InvalidArgument);
            QCOMPARE(accepted.error().fields.at(0).field, std::string("text"));
        }
    }

    void aClosedConversationOpensAgain_data() { test::addDatabaseRows(); }
    void aClosedConversationOpensAgain()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse("closed");

        const auto accepted = test::must(world.accept(id, "One more thing"));

        QCOMPARE(accepted.status, std::string("open"));
        QVERIFY(accepted.run.has_value());
        QCOMPARE(world.conversation(id).status, std::string("open"));
        QCOMPARE(world.publisher.summary(), std::string("message.created 1/1, conversation.updated 2/2"));
    }

    void noRunWhileAPersonHasTheConversation_data()
    {
        QTest::addColumn<std::string>("status");
        QTest::newRow("queue") << std::string("waiting_for_agent");
        QTest::newRow("supporter") << std::string("with_agent");
    }
    void noRunWhileAPersonHasTheConversation()
    {
        QFETCH(std::string, status);
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse(status);

        const auto accepted = test::must(world.accept(id, "Still there?"));

        QVERIFY(!accepted.run.has_value());
        QCOMPARE(accepted.status, status);
        QCOMPARE(world.conversation(id).status, status);
        QCOMPARE(world.spoken(id), std::string("user:text"));
    }

    void anUnknownConversationIsNotFound_data() { test::addDatabaseRows(); }
    void anUnknownConversationIsNotFound()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        test::DeskWorld other(*database, database.second);
        const ConversationId elsewhere = other.converse();

        QVERIFY(world.accept(ConversationId{"nowhere"}, "Hello").error().code == ErrorCode::NotFound);
        QVERIFY(world.accept(elsewhere, "Hello").error().code == ErrorCode::NotFound);
        QCOMPARE(other.messages(elsewhere).size(), std::size_t{0});
    }
};

PARLEY_TEST("intake", IntakeTest)
#include "intake_test.moc"
