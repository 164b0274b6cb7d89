// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/parts.h"

#include "server/desk/bridge_text.h"
#include "server/runtime/contain.h"

#include <algorithm>

namespace parley::server::pipeline {

namespace {

/// Tells the whole turn's sink what one part says, behind what the parts before it said.
class PartSink final : public TurnSink {
public:
    PartSink(TurnSink& whole, std::string before) : m_whole(whole), m_before(std::move(before)) {}

    void onNode(std::string_view name) override { m_whole.onNode(name); }
    void onToken(std::string_view text) override
    {
        if (!m_hasSpoken && !m_before.empty()) {
            m_whole.onToken("\n\n");
        }
        m_hasSpoken = true;
        m_whole.onToken(text);
    }
    void onReset() override
    {
        m_hasSpoken = false;
        m_whole.onReset();
        if (!m_before.empty()) {
            m_whole.onToken(m_before);
        }
    }
    void onEnded(const Result<proto::Turn>&) override {}

private:
    TurnSink& m_whole;
    std::string m_before;
    bool m_hasSpoken = false;
};

/// What a part starts with: the whole message's facts and its own words.
Turn partOf(const Turn& whole, const Wish& wish)
{
    Turn part = whole;
    part.agent = wish.agent;
    part.masked.text = wish.text;
    part.guarded.text = nlp::unmaskPii(wish.text, whole.masked.map);
    part.wishes.clear();
    part.reply.clear();
    part.toolCalls.clear();
    part.usage = {};
    part.notCacheable.clear();
    part.model.reset();
    part.tools.clear();
    part.trace = {};
    part.replyKind = "answer";
    part.asks.clear();
    part.grounding.reset();
    part.modelScore.reset();
    part.confidence = 0;
    part.threshold = 0;
    part.judgement.isMade = false;
    part.judgement.hasPassed = false;
    part.judgement.isHeld = false;
    part.sink = std::make_shared<PartSink>(*whole.sink, whole.reply);
    return part;
}

void join(Turn& whole, Turn& part)
{
    whole.reply += whole.reply.empty() ? part.reply : "\n\n" + part.reply;
    whole.citations = std::move(part.citations);
    if (part.confidence < whole.confidence) {
        whole.confidence = part.confidence;
        whole.judgement = part.judgement; // the turn is as sure as its least sure part
    }
    whole.threshold = std::max(whole.threshold, part.threshold);
    whole.writtenBy = part.writtenBy;
    if (part.grounding) {
        whole.grounding = std::min(whole.grounding.value_or(1), *part.grounding);
    }
}

/// What remains of a part whether or not it was answered.
void keep(Turn& whole, Turn& part)
{
    whole.masked.map = std::move(part.masked.map);
    whole.usage.input += part.usage.input;
    whole.usage.output += part.usage.output;
    std::ranges::move(part.toolCalls, std::back_inserter(whole.toolCalls));
    // Several questions at once are asked by nobody else.
    whole.notCacheable = part.notCacheable.empty() ? whole.notCacheable : part.notCacheable;
}

} // namespace

boost::asio::awaitable<Step>
PartsNode::answer(Turn& whole, Turn& part, std::size_t number, runtime::Budget budget) const
{
    for (Node* node : m_steps) {
        if (budget.isSpent()) {
            part.escalationReason = desk::kReasonTimeout;
            co_return Step::Escalate;
        }
        part.nodeInput = nlohmann::json::object();
        part.nodeOutput = nlohmann::json::object();
        const auto started = std::chrono::steady_clock::now();
        auto work = runtime::contain(node->run(part, budget));
        const Result<Step> step = co_await std::move(work);
        const auto took = std::chrono::steady_clock::now() - started;
        part.nodeInput["part"] = number;
        part.nodeOutput["agent"] = part.agent;
        if (!step) {
            part.nodeOutput["error"] = problemCode(step.error());
        }
        whole.trace.add(node->name(),
                        whole.startedMs,
                        std::chrono::duration_cast<std::chrono::microseconds>(took).count(),
                        std::move(part.nodeInput),
                        std::move(part.nodeOutput));
        if (!step) {
            part.escalationReason = desk::kReasonFailure;
            co_return Step::Escalate;
        }
        if (*step != Step::Continue) {
            co_return *step;
        }
    }
    co_return Step::Deliver;
}

boost::asio::awaitable<Result<Step>> PartsNode::run(Turn& turn, runtime::Budget budget)
{
    turn.nodeOutput = {{"parts", turn.wishes.size()}};
    if (turn.wishes.size() < 2 || turn.guarded.looksInjected) {
        co_return Step::Continue;
    }
    turn.confidence = 1;
    std::string open;
    std::string reason;
    auto agents = nlohmann::json::array();
    for (std::size_t i = 0; i < turn.wishes.size(); ++i) {
        // Each part of those that are left has an equal share of the time.
        const auto left = static_cast<int>(turn.wishes.size() - i);
        const runtime::Budget own = budget.atMost(budget.remaining() / left);
        Turn part = partOf(turn, turn.wishes[i]);
        const Step step = co_await answer(turn, part, i + 1, own);
        const bool asks = part.replyKind == "clarify";
        const bool isAnswered = step == Step::Deliver && !part.reply.empty() && !(asks && !turn.asks.empty());
        agents.push_back({{"agent", part.agent}, {"answered", isAnswered}});
        keep(turn, part);
        if (isAnswered) {
            if (asks) {
                turn.replyKind = part.replyKind;
                turn.asks = part.asks;
            }
            join(turn, part);
            continue;
        }
        if (!part.reply.empty()) {
            part.sink->onReset(); // said what is no answer
        }
        turn.found = std::move(part.found);
        turn.draft = std::move(part.draft);
        open += (open.empty() ? "" : "\n") + part.guarded.text;
        reason =
            part.escalationReason.empty() ? std::string(desk::kReasonLowConfidence) : part.escalationReason;
    }
    turn.nodeOutput["agents"] = std::move(agents);
    turn.agent = turn.wishes.front().agent;
    if (turn.reply.empty()) {
        // Perhaps it is one question after all.
        turn.confidence = 0;
        co_return Step::Continue;
    }
    turn.notCacheable = turn.notCacheable.empty() ? "several_questions" : turn.notCacheable;
    if (open.empty()) {
        co_return Step::Deliver;
    }
    turn.answeredPart = turn.reply;
    if (turn.escalationReason.empty()) {
        turn.escalationReason = std::move(reason);
    }
    co_return Step::Escalate;
}

} // namespace parley::server::pipeline
