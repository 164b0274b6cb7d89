// SPDX-License-Identifier: MIT
#include "server/desk/handoff.h"
#include "server/desk/reference.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <regex>
#include <set>

using namespace parley;
using namespace parley::server;

namespace {

desk::HandoffRequest request(test::DeskWorld& world, const ConversationId& id)
{
    desk::HandoffRequest made;
    made.tenant = world.tenant;
    made.conversation = id;
    made.customer = world.conversation(id).customer;
    made.ticketPrefix = "TF";
    made.locale = "en";
    made.reason = "customer_request";
    return made;
}

Result<desk::HandoffDone> handOff(test::DeskWorld& world, const desk::HandoffRequest& wanted)
{
    const desk::Handoff handoff(world.services);
    return world.write([&](store::Transaction& tx) { return handoff.toQueue(tx, wanted); });
}

} // namespace

class HandoffTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownerTicketMessageAndEventsGoTogether_data() { test::addDatabaseRows(); }
    void ownerTicketMessageAndEventsGoTogether()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse();
        desk::HandoffRequest wanted = request(world, id);
        wanted.reason = "low_confidence";
        wanted.question = "  Where is it?\nI have waited.";
        wanted.confidence = 0.25;
        wanted.draftAnswer = "Perhaps";
        wanted.run = RunId{"r1"};

        const desk::HandoffDone done = test::must(handOff(world, wanted));

        QCOMPARE(world.conversation(id).status, std::string("waiting_for_agent"));
        QCOMPARE(world.spoken(id), std::string("agent:bridge"));
        QVERIFY(done.bridge.text.find(done.ticket.reference) != std::string::npos);
        const auto stored = test::must(world.read([&](store::ReadTransaction& tx) {
            return world.services.tickets.find(tx, done.ticket.reference);
        }));
        QCOMPARE(stored->status, std::string("pending_human"));
        QCOMPARE(stored->reason, std::string("low_confidence"));
        QCOMPARE(stored->subject, std::string("Where is it?"));
        QCOMPARE(stored->confidence.value(), 0.25);
        QVERIFY(stored->run == RunId{"r1"});
        QCOMPARE(world.publisher.summary(),
                 std::string("message.created 1/1, conversation.updated 2/2, ticket.created 3/-"));
    }

    void aReferenceHasPrefixDayAndFourClearCharacters()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        const std::regex form("TF-20261121-[0-9A-HJKMNP-TV-Z]{4}");
        std::set<std::string> all;

        for (int i = 0; i < 50; ++i) {
            const auto done = test::must(handOff(world, request(world, world.converse())));
            QVERIFY2(std::regex_match(done.ticket.reference, form), done.ticket.reference.c_str());
            QVERIFY(all.insert(done.ticket.reference).second);
        }
    }

    void whatTheAgentsDoNotOwnIsNotHandedOver_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("status");
        for (const char* driver : {"sqlite", "postgresql"}) {
            for (const char* status : {"waiting_for_agent", "with_agent", "closed"}) {
                QTest::addRow("%s %s", driver, status) << std::string(driver) << std::string(status);
            }
        }
    }
    void whatTheAgentsDoNotOwnIsNotHandedOver()
    {
        PARLEY_DATABASE(database);
        QFETCH(std::string, status);
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse(status);

        const auto refused = handOff(world, request(world, id));

        QVERIFY(refused.error().code == ErrorCode::Conflict);
        QCOMPARE(refused.error().problem, std::string("not_open"));
        QCOMPARE(world.conversation(id).status, status);
        QCOMPARE(world.events(id).size(), std::size_t{0});
        const auto tickets = world.read([&](store::ReadTransaction& tx) {
            return world.services.tickets.page(tx, store::TicketFilter());
        });
        QVERIFY(test::must(tickets).empty());
    }

    void theSecondRequestGetsTheSameTicket_data() { test::addDatabaseRows(); }
    void theSecondRequestGetsTheSameTicket()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse();
        QVERIFY(world.accept(id, "My order is late").has_value());
        desk::Handoff handoff(world.services);
        const auto first = test::must(world.run(handoff.onRequest(request(world, id))));

        const auto second = test::must(world.run(handoff.onRequest(request(world, id))));

        QVERIFY(first.isNew);
        QVERIFY(!second.isNew);
        QVERIFY(first.ticket.id == second.ticket.id);
        QCOMPARE(first.ticket.question, std::string("My order is late"));
        QCOMPARE(world.spoken(id), std::string("user:text agent:bridge"));
    }

    void requestsAtTheSameTimeMakeOneTicket_data() { test::addDatabaseRows(); }
    void requestsAtTheSameTimeMakeOneTicket()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse();
        const desk::HandoffRequest wanted = request(world, id);
        std::array<std::optional<Result<desk::Handoff::Requested>>, 6> answers;

        test::together(static_cast<int>(answers.size()), [&](int i) {
            boost::asio::io_context io;
            desk::Handoff handoff(world.services);
            answers.at(static_cast<std::size_t>(i)) = test::runCoroutine(io, handoff.onRequest(wanted));
        });

        int made = 0;
        for (const auto& answer : answers) {
            QVERIFY2(answer->has_value(), answer->has_value() ? "" : answer->error().message.c_str());
            made += (*answer)->isNew ? 1 : 0;
            QVERIFY((*answer)->ticket.id == (*answers.front())->ticket.id);
        }
        QCOMPARE(made, 1);
        QCOMPARE(world.spoken(id), std::string("agent:bridge"));
    }

    void aClosedConversationIsOpenedForIt()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse("closed");
        desk::Handoff handoff(world.services);

        const auto made = test::must(world.run(handoff.onRequest(request(world, id))));

        QVERIFY(made.isNew);
        QCOMPARE(world.conversation(id).status, std::string("waiting_for_agent"));
    }

    void anUnknownConversationIsNotFound()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        desk::HandoffRequest wanted;
        wanted.tenant = world.tenant;
        wanted.conversation.value = "nowhere";
        desk::Handoff handoff(world.services);

        QVERIFY(world.run(handoff.onRequest(wanted)).error().code == ErrorCode::NotFound);
    }
};

PARLEY_TEST("handoff", HandoffTest)
#include "handoff_test.moc"
