// SPDX-License-Identifier: MIT
#include "server/agents/agent_catalog.h"
#include "server/agents/corrections.h"
#include "server/desk/handoff.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

namespace {

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first) {}

    store::TicketRow ticket(const std::string& question)
    {
        const ConversationId id = converse();
        desk::HandoffRequest request;
        request.tenant = tenant;
        request.conversation = id;
        request.customer = conversation(id).customer;
        request.ticketPrefix = "TF";
        request.reason = "low_confidence";
        request.question = question;
        const desk::Handoff handoff(services);
        return test::must(write([&](store::Transaction& tx) { return handoff.toQueue(tx, request); })).ticket;
    }

    std::vector<store::IntentExampleRow> examples()
    {
        return test::must(
            read([](store::ReadTransaction& tx) { return store::IntentExampleRepository().newest(tx, 10); }));
    }

    agents::AgentCatalog catalog{database, clock, ids};
    agents::Corrections corrections{services};
};

} // namespace

class CorrectionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAgentOfATicketIsLearntWithoutPersonalData_data() { test::addDatabaseRows(); }
    void theAgentOfATicketIsLearntWithoutPersonalData()
    {
        PARLEY_DATABASE(database);
        World world(database);
        agents::AgentChanges orders;
        orders.name = "Orders";
        orders.kind = "domain";
        test::must(world.run(world.catalog.create(world.tenant, orders, identity::Actor::system())));
        const store::TicketRow ticket = world.ticket("Where is it? Write to ann@example.com");
        agents::TicketCorrection correction;
        correction.agent = "Orders";
        correction.priority = "high";

        const auto corrected = test::must(world.run(world.corrections.correct(
            world.tenant, ticket.reference, correction, identity::Actor::system())));

        QCOMPARE(corrected.priority, std::string("high"));
        QCOMPARE(corrected.category, ticket.category);
        const auto kept = world.examples();
        QCOMPARE(kept.size(), std::size_t{1});
        QCOMPARE(kept.front().label, std::string("Orders"));
        QVERIFY(kept.front().text.find("ann@example.com") == std::string::npos);
        QVERIFY(kept.front().text.find("Where is it?") == 0);
        // The same ticket teaches once.
        test::must(world.run(world.corrections.correct(
            world.tenant, ticket.reference, correction, identity::Actor::system())));
        QCOMPARE(world.examples().size(), std::size_t{1});
    }

    void anUnknownAgentChangesNothing()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const store::TicketRow ticket = world.ticket("Where is it?");
        agents::TicketCorrection correction;
        correction.agent = "Nobody";
        correction.priority = "urgent";

        const auto corrected = world.run(
            world.corrections.correct(world.tenant, ticket.id.value, correction, identity::Actor::system()));

        QVERIFY(corrected.error().code == ErrorCode::InvalidArgument);
        const auto stored = test::must(world.read(
            [&](store::ReadTransaction& tx) { return world.services.tickets.find(tx, ticket.id.value); }));
        QCOMPARE(stored->priority, ticket.priority);
        QVERIFY(world.examples().empty());
    }

    void aTicketThatIsNotThereIsNotFound()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const auto corrected = world.run(
            world.corrections.correct(world.tenant, "TF-20260101-AAAA", {}, identity::Actor::system()));
        QVERIFY(corrected.error().code == ErrorCode::NotFound);
    }
};

PARLEY_TEST("corrections", CorrectionsTest)
#include "corrections_test.moc"
