// SPDX-License-Identifier: MIT
#include "server/pipeline/runner.h"
#include "tests/server/pipeline/fake_nodes.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/fake_clock.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using pipeline::Step;

namespace {

constexpr std::chrono::milliseconds kPlenty{60'000};

/// A graph whose nodes only write down that they ran; the last two set an outcome with their name as its
/// status.
struct World {
    void step(const std::string& name, Result<Step> outcome = Step::Continue)
    {
        graph.steps.push_back(test::scripted(name, [outcome](pipeline::Turn&) { return outcome; }));
    }

    Result<proto::Turn> run(std::chrono::milliseconds limit = kPlenty)
    {
        const auto end = [this](pipeline::Turn& t, const char* status) -> Result<Step> {
            reason = t.escalationReason;
            if (hasOutcome) {
                t.outcome.emplace();
                t.outcome->status = status;
            }
            return lastOutcome;
        };
        graph.deliver = test::scripted("deliver", [end](pipeline::Turn& t) { return end(t, "delivered"); });
        graph.bridge = test::scripted("bridge", [end](pipeline::Turn& t) { return end(t, "bridged"); });
        turn.sink = sink;
        const auto observe = [this](std::string_view node, std::chrono::microseconds) {
            observed += std::string(node) + " ";
        };
        const pipeline::Runner runner(std::move(graph), clock, limit, observe, nodeLimit);
        boost::asio::io_context io;
        return test::runCoroutine(io, runner.run(turn));
    }

    std::string traced() const
    {
        std::string names;
        for (const auto& node : nlohmann::json::parse(turn.trace.text())) {
            names += node.at("name").get<std::string>() + " ";
        }
        return names;
    }

    pipeline::Graph graph;
    pipeline::Turn turn;
    test::FakeClock clock;
    std::shared_ptr<test::RecordingSink> sink = std::make_shared<test::RecordingSink>();
    std::string observed;
    std::string reason;
    std::chrono::milliseconds nodeLimit = kPlenty;
    bool hasOutcome = true;
    Result<Step> lastOutcome = Step::End;
};

} // namespace

class RunnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNodeRunsInOrderAndIsTraced()
    {
        World world;
        world.step("guard");
        world.step("draft");

        const auto outcome = world.run();

        QCOMPARE(outcome->status, std::string("delivered"));
        QCOMPARE(world.traced(), std::string("guard draft deliver "));
        QCOMPARE(world.observed, std::string("guard draft deliver "));
        QCOMPARE(world.sink->told, std::string("node:guard node:draft node:deliver"));
    }

    void aNodeDecidesWhereItGoes_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<std::string>("trace");
        QTest::addColumn<std::string>("status");
        QTest::newRow("deliver") << int(Step::Deliver) << std::string("first deliver ")
                                 << std::string("delivered");
        QTest::newRow("escalate") << int(Step::Escalate) << std::string("first bridge ")
                                  << std::string("bridged");
    }
    void aNodeDecidesWhereItGoes()
    {
        QFETCH(int, step);
        QFETCH(std::string, trace);
        QFETCH(std::string, status);
        World world;
        world.step("first", static_cast<Step>(step));
        world.step("second");

        QCOMPARE(world.run()->status, status);
        QCOMPARE(world.traced(), trace);
    }

    void aNodeThatEndsTheRunEndsIt()
    {
        World world;
        world.graph.steps.push_back(test::scripted("last", [](pipeline::Turn& turn) -> Result<Step> {
            turn.outcome.emplace();
            turn.outcome->status = "cancelled";
            return Step::End;
        }));

        QCOMPARE(world.run()->status, std::string("cancelled"));
        QCOMPARE(world.traced(), std::string("last "));
    }

    void aFailureGoesToAPersonWithItsReason_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<std::string>("reason");
        QTest::newRow("storage") << int(ErrorCode::Storage) << std::string("failure");
        QTest::newRow("internal") << int(ErrorCode::Internal) << std::string("failure");
        QTest::newRow("timeout") << int(ErrorCode::Timeout) << std::string("timeout");
    }
    void aFailureGoesToAPersonWithItsReason()
    {
        QFETCH(int, code);
        QFETCH(std::string, reason);
        World world;
        world.step("retrieve", fail(static_cast<ErrorCode>(code), "broken"));
        world.step("draft");

        QCOMPARE(world.run()->status, std::string("bridged"));
        QCOMPARE(world.reason, reason);
        QCOMPARE(world.traced(), std::string("retrieve bridge "));
        const auto trace = nlohmann::json::parse(world.turn.trace.text());
        QVERIFY(trace.at(0).at("output").contains("error"));
    }

    void anExceptionGoesToAPersonToo()
    {
        World world;
        world.graph.steps.push_back(test::scripted("draft", [](pipeline::Turn&) -> Result<Step> {
            throw std::runtime_error("a fault in a node");
        }));

        QCOMPARE(world.run()->status, std::string("bridged"));
        QCOMPARE(world.reason, std::string("failure"));
    }

    void aSpentBudgetGoesToAPersonBeforeTheNextNode()
    {
        World world;
        world.step("retrieve");

        QCOMPARE(world.run(std::chrono::milliseconds{0})->status, std::string("bridged"));
        QCOMPARE(world.reason, std::string("timeout"));
        QCOMPARE(world.traced(), std::string("bridge "));
    }

    void whatANodeFoundTooLateIsNotUsed()
    {
        World world;
        world.nodeLimit = std::chrono::milliseconds{0};
        world.step("retrieve");
        world.step("draft");

        QCOMPARE(world.run()->status, std::string("bridged"));
        QCOMPARE(world.reason, std::string("timeout"));
        QCOMPARE(world.traced(), std::string("retrieve bridge "));
    }

    void aLastNodeThatFailsIsToldOf()
    {
        World world;
        world.lastOutcome = fail(ErrorCode::Storage, "disk full");

        QVERIFY(world.run().error().code == ErrorCode::Storage);
    }

    void aRunWithoutAnOutcomeIsAFault()
    {
        World world;
        world.hasOutcome = false;

        QVERIFY(world.run().error().code == ErrorCode::Internal);
    }
};

PARLEY_TEST("runner", RunnerTest)
#include "runner_test.moc"
