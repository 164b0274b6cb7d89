// SPDX-License-Identifier: MIT
#include "server/pipeline/outcome.h"

#include "server/agents/stored_assessment.h"
#include "server/desk/case_terms.h"
#include "server/desk/views.h"
#include "server/store/turn_facts_repository.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace parley::server::pipeline {

namespace {

/// Weaker than this is no mood.
constexpr double kNotedSentiment = 0.05;

/// Puts back what replyState() kept.
void restoreReply(const store::RunRow& run, proto::Turn& turn, proto::Reply& reply)
{
    const auto state = nlohmann::json::parse(run.state, nullptr, false);
    if (!state.is_object() || !state.contains("reply")) {
        return;
    }
    const nlohmann::json& kept = state["reply"];
    reply.kind = kept.value("kind", reply.kind);
    reply.agent = kept.value("agent", reply.agent);
    reply.category = kept.value("category", reply.category);
    reply.confidence = kept.value("confidence", 0.0);
    reply.intents = kept.value("intents", std::vector<std::string>());
    reply.cacheHit = kept.value("cache_hit", false);
    for (const nlohmann::json& use : kept.value("tool_calls", nlohmann::json::array())) {
        reply.toolCalls.push_back({use.value("name", std::string()),
                                   use.value("status", std::string()),
                                   use.value("input", nlohmann::json()),
                                   use.value("output", nlohmann::json()),
                                   use.value("duration_ms", std::int64_t{0})});
    }
    if (kept.contains("sentiment") && kept["sentiment"].is_number()) {
        turn.sentiment = kept["sentiment"].get<double>();
    }
}

/// What the last node did, and which version of which agent it was for.
nlohmann::json endState(const Turn& turn)
{
    nlohmann::json state = {{"committed", true}, {"agent", turn.agent}};
    const agents::AgentProfile* agent = turn.understanding ? turn.understanding->agent(turn.agent) : nullptr;
    if (agent != nullptr) {
        state["agent_version"] = agent->version;
    }
    return state;
}

/// The status of the conversation and the ticket that a person has to deal with.
Result<void> fillCase(store::ReadTransaction& tx,
                      const desk::Services& services,
                      const ConversationId& conversation,
                      proto::Turn& turn)
{
    auto row = services.conversations.find(tx, conversation);
    if (!row || !*row) {
        return fail(row ? Error{ErrorCode::NotFound, "There is no such conversation.", {}, {}, {}, {}}
                        : std::move(row).error());
    }
    auto ticket = services.tickets.findUnresolved(tx, conversation);
    if (!ticket) {
        return fail(std::move(ticket).error());
    }
    turn.sessionId = conversation.value;
    turn.status = (*row)->status;
    if (*ticket) {
        auto summary = desk::waitingSummary(services, tx, **ticket);
        if (!summary) {
            return fail(std::move(summary).error());
        }
        turn.ticket = *std::move(summary);
    }
    return {};
}

} // namespace

Result<std::optional<proto::Turn>>
storedOutcome(store::ReadTransaction& tx, const desk::Services& services, const RunId& run)
{
    auto row = services.runs.find(tx, run);
    if (!row || !*row) {
        return fail(row ? Error{ErrorCode::NotFound, "There is no such run.", {}, {}, {}, {}}
                        : std::move(row).error());
    }
    if ((*row)->status == "running") {
        return std::optional<proto::Turn>();
    }
    proto::Turn turn;
    turn.messageId = (*row)->message.value;
    turn.traceId = run.value;
    turn.latencyMs = (*row)->durationUs.value_or(0) / 1000;
    if (auto filled = fillCase(tx, services, (*row)->conversation, turn); !filled) {
        return fail(std::move(filled).error());
    }
    for (const std::string_view effect : {":deliver", ":bridge"}) {
        auto message = services.journal.log().findByEffect(tx, run.value + std::string(effect));
        if (!message) {
            return fail(std::move(message).error());
        }
        if (*message) {
            proto::Reply reply;
            reply.id = (*message)->id.value;
            reply.text = (*message)->text;
            reply.kind = effect == ":bridge" ? "bridge" : "answer";
            reply.agent = (*message)->authorId;
            reply.category = "general";
            reply.citations = desk::messageView(**message, proto::Audience::Customer).citations;
            restoreReply(**row, turn, reply);
            turn.reply = std::move(reply);
            break;
        }
    }
    return std::optional<proto::Turn>(std::move(turn));
}

