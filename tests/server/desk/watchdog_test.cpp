// SPDX-License-Identifier: MIT
#include "server/desk/watchdog.h"
#include "server/store/audit_repository.h"
#include "tests/server/desk/queue_world.h"
#include "tests/support/test_main.h"

#include <atomic>
#include <thread>

using namespace parley;
using namespace parley::server;
using test::kBen;
using test::kMia;
using test::kSecondMs;
using test::kTurnMs;

class WatchdogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUnansweredMessageBecomesACaseOnce_data() { test::addDatabaseRows(); }
    void anUnansweredMessageBecomesACaseOnce()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set({{"watchdog_s", 40}});
        const ConversationId id = desk.world.converse();
        const auto accepted = test::must(desk.world.accept(id, "Where is my parcel?"));

        QCOMPARE(desk.lookAfter(kTurnMs + 40 * kSecondMs - 1).escalated, 0);
        QCOMPARE(desk.world.conversation(id).status, std::string("open"));
        QCOMPARE(desk.lookAfter(1).escalated, 1);
        QCOMPARE(desk.lookAfter(60 * kSecondMs).escalated, 0);

        QCOMPARE(desk.world.spoken(id), std::string("user:text agent:bridge"));
        const auto queue = desk.queue();
        QCOMPARE(queue.size(), std::size_t{1});
        QCOMPARE(queue.front().ticket.reason, std::string("timeout"));
        QCOMPARE(queue.front().ticket.question, std::string("Where is my parcel?"));
        // Its lease has ended by then: nobody answers behind the person's back.
        QCOMPARE(desk.world.runOf(*accepted.run).status, std::string("cancelled"));
    }

    void twoNodesAtOnceMakeOneCase_data() { test::addDatabaseRows(); }
    void twoNodesAtOnceMakeOneCase()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        const ConversationId id = desk.world.converse();
        test::must(desk.world.accept(id, "Hello?"));
        desk.world.clock.advanceMs(kTurnMs + 60 * kSecondMs);
        std::atomic<int> escalated{0};

        std::vector<std::thread> nodes;
        for (int i = 0; i < 4; ++i) {
            nodes.emplace_back([&] {
                boost::asio::io_context io;
                const auto round = test::must(test::runCoroutine(io, desk.watchdog.look(desk.world.tenant)));
                escalated += round.escalated;
            });
        }
        for (std::thread& node : nodes) {
            node.join();
        }

        QCOMPARE(escalated.load(), 1);
        QCOMPARE(desk.world.spoken(id), std::string("user:text agent:bridge"));
        QCOMPARE(desk.queue().size(), std::size_t{1});
    }

    void whatIsAnsweredOrHeldIsOwedNoLonger_data() { test::addDatabaseRows(); }
    void whatIsAnsweredOrHeldIsOwedNoLonger()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        const ConversationId answered = desk.world.converse();
        const auto accepted = test::must(desk.world.accept(answered, "A question"));
        store::MessageRow reply;
        reply.id = desk.world.ids.make<MessageId>();
        reply.conversation = answered;
        reply.sender = "agent";
        reply.kind = reply.text = "text";
        reply.createdMs = desk.world.clock.nowMs();
        store::RunEnd end;
        end.id = *accepted.run;
        end.status = "completed";
        end.node = "deliver";
        test::must(desk.world.write([&](store::Transaction& tx) -> Result<void> {
            auto ended = desk.world.services.runs.end(tx, "running", end);
            auto said = desk.world.journal.message(tx, desk.world.tenant, reply);
            return ended && said ? Result<void>() : fail(ErrorCode::Storage, "not written");
        }));
        const ConversationId held = desk.world.converse();
        const auto ticket = desk.escalate(held);
        QVERIFY(desk.accept(ticket.reference, kMia));
        QVERIFY(desk.say(held, kMia));
        test::must(desk.world.accept(held, "Thanks, one more thing"));
        desk.world.clock.advanceMs(600 * kSecondMs);
        desk.present({test::online(kMia)});

        const auto round = desk.look();

        QCOMPARE(round.escalated, 0);
        QCOMPARE(round.returned, 0);
    }

    void whatIsGivenBackUnansweredIsOwedByTheAgents_data() { test::addDatabaseRows(); }
    void whatIsGivenBackUnansweredIsOwedByTheAgents()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set({{"watchdog_s", 40}});
        const ConversationId written = desk.heldAfterAWord();
        test::must(desk.world.accept(written, "One more thing"));
        const ConversationId paused = desk.world.converse();
        const auto accepted = test::must(desk.world.accept(paused, "A question"));
        const auto ticket = desk.escalate(paused, "general", "medium", *accepted.run);
        test::must(desk.world.write([&](store::Transaction& tx) {
            store::RunEnd end;
            end.id = *accepted.run;
            end.status = "paused";
            end.node = "handoff";
            return desk.world.services.runs.end(tx, "running", end);
        }));
        QVERIFY(desk.accept(ticket.reference, kMia));
        const ConversationId answered = desk.heldAfterAWord();
        desk.world.clock.advanceMs(3600 * kSecondMs);
        for (const ConversationId& id : {written, paused, answered}) {
            QVERIFY(desk.world.run(desk.ownership.release({desk.world.tenant, id, "TF", kMia})));
        }

        QCOMPARE(desk.look().escalated, 0); // the agents' time begins now
        QCOMPARE(desk.lookAfter(kTurnMs + 40 * kSecondMs).escalated, 2);

        QCOMPARE(desk.world.conversation(written).status, std::string("waiting_for_agent"));
        QCOMPARE(desk.world.conversation(paused).status, std::string("waiting_for_agent"));
        QCOMPARE(desk.world.conversation(answered).status, std::string("open"));
    }

    void whoLeavesInTheMiddleLosesTheCase_data() { test::addDatabaseRows(); }
    void whoLeavesInTheMiddleLosesTheCase()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set({{"accept_timeout_s", 120}});
        const ConversationId id = desk.heldAfterAWord();
        desk.present({test::online(kMia)});
        test::must(desk.world.accept(id, "Are you there?"));
        QCOMPARE(desk.lookAfter(30 * kSecondMs).returned, 0);
        desk.present({test::online(kMia)});
        desk.world.clock.advanceMs(90 * kSecondMs);
        desk.present({test::online(kMia)});
        QCOMPARE(desk.look().returned, 0); // he is at the desk: he may be thinking
        desk.present({});
        QCOMPARE(desk.look().returned, 0); // a page that is loaded again
        QCOMPARE(desk.lookAfter(61 * kSecondMs).returned, 1);
        QCOMPARE(desk.world.conversation(id).status, std::string("waiting_for_agent"));
    }

    void whoNeverAnswersLosesTheCaseThoughHeIsThere()
    {
        test::FreshDatabase database("sqlite");
        test::QueueWorld desk(database);
        desk.set({{"accept_timeout_s", 60}});
        const ConversationId id = desk.heldAfterAWord();
        test::must(desk.world.accept(id, "Are you there?"));
        desk.world.clock.advanceMs(1800 * kSecondMs - 1);
        desk.present({test::online(kMia)});
        QCOMPARE(desk.look().returned, 0);
        QCOMPARE(desk.lookAfter(1).returned, 1);
    }

    void whatComesBackIsPromisedAnew_data() { test::addDatabaseRows(); }
    void whatComesBackIsPromisedAnew()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set({{"sla", {{"default", {{"first_response_minutes", 5}}}}}});
        const ConversationId id = desk.heldAfterAWord();
        const auto held = desk.queue().front().ticket;
        QVERIFY(!held.slaDueMs);
        desk.world.clock.advanceMs(600 * kSecondMs);
        QCOMPARE(test::must(desk.world.run(desk.watchdog.returnAllOf(desk.world.tenant, kMia.id))), 1);
        const std::int64_t due = desk.world.clock.nowMs() + 300 * kSecondMs;
        QCOMPARE(desk.ticket(held.reference).slaDueMs.value(), due);
        desk.world.clock.advanceMs(60 * kSecondMs);
        const auto later = desk.waiting();
        QCOMPARE(desk.queue().front().ticket.reference, held.reference);
        QVERIFY(desk.accept(held.reference, kBen));
        QVERIFY(desk.say(id, kBen));
        QVERIFY(!desk.ticket(held.reference).slaDueMs);
    }

    void aReopenedConversationIsOwedAnAnswer()
    {
        test::FreshDatabase database("sqlite");
        test::QueueWorld desk(database);
        const ConversationId id = desk.world.converse();
        QVERIFY(desk.world.run(desk.ownership.resolve({desk.world.tenant, id, "TF", kMia}, true)));
        test::must(desk.world.accept(id, "It broke again."));
        QCOMPARE(desk.lookAfter(3600 * kSecondMs).escalated, 1);
        QCOMPARE(desk.world.conversation(id).status, std::string("waiting_for_agent"));
    }

    void whoTakesACaseAndIsSilentLosesItLoudly_data() { test::addDatabaseRows(); }
    void whoTakesACaseAndIsSilentLosesItLoudly()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set({{"accept_timeout_s", 60}});
        const ConversationId id = desk.world.converse();
        const auto first = desk.escalate(id);
        desk.world.clock.advanceMs(100 * kSecondMs);
        QVERIFY(desk.accept(first.reference, kMia));

        QCOMPARE(desk.lookAfter(60 * kSecondMs - 1).returned, 0);
        QCOMPARE(desk.lookAfter(1).returned, 1);
        QCOMPARE(desk.lookAfter(3600 * kSecondMs).returned, 0);

        const auto ticket = desk.ticket(first.reference);
        QCOMPARE(ticket.status, std::string("pending_human"));
        QVERIFY(ticket.assigneeId.empty());
        QCOMPARE(ticket.createdMs, first.createdMs); // he has waited since the first handoff
        QCOMPARE(desk.world.conversation(id).status, std::string("waiting_for_agent"));
        QCOMPARE(desk.told(id, "accept_timeout"), 1);
        QCOMPARE(desk.world.spoken(id), std::string("agent:bridge system:note system:event"));
        store::AuditFilter filter;
        filter.action = "conversation.accept_timeout";
        const auto audit = test::must(desk.world.read(
            [&](store::ReadTransaction& tx) { return store::AuditRepository().list(tx, filter); }));
        QCOMPARE(audit.size(), std::size_t{1});
        QVERIFY(!desk.say(id, kMia)); // it is his no more
        QVERIFY(desk.accept(first.reference, kBen));
    }

    void oneWordKeepsTheCase_data() { test::addDatabaseRows(); }
    void oneWordKeepsTheCase()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        const ConversationId id = desk.world.converse();
        const auto ticket = desk.escalate(id);
        QVERIFY(desk.accept(ticket.reference, kMia));
        QVERIFY(desk.say(id, kMia));
        QCOMPARE(desk.lookAfter(24 * 3600 * kSecondMs).returned, 0);
        QCOMPARE(desk.world.conversation(id).assigneeId, kMia.id);
    }

    void aNoteIsNoWord()
    {
        test::FreshDatabase database("sqlite");
        test::QueueWorld desk(database);
        const ConversationId id = desk.world.converse();
        QVERIFY(desk.accept(desk.escalate(id).reference, kMia));
        QVERIFY(desk.world.run(desk.messages.write({desk.world.tenant, id, "Hm.", true, {}, kMia})));
        QCOMPARE(desk.lookAfter(120 * kSecondMs).returned, 1);
    }

    void whoseAccountGoesLosesAllOfIt_data() { test::addDatabaseRows(); }
    void whoseAccountGoesLosesAllOfIt()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        const auto first = desk.waiting();
        const auto second = desk.waiting();
        const auto others = desk.waiting();
        QVERIFY(desk.accept(first.reference, kMia));
        QVERIFY(desk.accept(second.reference, kMia));
        QVERIFY(desk.say(second.conversation, kMia));
        QVERIFY(desk.accept(others.reference, kBen));
        QCOMPARE(test::must(desk.world.run(desk.watchdog.holders(desk.world.tenant))).size(), std::size_t{2});

        QCOMPARE(test::must(desk.world.run(desk.watchdog.returnAllOf(desk.world.tenant, kMia.id))), 2);

        QCOMPARE(desk.ticket(first.reference).status, std::string("pending_human"));
        QCOMPARE(desk.ticket(second.reference).status, std::string("pending_human"));
        QCOMPARE(desk.ticket(others.reference).assigneeId, kBen.id);
        QCOMPARE(desk.told(second.conversation, "holder_gone"), 1);
    }

    void aBrokenPromiseIsToldOnce_data() { test::addDatabaseRows(); }
    void aBrokenPromiseIsToldOnce()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set({{"sla", {{"default", {{"first_response_minutes", 5}, {"resolution_minutes", 60}}}}}});
        const auto late = desk.waiting();
        const auto kept = desk.waiting();
        QCOMPARE(late.slaDueMs.value(), late.createdMs + 300 * kSecondMs);
        QVERIFY(desk.accept(kept.reference, kMia));
        QVERIFY(desk.say(kept.conversation, kMia));

        QCOMPARE(desk.lookAfter(300 * kSecondMs - 1).late, 0);
        QCOMPARE(desk.lookAfter(1).late, 1);
        QCOMPARE(desk.lookAfter(kSecondMs).late, 0);
        QVERIFY(desk.ticket(late.reference).isSlaBreached);
        QCOMPARE(desk.told(late.conversation, "sla_breached"), 1);

        // From the first word on the resolution is what is due.
        QCOMPARE(desk.ticket(kept.reference).slaDueMs.value(), kept.createdMs + 3600 * kSecondMs);
        QCOMPARE(desk.lookAfter(3600 * kSecondMs).late, 2);
        QVERIFY(desk.ticket(kept.reference).isSlaBreached);
        QCOMPARE(desk.told(late.conversation, "sla_breached"), 2); // its resolution too
        QCOMPARE(desk.lookAfter(kSecondMs).late, 0);
    }
};

PARLEY_TEST("watchdog", WatchdogTest)
#include "watchdog_test.moc"
