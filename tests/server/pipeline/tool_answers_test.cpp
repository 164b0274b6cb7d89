// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/confirm.h"
#include "server/pipeline/nodes/look_up.h"
#include "tests/server/pipeline/answering_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using pipeline::Step;

namespace {

const std::string kRefunds =
    "Refunds are paid within 5 days. Write to help@shop.example to ask for one. You can "
    "read the rules at https://shop.example/refunds.";

struct World : test::AnsweringWorld {
    World()
    {
        document("refunds", "Refunds", kRefunds);
        document("shipping", "Shipping", "Parcels leave our warehouse on Monday and Thursday.");
    }

    std::unique_ptr<pipeline::Turn> ask(std::deque<test::Said> script,
                                        const std::string& text = "How do refunds work?")
    {
        model = std::make_shared<test::FakeModel>(std::move(script));
        return turn(text, model);
    }

    std::shared_ptr<test::FakeModel> model;
};

} // namespace

class ToolAnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aToolsAnswerSupportsWhatIsSaid()
    {
        World world;
        world.tool("order_status", [](const auto&, const auto&) {
            return test::gives({{"status", "shipped"}, {"arrives_on", "2026-11-25"}});
        });
        const auto turn =
            world.ask({test::calls("order_status", R"({"order_id":"ORD-4711"})"),
                       test::says({"Your order ORD-4711 was shipped and arrives on 25 November. "
                                   "It has 99 parts."})},
                      "Where is my order ORD-4711?");
        turn->confidence = 0.2;

        QVERIFY(world.answer(*turn) == Step::Continue);

        QCOMPARE(turn->reply, std::string("Your order ORD-4711 was shipped and arrives on 25 November."));
        QCOMPARE(turn->toolCalls.size(), std::size_t{1});
        QCOMPARE(turn->toolCalls.front().status, std::string("done"));
        QCOMPARE(turn->notCacheable, std::string("tool"));
        QVERIFY(world.model->asked.back().back().role == llm::ChatRole::Tool);
    }

    void wrongCallsAreRefusedAndTold_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("arguments");
        QTest::newRow("no such tool") << std::string("delete_all") << std::string("{}");
        QTest::newRow("no JSON") << std::string("order_status") << std::string("{\"order_id\":");
        QTest::newRow("no object") << std::string("order_status") << std::string("[1]");
        QTest::newRow("somebody else's order")
            << std::string("order_status") << std::string(R"({"order_id":"ORD-999"})");
    }
    void wrongCallsAreRefusedAndTold()
    {
        QFETCH(std::string, name);
        QFETCH(std::string, arguments);
        World world;
        world.tool("order_status", [](const auto&, const auto&) {
            return test::gives({{"status", "shipped"}});
        });
        const auto turn =
            world.ask({test::calls(name, arguments), test::says({"Refunds are paid within 5 days."})},
                      "Where is my order ORD-4711, and how do refunds work?");

        (void)world.answer(*turn);

        QVERIFY(world.toolbox.called.empty());
        QCOMPARE(turn->toolCalls.front().status, std::string("refused"));
        QVERIFY(world.model->asked.back().back().text.find("refused: ") != std::string::npos);
    }

    void toolRoundsAreBounded()
    {
        World world;
        world.settings.toolSteps = 2;
        world.tool("order_status", [](const auto&, const auto&) {
            return test::gives({{"status", "shipped"}});
        });
        const auto turn = world.turn("Where is my order ORD-4711?", {});
        const auto model = std::make_shared<test::FakeModel>(test::FakeModel::Think(
            [](const auto&) { return test::calls("order_status", R"({"order_id":"ORD-4711"})"); }));
        turn->model = model;

        (void)world.answer(*turn);

        QCOMPARE(model->asked.size(), std::size_t{3});
        QCOMPARE(world.toolbox.called.size(), std::size_t{2});
    }

    void aChangeIsAskedAboutAndDoneOnYes_data()
    {
        QTest::addColumn<std::string>("answer");
        QTest::addColumn<int>("done");
        QTest::newRow("yes") << std::string("Yes please") << 1;
        QTest::newRow("no") << std::string("no thanks") << 0;
        QTest::newRow("other") << std::string("What does shipping cost?") << 0;
    }
    void aChangeIsAskedAboutAndDoneOnYes()
    {
        QFETCH(std::string, answer);
        QFETCH(int, done);
        World world;
        world.tool(
            "cancel_order",
            [](const auto&, const auto&) {
                return test::gives({{"status", "cancelled"}});
            },
            true);
        world.agent.tools = R"(["cancel_order"])";
        const auto turn = world.ask({test::calls("cancel_order", R"({"order_id":"ORD-4711"})")},
                                    "Cancel my order ORD-4711");

        QVERIFY(world.answer(*turn) == Step::Deliver);

        QCOMPARE(turn->replyKind, std::string("clarify"));
        QVERIFY2(turn->reply.find("ORD-4711") != std::string::npos, turn->reply.c_str());
        QVERIFY(world.toolbox.called.empty());

        const auto next = world.turn(answer, {});
        next->awaiting = turn->asks;
        pipeline::ConfirmNode confirm(&world.toolbox);
        const auto step = test::runCoroutine(world.io, confirm.run(*next, runtime::Budget()));
        QCOMPARE(static_cast<int>(world.toolbox.called.size()), done);
        QVERIFY(*step == (answer.starts_with("What") ? Step::Continue : Step::Deliver));
        if (done > 0) {
            QCOMPARE(world.toolbox.called.front(), std::string(R"(cancel_order {"order_id":"ORD-4711"})"));
            QVERIFY(next->reply.find("cancelled") != std::string::npos);
        }
    }

    void aConfirmedCallThatFailsGoesToAPerson()
    {
        World world;
        world.tool(
            "cancel_order",
            [](const auto&, const auto&) {
                tools::ToolOutcome outcome;
                outcome.status = tools::ToolStatus::Failed;
                outcome.problem = "no answer";
                return outcome;
            },
            true);
        world.agent.tools = R"(["cancel_order"])";
        const auto turn = world.turn("yes", {});
        turn->awaiting =
            R"({"confirm":{"tool":"cancel_order","agent":"orders","input":{"order_id":"4711"}}})";
        pipeline::ConfirmNode confirm(&world.toolbox);

        QVERIFY(test::runCoroutine(world.io, confirm.run(*turn, runtime::Budget())).value() ==
                Step::Escalate);
        QCOMPARE(turn->escalationReason, std::string("tool_failed"));
    }

    void withoutAModelAToolAnswersWhatTheMessageNames()
    {
        World world;
        world.tool("order_status", [](const auto&, const auto&) {
            return test::gives({{"status", "shipped"}});
        });
        const auto turn = world.turn("Where is my order ORD-4711?", {});
        pipeline::LookUpNode lookUp(&world.toolbox);

        QVERIFY(test::runCoroutine(world.io, lookUp.run(*turn, runtime::Budget())).value() == Step::Deliver);

        QCOMPARE(turn->reply, std::string("Status: shipped"));
        QCOMPARE(world.sink->read, turn->reply);
    }

    void withoutAModelNothingIsChangedOrGuessed()
    {
        World world;
        world.tool(
            "cancel_order",
            [](const auto&, const auto&) {
                return test::gives({{"status", "cancelled"}});
            },
            true);
        world.tool("order_status", [](const auto&, const auto&) {
            return test::gives({{"status", "shipped"}});
        });
        const auto turn = world.turn("Where is my order?", {});
        pipeline::LookUpNode lookUp(&world.toolbox);

        QVERIFY(test::runCoroutine(world.io, lookUp.run(*turn, runtime::Budget())).value() == Step::Continue);
        QVERIFY(world.toolbox.called.empty());
    }
};

PARLEY_TEST("tool_answers", ToolAnswersTest)
#include "tool_answers_test.moc"
