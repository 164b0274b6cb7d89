// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/bridge.h"

#include "server/desk/bridge_text.h"
#include "server/desk/views.h"
#include "server/pipeline/assessment.h"
#include "server/pipeline/outcome.h"
#include "server/store/database.h"

namespace parley::server::pipeline {

namespace {

/// Passages that the case card shows.
constexpr std::size_t kContextHits = 5;

std::string contextOf(const Turn& turn)
{
    auto context = nlohmann::json::array();
    for (const knowledge::Hit& hit : turn.found.hits) {
        if (context.size() == kContextHits) {
            break;
        }
        context.push_back({{"document_id", hit.document.value},
                           {"chunk_id", hit.chunk.value},
                           {"title", hit.title},
                           {"text", hit.text},
                           {"score", hit.score}});
    }
    return context.empty() ? std::string()
                           : context.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// @param held  the answer that was written and then held back; empty: the extracted one is the draft
desk::HandoffRequest requestOf(const Turn& turn, const std::string& held)
{
    desk::HandoffRequest request;
    request.tenant = turn.tenant;
    request.conversation = turn.conversation;
    request.customer = turn.customer;
    request.run = turn.run;
    request.ticketPrefix = turn.ticketPrefix;
    request.locale = turn.locale;
    request.reason =
        turn.escalationReason.empty() ? std::string(desk::kReasonFailure) : turn.escalationReason;
    request.category = turn.category;
    request.priority = turn.priority;
    request.team = turn.team;
    request.question = turn.askedAbout.empty() ? turn.text : turn.askedAbout + "\n" + turn.text;
    request.draftAnswer = held.empty() ? knowledge::joined(turn.draft) : held;
    if (!request.draftAnswer.empty()) {
        request.confidence = turn.confidence;
    }
    request.context = contextOf(turn);
    request.factors = factorsText(turn);
    if (!turn.answeredPart.empty()) {
        request.answered = turn.answeredPart;
        request.citations = desk::citationsText(turn.citations);
    }
    request.effectKey = turn.run.value + ":bridge";
    return request;
}

/// The turn of a conversation that went to a person (or would, were it no sandbox), without its ticket.
proto::Turn bridgedOutcome(const Turn& turn, std::string text, std::int64_t now)
{
    proto::Turn outcome;
    outcome.sessionId = turn.conversation.value;
    outcome.messageId = turn.message.value;
    outcome.status = "waiting_for_agent";
    outcome.traceId = turn.run.value;
    outcome.latencyMs = now - turn.startedMs;
    outcome.sentiment = turn.sentiment;
    proto::Reply reply;
    reply.text = std::move(text);
    reply.kind = "bridge";
    reply.agent = turn.agent;
    reply.category = turn.category;
    reply.confidence = turn.confidence;
    reply.citations = turn.citations;
    reply.intents = labelsOf(turn.intents);
    reply.toolCalls = turn.toolCalls;
    outcome.reply = std::move(reply);
    return outcome;
}

} // namespace

boost::asio::awaitable<Result<Step>> BridgeNode::run(Turn& turn, runtime::Budget)
{
    const std::string held = turn.judgement.isHeld && turn.answeredPart.empty() ? turn.reply : std::string();
    if (!turn.reply.empty()) {
        // What was released so far is not the answer after all.
        turn.reply.clear();
        if (turn.answeredPart.empty()) {
            turn.citations.clear();
        }
        turn.sink->onReset();
    }
    if (turn.isSandbox) {
        std::string text = turn.answeredPart.empty() ? std::string() : turn.answeredPart + "\n\n";
        text += desk::bridgeText(turn.locale, requestOf(turn, held).reason, {});
        turn.outcome = bridgedOutcome(turn, std::move(text), m_services.clock.nowMs());
        co_return Step::End;
    }
    auto bridge = [&](store::Transaction& tx) { return bridgeIn(tx, turn, held); };
    auto scope = store::Scope::of(turn.tenant);
    auto outcome = co_await m_services.database.transact(scope, bridge);
    if (!outcome && outcome.error().problem == "not_open") {
        auto cancel = [&](store::Transaction& tx) { return cancelRun(tx, m_services, turn); };
        outcome = co_await m_services.database.transact(scope, cancel);
    }
    if (!outcome) {
        co_return fail(std::move(outcome).error().in(name()));
    }
    turn.outcome = *std::move(outcome);
    co_return Step::End;
}

Result<proto::Turn>
BridgeNode::bridgeIn(store::Transaction& tx, const Turn& turn, const std::string& held) const
{
    auto run = m_services.runs.find(tx, turn.run);
    if (!run) {
        return fail(std::move(run).error());
    }
    if (*run && (*run)->status != "running") {
        auto stored = storedOutcome(tx, m_services, turn.run);
        if (!stored) {
            return fail(std::move(stored).error());
        }
        return std::move(**stored);
    }
    // First, because a customer's mood is part of how urgent the case is.
    if (auto noted = noteMood(tx, m_services, turn); !noted) {
        return fail(std::move(noted).error());
    }
    auto done = m_handoff.toQueue(tx, requestOf(turn, held));
    if (!done) {
        return fail(std::move(done).error());
    }
    const std::int64_t now = m_services.clock.nowMs();
    store::RunEnd end = endOf(turn, "paused", name(), now);
    end.reply = done->bridge.id;
    end.ticket = done->ticket.id;
    nlohmann::json kept = replyState(turn);
    kept["kind"] = "bridge";
    end.state =
        nlohmann::json({{"waits_for", "human_answer"}, {"ticket", done->ticket.id.value}, {"reply", kept}})
            .dump();
    auto paused = m_services.runs.end(tx, "running", end);
    if (!paused) {
        return fail(std::move(paused).error());
    }
    if (!*paused) {
        return fail(ErrorCode::Storage, "The run changed while it was handed over.");
    }
    if (auto noted = noteFacts(tx, turn, "bridge", now); !noted) {
        return fail(std::move(noted).error());
    }

    proto::Turn outcome = bridgedOutcome(turn, done->bridge.text, now);
    outcome.ticket = done->summary;
    outcome.reply->id = done->bridge.id.value;
    return outcome;
}

} // namespace parley::server::pipeline
