// SPDX-License-Identifier: MIT
#include "shared/protocol/turn.h"

namespace parley::proto {

namespace {

nlohmann::json toolUseJson(const ToolUse& use, Audience audience)
{
    nlohmann::json json = {{"name", use.name}, {"status", use.status}};
    if (audience == Audience::Operator) {
        json["input"] = use.input;
        json["output"] = use.output;
        json["duration_ms"] = use.durationMs;
    }
    return json;
}

nlohmann::json replyJson(const Reply& reply, Audience audience)
{
    nlohmann::json json = {{"id", reply.id},
                           {"text", reply.text},
                           {"kind", reply.kind},
                           {"agent", reply.agent},
                           {"category", reply.category},
                           {"cache_hit", reply.cacheHit},
                           {"citations", reply.citations},
                           {"tool_calls", nlohmann::json::array()}};
    for (const ToolUse& use : reply.toolCalls) {
        json["tool_calls"].push_back(toolUseJson(use, audience));
    }
    if (audience == Audience::Operator) {
        json["confidence"] = reply.confidence;
        json["intent"] = reply.intents.empty() ? nlohmann::json() : nlohmann::json(reply.intents.front());
        json["intents"] = reply.intents;
    }
    return json;
}

} // namespace

void to_json(nlohmann::json& json, const TicketSummary& ticket)
{
    json = {{"id", ticket.id}, {"reference", ticket.reference}, {"status", ticket.status}};
    if (ticket.position) {
        json["position"] = *ticket.position;
    }
    if (ticket.expectedWaitS) {
        json["expected_wait_s"] = *ticket.expectedWaitS;
    }
    if (ticket.asksEmail) {
        json["asks_email"] = true;
    }
}

nlohmann::json turnJson(const Turn& turn, Audience audience)
{
    nlohmann::json json = {{"session_id", turn.sessionId},
                           {"message_id", turn.messageId},
                           {"status", turn.status},
                           {"reply", nullptr},
                           {"ticket", nullptr},
                           {"latency_ms", turn.latencyMs}};
    if (turn.reply) {
        json["reply"] = replyJson(*turn.reply, audience);
    }
    if (turn.ticket) {
        json["ticket"] = *turn.ticket;
    }
    if (audience == Audience::Operator) {
        json["trace_id"] = turn.traceId;
        json["sentiment"] = turn.sentiment ? nlohmann::json(*turn.sentiment) : nlohmann::json();
    }
    return json;
}

} // namespace parley::proto
