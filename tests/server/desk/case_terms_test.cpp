// SPDX-License-Identifier: MIT
#include "server/desk/case_terms.h"
#include "server/desk/queue_places.h"
#include "tests/server/desk/queue_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using test::kMia;
using test::kSecondMs;

namespace {

proto::TicketSummary summaryOf(test::QueueWorld& desk, const store::TicketRow& ticket)
{
    const store::TicketRow now = desk.ticket(ticket.reference);
    return test::must(desk.world.read(
        [&](store::ReadTransaction& tx) { return desk::waitingSummary(desk.world.services, tx, now); }));
}

ConversationId conversationOfPlan(test::QueueWorld& desk, const std::string& plan)
{
    const ConversationId id = desk.world.converse();
    const std::string customer = desk.world.conversation(id).customer.value;
    test::must(desk.world.write([&](store::Transaction& tx) {
        return tx.execute("UPDATE customers SET plan = $2 WHERE id = $1", {customer, plan});
    }));
    return id;
}

} // namespace

class CaseTermsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePlanSaysWhenAnAnswerIsDue_data() { test::addDatabaseRows(); }
    void thePlanSaysWhenAnAnswerIsDue()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk.set(
            {{"sla",
              {{"pro", {{"first_response_minutes", 30}}}, {"default", {{"first_response_minutes", 240}}}}}});
        const auto slow = desk.escalate(conversationOfPlan(desk, "free"));
        const auto fast = desk.escalate(conversationOfPlan(desk, "pro"));
        QCOMPARE(slow.slaDueMs.value(), slow.createdMs + 240 * 60 * kSecondMs);
        QCOMPARE(fast.slaDueMs.value(), fast.createdMs + 30 * 60 * kSecondMs);
        const auto queue = desk.queue();
        QCOMPARE(queue.front().ticket.reference, fast.reference);
    }

    void onlyBusinessHoursCount()
    {
        test::FreshDatabase database("sqlite");
        test::QueueWorld desk(database);
        // The test's clock begins on a Saturday, at noon UTC.
        desk.set(nlohmann::json::parse(R"({"sla": {"default": {"first_response_minutes": 60}},
            "hours": {"utc_offset_minutes": 60, "monday": [["09:00", "17:00"]]}})"));
        const auto ticket = desk.waiting();
        QCOMPARE(toRfc3339(ticket.slaDueMs.value()), std::string("2026-11-23T09:00:00.000Z"));
        const std::string bridge = desk.world.messages(ticket.conversation).front().text;
        QVERIFY2(bridge.find("Monday, 23 November, at 09:00 (UTC+01:00)") != std::string::npos,
                 bridge.c_str());
        QVERIFY2(bridge.find("e-mail") != std::string::npos, bridge.c_str());
    }

    void withinAMinutePriorityDecidesThenMoodThenTime_data() { test::addDatabaseRows(); }
    void withinAMinutePriorityDecidesThenMoodThenTime()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        const auto calm = desk.waiting();
        const auto second = desk.waiting();
        const ConversationId angry = desk.world.converse();
        test::must(desk.world.write([&](store::Transaction& tx) {
            return desk.world.services.conversations.setSentiment(tx, angry, -0.8);
        }));
        const auto cross = desk.escalate(angry);
        const auto urgent = desk.escalate(desk.world.converse(), "general", "urgent");
        const auto low = desk.escalate(desk.world.converse(), "general", "low");
        std::vector<std::string> order;
        for (const auto& queued : desk.queue()) {
            order.push_back(queued.ticket.reference);
        }
        const std::vector<std::string> wanted{
            urgent.reference, cross.reference, calm.reference, second.reference, low.reference};
        QVERIFY(order == wanted);
        // Somebody puts the priority right.
        test::must(desk.world.write([&](store::Transaction& tx) {
            return desk.world.services.tickets.describe(tx, low.id, "general", "urgent", 1);
        }));
        QCOMPARE(desk.queue()[1].ticket.reference, low.reference);
    }

    void aWaitingCaseHasAPlaceAndAnExpectation_data() { test::addDatabaseRows(); }
    void aWaitingCaseHasAPlaceAndAnExpectation()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        const auto first = desk.waiting();
        const auto second = desk.waiting();
        QCOMPARE(summaryOf(desk, first).position.value(), std::int64_t{1});
        QCOMPARE(summaryOf(desk, second).position.value(), std::int64_t{2});
        QVERIFY(!summaryOf(desk, second).expectedWaitS);

        QVERIFY(desk.accept(first.reference, kMia));
        QVERIFY(!summaryOf(desk, first).position);
        QCOMPARE(summaryOf(desk, second).position.value(), std::int64_t{1});
        desk.world.clock.advanceMs(120 * kSecondMs);
        QVERIFY(desk.world.run(
            desk.ownership.resolve({desk.world.tenant, first.conversation, "TF", kMia}, true)));
        const auto third = desk.waiting();
        QCOMPARE(summaryOf(desk, second).expectedWaitS.value(), std::int64_t{120});
        QCOMPARE(summaryOf(desk, third).expectedWaitS.value(), std::int64_t{240});
        desk.present({test::online(kMia), test::online(test::kBen, "busy")});
        QCOMPARE(summaryOf(desk, third).expectedWaitS.value(), std::int64_t{120}); // two people at it
    }

    void whoMovesUpIsTold_data() { test::addDatabaseRows(); }
    void whoMovesUpIsTold()
    {
        PARLEY_DATABASE(database);
        test::QueueWorld desk(database);
        desk::QueuePlaces places(desk.world.services, desk.world.publisher);
        const auto first = desk.waiting();
        const auto second = desk.waiting();
        test::must(desk.world.run(places.tell(desk.world.tenant)));
        test::must(desk.world.run(places.tell(desk.world.tenant)));
        QVERIFY(desk.accept(first.reference, kMia));
        const std::size_t before = desk.world.publisher.events().size();
        test::must(desk.world.run(places.tell(desk.world.tenant)));
        test::must(desk.world.run(places.tell(desk.world.tenant)));
        const auto events = desk.world.publisher.events();
        QCOMPARE(events.size(), before + 1);
        QVERIFY(events.back().conversation == second.conversation);
        QCOMPARE(events.back().seq, std::int64_t{0});
        const auto data = nlohmann::json::parse(*events.back().customerData);
        QCOMPARE(data.at("ticket").at("position").get<int>(), 1);
    }

    void whereSomebodyIsThereNothingIsSaidOfIt()
    {
        test::FreshDatabase database("sqlite");
        test::QueueWorld desk(database);
        const std::string alone = desk.world.messages(desk.waiting().conversation).front().text;
        QVERIFY2(alone.find("Nobody of our team is online") != std::string::npos, alone.c_str());
        desk.present({test::online(kMia, "away")});
        const std::string away = desk.world.messages(desk.waiting().conversation).front().text;
        QVERIFY(away.find("Nobody of our team is online") != std::string::npos);
        desk.present({test::online(kMia, "busy")});
        const std::string there = desk.world.messages(desk.waiting().conversation).front().text;
        QVERIFY2(there.find("Nobody") == std::string::npos, there.c_str());
        desk.set({{"offline_message", "We are at lunch."}});
        desk.present({});
        const std::string own = desk.world.messages(desk.waiting().conversation).front().text;
        QVERIFY2(own.find("We are at lunch. Leave us your e-mail") != std::string::npos, own.c_str());
    }
};

PARLEY_TEST("case_terms", CaseTermsTest)
#include "case_terms_test.moc"
