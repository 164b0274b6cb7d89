// SPDX-License-Identifier: MIT
#include "server/desk/handoff.h"
#include "server/desk/resolution_undo.h"
#include "server/desk/sessions.h"
#include "server/desk/views.h"
#include "server/store/audit_repository.h"
#include "server/store/cache_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server;

namespace {

/// Notes what it is told.
struct Listener final : desk::LessonListener {
    Result<void> onUndone(store::Transaction&,
                          const TenantId&,
                          const store::TicketRow& ticket,
                          desk::TakenBack& taken) override
    {
        undone = ticket.id;
        taken.cache = true;
        return isBroken ? Result<void>(fail(ErrorCode::Storage, "no")) : Result<void>();
    }
    Result<void> onEscalated(store::Transaction&, const TenantId&, const store::TicketRow& ticket) override
    {
        escalated = ticket.reason;
        return {};
    }

    TicketId undone;
    std::string escalated;
    bool isBroken = false;
};

/// A case that ana resolved.
struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first)
    {
        services.lessons.push_back(&listener);
        conversation = converse();
        const auto accepted = test::must(accept(conversation, "Can I pay by cheque?"));
        question = accepted.message.id;
        desk::HandoffRequest request;
        request.tenant = tenant;
        request.conversation = conversation;
        request.customer = accepted.customer;
        request.run = accepted.run.value();
        request.ticketPrefix = "TF";
        request.reason = "no_answer";
        request.question = accepted.message.text;
        request.effectKey = request.run.value + ":bridge";
        const desk::Handoff handoff(services);
        ticket = test::must(write([&](store::Transaction& tx) -> Result<store::TicketRow> {
            auto done = handoff.toQueue(tx, request);
            store::RunEnd end;
            end.id = request.run;
            end.status = "paused";
            end.node = "bridge";
            end.state = "{}";
            auto paused = services.runs.end(tx, "running", end);
            return done && paused && *paused ? Result<store::TicketRow>(done->ticket)
                                             : fail(ErrorCode::Internal, "no case");
        }));
        clock.advanceMs(1000);
        resolved = test::must(resolve("No, but by card."));
    }

    Result<desk::Resolved> resolve(const std::string& answer)
    {
        desk::Resolution resolution(services);
        desk::ResolveRequest request{
            tenant, ticket.id.value, answer, "customer@a.example", {"ana", "Ana", false}};
        return run(resolution.resolve(request));
    }

    Result<desk::Undone> undo(const std::string& who = "ana", bool mayOverride = false)
    {
        desk::ResolutionUndo undoing(services);
        desk::UndoRequest request;
        request.tenant = tenant;
        request.ticket = ticket.reference;
        request.actor = {who, "Name of " + who, mayOverride};
        request.audited.principal.subject = who;
        return run(undoing.undo(request));
    }

    std::string customerEvents()
    {
        std::string all;
        std::int64_t seq = 0;
        for (const auto& logged : events(conversation, true)) {
            ++seq;
            if (logged.event.customerSeq != seq) {
                return "gap at " + std::to_string(seq);
            }
            const auto view = desk::eventView(logged, proto::Audience::Customer);
            all += logged.event.type + (view.contains("message") ? "+ " : " ");
        }
        return all;
    }

    store::ConversationRow row() { return DeskWorld::conversation(conversation); }

    std::int64_t mails()
    {
        return test::must(read([&](store::ReadTransaction& tx) { return services.outbox.waiting(tx); }));
    }

    Listener listener;
    ConversationId conversation;
    MessageId question;
    store::TicketRow ticket;
    desk::Resolved resolved;
};

} // namespace

class ResolutionUndoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUnreadAnswerIsTakenBackWhole_data() { test::addDatabaseRows(); }
    void anUnreadAnswerIsTakenBackWhole()
    {
        PARLEY_DATABASE(database);
        World world(database);
        QCOMPARE(world.listener.escalated, std::string("no_answer"));
        QCOMPARE(world.mails(), std::int64_t{1});

        const desk::Undone undone = test::must(world.undo());

        QVERIFY(undone.taken.message && undone.taken.notification && undone.taken.cache);
        QVERIFY(world.listener.undone == world.ticket.id);
        QCOMPARE(undone.ticket.status, std::string("assigned"));
        QCOMPARE(undone.ticket.assigneeId, std::string("ana"));
        QVERIFY(!undone.ticket.resolvedMs.has_value());
        QCOMPARE(undone.conversation.status, std::string("with_agent"));
        QCOMPARE(undone.conversation.assigneeName, std::string("Name of ana"));
        QCOMPARE(world.mails(), std::int64_t{0});
        QCOMPARE(world.runOf(world.ticket.run).status, std::string("paused"));
        QCOMPARE(world.spoken(world.conversation), std::string("user:text agent:bridge supporter:note"));
        QVERIFY(undone.conversation.lastMessage.find("card") == std::string::npos);
        QCOMPARE(world.customerEvents(),
                 std::string("message.created+ message.created+ conversation.updated message.retracted "
                             "conversation.updated message.updated conversation.updated "));
        const auto forOperators = world.events(world.conversation);
        for (std::size_t i = 0; i < forOperators.size(); ++i) {
            QCOMPARE(forOperators[i].event.seq, static_cast<std::int64_t>(i + 1));
        }
    }

    void aReadAnswerStays_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<bool>("byTranscript");
        for (const char* driver : {"sqlite", "postgresql"}) {
            QTest::newRow((std::string(driver) + " transcript").c_str()) << std::string(driver) << true;
            QTest::newRow((std::string(driver) + " stream").c_str()) << std::string(driver) << false;
        }
    }
    void aReadAnswerStays()
    {
        QFETCH(bool, byTranscript);
        PARLEY_DATABASE(database);
        World world(database);
        desk::Sessions sessions(world.services);
        if (byTranscript) {
            const auto shown = test::must(
                world.run(sessions.transcript(world.tenant, world.conversation, proto::Audience::Customer)));
            QCOMPARE(shown.messages.back().text, std::string("No, but by card."));
        } else {
            QCOMPARE(test::must(world.write([&](store::Transaction& tx) {
                         return world.journal.log().markRead(tx, world.conversation, 100, 5);
                     })),
                     std::int64_t{1});
        }

        const desk::Undone undone = test::must(world.undo());

        QVERIFY(!undone.taken.message);
        QVERIFY(undone.taken.notification);
        QCOMPARE(world.spoken(world.conversation),
                 std::string("user:text agent:bridge supporter:resolution"));
        QCOMPARE(undone.conversation.status, std::string("with_agent"));
        test::must(world.resolve("By invoice too."));
        QCOMPARE(world.spoken(world.conversation),
                 std::string("user:text agent:bridge supporter:resolution supporter:resolution"));
    }

    void anAnswerThatIsOutByMailStays_data() { test::addDatabaseRows(); }
    void anAnswerThatIsOutByMailStays()
    {
        PARLEY_DATABASE(database);
        World world(database);
        test::must(world.write(
            [](store::Transaction& tx) { return tx.execute("UPDATE outbox SET status = 'sent'"); }));

        const desk::Undone undone = test::must(world.undo());

        QVERIFY(!undone.taken.message && !undone.taken.notification);
        QCOMPARE(world.spoken(world.conversation),
                 std::string("user:text agent:bridge supporter:resolution"));
    }

    void anOperatorsLookIsNoReading()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        desk::Sessions sessions(world.services);
        test::must(
            world.run(sessions.transcript(world.tenant, world.conversation, proto::Audience::Operator)));

        QVERIFY(test::must(world.undo()).taken.message);
        const auto shown = test::must(
            world.run(sessions.transcript(world.tenant, world.conversation, proto::Audience::Customer)));
        QCOMPARE(shown.messages.size(), std::size_t{2});
    }

    void itIsResolvedAnewAfterwards_data() { test::addDatabaseRows(); }
    void itIsResolvedAnewAfterwards()
    {
        PARLEY_DATABASE(database);
        World world(database);
        test::must(world.undo());

        const auto again = test::must(world.resolve("By card or invoice."));

        QCOMPARE(again.runStatus, std::string("completed"));
        QCOMPARE(world.mails(), std::int64_t{1});
        QCOMPARE(world.spoken(world.conversation),
                 std::string("user:text agent:bridge supporter:note supporter:resolution"));
        QVERIFY(test::must(world.undo()).taken.message);
    }

    void onlyOnceAndOnlyWhileItIsFresh_data() { test::addDatabaseRows(); }
    void onlyOnceAndOnlyWhileItIsFresh()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.clock.advanceMs(store::kUndoMs);
        test::must(world.undo());
        const auto twice = world.undo();
        QVERIFY(twice.error().code == ErrorCode::Conflict);
        QVERIFY(twice.error().message.find("not resolved") != std::string::npos);

        test::must(world.resolve("Again."));
        world.clock.advanceMs(store::kUndoMs + 1);
        const auto late = world.undo();
        QVERIFY(late.error().code == ErrorCode::Conflict);
        QVERIFY(late.error().message.find("ten minutes") != std::string::npos);
        QCOMPARE(world.row().status, std::string("open"));
    }

    void ofManyAtOnceOneUndoes_data() { test::addDatabaseRows(); }
    void ofManyAtOnceOneUndoes()
    {
        PARLEY_DATABASE(database);
        World world(database);
        std::array<std::optional<Result<desk::Undone>>, 6> all;
        test::together(static_cast<int>(all.size()), [&](int i) {
            boost::asio::io_context io;
            desk::ResolutionUndo undoing(world.services);
            desk::UndoRequest request;
            request.tenant = world.tenant;
            request.ticket = world.ticket.id.value;
            request.actor = {"ana", "Ana", false};
            all.at(static_cast<std::size_t>(i)) = test::runCoroutine(io, undoing.undo(request));
        });

        int won = 0;
        for (const auto& one : all) {
            won += one->has_value() ? 1 : 0;
            QVERIFY(one->has_value() || one->error().code == ErrorCode::Conflict);
        }
        QCOMPARE(won, 1);
    }

    void othersMayNotUnlessTheyMayOverride()
    {
        test::FreshDatabase database("sqlite");
        World world(database);

        QVERIFY(world.undo("ben").error().code == ErrorCode::Forbidden);
        const auto undone = test::must(world.undo("cleo", true));
        QCOMPARE(undone.ticket.assigneeId, std::string("cleo"));
    }

    void whatAnotherPersonHoldsNowStaysWithThem()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        test::must(world.write([&](store::Transaction& tx) {
            return world.services.conversations.changeOwner(
                tx, world.conversation, "open", "with_agent", "ben", "Ben", world.clock.nowMs());
        }));

        const auto refused = world.undo();
        QVERIFY(refused.error().code == ErrorCode::Conflict);
        QVERIFY(refused.error().message.find("Ben") != std::string::npos);
        QVERIFY(world.undo("cleo", true).error().message.find("Ben") != std::string::npos);
        QCOMPARE(world.spoken(world.conversation),
                 std::string("user:text agent:bridge supporter:resolution"));
    }

    void aNewCaseOfTheSameConversationComesAlong_data() { test::addDatabaseRows(); }
    void aNewCaseOfTheSameConversationComesAlong()
    {
        PARLEY_DATABASE(database);
        World world(database);
        desk::HandoffRequest request;
        request.tenant = world.tenant;
        request.conversation = world.conversation;
        request.customer = world.row().customer;
        request.ticketPrefix = "TF";
        request.reason = "customer_request";
        request.question = "And by post?";
        request.effectKey = "another";
        const auto second = test::must(world.write(
            [&](store::Transaction& tx) { return desk::Handoff(world.services).toQueue(tx, request); }));

        test::must(world.undo());

        const auto tickets = test::must(world.read([&](store::ReadTransaction& tx) {
            return world.services.tickets.unresolvedOf(tx, world.conversation);
        }));
        QCOMPARE(tickets.size(), std::size_t{2});
        for (const auto& ticket : tickets) {
            QCOMPARE(ticket.status, std::string("assigned"));
            QCOMPARE(ticket.assigneeId, std::string("ana"));
        }
        QVERIFY(second.ticket.id != world.ticket.id);
        // While one waits the conversation stays with its person.
        test::must(world.resolve("By card."));
        QCOMPARE(world.row().status, std::string("with_agent"));
        QCOMPARE(world.row().assigneeId, std::string("ana"));
        world.ticket = second.ticket;
        test::must(world.resolve("By post too."));
        QCOMPARE(world.row().status, std::string("open"));
        QVERIFY(world.row().assigneeId.empty());
    }

    void nothingIsUndoneWhereALessonCannotBe_data() { test::addDatabaseRows(); }
    void nothingIsUndoneWhereALessonCannotBe()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.listener.isBroken = true;

        QVERIFY(!world.undo().has_value());

        QCOMPARE(world.row().status, std::string("open"));
        QCOMPARE(world.mails(), std::int64_t{1});
        QCOMPARE(world.spoken(world.conversation),
                 std::string("user:text agent:bridge supporter:resolution"));
    }

    void whatWasEndedWithoutAnAnswerHasNothingToUndo()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        test::must(world.undo());
        test::must(world.write([&](store::Transaction& tx) {
            return world.services.tickets.resolve(
                tx, world.ticket.id, "ana", MessageId(), world.clock.nowMs());
        }));

        QVERIFY(world.undo().error().code == ErrorCode::Conflict);
    }
};

PARLEY_TEST("resolution_undo", ResolutionUndoTest)
#include "resolution_undo_test.moc"
