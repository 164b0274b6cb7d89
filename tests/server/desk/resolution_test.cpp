// SPDX-License-Identifier: MIT
#include "server/desk/handoff.h"
#include "server/desk/resolution.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server;

namespace {

/// A conversation that waits for a person, with the paused run that its question made.
struct Case {
    explicit Case(test::DeskWorld& world)
    {
        conversation = world.converse();
        const auto accepted = test::must(world.accept(conversation, "Can I pay by cheque?"));
        run = accepted.run.value();
        desk::HandoffRequest request;
        request.tenant = world.tenant;
        request.conversation = conversation;
        request.customer = accepted.customer;
        request.run = run;
        request.ticketPrefix = "TF";
        request.reason = "low_confidence";
        request.question = accepted.message.text;
        request.effectKey = run.value + ":bridge";
        const desk::Handoff handoff(world.services);
        ticket = test::must(world.write([&](store::Transaction& tx) -> Result<store::TicketRow> {
            auto done = handoff.toQueue(tx, request);
            store::RunEnd end;
            end.id = run;
            end.status = "paused";
            end.node = "bridge";
            end.trace = R"([{"name":"bridge"}])";
            end.durationUs = 5000;
            auto paused = world.services.runs.end(tx, "running", end);
            return done && paused && *paused ? Result<store::TicketRow>(done->ticket)
                                             : fail(ErrorCode::Internal, "no case");
        }));
    }

    ConversationId conversation;
    RunId run;
    store::TicketRow ticket;
};

desk::ResolveRequest answer(test::DeskWorld& world, const Case& one, const std::string& who = "ana")
{
    return {world.tenant, one.ticket.id.value, "No, but by card.", "", {who, "Name of " + who, false}};
}

Result<desk::Resolved> resolve(test::DeskWorld& world, const desk::ResolveRequest& request)
{
    desk::Resolution resolution(world.services);
    return world.run(resolution.resolve(request));
}

std::int64_t mailsWaiting(test::DeskWorld& world)
{
    return test::must(
        world.read([&](store::ReadTransaction& tx) { return world.services.outbox.waiting(tx); }));
}

Result<void> assign(test::DeskWorld& world, const Case& one)
{
    return world.write([&](store::Transaction& tx) -> Result<void> {
        auto done = tx.execute("UPDATE tickets SET status = 'assigned', assignee_id = 'ben', "
                               "assignee_name = 'Ben' WHERE id = $1",
                               {one.ticket.id.value});
        return done ? Result<void>() : fail(done.error());
    });
}

} // namespace

class ResolutionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAnswerReachesTheChatAndEndsTheRun_data() { test::addDatabaseRows(); }
    void theAnswerReachesTheChatAndEndsTheRun()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const Case one(world);
        world.clock.advanceMs(1000);
        const std::size_t told = world.publisher.events().size();

        const desk::Resolved resolved = test::must(resolve(world, answer(world, one)));

        QVERIFY(resolved.run == one.run);
        QCOMPARE(resolved.runStatus, std::string("completed"));
        QCOMPARE(resolved.ticket.status, std::string("resolved"));
        QCOMPARE(resolved.notified, std::string());
        QCOMPARE(world.spoken(one.conversation), std::string("user:text agent:bridge supporter:resolution"));
        const store::MessageRow message = world.messages(one.conversation).back();
        QCOMPARE(message.text, std::string("No, but by card."));
        QCOMPARE(message.authorName, std::string("Name of ana"));
        QCOMPARE(world.conversation(one.conversation).status, std::string("open"));
        const store::RunRow run = world.runOf(one.run);
        QCOMPARE(run.status, std::string("completed"));
        QVERIFY(run.reply == message.id);
        const auto trace = nlohmann::json::parse(run.trace);
        QCOMPARE(trace.at(0).at("name").get<std::string>(), std::string("bridge"));
        QCOMPARE(trace.at(1).at("name").get<std::string>(), std::string("human_answer"));
        QCOMPARE(trace.at(1).at("input").dump(), std::string(R"({"supporter":"ana"})"));
        QCOMPARE(world.publisher.events().size() - told, std::size_t{3});
        QCOMPARE(mailsWaiting(world), std::int64_t{0});
    }

    void oneOfManyWins_data() { test::addDatabaseRows(); }
    void oneOfManyWins()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const Case one(world);
        std::array<std::optional<Result<desk::Resolved>>, 8> answers;

        test::together(static_cast<int>(answers.size()), [&](int i) {
            boost::asio::io_context io;
            desk::Resolution resolution(world.services);
            auto request = answer(world, one, "s" + std::to_string(i));
            request.notifyEmail = "customer@a.example";
            answers.at(static_cast<std::size_t>(i)) = test::runCoroutine(io, resolution.resolve(request));
        });

        int won = 0;
        for (const auto& got : answers) {
            won += got->has_value() ? 1 : 0;
            QVERIFY(got->has_value() || got->error().code == ErrorCode::Conflict);
        }
        QCOMPARE(won, 1);
        QCOMPARE(world.spoken(one.conversation), std::string("user:text agent:bridge supporter:resolution"));
        QCOMPARE(mailsWaiting(world), std::int64_t{1});
        QCOMPARE(nlohmann::json::parse(world.runOf(one.run).trace).size(), std::size_t{2});
    }

    void theAnswerIsMailedWhereAnAddressIsKnown_data()
    {
        QTest::addColumn<std::string>("asked");
        QTest::addColumn<std::string>("given");
        QTest::addColumn<std::string>("mailed");
        const std::string none;
        QTest::newRow("none") << none << none << none;
        QTest::newRow("the customer's wish")
            << std::string("c@a.example") << none << std::string("c@a.example");
        QTest::newRow("the supporter's address")
            << std::string("c@a.example") << std::string("d@a.example") << std::string("d@a.example");
    }
    void theAnswerIsMailedWhereAnAddressIsKnown()
    {
        QFETCH(std::string, asked);
        QFETCH(std::string, given);
        QFETCH(std::string, mailed);
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        const Case one(world);
        test::must(world.write([&](store::Transaction& tx) {
            return world.services.conversations.setNotifyEmail(tx, one.conversation, asked);
        }));
        auto request = answer(world, one);
        request.notifyEmail = given;

        QCOMPARE(test::must(resolve(world, request)).notified, mailed);
        QCOMPARE(mailsWaiting(world), std::int64_t{mailed.empty() ? 0 : 1});
    }

    void whatAnotherSupporterHoldsIsRefusedWithTheName_data() { test::addDatabaseRows(); }
    void whatAnotherSupporterHoldsIsRefusedWithTheName()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const Case one(world);
        test::must(assign(world, one));

        const auto refused = resolve(world, answer(world, one));

        QVERIFY(refused.error().code == ErrorCode::Conflict);
        QVERIFY2(refused.error().message.find("Ben") != std::string::npos, refused.error().message.c_str());
        QCOMPARE(world.spoken(one.conversation), std::string("user:text agent:bridge"));
        QCOMPARE(world.runOf(one.run).status, std::string("paused"));
    }

    void nobodyButTheHolderResolvesIt()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        const Case one(world);
        test::must(assign(world, one));
        auto another = answer(world, one, "ana");
        another.actor.mayOverride = true; // who may override takes it over first

        QVERIFY(resolve(world, another).error().code == ErrorCode::Conflict);
        QVERIFY(resolve(world, answer(world, one, "ben")).has_value());
    }

    void aTicketWhoseRunHasGoneIsResolvedAllTheSame_data()
    {
        QTest::addColumn<std::string>("sql");
        QTest::newRow("deleted") << std::string("DELETE FROM runs WHERE id = $1");
        QTest::newRow("cancelled") << std::string("UPDATE runs SET status = 'cancelled' WHERE id = $1");
    }
    void aTicketWhoseRunHasGoneIsResolvedAllTheSame()
    {
        QFETCH(std::string, sql);
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        const Case one(world);
        test::must(world.write([&](store::Transaction& tx) { return tx.execute(sql, {one.run.value}); }));

        const auto resolved = test::must(resolve(world, answer(world, one)));

        QVERIFY(resolved.run.isEmpty());
        QCOMPARE(world.spoken(one.conversation), std::string("user:text agent:bridge supporter:resolution"));
        QCOMPARE(world.conversation(one.conversation).status, std::string("open"));
    }

    void refusesWhatIsNoAnswerAndWhatIsNoTicket()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        const Case one(world);
        auto request = answer(world, one);
        request.answer = " ";
        const auto empty = resolve(world, request);
        request.answer = "Yes";
        request.ticket = "TF-20261121-0000";

        QVERIFY(empty.error().code == ErrorCode::InvalidArgument);
        QCOMPARE(empty.error().fields.at(0).field, std::string("answer"));
        QVERIFY(resolve(world, request).error().code == ErrorCode::NotFound);
        request.ticket = one.ticket.reference;
        QVERIFY(resolve(world, request).has_value());
        QVERIFY(resolve(world, request).error().code == ErrorCode::Conflict);
    }
};

PARLEY_TEST("resolution", ResolutionTest)
#include "resolution_test.moc"
