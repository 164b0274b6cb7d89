// SPDX-License-Identifier: MIT
#include "shared/protocol/turn.h"
#include "tests/support/test_main.h"

using namespace parley;

namespace {

proto::Turn answered()
{
    proto::Turn turn;
    turn.sessionId = "s1";
    turn.messageId = "m1";
    turn.status = "open";
    turn.traceId = "r1";
    turn.latencyMs = 12;
    turn.reply = proto::Reply{"m2", "Yes.", "answer", "faq", "general", 0.75, false, {}, {"orders", "billing"}};
    turn.sentiment = -0.5;
    return turn;
}

} // namespace

class TurnTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCustomerSeesNoConfidenceNoTraceAndNoIntents()
    {
        QCOMPARE(proto::turnJson(answered(), proto::Audience::Customer).dump(),
                 std::string(R"({"latency_ms":12,"message_id":"m1","reply":{"agent":"faq",)"
                             R"("cache_hit":false,"category":"general","citations":[],"id":"m2",)"
                             R"("kind":"answer","text":"Yes.","tool_calls":[]},"session_id":"s1",)"
                             R"("status":"open","ticket":null})"));
    }

    void anOperatorSeesThem()
    {
        QCOMPARE(proto::turnJson(answered(), proto::Audience::Operator).dump(),
                 std::string(R"({"latency_ms":12,"message_id":"m1","reply":{"agent":"faq",)"
                             R"("cache_hit":false,"category":"general","citations":[],"confidence":0.75,)"
                             R"("id":"m2","intent":"orders","intents":["orders","billing"],"kind":"answer",)"
                             R"("text":"Yes.","tool_calls":[]},"sentiment":-0.5,"session_id":"s1","status":"open",)"
                             R"("ticket":null,"trace_id":"r1"})"));
    }

    void aHeldTurnHasATicketAndNoReply()
    {
        proto::Turn turn = answered();
        turn.reply.reset();
        turn.status = "waiting_for_agent";
        turn.ticket = proto::TicketSummary{"t1", "TF-20261121-7K3M", "pending_human"};

        QCOMPARE(proto::turnJson(turn, proto::Audience::Customer).dump(),
                 std::string(R"({"latency_ms":12,"message_id":"m1","reply":null,"session_id":"s1",)"
                             R"("status":"waiting_for_agent","ticket":{"id":"t1",)"
                             R"("reference":"TF-20261121-7K3M","status":"pending_human"}})"));
    }
};

PARLEY_TEST("turn", TurnTest)
#include "turn_test.moc"
