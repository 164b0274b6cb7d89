// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/parts.h"
#include "tests/server/pipeline/answering_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using pipeline::Step;

namespace {

/// Answers the parts of the agents that know something; each names a source of its own.
Result<Step> answerPart(pipeline::Turn& turn)
{
    turn.confidence = turn.agent == "orders" ? 0.8 : 0.9;
    if (turn.agent == "nobody") {
        turn.escalationReason = "no_answer";
        return Step::Escalate;
    }
    turn.citations.push_back({turn.agent, turn.agent, "", 0.5, std::nullopt});
    turn.reply = turn.agent + ": " + turn.guarded.text;
    turn.sink->onToken(turn.reply);
    return Step::Continue;
}

struct World : test::AnsweringWorld {
    World() { m_node = test::scripted("answer", answerPart); }

    std::unique_ptr<pipeline::Turn> wishing(std::vector<pipeline::Wish> wishes)
    {
        auto made = turn("Where is my order, and how do refunds work?", {});
        made->wishes = std::move(wishes);
        return made;
    }

    Step run(pipeline::Turn& turn, std::unique_ptr<pipeline::Node> node = {})
    {
        if (node) {
            m_node = std::move(node);
        }
        pipeline::PartsNode parts({m_node.get()});
        return test::runCoroutine(io, parts.run(turn, runtime::Budget::of(std::chrono::seconds(60)))).value();
    }

private:
    std::unique_ptr<pipeline::Node> m_node;
};

} // namespace

class PartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneWishIsNotThisNodesBusiness()
    {
        World world;
        const auto turn = world.wishing({});
        QVERIFY(world.run(*turn) == Step::Continue);
        QVERIFY(turn->reply.empty());
    }

    void eachAgentAnswersItsPart()
    {
        World world;
        const auto turn =
            world.wishing({{"orders", "Where is my order"}, {"refunds", "how do refunds work?"}});

        QVERIFY(world.run(*turn) == Step::Deliver);

        QCOMPARE(turn->reply, std::string("orders: Where is my order\n\nrefunds: how do refunds work?"));
        QCOMPARE(world.sink->read, turn->reply);
        QCOMPARE(turn->citations.size(), std::size_t{2});
        QCOMPARE(turn->confidence, 0.8);
        QCOMPARE(turn->notCacheable, std::string("several_questions"));
        const auto trace = nlohmann::json::parse(turn->trace.text());
        QCOMPARE(trace.size(), std::size_t{2});
        QCOMPARE(trace[1]["input"]["part"].get<int>(), 2);
        QCOMPARE(trace[1]["output"]["agent"].get<std::string>(), std::string("refunds"));
    }

    void whatIsLeftGoesToAPersonBehindTheAnswer()
    {
        World world;
        const auto turn =
            world.wishing({{"orders", "Where is my order"}, {"nobody", "who is the king of France"}});

        QVERIFY(world.run(*turn) == Step::Escalate);

        QCOMPARE(turn->answeredPart, std::string("orders: Where is my order"));
        QCOMPARE(turn->escalationReason, std::string("no_answer"));
        QCOMPARE(turn->citations.size(), std::size_t{1});
    }

    void whereNoPartIsAnsweredItIsOneQuestion()
    {
        World world;
        const auto turn = world.wishing({{"nobody", "a"}, {"nobody", "b"}});
        QVERIFY(world.run(*turn) == Step::Continue);
        QVERIFY(turn->reply.empty() && turn->escalationReason.empty());
    }

    void aPartThatBeginsAnewKeepsWhatWasSaidBefore()
    {
        World world;
        const auto turn = world.wishing({{"orders", "a"}, {"refunds", "b"}});
        auto node = test::scripted("answer", [](pipeline::Turn& part) -> Result<Step> {
            part.reply = "wrong";
            part.sink->onToken(part.reply);
            part.reply.clear();
            part.sink->onReset();
            part.reply = "right";
            part.sink->onToken(part.reply);
            return Step::Continue;
        });

        QVERIFY(world.run(*turn, std::move(node)) == Step::Deliver);

        QCOMPARE(turn->reply, std::string("right\n\nright"));
        QCOMPARE(world.sink->read, turn->reply);
    }

    void aPartWhoseNodeFailsIsNotAnswered()
    {
        World world;
        const auto turn = world.wishing({{"orders", "a"}, {"refunds", "b"}});
        auto node = test::scripted("answer", [](pipeline::Turn& part) -> Result<Step> {
            if (part.agent == "refunds") {
                return fail(ErrorCode::Storage, "The disk is full.");
            }
            return answerPart(part);
        });

        QVERIFY(world.run(*turn, std::move(node)) == Step::Escalate);
        QCOMPARE(turn->escalationReason, std::string("failure"));
        QCOMPARE(turn->answeredPart, std::string("orders: a"));
    }
};

PARLEY_TEST("parts", PartsTest)
#include "parts_test.moc"
