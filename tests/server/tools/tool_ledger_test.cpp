// SPDX-License-Identifier: MIT
#include "tests/server/tools/tools_world.h"
#include "tests/support/test_main.h"

#include <atomic>

using namespace parley;
using namespace parley::server;
using nlohmann::json;
using test::FakeAnswer;
using test::FakeHttpServer;
using test::SeenRequest;
using test::ToolsWorld;
using tools::ToolStatus;

namespace {

json refund(const FakeHttpServer& server, bool isIdempotent = false)
{
    return {{"name", "refund"},
            {"kind", "http"},
            {"config",
             {{"url", server.url("/refunds")},
              {"method", "POST"},
              {"timeout_ms", 200},
              {"idempotent", isIdempotent}}}};
}

tools::ToolContext confirmed(ToolsWorld& world)
{
    auto context = world.verifiedContext();
    context.isConfirmed = true;
    context.effectKey = context.run.value + ":refund";
    return context;
}

std::string statusOf(ToolsWorld& world, const std::string& key)
{
    const auto row = test::must(
        world.read([&](store::ReadTransaction& tx) { return store::ToolCallRepository().find(tx, key); }));
    return row ? row->status : "none";
}

/// As a process leaves it that died in the middle of a call.
void cutOff(ToolsWorld& world, const tools::ToolContext& context)
{
    store::ToolCallRow row;
    row.effectKey = context.effectKey;
    row.run = context.run;
    row.conversation = context.conversation;
    row.tool = "refund";
    row.createdMs = world.clock.nowMs();
    test::must(
        world.write([&](store::Transaction& tx) { return store::ToolCallRepository().begin(tx, row); }));
}

} // namespace

class ToolLedgerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCallThatWasMadeIsNotMadeAgain_data() { test::addDatabaseRows(); }
    void aCallThatWasMadeIsNotMadeAgain()
    {
        PARLEY_DATABASE(database);
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::json(R"({"refund":"R-1"})"); });
        ToolsWorld world(database);
        test::must(world.add(refund(server)));
        const auto context = confirmed(world);

        const auto first = world.call(context, "refund", {{"amount", 5}});
        const auto second = world.call(context, "refund", {{"amount", 5}});

        QCOMPARE(test::text(first.output), test::text(json({{"refund", "R-1"}})));
        QCOMPARE(test::text(second.output), test::text(first.output));
        QCOMPARE(second.status, ToolStatus::Done);
        QCOMPARE(server.seen().size(), std::size_t{1});
        QCOMPARE(statusOf(world, context.effectKey), std::string("done"));
    }

    void aCallThatACrashCutOffIsNotRepeatedUnlessTheServerDeduplicates_data()
    {
        QTest::addColumn<bool>("isIdempotent");
        QTest::newRow("nobody knows") << false;
        QTest::newRow("it deduplicates") << true;
    }
    void aCallThatACrashCutOffIsNotRepeatedUnlessTheServerDeduplicates()
    {
        QFETCH(bool, isIdempotent);
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::json("{}"); });
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        test::must(world.add(refund(server, isIdempotent)));
        const auto context = confirmed(world);
        cutOff(world, context);

        const auto outcome = world.call(context, "refund", json::object());

        QCOMPARE(outcome.status, isIdempotent ? ToolStatus::Done : ToolStatus::Failed);
        QCOMPARE(server.seen().size(), std::size_t{isIdempotent ? 1U : 0U});
        QCOMPARE(statusOf(world, context.effectKey), std::string(isIdempotent ? "done" : "unknown"));
        if (!isIdempotent) {
            QVERIFY(outcome.problem.find("nobody knows") != std::string::npos);
            QCOMPARE(world.call(context, "refund", json::object()).status, ToolStatus::Failed);
            QCOMPARE(server.connections(), 0);
        }
    }

    void whatCertainlyDidNothingMayBeTriedAgain()
    {
        std::atomic<bool> refuses{true};
        FakeHttpServer server([&](const SeenRequest&) {
            return refuses ? FakeAnswer::of(422, "{}") : FakeAnswer::json(R"({"ok":1})");
        });
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        test::must(world.add(refund(server)));
        const auto context = confirmed(world);

        QCOMPARE(world.call(context, "refund", json::object()).status, ToolStatus::Failed);
        QCOMPARE(statusOf(world, context.effectKey), std::string("failed"));
        refuses = false;

        QCOMPARE(world.call(context, "refund", json::object()).status, ToolStatus::Done);
    }

    void aServerThatHungMayHaveDoneIt()
    {
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::hang(); });
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        test::must(world.add(refund(server)));
        const auto context = confirmed(world);

        const auto outcome = world.call(context, "refund", json::object());
        const auto again = world.call(context, "refund", json::object());

        QCOMPARE(outcome.status, ToolStatus::Failed);
        QVERIFY(outcome.problem.find("Nobody knows") != std::string::npos);
        QCOMPARE(again.status, ToolStatus::Failed);
        QCOMPARE(server.seen().size(), std::size_t{1});
        const auto shown =
            test::must(world.run(world.tools->ledger().list(world.tenant, {"unknown", 0, {}, 10})));
        QCOMPARE(shown.size(), std::size_t{1});
        QCOMPARE(shown.front().tool, std::string("refund"));
    }

    void whatWasCutOffIsShownAsUnknown_data() { test::addDatabaseRows(); }
    void whatWasCutOffIsShownAsUnknown()
    {
        PARLEY_DATABASE(database);
        ToolsWorld world(database);
        const auto context = confirmed(world);
        cutOff(world, context);
        const auto shown = [&](const std::string& status) {
            return test::must(world.run(world.tools->ledger().list(world.tenant, {status, 0, {}, 10})));
        };
        QCOMPARE(shown("pending").size(), std::size_t{1});
        QVERIFY(shown("unknown").empty());

        world.clock.advanceMs(tools::ToolLedger::kLongestCallMs + 1);

        QVERIFY(shown("pending").empty());
        QCOMPARE(shown("unknown").front().status, std::string("unknown"));
        QCOMPARE(shown("").size(), std::size_t{1});
    }

    void callsGoWithTheirConversation_data() { test::addDatabaseRows(); }
    void callsGoWithTheirConversation()
    {
        PARLEY_DATABASE(database);
        ToolsWorld world(database);
        const auto context = confirmed(world);
        cutOff(world, context);

        test::must(world.write([&](store::Transaction& tx) {
            return tx.execute("DELETE FROM customers WHERE id = $1", {context.customer.value});
        }));

        QCOMPARE(statusOf(world, context.effectKey), std::string("none"));
    }
};

PARLEY_TEST("tool_ledger", ToolLedgerTest)
#include "tool_ledger_test.moc"
