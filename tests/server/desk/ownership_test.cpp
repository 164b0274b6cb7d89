// SPDX-License-Identifier: MIT
#include "server/desk/ownership.h"
#include "server/desk/resolution.h"
#include "server/desk/supporter_messages.h"
#include "server/desk/watchdog.h"
#include "server/store/desk_people_repository.h"
#include "server/store/overdue_repository.h"
#include "server/store/settings_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <array>
#include <atomic>
#include <random>
#include <thread>

using namespace parley;
using namespace parley::server;

namespace {

const desk::Actor kMia{"u-mia", "Mia", false};
const desk::Actor kBen{"u-ben", "Ben", false};
const desk::Actor kBoss{"u-boss", "Boss", true};

/// The services of a desk on one database.
struct Desk {
    explicit Desk(test::FreshDatabase& database)
        : world(*database, database.first),
          handoff(world.services),
          ownership(world.services, handoff),
          messages(world.services)
    {}

    [[nodiscard]] desk::OwnerRequest by(const ConversationId& id, const desk::Actor& actor) const
    {
        return {world.tenant, id, "TF", actor};
    }
    std::string escalate(const ConversationId& id)
    {
        desk::HandoffRequest request;
        request.tenant = world.tenant;
        request.conversation = id;
        request.ticketPrefix = "TF";
        request.reason = "customer_request";
        return test::must(world.run(handoff.onRequest(request))).ticket.reference;
    }
    Result<desk::OwnerChanged> accept(const std::string& ticket, const desk::Actor& actor)
    {
        return world.run(ownership.accept(world.tenant, ticket, actor));
    }
    Result<desk::OwnerChanged>
    takeOver(const ConversationId& id, const desk::Actor& actor, bool force = false)
    {
        return world.run(ownership.takeOver(by(id, actor), force));
    }
    Result<desk::OwnerChanged> release(const ConversationId& id, const desk::Actor& actor)
    {
        return world.run(ownership.release(by(id, actor)));
    }
    Result<desk::WrittenMessage> say(const ConversationId& id,
                                     const desk::Actor& actor,
                                     bool isNote = false,
                                     std::optional<std::int64_t> seen = {})
    {
        return world.run(messages.write({world.tenant, id, "A word.", isNote, seen, actor}));
    }
    std::vector<store::TicketRow> unresolved(const ConversationId& id)
    {
        return test::must(world.read(
            [&](store::ReadTransaction& tx) { return world.services.tickets.unresolvedOf(tx, id); }));
    }

    test::DeskWorld world;
    desk::Handoff handoff;
    desk::Ownership ownership;
    desk::SupporterMessages messages;
};

/// What must hold of a conversation at any time; empty: it does.
std::string faultOf(Desk& desk, const ConversationId& id)
{
    const store::ConversationRow row = desk.world.conversation(id);
    const bool isHeld = row.status == "with_agent";
    if (isHeld == row.assigneeId.empty()) {
        return "status " + row.status + " with assignee '" + row.assigneeId + "'";
    }
    const std::string wanted = isHeld                              ? "assigned"
                               : row.status == "waiting_for_agent" ? "pending_human"
                                                                   : "open";
    const auto tickets = desk.unresolved(id);
    for (const store::TicketRow& ticket : tickets) {
        if (ticket.status != wanted || ticket.assigneeId != row.assigneeId) {
            return "ticket " + ticket.status + " of '" + ticket.assigneeId + "' while " + row.status;
        }
    }
    if ((row.status == "waiting_for_agent" || isHeld) && tickets.empty()) {
        return row.status + " without a ticket: nobody would see it";
    }
    if (row.status == "closed" && !tickets.empty()) {
        return "closed with a ticket";
    }
    std::int64_t seq = 0;
    for (const store::LoggedEvent& logged : desk.world.events(id)) {
        if (logged.event.seq != ++seq) {
            return "a gap in the numbers before " + std::to_string(logged.event.seq);
        }
    }
    return {};
}

} // namespace

class OwnershipTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofTwoWhoAcceptOneGetsIt_data() { test::addDatabaseRows(); }
    void ofTwoWhoAcceptOneGetsIt()
    {
        PARLEY_DATABASE(database);
        Desk desk(database);
        const ConversationId id = desk.world.converse();
        const std::string ticket = desk.escalate(id);
        const auto first = desk.accept(ticket, kMia);
        QVERIFY(first);
        QCOMPARE(first->ticket->status, std::string("assigned"));
        const auto second = desk.accept(ticket, kBen);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QVERIFY(second.error().message.find("Mia") != std::string::npos);
        QVERIFY(desk.accept(ticket, kMia)); // clicked twice
        QCOMPARE(faultOf(desk, id), std::string());
    }

    void clicksOfOnePersonAtOnceAreOne_data() { test::addDatabaseRows(); }
    void clicksOfOnePersonAtOnceAreOne()
    {
        PARLEY_DATABASE(database);
        Desk desk(database);
        constexpr int kCases = 8;
        constexpr int kClicks = 4;
        for (int i = 0; i < kCases; ++i) {
            const std::string ticket = desk.escalate(desk.world.converse());
            std::atomic<int> accepted{0};
            std::vector<std::thread> clicks;
            for (int click = 0; click < kClicks; ++click) {
                clicks.emplace_back([&] {
                    boost::asio::io_context io;
                    accepted += test::runCoroutine(io, desk.ownership.accept(desk.world.tenant, ticket, kMia))
                                    ? 1
                                    : 0;
                });
            }
            for (std::thread& click : clicks) {
                click.join();
            }
            QCOMPARE(accepted.load(), kClicks);
        }
    }

    void acceptingWhatIsNotThere()
    {
        test::FreshDatabase database("sqlite");
        Desk desk(database);
        QCOMPARE(desk.accept("TF-20260101-AAAA", kMia).error().code, ErrorCode::NotFound);
    }

    void agentsNeverSpeakWhileAPersonHolds()
    {
        test::FreshDatabase database("sqlite");
        Desk desk(database);
        const ConversationId id = desk.world.converse();
        QVERIFY(desk.takeOver(id, kMia));
        const auto accepted = test::must(desk.world.accept(id, "Are you there?"));
        QVERIFY(!accepted.run);
        QVERIFY(desk.release(id, kMia));
        const auto again = test::must(desk.world.accept(id, "And now?"));
        QVERIFY(again.run);
    }

    /// Runs that are to answer the conversation's last message.
    static std::int64_t runsForTheLastWord(Desk& desk, const ConversationId& id)
    {
        return test::must(desk.world.read([&](store::ReadTransaction& tx) {
                   return tx.query(
                       "SELECT COUNT(*) FROM runs r WHERE r.conversation_id = $1 AND r.status = "
                       "'running' AND r.message_id = (SELECT m.id FROM messages m WHERE "
                       "m.conversation_id = $1 AND m.sender = 'user' ORDER BY m.seq DESC LIMIT 1)",
                       {id.value});
               }))
            .at(0)
            .integer(0);
    }

    void whatWasAskedMeanwhileIsAnsweredByAnyNode_data() { test::addDatabaseRows(); }
    void whatWasAskedMeanwhileIsAnsweredByAnyNode()
    {
        PARLEY_DATABASE(database);
        Desk desk(database);
        const ConversationId id = desk.world.converse();
        QVERIFY(desk.takeOver(id, kMia));
        const auto asked = test::must(desk.world.accept(id, "Are you there?"));
        const auto released = test::must(desk.release(id, kMia));
        QVERIFY(released.isAgentsTurn);

        const auto claim = [&](const std::string& node) {
            return test::must(desk.world.write([&](store::Transaction& tx) {
                const std::int64_t now = desk.world.clock.nowMs();
                return desk.world.services.runs.claimAbandoned(tx, node, now, false, now + 60'000, 10);
            }));
        };
        const auto taken = claim("node-2");
        QCOMPARE(taken.size(), std::size_t{1});
        QVERIFY(taken.front().message == asked.message.id);
        QVERIFY(claim("node-3").empty());

        // It is being answered: another hand-back makes no second run.
        QVERIFY(desk.takeOver(id, kMia));
        QVERIFY(!test::must(desk.release(id, kMia)).isAgentsTurn);
        QCOMPARE(runsForTheLastWord(desk, id), std::int64_t{1});
    }

    void whatAPersonAnsweredIsNotAnsweredAgain()
    {
        test::FreshDatabase database("sqlite");
        Desk desk(database);
        const ConversationId id = desk.world.converse();
        QVERIFY(desk.takeOver(id, kMia));
        test::must(desk.world.accept(id, "Are you there?"));
        QVERIFY(desk.say(id, kMia));
        QVERIFY(!test::must(desk.release(id, kMia)).isAgentsTurn);
        QCOMPARE(runsForTheLastWord(desk, id), std::int64_t{0});
    }

    void whatWasOnlyPromisedIsAnsweredByTheAgents_data() { test::addDatabaseRows(); }
    void whatWasOnlyPromisedIsAnsweredByTheAgents()
    {
        PARLEY_DATABASE(database);
        Desk desk(database);
        const ConversationId id = desk.world.converse();
        const auto asked = test::must(desk.world.accept(id, "Where is my parcel?"));
        test::must(desk.world.write([&](store::Transaction& tx) {
            store::RunEnd end;
            end.id = *asked.run;
            end.status = "paused";
            end.node = "bridge";
            return desk.world.services.runs.end(tx, "running", end);
        }));
        QVERIFY(desk.accept(desk.escalate(id), kMia));
        QCOMPARE(desk.world.spoken(id), std::string("user:text agent:bridge"));

        const auto released = test::must(desk.release(id, kMia));

        QVERIFY(released.isAgentsTurn);
        QCOMPARE(runsForTheLastWord(desk, id), std::int64_t{1});
    }

    void aPromiseAfterAnAnswerIsNoQuestion()
    {
        test::FreshDatabase database("sqlite");
        Desk desk(database);
        const ConversationId id = desk.world.converse();
        QVERIFY(desk.takeOver(id, kMia));
        test::must(desk.world.accept(id, "Are you there?"));
        QVERIFY(desk.say(id, kMia));
        QVERIFY(desk.release(id, kMia));
        QVERIFY(desk.accept(desk.escalate(id), kMia)); // he wants a person once more
        QVERIFY(!test::must(desk.release(id, kMia)).isAgentsTurn);
    }

    void onlyTheHolderWritesAndAnyoneTakesNotes()
    {
        test::FreshDatabase database("sqlite");
        Desk desk(database);
        const ConversationId id = desk.world.converse();
        QCOMPARE(desk.say(id, kMia).error().code, ErrorCode::Conflict);
        QVERIFY(desk.say(id, kBen, true));
        QVERIFY(desk.takeOver(id, kMia));
        QVERIFY(desk.say(id, kMia));
        const auto refused = desk.say(id, kBen);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.find("Mia") != std::string::npos);
        for (const auto& logged : desk.world.events(id, true)) {
            QVERIFY(!logged.message || logged.message->kind != "note");
        }
    }

    void whatTheCustomerWroteMeanwhileStopsTheSendingOnce()
    {
        test::FreshDatabase database("sqlite");
        Desk desk(database);
        const ConversationId id = desk.world.converse();
        QVERIFY(desk.takeOver(id, kMia));
        const std::int64_t seen = desk.world.conversation(id).eventSeq;
        const auto newer = test::must(desk.world.accept(id, "Never mind, it works."));
        const auto stopped = desk.say(id, kMia, false, seen);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().problem, std::string("newer_message"));
        QVERIFY(desk.say(id, kMia, false, newer.message.seq));
    }

    void overridingIsForThoseWhoMay()
    {
        test::FreshDatabase database("sqlite");
        Desk desk(database);
        const ConversationId id = desk.world.converse();
        QVERIFY(desk.takeOver(id, kMia));
        QVERIFY(!desk.takeOver(id, kBen, true));
        QVERIFY(!desk.takeOver(id, kBoss));
        const auto forced = desk.takeOver(id, kBoss, true);
        QVERIFY(forced);
        QCOMPARE(forced->conversation.assigneeName, std::string("Boss"));
        QVERIFY(!desk.say(id, kMia));
        QVERIFY(!desk.release(id, kMia));
    }

    void aTeamGetsATicketEvenWhereThereWasNone()
    {
        test::FreshDatabase database("sqlite");
        Desk desk(database);
        const ConversationId id = desk.world.converse();
        test::must(desk.world.accept(id, "My invoice is wrong."));
        const auto moved = desk.world.run(desk.ownership.assignTeam(desk.by(id, kMia), "billing"));
        QVERIFY(moved);
        QCOMPARE(moved->ticket->status, std::string("pending_human"));
        QCOMPARE(moved->ticket->teamId, std::string("billing"));
        QCOMPARE(moved->ticket->question, std::string("My invoice is wrong."));
        const auto queue = test::must(desk.world.read(
            [&](store::ReadTransaction& tx) { return desk.world.services.tickets.queue(tx, 0, 10); }));
        QCOMPARE(queue.size(), std::size_t{1});
    }

    void resolvingClosesAndTheNextMessageOpens()
    {
        test::FreshDatabase database("sqlite");
        Desk desk(database);
        const ConversationId id = desk.world.converse();
        const std::string ticket = desk.escalate(id);
        QVERIFY(desk.accept(ticket, kMia));
        QVERIFY(!desk.world.run(desk.ownership.resolve(desk.by(id, kBen), true)));
        QVERIFY(desk.world.run(desk.ownership.resolve(desk.by(id, kMia), true)));
        QCOMPARE(desk.world.conversation(id).status, std::string("closed"));
        QVERIFY(desk.unresolved(id).empty());
        const auto again = desk.accept(ticket, kBen);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        test::must(desk.world.accept(id, "One more thing"));
        QCOMPARE(desk.world.conversation(id).status, std::string("open"));
    }

    /// Whether somebody waits for longer than he may, after the watchdog has looked; empty: nobody does.
    static std::string overdueIn(Desk& desk)
    {
        const std::int64_t now = desk.world.clock.nowMs();
        return test::must(desk.world.read([&](store::ReadTransaction& tx) -> Result<std::string> {
            const store::OverdueRepository overdue;
            const store::SilenceLimits limits{now - 120'000, now - 3'600'000, now - 60'000};
            const auto owed = test::must(overdue.owedSince(tx, now - 60'000, 10));
            const auto silent = test::must(overdue.silentSince(tx, limits, 10));
            return std::string(owed.empty() ? "" : "an answer is owed ") +
                   (silent.empty() ? "" : "a holder is silent");
        }));
    }

    void noInterleavingBreaksTheCase_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<unsigned>("seed");
        for (const char* driver : {"sqlite", "postgresql"}) {
            for (unsigned seed = 1; seed <= 6; ++seed) {
                QTest::addRow("%s %u", driver, seed) << std::string(driver) << seed;
            }
        }
    }
    void noInterleavingBreaksTheCase()
    {
        QFETCH(unsigned, seed);
        PARLEY_DATABASE(database);
        Desk desk(database);
        const ConversationId id = desk.world.converse();
        std::mt19937 random(seed);
        const std::array actors{kMia, kBen, kBoss};
        std::string ticket;
        std::string way;
        desk::Resolution resolution(desk.world.services);
        desk::Watchdog watchdog(
            desk.world.services,
            desk.handoff,
            desk.ownership,
            [](const TenantId&) { return std::string("TF"); },
            std::chrono::seconds(30));
        test::must(desk.world.write([&](store::Transaction& tx) {
            return store::SettingsRepository().put(tx, "desk", R"({"assignment":"automatic"})", 1);
        }));
        for (int i = 0; i < 80; ++i) {
            const desk::Actor& actor = actors.at(random() % actors.size());
            const std::string before = desk.world.conversation(id).assigneeId;
            const auto command = random() % 12;
            way += " " + std::to_string(command) + actor.name;
            Result<desk::OwnerChanged> outcome = fail(ErrorCode::NotFound, "");
            switch (command) {
            case 0:
                test::must(desk.world.accept(id, "A question"));
                break;
            case 1:
                ticket = desk.escalate(id);
                break;
            case 2:
                outcome = desk.accept(ticket, actor);
                break;
            case 3:
                outcome = desk.takeOver(id, actor, actor.mayOverride);
                break;
            case 4: {
                outcome = desk.release(id, actor);
                const std::string said = desk.world.spoken(id);
                const bool isUnanswered = said.ends_with("user:text");
                const std::int64_t runs = runsForTheLastWord(desk, id);
                QVERIFY2(!outcome || !isUnanswered || runs == 1,
                         (std::to_string(runs) + " runs after" + way).c_str());
                break;
            }
            case 5:
                outcome = desk.world.run(desk.ownership.assign(desk.by(id, actor), {kBen.id, kBen.name}));
                break;
            case 6:
                outcome = desk.world.run(desk.ownership.assignTeam(desk.by(id, actor), "t"));
                break;
            case 7:
                outcome = desk.world.run(desk.ownership.resolve(desk.by(id, actor), random() % 2 == 0));
                break;
            case 8:
                (void)desk.say(id, actor);
                break;
            case 9: {
                // Somebody comes or goes; nobody has been heard of after a minute.
                const store::DeskPerson person{actor.id, actor.name, "online", desk.world.clock.nowMs()};
                test::must(desk.world.write([&](store::Transaction& tx) {
                    return store::DeskPeopleRepository().report(tx, "node", {person});
                }));
                break;
            }
            case 10: {
                desk.world.clock.advanceMs(static_cast<std::int64_t>(random() % 100'000));
                test::must(desk.world.run(watchdog.look(desk.world.tenant)));
                const std::string overdue = overdueIn(desk);
                QVERIFY2(overdue.empty(), (overdue + " after" + way).c_str());
                break;
            }
            default:
                (void)desk.world.run(
                    resolution.resolve({desk.world.tenant, ticket, "The answer.", "", actor}));
                break;
            }
            if (outcome && !before.empty() && before != actor.id) {
                QVERIFY2(actor.mayOverride, way.c_str());
            }
            const std::string fault = faultOf(desk, id);
            QVERIFY2(fault.empty(), (fault + " after" + way).c_str());
        }
    }
};

PARLEY_TEST("ownership", OwnershipTest)
#include "ownership_test.moc"
