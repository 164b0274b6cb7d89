// SPDX-License-Identifier: MIT
#include "server/desk/resolution.h"
#include "server/desk/supporter_messages.h"
#include "tests/server/channels/form_world.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server;

class TicketStatusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoHasTheTokenOrTheAddressReads_data() { test::addDatabaseRows(); }
    void whoHasTheTokenOrTheAddressReads()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);
        const auto received = test::must(world.submit(world.message()));
        const std::string& reference = received.ticket.reference;

        const auto byToken = test::must(world.look(reference, received.statusToken));
        const auto byEmail = test::must(world.lookByEmail(" " + reference + " ", "ADA@shop.example"));

        const auto view = channels::statusView(byToken);
        QCOMPARE(view["ticket_id"].get<std::string>(), reference);
        QCOMPARE(view["status"].get<std::string>(), std::string("open"));
        QVERIFY(view["assigned_to"].is_null());
        QCOMPARE(view["messages"].size(), std::size_t(1));
        QCOMPARE(channels::statusView(byEmail).dump(), view.dump());
    }

    void anybodyElseIsToldTheSameAsOfNoTicket_data() { test::addDatabaseRows(); }
    void anybodyElseIsToldTheSameAsOfNoTicket()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);
        const auto one = test::must(world.submit(world.message()));
        auto other = world.message();
        other.email = "bob@shop.example";
        const auto two = test::must(world.submit(other));

        const auto unknown = world.lookByEmail("AC-20261121-0000", "ada@shop.example");
        const auto wrongAddress = world.lookByEmail(one.ticket.reference, "bob@shop.example");
        const auto nobody = world.lookByEmail(one.ticket.reference, "");
        const auto wrongToken = world.look(one.ticket.reference, two.statusToken);

        QVERIFY(!unknown && unknown.error().code == ErrorCode::NotFound);
        for (const auto* refused : {&wrongAddress, &nobody, &wrongToken}) {
            QVERIFY(!refused->has_value());
            QVERIFY(refused->error().code == ErrorCode::NotFound);
            QCOMPARE(refused->error().message, unknown.error().message);
        }
        TenantId foreign = database.second;
        channels::StatusProof proof;
        proof.token = one.statusToken;
        QVERIFY(!world.run(world.status.find(foreign, one.ticket.reference, proof)));
    }

    void aCustomerSeesNoNotes_data() { test::addDatabaseRows(); }
    void aCustomerSeesNoNotes()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);
        const auto received = test::must(world.submit(world.message()));
        desk::SupporterMessages desk(world.services);
        desk::SupporterMessage note;
        note.tenant = world.tenant;
        note.conversation = received.ticket.conversation;
        note.text = "A difficult one.";
        note.isNote = true;
        note.actor = {"0192f000-0000-7000-8000-000000000001", "Mia", false};
        test::must(world.run(desk.write(note)));
        channels::StatusProof operatorsProof;
        operatorsProof.isOperator = true;

        const auto customers = test::must(world.look(received.ticket.reference, received.statusToken));
        const auto operators =
            test::must(world.run(world.status.find(world.tenant, received.ticket.reference, operatorsProof)));

        QCOMPARE(customers.messages.size(), std::size_t(1));
        QCOMPARE(operators.messages.size(), std::size_t(2));
    }

    void readingAnAnswerKeepsItFromBeingTakenBack_data() { test::addDatabaseRows(); }
    void readingAnAnswerKeepsItFromBeingTakenBack()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);
        const auto received = test::must(world.submit(world.message()));
        world.answer(received, test::giveUp());
        desk::Resolution resolution(world.services);
        desk::ResolveRequest request;
        request.tenant = world.tenant;
        request.ticket = received.ticket.reference;
        request.answer = "Two days.";
        request.actor = {"0192f000-0000-7000-8000-000000000001", "Mia", false};
        const auto resolved = test::must(world.run(resolution.resolve(request)));
        QCOMPARE(resolved.notified, std::string("Ada@Shop.example"));
        QVERIFY(!world.messages(received.ticket.conversation).back().readMs);

        const auto seen = test::must(world.look(received.ticket.reference, received.statusToken));

        QCOMPARE(seen.ticket.status, std::string("resolved"));
        QCOMPARE(seen.messages.back().text, std::string("Two days."));
        QVERIFY(world.messages(received.ticket.conversation).back().readMs.has_value());
        QCOMPARE(world.outbox(), std::string("email Ada@Shop.example|"));
    }

    void whatTheCustomerAddsIsAnsweredUnderTheSameReference_data() { test::addDatabaseRows(); }
    void whatTheCustomerAddsIsAnsweredUnderTheSameReference()
    {
        PARLEY_DATABASE(database);
        test::FormWorld world(database);
        const auto received = test::must(world.submit(world.message()));
        world.answer(received);
        QCOMPARE(world.ticket(received.ticket.reference).status, std::string("resolved"));
        const auto add = [&](const std::string& token, const std::string& text) {
            desk::InboundMessage inbound;
            inbound.tenant = world.tenant;
            inbound.text = text;
            inbound.effectKey = "key of " + text;
            inbound.bodyHash = text;
            return world.run(world.status.add(received.ticket.reference, token, inbound));
        };

        QVERIFY(add("nonsense", "And to Bruges?").error().code == ErrorCode::NotFound);
        QVERIFY(add(received.statusToken, " ").error().code == ErrorCode::InvalidArgument);
        const auto accepted = test::must(add(received.statusToken, "And to Bruges?"));
        QVERIFY(test::must(add(received.statusToken, "And to Bruges?")).isReplay);

        QCOMPARE(world.ticket(received.ticket.reference).status, std::string("open"));
        channels::FormReceived second = received;
        second.accepted = accepted;
        world.answer(second, test::giveUp());
        const auto ticket = world.ticket(received.ticket.reference);
        QCOMPARE(ticket.status, std::string("pending_human"));
        QVERIFY(ticket.id == received.ticket.id);
    }
};

PARLEY_TEST("ticket_status", TicketStatusTest)
#include "ticket_status_test.moc"
