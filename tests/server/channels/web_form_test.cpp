// SPDX-License-Identifier: MIT
#include "server/desk/ownership.h"
#include "server/desk/supporter_messages.h"
#include "server/store/customer_book.h"
#include "server/store/form_repository.h"
#include "tests/server/channels/form_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

namespace {

std::size_t rowsOf(test::FormWorld& world, const std::string& table)
{
    return test::must(
               world.read([&](store::ReadTransaction& tx) { return tx.query("SELECT 1 FROM " + table); }))
        .size();
}

} // namespace

class WebFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFormBecomesACaseOfTheAgents_data() { test::addDatabaseRows(); }
    void aFormBecomesACaseOfTheAgents()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);

        const auto received = test::must(world.submit(world.message()));

        QVERIFY(received.ticket.reference.starts_with("AC-20261121-"));
        QCOMPARE(received.statusToken.size(), std::size_t(43));
        QCOMPARE(received.responseTime, std::string("within 24 hours"));
        QCOMPARE(received.text,
                 "Thank you, Ada. We have received your message and usually answer within 24 hours. Your "
                 "reference is " +
                     received.ticket.reference + ".");
        const auto ticket = world.ticket(received.ticket.reference);
        QCOMPARE(ticket.status + " " + ticket.reason + " " + ticket.priority + " " + ticket.subject,
                 std::string("open form medium Shipping"));
        const auto conversation = world.conversation(ticket.conversation);
        QCOMPARE(conversation.channel + " " + conversation.status + " " + conversation.subject + " " +
                     conversation.notifyEmail,
                 std::string("form open Shipping Ada@Shop.example"));
        // The subject is said already.
        QCOMPARE(world.messages(ticket.conversation).front().text,
                 std::string("How long does shipping take to Ghent?"));
        QVERIFY(received.accepted.run.has_value());
        QCOMPARE(world.runOf(*received.accepted.run).status, std::string("running"));
        QVERIFY(!received.accepted.isVerified);
    }

    void aSubjectThatIsNotSaidStandsBeforeTheMessage()
    {
        test::FreshDatabase database("sqlite");
        test::FormWorld world(database);

        const auto received = test::must(world.submit(world.message("How long does it take to Ghent?")));

        QCOMPARE(world.messages(received.ticket.conversation).front().text,
                 std::string("Shipping\n\nHow long does it take to Ghent?"));
    }

    void theSameKeyMakesOneTicket_data() { test::addDatabaseRows(); }
    void theSameKeyMakesOneTicket()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);
        const auto first = test::must(world.submit(world.message("Is it blue or green?", "k1")));
        const auto again = test::must(world.submit(world.message("Is it blue or green?", "k1")));

        QVERIFY(again.accepted.isReplay);
        QCOMPARE(again.ticket.reference, first.ticket.reference);
        QVERIFY(again.statusToken.empty()); // a secret is told once
        QCOMPARE(again.text, first.text);
        QCOMPARE(rowsOf(world, "tickets"), std::size_t(1));
        auto other = world.submit(world.message("Is it red or yellow?", "k1"));
        QVERIFY(!other && other.error().code == ErrorCode::Conflict);
        auto neighbour = world.message("Is it blue or green?", "k1");
        neighbour.email = "bob@shop.example";
        QVERIFY(!test::must(world.submit(neighbour)).accepted.isReplay);
        QCOMPARE(rowsOf(world, "tickets"), std::size_t(2));
        QCOMPARE(rowsOf(world, "messages"), std::size_t(2));
    }

    void manyWithOneKeyMakeOneTicket_data() { test::addDatabaseRows(); }
    void manyWithOneKeyMakeOneTicket()
    {
        PARLEY_DATABASE(database);
        test::FormWorld first(database);
        test::must(first.run(first.book.openOne(first.tenant, "form", "")));
        test::together(4, [&](int) {
            test::FormWorld world(database);
            test::must(world.submit(world.message("Is it blue or green?", "k1")));
        });

        QCOMPARE(rowsOf(first, "tickets"), std::size_t(1));
        QCOMPARE(rowsOf(first, "conversations"), std::size_t(1));
    }

    void whoNamesAnAddressIsFiledWithItAndProvesNothing_data() { test::addDatabaseRows(); }
    void whoNamesAnAddressIsFiledWithItAndProvesNothing()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);
        desk::OpenSession opening;
        opening.tenant = world.tenant;
        opening.userId = "u1";
        opening.email = "ada@shop.example";
        opening.isVerified = true;
        const auto known = test::must(world.run(world.sessions.open(opening))).conversation.customer;

        const auto received = test::must(world.submit(world.message()));

        QVERIFY(received.ticket.customer == known);
        QVERIFY(!world.runOf(*received.accepted.run).isVerified);
        QCOMPARE(world.spoken(received.ticket.conversation), std::string("user:text system:note"));
        QCOMPARE(rowsOf(world, "customers"), std::size_t(1));
        // Of a customer nobody has proven there is nothing to warn of.
        auto bob = world.message();
        bob.email = "bob@shop.example";
        const auto first = test::must(world.submit(bob));
        const auto second = test::must(world.submit(bob));
        QVERIFY(first.ticket.customer == second.ticket.customer);
        QCOMPARE(world.spoken(second.ticket.conversation), std::string("user:text"));
    }

    void theAgentsAnswerResolvesTheTicketAndIsSent_data() { test::addDatabaseRows(); }
    void theAgentsAnswerResolvesTheTicketAndIsSent()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);
        const auto received = test::must(world.submit(world.message()));

        world.answer(received);

        QCOMPARE(world.ticket(received.ticket.reference).status, std::string("resolved"));
        QCOMPARE(world.conversation(received.ticket.conversation).status, std::string("open"));
        QCOMPARE(world.outbox(), std::string("email Ada@Shop.example|"));
        QVERIFY(world.publisher.summary().find("ticket.updated") != std::string::npos);
    }

    void aQuestionBackLeavesTheTicketOpen()
    {
        test::FreshDatabase database("sqlite");
        test::FormWorld world(database);
        const auto received = test::must(world.submit(world.message()));

        world.answer(received, test::askBack());

        QCOMPARE(world.ticket(received.ticket.reference).status, std::string("open"));
        QCOMPARE(world.outbox(), std::string("email Ada@Shop.example|"));
    }

    void peopleGetItUnderTheSameReference_data() { test::addDatabaseRows(); }
    void peopleGetItUnderTheSameReference()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);
        auto form = world.message();
        form.category = "billing";
        const auto received = test::must(world.submit(form));

        world.answer(received, test::giveUp());

        const auto ticket = world.ticket(received.ticket.reference);
        QVERIFY(ticket.id == received.ticket.id);
        QCOMPARE(ticket.status + " " + ticket.reason + " " + ticket.category + " " + ticket.subject,
                 std::string("pending_human no_answer billing Shipping"));
        QCOMPARE(rowsOf(world, "tickets"), std::size_t(1));
        const auto bridge = world.messages(ticket.conversation).back();
        QCOMPARE(bridge.kind, std::string("bridge"));
        QVERIFY(bridge.text.find(ticket.reference) != std::string::npos);
        const auto queue = test::must(
            world.read([&](store::ReadTransaction& tx) { return world.services.tickets.queue(tx, 0, 10); }));
        QCOMPARE(queue.size(), std::size_t(1));
        QCOMPARE(queue.front().channel, std::string("form"));
        // That it is passed on was to be expected: nobody is sent a letter about it.
        QCOMPARE(world.outbox(), std::string());
    }

    void whatAPersonWritesIsSent_data() { test::addDatabaseRows(); }
    void whatAPersonWritesIsSent()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);
        const auto received = test::must(world.submit(world.message()));
        const ConversationId id = received.ticket.conversation;
        const desk::Handoff handoff(world.services);
        desk::Ownership ownership(world.services, handoff);
        const desk::Actor mia{"0192f000-0000-7000-8000-000000000001", "Mia", false};
        desk::OwnerRequest wanted;
        wanted.tenant = world.tenant;
        wanted.conversation = id;
        wanted.actor = mia;
        test::must(world.run(ownership.takeOver(wanted, false)));
        QCOMPARE(world.ticket(received.ticket.reference).status, std::string("assigned"));
        desk::SupporterMessages desk(world.services);
        desk::SupporterMessage said;
        said.tenant = world.tenant;
        said.conversation = id;
        said.text = "Two days.";
        said.actor = mia;
        test::must(world.run(desk.write(said)));
        said.text = "He is in a hurry.";
        said.isNote = true;
        test::must(world.run(desk.write(said)));

        QCOMPARE(world.outbox(), std::string("email Ada@Shop.example|"));
    }

    void theEstimateFollowsWhatWasChosenAndTheQueueDoesNot_data()
    {
        QTest::addColumn<std::string>("priority");
        QTest::addColumn<std::string>("plan");
        QTest::addColumn<std::string>("locale");
        QTest::addColumn<std::string>("time");
        const auto row = [](const char* priority, const char* plan, const char* locale, const char* time) {
            QTest::addRow("%s %s %s", priority, plan, locale)
                << std::string(priority) << std::string(plan) << std::string(locale) << std::string(time);
        };
        row("low", "", "en", "within 2 days");
        row("medium", "", "de-AT", "innerhalb von 24 Stunden");
        row("high", "", "fr", "sous 8 heures");
        row("urgent", "", "es", "en 2 horas");
        row("urgent", "", "xx", "within 2 hours");
    }
    void theEstimateFollowsWhatWasChosenAndTheQueueDoesNot()
    {
        QFETCH(std::string, priority);
        QFETCH(std::string, plan);
        QFETCH(std::string, locale);
        QFETCH(std::string, time);
        test::FreshDatabase database("sqlite");
        test::FormWorld world(database);
        auto form = world.message();
        form.priority = priority;
        form.plan = plan;
        form.locale = locale;

        const auto received = test::must(world.submit(form));

        QCOMPARE(received.responseTime, time);
        QCOMPARE(world.ticket(received.ticket.reference).priority, std::string("medium"));
    }

    void theTenantsWordsAreUsed()
    {
        test::FreshDatabase database("sqlite");
        test::FormWorld world(database);
        const auto channel = test::must(world.run(world.book.openOne(world.tenant, "form", "")));
        channels::ChannelChanges changes;
        changes.templates = nlohmann::json{
            {"received", "{organisation}: {subject} / {reference} / {response_time} / {name}"}};
        changes.config = nlohmann::json{{"response_times", {{"medium", 45}}}};
        test::must(
            world.run(world.book.update(world.tenant, channel.id, changes, identity::Actor::system())));
        auto form = world.message();
        form.subject = "{reference}";

        const auto received = test::must(world.submit(form));

        QCOMPARE(received.text,
                 "Acme: {reference} / " + received.ticket.reference + " / within 45 minutes / Ada");
    }

    void whatIsSwitchedOffTakesNothing_data() { test::addDatabaseRows(); }
    void whatIsSwitchedOffTakesNothing()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);
        const auto channel = test::must(world.run(world.book.openOne(world.tenant, "form", "")));
        channels::ChannelChanges off;
        off.enabled = false;
        test::must(world.run(world.book.update(world.tenant, channel.id, off, identity::Actor::system())));

        auto refused = world.submit(world.message());

        QVERIFY(!refused && refused.error().problem == "channel_off");
        QCOMPARE(rowsOf(world, "customers"), std::size_t(0));
    }

    void eachFormCountsWhatCameByIt_data() { test::addDatabaseRows(); }
    void eachFormCountsWhatCameByIt()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);
        channels::ChannelChanges wanted;
        wanted.kind = "form";
        wanted.name = "Sales";
        const auto sales =
            test::must(world.run(world.book.create(world.tenant, wanted, identity::Actor::system())));
        auto form = world.message();
        form.channel = sales.row.id;
        test::must(world.submit(form));
        world.clock.advanceMs(3'600'000);
        test::must(world.submit(form));

        const auto traffic = test::must(world.run(world.book.get(world.tenant, sales.row.id))).traffic;

        QCOMPARE(traffic.received, std::int64_t(2));
        QCOMPARE(*traffic.lastMs, world.clock.nowMs());
        const auto first = test::must(world.run(world.book.openOne(world.tenant, "form", "")));
        QCOMPARE(test::must(world.run(world.book.get(world.tenant, first.id))).traffic.received,
                 std::int64_t(0));
    }
};

PARLEY_TEST("web_form", WebFormTest)
#include "web_form_test.moc"
