// SPDX-License-Identifier: MIT
#include "server/desk/resolution.h"
#include "server/pipeline/assessment.h"
#include "server/pipeline/nodes/assess.h"
#include "server/pipeline/nodes/bridge.h"
#include "server/pipeline/nodes/check.h"
#include "server/pipeline/nodes/deliver.h"
#include "server/pipeline/nodes/gate.h"
#include "server/pipeline/nodes/guard.h"
#include "tests/server/pipeline/fake_nodes.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using pipeline::Step;

namespace {

/// A conversation with one message that is being answered.
struct World : test::DeskWorld {
    World(store::Database& db, const TenantId& owner) : DeskWorld(db, owner)
    {
        accepted = ask("Where is it?");
    }

    desk::Accepted ask(const std::string& text)
    {
        if (id.isEmpty()) {
            id = converse();
        }
        return test::must(accept(id, text));
    }

    std::unique_ptr<pipeline::Turn> turn()
    {
        auto made = std::make_unique<pipeline::Turn>();
        made->tenant = tenant;
        made->conversation = id;
        made->customer = accepted.customer;
        made->message = accepted.message.id;
        made->run = accepted.run.value();
        made->ticketPrefix = "TF";
        made->locale = "en";
        made->text = accepted.message.text;
        made->startedMs = accepted.message.createdMs;
        made->sink = sink;
        made->reply = "It is on its way.";
        return made;
    }

    Result<Step> visit(pipeline::Node& node, pipeline::Turn& what)
    {
        return run(node.run(what, runtime::Budget()));
    }

    void own(const char* from, const char* to)
    {
        const bool changed = test::must(write([&](store::Transaction& tx) {
            return services.conversations.changeOwner(tx, id, from, to, {}, {}, 1);
        }));
        QVERIFY(changed);
    }

    std::size_t tickets()
    {
        return test::must(read([&](store::ReadTransaction& tx) {
                   return services.tickets.page(tx, store::TicketFilter());
               }))
            .size();
    }

    ConversationId id;
    desk::Accepted accepted;
    std::shared_ptr<test::RecordingSink> sink = std::make_shared<test::RecordingSink>();
    pipeline::DeliverNode deliver{services};
    pipeline::BridgeNode bridge{services};
};

} // namespace

class NodesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deliverWritesReplyAndEndInOneTransaction_data() { test::addDatabaseRows(); }
    void deliverWritesReplyAndEndInOneTransaction()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        auto turn = world.turn();
        turn->citations.push_back({"d1", "Shipping", "3 days", 0.5, std::nullopt});
        turn->confidence = 0.75;
        const auto before = database->statistics().transactions;

        QVERIFY(world.visit(world.deliver, *turn).value() == Step::End);

        QCOMPARE(database->statistics().transactions - before, std::uint64_t{1});
        const store::MessageRow reply = world.messages(world.id).back();
        QCOMPARE(reply.text, std::string("It is on its way."));
        QCOMPARE(turn->outcome->reply->id, reply.id.value);
        QCOMPARE(turn->outcome->reply->confidence, 0.75);
        QVERIFY(reply.citations.find("Shipping") != std::string::npos);
        const store::RunRow run = world.runOf(turn->run);
        QCOMPARE(run.status, std::string("completed"));
        QVERIFY(run.reply == reply.id);
        QVERIFY(run.leaseOwner.empty());
    }

    void deliverTwiceSpeaksOnce_data() { test::addDatabaseRows(); }
    void deliverTwiceSpeaksOnce()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        auto first = world.turn();
        auto second = world.turn();
        second->reply = "Something else.";

        QVERIFY(world.visit(world.deliver, *first).has_value());
        QVERIFY(world.visit(world.deliver, *second).has_value());

        QCOMPARE(world.spoken(world.id), std::string("user:text agent:text"));
        QCOMPARE(second->outcome->reply->id, first->outcome->reply->id);
        QCOMPARE(second->outcome->reply->text, std::string("It is on its way."));
    }

    void deliverAtTheSameTimeSpeaksOnce_data() { test::addDatabaseRows(); }
    void deliverAtTheSameTimeSpeaksOnce()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        std::array<std::unique_ptr<pipeline::Turn>, 4> turns;
        for (auto& turn : turns) {
            turn = world.turn();
            turn->sink = std::make_shared<pipeline::SilentSink>();
        }

        test::together(static_cast<int>(turns.size()), [&](int i) {
            boost::asio::io_context io;
            (void)test::runCoroutine(io,
                                     world.deliver.run(*turns.at(static_cast<std::size_t>(i)),
                                                       runtime::Budget()));
        });

        QCOMPARE(world.spoken(world.id), std::string("user:text agent:text"));
        for (const auto& turn : turns) {
            QVERIFY(turn->outcome.has_value());
            QCOMPARE(turn->outcome->reply->id, world.messages(world.id).back().id.value);
        }
    }

    void afterATakeoverTheReplyIsOnlyASuggestion_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("status");
        for (const char* driver : {"sqlite", "postgresql"}) {
            for (const char* status : {"with_agent", "waiting_for_agent"}) {
                QTest::addRow("%s %s", driver, status) << std::string(driver) << std::string(status);
            }
        }
    }
    void afterATakeoverTheReplyIsOnlyASuggestion()
    {
        PARLEY_DATABASE(database);
        QFETCH(std::string, status);
        World world(*database, database.first);
        auto turn = world.turn();
        world.own("open", status.c_str());

        QVERIFY(world.visit(world.deliver, *turn).value() == Step::End);

        QVERIFY(!turn->outcome->reply.has_value());
        QCOMPARE(turn->outcome->status, status);
        QCOMPARE(world.spoken(world.id), std::string("user:text"));
        const store::RunRow run = world.runOf(turn->run);
        QCOMPARE(run.status, std::string("cancelled"));
        QCOMPARE(run.state, std::string(R"({"suggestion":"It is on its way."})"));
    }

    void bridgePausesTheRunAndTakesBackWhatWasSaid_data() { test::addDatabaseRows(); }
    void bridgePausesTheRunAndTakesBackWhatWasSaid()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        auto turn = world.turn();
        turn->escalationReason = "no_answer";

        QVERIFY(world.visit(world.bridge, *turn).value() == Step::End);

        QCOMPARE(world.sink->told, std::string("reset"));
        QCOMPARE(turn->outcome->status, std::string("waiting_for_agent"));
        QCOMPARE(turn->outcome->reply->kind, std::string("bridge"));
        const store::RunRow run = world.runOf(turn->run);
        QCOMPARE(run.status, std::string("paused"));
        QVERIFY(!run.finishedMs.has_value());
        QCOMPARE(run.ticket.value, turn->outcome->ticket->id);
        QCOMPARE(world.spoken(world.id), std::string("user:text agent:bridge"));
    }

    void anAnswerThatWasHeldBackIsTheTicketsDraft()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        auto turn = world.turn();
        turn->judgement.isHeld = true;

        QVERIFY(world.visit(world.bridge, *turn).has_value());

        const auto ticket = test::must(world.read([&](store::ReadTransaction& tx) {
            return world.services.tickets.find(tx, turn->outcome->ticket->id);
        }));
        QCOMPARE(ticket->draftAnswer, std::string("It is on its way."));
    }

    void bridgeSaysNothingOfAResetWhenNothingWasSaid()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        auto turn = world.turn();
        turn->reply.clear();

        QVERIFY(world.visit(world.bridge, *turn).has_value());

        QCOMPARE(world.sink->told, std::string());
    }

    void bridgeTwiceMakesOneTicket_data() { test::addDatabaseRows(); }
    void bridgeTwiceMakesOneTicket()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        auto first = world.turn();
        auto second = world.turn();

        QVERIFY(world.visit(world.bridge, *first).has_value());
        QVERIFY(world.visit(world.bridge, *second).has_value());

        QCOMPARE(world.tickets(), std::size_t{1});
        QCOMPARE(second->outcome->ticket->reference, first->outcome->ticket->reference);
        QCOMPARE(second->outcome->reply->id, first->outcome->reply->id);
        QCOMPARE(world.spoken(world.id), std::string("user:text agent:bridge"));
    }

    void bridgeAfterATakeoverMakesNoTicket_data() { test::addDatabaseRows(); }
    void bridgeAfterATakeoverMakesNoTicket()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        auto turn = world.turn();
        world.own("open", "with_agent");

        QVERIFY(world.visit(world.bridge, *turn).has_value());

        QCOMPARE(world.tickets(), std::size_t{0});
        QVERIFY(!turn->outcome->reply.has_value());
        QCOMPARE(world.runOf(turn->run).status, std::string("cancelled"));
    }

    void aBridgedRunIsEndedByThePersonsAnswer()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        auto turn = world.turn();
        QVERIFY(world.visit(world.bridge, *turn).has_value());
        desk::Resolution resolution(world.services);

        auto resolved = test::must(world.run(resolution.resolve(
            {world.tenant, turn->outcome->ticket->reference, "On Monday.", "", {"ana", "Ana", false}})));

        QVERIFY(resolved.run == turn->run);
        QCOMPARE(world.spoken(world.id), std::string("user:text agent:bridge supporter:resolution"));
    }

    void theGateLetsThroughFromTheThresholdOn_data()
    {
        QTest::addColumn<double>("confidence");
        QTest::addColumn<bool>("injected");
        QTest::addColumn<bool>("passes");
        QTest::newRow("below") << 0.699 << false << false;
        QTest::newRow("at") << 0.7 << false << true;
        QTest::newRow("above") << 0.9 << false << true;
        QTest::newRow("above, but suspicious") << 0.9 << true << false;
    }
    void theGateLetsThroughFromTheThresholdOn()
    {
        QFETCH(double, confidence);
        QFETCH(bool, injected);
        QFETCH(bool, passes);
        pipeline::Turn turn;
        turn.confidence = confidence;
        turn.guarded.looksInjected = injected;
        pipeline::GateNode gate;
        boost::asio::io_context io;

        const auto step = test::runCoroutine(io, gate.run(turn, runtime::Budget()));

        QVERIFY(*step == (passes ? Step::Continue : Step::Escalate));
        QCOMPARE(turn.escalationReason, std::string(passes ? "" : "low_confidence"));
    }

    void whatPassedStillGoesToAPersonWhereTooLittleIsSupported_data()
    {
        QTest::addColumn<double>("grounding");
        QTest::addColumn<bool>("passes");
        QTest::newRow("all of it") << 1.0 << true;
        QTest::newRow("half of it") << 0.5 << false;
        QTest::newRow("nothing") << 0.0 << false;
    }
    void whatPassedStillGoesToAPersonWhereTooLittleIsSupported()
    {
        QFETCH(double, grounding);
        QFETCH(bool, passes);
        pipeline::Turn turn;
        turn.draft.sentences = {{"You can return an item within 30 days.", 0, false}};
        turn.draft.confidence.features.coverage = 1;
        turn.draft.confidence.features.titleMatch = 0.9;
        turn.draft.confidence.features.lead = 0.6;
        pipeline::assess(turn);
        pipeline::GateNode gate;
        pipeline::AssessNode assess;
        boost::asio::io_context io;
        QVERIFY(test::runCoroutine(io, gate.run(turn, runtime::Budget())).value() == Step::Continue);
        const double before = turn.confidence;
        turn.grounding = grounding;

        const auto step = test::runCoroutine(io, assess.run(turn, runtime::Budget()));

        QVERIFY(*step == (passes ? Step::Continue : Step::Escalate));
        QVERIFY(passes ? turn.confidence == before : turn.confidence < turn.threshold);
        QCOMPARE(turn.judgement.isHeld, !passes);
        QCOMPARE(turn.nodeOutput["passes"].get<bool>(), passes);
        QVERIFY(pipeline::factorsText(turn).find("title_match") != std::string::npos);
    }

    void whatTheGateDidNotJudgeIsNotAssessed()
    {
        pipeline::Turn turn;
        turn.grounding = 0.1;
        pipeline::AssessNode assess;
        boost::asio::io_context io;

        QVERIFY(test::runCoroutine(io, assess.run(turn, runtime::Budget())).value() == Step::Continue);
        QVERIFY(pipeline::factorsText(turn).empty());
    }

    void theGuardAnswersAGreetingItself()
    {
        pipeline::Turn turn;
        turn.text = "Hello!";
        turn.locale = "en";
        const auto sink = std::make_shared<test::RecordingSink>();
        turn.sink = sink;
        pipeline::GuardNode guard;
        boost::asio::io_context io;

        QVERIFY(test::runCoroutine(io, guard.run(turn, runtime::Budget())).value() == Step::Deliver);
        QVERIFY(!turn.reply.empty());
        QCOMPARE(sink->told, "token:" + turn.reply);
    }

    void theCheckReleasesOnlyWhatItsPassageSays()
    {
        pipeline::Turn turn;
        const auto sink = std::make_shared<test::RecordingSink>();
        turn.sink = sink;
        knowledge::Hit hit;
        hit.document.value = "d1";
        hit.title = "Returns";
        hit.text = "You can return an item within 30 days.";
        turn.found.hits = {hit};
        turn.draft.sentences = {{"You can return an item within 90 days.", 0, false},
                                {"You can return an item within 30 days.", 0, false}};
        pipeline::CheckNode check;
        boost::asio::io_context io;

        QVERIFY(test::runCoroutine(io, check.run(turn, runtime::Budget())).value() == Step::Continue);
        // What follows names the source.
        QVERIFY2(turn.reply.starts_with("You can return an item within 30 days."), turn.reply.c_str());
        QVERIFY(turn.reply.find("90") == std::string::npos);
        QVERIFY2(sink->told.starts_with("token:You can return an item within 30 days."), sink->told.c_str());
        QCOMPARE(turn.citations.size(), std::size_t{1});

        pipeline::Turn wrong;
        wrong.found = turn.found;
        wrong.draft.sentences = {turn.draft.sentences.front()};
        QVERIFY(test::runCoroutine(io, check.run(wrong, runtime::Budget())).value() == Step::Escalate);
        QCOMPARE(wrong.escalationReason, std::string("no_answer"));
    }
};

PARLEY_TEST("nodes", NodesTest)
#include "nodes_test.moc"