Result<proto::Turn> heldOutcome(store::ReadTransaction& tx,
                                const desk::Services& services,
                                const ConversationId& conversation,
                                const MessageId& message)
{
    proto::Turn turn;
    turn.messageId = message.value;
    if (auto filled = fillCase(tx, services, conversation, turn); !filled) {
        return fail(std::move(filled).error());
    }
    return turn;
}

Result<void> noteMood(store::Transaction& tx, const desk::Services& services, const Turn& turn)
{
    if (turn.sentiment && std::abs(*turn.sentiment) >= kNotedSentiment) {
        auto noted = services.conversations.setSentiment(tx, turn.conversation, *turn.sentiment);
        if (!noted) {
            return noted;
        }
    }
    // A question that this turn has not seen stays.
    const bool isAnswered = turn.awaiting.empty() && turn.asks.empty();
    return isAnswered ? Result<void>() : services.conversations.setAwaiting(tx, turn.conversation, turn.asks);
}

nlohmann::json replyState(const Turn& turn)
{
    nlohmann::json kept = {{"kind", turn.replyKind},
                           {"agent", turn.agent},
                           {"category", turn.category},
                           {"confidence", turn.confidence},
                           {"intents", labelsOf(turn.intents)}};
    if (turn.judgement.isMade) {
        kept[agents::kAssessmentField] =
            agents::assessmentJson(turn.threshold, turn.judgement.isHeld, turn.judgement.features);
    }
    if (!turn.notCacheable.empty()) {
        kept["not_cacheable"] = turn.notCacheable;
    }
    if (turn.isCacheHit) {
        kept["cache_hit"] = true;
        kept["cache_probability"] = turn.cacheProbability;
    }
    for (const proto::ToolUse& use : turn.toolCalls) {
        kept["tool_calls"].push_back({{"name", use.name},
                                      {"status", use.status},
                                      {"input", use.input},
                                      {"output", use.output},
                                      {"duration_ms", use.durationMs}});
    }
    if (turn.sentiment) {
        kept["sentiment"] = *turn.sentiment;
    }
    return kept;
}

Result<std::string>
noteFacts(store::Transaction& tx, const Turn& turn, std::string_view outcome, std::int64_t nowMs)
{
    store::TurnFacts facts;
    facts.run = turn.run;
    facts.outcome = outcome;
    facts.agent = turn.agent;
    facts.confidence = turn.confidence;
    facts.latencyMs = nowMs - turn.startedMs;
    facts.cacheEntry = turn.cacheEntry;
    return store::TurnFactsRepository().note(tx, facts);
}

std::vector<std::string> labelsOf(const std::vector<nlp::IntentGuess>& guesses)
{
    std::vector<std::string> labels;
    for (const nlp::IntentGuess& guess : guesses) {
        labels.push_back(guess.label);
    }
    return labels;
}

store::RunEnd endOf(const Turn& turn, std::string_view status, std::string_view last, std::int64_t nowMs)
{
    store::RunEnd end;
    end.id = turn.run;
    end.status = status;
    end.node = last;
    // The last node is still at work, so its own time is not known; what it did is.
    end.trace = turn.trace.textWith(last, nowMs, endState(turn));
    end.nowMs = nowMs;
    end.durationUs = (nowMs - turn.startedMs) * 1000;
    return end;
}

Result<proto::Turn> cancelRun(store::Transaction& tx, const desk::Services& services, const Turn& turn)
{
    const std::int64_t now = services.clock.nowMs();
    store::RunEnd end = endOf(turn, "cancelled", "held", now);
    end.state = nlohmann::json({{"suggestion", turn.reply}})
                    .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    auto ended = services.runs.end(tx, "running", end);
    if (!ended) {
        return fail(std::move(ended).error());
    }
    if (*ended) {
        if (auto noted = noteFacts(tx, turn, "suggestion", now); !noted) {
            return fail(std::move(noted).error());
        }
    }
    return heldOutcome(tx, services, turn.conversation, turn.message);
}

} // namespace parley::server::pipeline
