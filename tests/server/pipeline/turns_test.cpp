// SPDX-License-Identifier: MIT
#include "tests/server/pipeline/turns_fixture.h"
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

#include <boost/asio/co_spawn.hpp>

using namespace parley;
using namespace parley::server;
using test::SlowNode;
using test::soon;
using Node = test::AnsweringNode;

class TurnsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAcceptedMessageIsAnswered_data() { test::addDatabaseRows(); }
    void anAcceptedMessageIsAnswered()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        const ConversationId id = world.converse();
        const auto accepted = test::must(world.accept(id, "Hello?"));
        const auto sink = std::make_shared<test::RecordingSink>();

        const proto::Turn turn = test::must(node.answer(accepted, sink));

        QCOMPARE(turn.reply->text, std::string("Re: Hello?"));
        QCOMPARE(turn.messageId, accepted.message.id.value);
        QCOMPARE(sink->told, std::string("node:echo token:Re: Hello? node:deliver ended"));
        QCOMPARE(world.spoken(id), std::string("user:text agent:text"));
        QCOMPARE(node.turns.active(), std::size_t{0});
    }

    void whatAPersonHoldsIsNotAnswered()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        const auto accepted = test::must(world.accept(world.converse("with_agent"), "Hello?"));

        const proto::Turn turn = test::must(node.answer(accepted));

        QVERIFY(!turn.reply.has_value());
        QCOMPARE(turn.status, std::string("with_agent"));
    }

    void turnsOfAConversationKeepTheirOrder()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        std::string log;
        Node node(world, "node-1", true, std::make_unique<SlowNode>(log));
        const ConversationId id = world.converse();
        std::vector<desk::Accepted> accepted;
        for (const char* text : {"1", "2", "3"}) {
            accepted.push_back(test::must(world.accept(id, text)));
        }
        for (const auto& one : accepted) {
            node.turns.start(world.tenant,
                             one,
                             std::make_shared<pipeline::SilentSink>(),
                             world.io.get_executor());
        }
        QCOMPARE(node.turns.active(), std::size_t{3});

        node.settle();

        QCOMPARE(log, std::string("<11><22><33>"));
        QCOMPARE(world.messages(id).back().text, std::string("Re: 3"));
        QCOMPARE(node.turns.active(), std::size_t{0});
    }

    void turnsOfDifferentConversationsDoNotWaitForEachOther()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        std::string log;
        Node node(world, "node-1", true, std::make_unique<SlowNode>(log));
        const auto first = test::must(world.accept(world.converse(), "1"));
        const auto second = test::must(world.accept(world.converse(), "2"));
        for (const auto& one : {first, second}) {
            node.turns.start(world.tenant,
                             one,
                             std::make_shared<pipeline::SilentSink>(),
                             world.io.get_executor());
        }

        node.settle();

        QCOMPARE(log, std::string("<1<21>2>"));
    }

    void aRepeatedRequestJoinsTheTurnThatIsUnderWay()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        std::string log;
        Node node(world, "node-1", true, std::make_unique<SlowNode>(log));
        const ConversationId id = world.converse();
        desk::Accepted accepted = test::must(world.accept(id, "1"));
        desk::Accepted replay = accepted;
        replay.isReplay = true;
        std::vector<proto::Turn> outcomes;
        for (const desk::Accepted& one : {accepted, replay, replay}) {
            auto sink = std::make_shared<pipeline::SilentSink>();
            boost::asio::co_spawn(world.io,
                                  node.turns.answer(world.tenant, one, sink, soon()),
                                  [&](std::exception_ptr, Result<proto::Turn> outcome) {
                                      outcomes.push_back(outcome.value());
                                  });
        }

        node.settle();

        QCOMPARE(log, std::string("<11>"));
        QCOMPARE(outcomes.size(), std::size_t{3});
        for (const proto::Turn& outcome : outcomes) {
            QCOMPARE(outcome.reply->id, world.messages(id).back().id.value);
        }
    }

    void aRepeatedRequestReadsTheTurnThatHasEnded_data() { test::addDatabaseRows(); }
    void aRepeatedRequestReadsTheTurnThatHasEnded()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        const ConversationId id = world.converse();
        desk::Accepted accepted = test::must(world.accept(id, "Hello?"));
        const proto::Turn first = test::must(node.answer(accepted));
        accepted.isReplay = true;

        const proto::Turn second = test::must(node.answer(accepted));

        QCOMPARE(second.reply->id, first.reply->id);
        QCOMPARE(second.reply->text, first.reply->text);
        QCOMPARE(world.spoken(id), std::string("user:text agent:text"));
    }

    void aCallerWhoseTimeIsOverDoesNotStopTheTurn()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        const ConversationId id = world.converse();
        const auto accepted = test::must(world.accept(id, "Hello?"));
        auto sink = std::make_shared<pipeline::SilentSink>();

        auto late = node.turns.answer(world.tenant, accepted, sink, std::chrono::steady_clock::now());
        const auto outcome = world.run(std::move(late));

        QVERIFY(outcome.error().code == ErrorCode::Timeout);
        QCOMPARE(world.spoken(id), std::string("user:text agent:text"));
    }

    void afterStoppingNothingBegins()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        const ConversationId id = world.converse();
        const auto accepted = test::must(world.accept(id, "Hello?"));
        test::runCoroutine(world.io, node.turns.stop(std::chrono::milliseconds(0)));

        QVERIFY(node.answer(accepted).error().code == ErrorCode::Unavailable);
        QCOMPARE(world.runOf(*accepted.run).status, std::string("running"));
    }
};

PARLEY_TEST("turns", TurnsTest)
#include "turns_test.moc"
