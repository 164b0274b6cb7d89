// SPDX-License-Identifier: MIT
#include "server/desk/assignment.h"
#include "tests/server/desk/queue_world.h"
#include "tests/support/test_main.h"

#include <map>
#include <thread>

using namespace parley;
using namespace parley::server;
using test::kBen;
using test::kMia;
using test::kSecondMs;
using test::online;

namespace {

/// "Mia Ben -": who has each ticket.
std::string holders(test::QueueWorld& desk, const std::vector<store::TicketRow>& tickets)
{
    std::string names;
    for (const store::TicketRow& each : tickets) {
        const std::string name = desk.ticket(each.reference).assigneeName;
        names += (names.empty() ? "" : " ") + (name.empty() ? std::string("-") : name);
    }
    return names;
}

} // namespace

class AssignmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byHandNothingIsGiven()
    {
        test::FreshDatabase database("sqlite");
        test::QueueWorld desk(database);
        const auto ticket = desk.waiting();
        desk.present({online(kMia)});
        QCOMPARE(desk.look().given, 0);
        QCOMPARE(holders(desk, {ticket}), std::string("-"));
    }

    void casesGoRoundAmongThoseWhoAreFree_data() { test::addDatabaseRows(); }
    void casesGoRoundAmongThoseWhoAreFree()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set({{"assignment", "automatic"}, {"capacity", 2}});
        std::vector<store::TicketRow> tickets;
        for (int i = 0; i < 5; ++i) {
            tickets.push_back(desk.waiting());
        }
        QCOMPARE(desk.look().given, 0); // nobody is there
        const desk::Actor ann{"u-ann", "Ann", false};
        desk.present({online(kMia), online(kBen), online(ann, "busy")});
        QCOMPARE(desk.look().given, 4);
        QCOMPARE(holders(desk, tickets), std::string("Mia Ben Mia Ben -"));

        // Room comes free: the one that waits is given.
        QVERIFY(desk.world.run(
            desk.ownership.resolve({desk.world.tenant, tickets[1].conversation, "TF", kBen}, true)));
        QCOMPARE(desk.look().given, 1);
        QCOMPARE(holders(desk, {tickets[4]}), std::string("Ben"));
        QCOMPARE(desk.told(tickets[4].conversation, "assigned_automatically"), 1);
    }

    void whoLetACaseLieIsNotGivenItAgain_data() { test::addDatabaseRows(); }
    void whoLetACaseLieIsNotGivenItAgain()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set({{"assignment", "automatic"}, {"accept_timeout_s", 30}});
        const auto ticket = desk.waiting();
        desk.present({online(kMia)});
        QCOMPARE(desk.look().given, 1);
        const auto after = desk.lookAfter(30 * kSecondMs);
        QCOMPARE(after.returned, 1);
        QCOMPARE(after.given, 0);
        QCOMPARE(holders(desk, {ticket}), std::string("-"));
        desk.present({online(kMia), online(kBen)});
        QCOMPARE(desk.look().given, 1);
        QCOMPARE(holders(desk, {ticket}), std::string("Ben"));
    }

    void aCaseDoesNotGoRound_data() { test::addDatabaseRows(); }
    void aCaseDoesNotGoRound()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set({{"assignment", "automatic"}, {"accept_timeout_s", 30}});
        const auto ticket = desk.waiting();
        int given = 0;
        for (int i = 0; i < 6; ++i) {
            desk.present({online(kMia), online(kBen)});
            given += desk.lookAfter(30 * kSecondMs).given;
        }
        QCOMPARE(given, 2); // each once
        QCOMPARE(holders(desk, {ticket}), std::string("-"));
        // And the customer reads one apology.
        QCOMPARE(desk.world.spoken(ticket.conversation),
                 std::string("agent:bridge system:note system:event system:note"));
    }

    void theBacklogOfATeamThatIsAwayKeepsNobodyWaiting()
    {
        test::FreshDatabase database("sqlite");
        test::QueueWorld desk(database);
        desk.set({{"assignment", "automatic"}});
        desk.addTeam("Billing", {"billing"}, {kBen.id});
        for (int i = 0; i < 101; ++i) {
            desk.escalate(desk.world.converse(), "billing");
        }
        const auto ticket = desk.escalate(desk.world.converse(), "technical");
        desk.present({online(kMia)});
        QCOMPARE(desk.look().given, 1);
        QCOMPARE(holders(desk, {ticket}), std::string("Mia"));
    }

    void whatAPersonStatesCountsMoreThanHisLinks_data() { test::addDatabaseRows(); }
    void whatAPersonStatesCountsMoreThanHisLinks()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set({{"assignment", "automatic"}});
        const auto ticket = desk.waiting();
        desk.present({online(kMia)});
        test::must(desk.world.write([&](store::Transaction& tx) {
            return store::DeskPeopleRepository().state(tx, kMia.id, "away", desk.world.clock.nowMs());
        }));
        QCOMPARE(desk.look().given, 0);
        // It ends with his presence.
        desk.world.clock.advanceMs(61 * kSecondMs);
        test::must(desk.world.write([&](store::Transaction& tx) {
            return store::DeskPeopleRepository().forgetStates(tx, desk.world.clock.nowMs() - 60 * kSecondMs);
        }));
        desk.present({online(kMia)});
        QCOMPARE(desk.look().given, 1);
        QCOMPARE(holders(desk, {ticket}), std::string("Mia"));
    }

    void aTeamsCaseIsItsMembers_data() { test::addDatabaseRows(); }
    void aTeamsCaseIsItsMembers()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set({{"assignment", "automatic"}, {"capacity", 0}});
        const std::string team = desk.addTeam("Billing", {"billing", "refund"}, {kBen.id}, 1);
        const auto bill = desk.escalate(desk.world.converse(), "billing");
        const auto refund = desk.escalate(desk.world.converse(), "refund");
        const auto other = desk.escalate(desk.world.converse(), "technical");
        QCOMPARE(bill.teamId, team);
        QCOMPARE(desk.world.conversation(bill.conversation).teamId, team);
        QVERIFY(other.teamId.empty());
        desk.present({online(kMia)});
        QCOMPARE(desk.look().given, 1);
        QCOMPARE(holders(desk, {bill, refund, other}), std::string("- - Mia"));
        desk.present({online(kBen)});
        QCOMPARE(desk.look().given, 1); // the team gives each of its members one
        QCOMPARE(holders(desk, {bill, refund}), std::string("Ben -"));
    }

    void whoHasNotBeenHeardOfIsNotThere()
    {
        test::FreshDatabase database("sqlite");
        test::QueueWorld desk(database);
        desk.set({{"assignment", "automatic"}});
        desk.present({online(kMia)});
        desk.world.clock.advanceMs(61 * kSecondMs);
        desk.waiting();
        QCOMPARE(desk.look().given, 0);
    }

    void twoNodesNeverGiveMoreThanFits_data() { test::addDatabaseRows(); }
    void twoNodesNeverGiveMoreThanFits()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set({{"assignment", "automatic"}, {"capacity", 3}});
        std::vector<store::TicketRow> tickets;
        for (int i = 0; i < 10; ++i) {
            tickets.push_back(desk.waiting());
        }
        desk.present({online(kMia), online(kBen)});
        std::vector<std::thread> nodes;
        for (int i = 0; i < 4; ++i) {
            nodes.emplace_back([&] {
                boost::asio::io_context io;
                // One that loses a race gives nothing; the next look does.
                (void)test::runCoroutine(io, desk.watchdog.look(desk.world.tenant));
            });
        }
        for (std::thread& node : nodes) {
            node.join();
        }
        desk.look();
        std::map<std::string, int> cases;
        for (const store::TicketRow& each : tickets) {
            ++cases[desk.ticket(each.reference).assigneeName];
        }
        QCOMPARE(cases["Mia"], 3);
        QCOMPARE(cases["Ben"], 3);
        QCOMPARE(cases[""], 4);
    }
};

PARLEY_TEST("assignment", AssignmentTest)
#include "assignment_test.moc"
