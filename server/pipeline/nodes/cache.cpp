// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/cache.h"

#include "server/store/tenant_state_repository.h"

#include <algorithm>

namespace parley::server::pipeline {

namespace {

/// Why this message is not looked up; empty: it is.
std::string_view skipped(const Turn& turn)
{
    const bool isOff = !turn.understanding || !turn.understanding->answering().usesCache;
    return isOff                              ? "off"
           : turn.isSandbox                   ? "sandbox"
           : !turn.followUp.questions.empty() ? "follow_up"
           : turn.guarded.looksInjected       ? "looks_injected"
           : !turn.awaiting.empty()           ? "answers_a_question"
                                              : "";
}

/// It tells details of this customer, or a model wrote it with what this customer had said before in mind.
bool isOnesOwn(const Turn& turn)
{
    const bool leansOnHistory = !turn.history.empty() && turn.model != nullptr;
    return leansOnHistory || std::ranges::any_of(turn.masked.map, [&](const nlp::MaskedDetail& detail) {
               return !detail.original.empty() && turn.reply.find(detail.original) != std::string::npos;
           });
}

void take(Turn& turn, const cache::CachedAnswer& answer)
{
    turn.reply = answer.text;
    turn.citations = answer.citations;
    turn.agent = answer.agent.empty() ? turn.agent : answer.agent;
    turn.category = answer.category.empty() ? turn.category : answer.category;
    turn.confidence = answer.confidence;
    turn.writtenBy = "cache";
    turn.isCacheHit = true;
    turn.cacheEntry = answer.id;
    turn.cacheProbability = answer.probability;
    turn.escalationReason.clear(); // a rule let it be looked up first, and here is the answer
}

} // namespace

boost::asio::awaitable<Result<Step>> CacheNode::run(Turn& turn, runtime::Budget budget)
{
    if (const std::string_view why = skipped(turn); !why.empty()) {
        turn.nodeOutput = {{"hit", false}, {"skipped", why}};
        co_return Step::Continue;
    }
    cache::CacheQuestion question;
    question.text = turn.masked.text;
    question.locale = turn.locale;
    question.entities = turn.entities;
    question.configVersion = turn.configVersion;
    question.indexVersion = turn.indexVersion;
    question.cacheVersion = turn.cacheVersion;
    question.begunMs = turn.startedMs;
    question.isFromMemory = turn.isForeseen;
    question.threshold = turn.understanding->answering().cacheThreshold;
    auto found = co_await m_cache.find(turn.tenant, std::move(question), budget);
    if (!found) {
        turn.nodeOutput = {{"hit", false}, {"error", problemCode(found.error())}};
        co_return Step::Continue;
    }
    if (!found->answer) {
        turn.nodeOutput = {{"hit", false}};
        if (!found->refusedBy.empty()) {
            turn.nodeOutput["refused_by"] = found->refusedBy;
        }
        if (!found->nearest.empty()) {
            turn.nodeOutput["nearest"] = found->nearest;
            turn.nodeOutput["overlap"] = found->overlap;
            turn.nodeOutput["probability"] = found->probability;
        }
        co_return Step::Continue;
    }
    const cache::CachedAnswer& answer = *found->answer;
    turn.nodeOutput = {{"hit", true},
                       {"match", answer.isExact ? "exact" : "similar"},
                       {"probability", answer.probability},
                       {"entry", answer.id},
                       {"question", answer.question},
                       {"author", answer.isHuman ? "human" : "agents"}};
    take(turn, answer);
    turn.sink->onToken(turn.reply);
    co_return Step::Deliver;
}

Result<void> settleCache(store::Transaction& tx,
                         cache::AnswerCache& cache,
                         const Turn& turn,
                         const MessageId& reply,
                         std::int64_t nowMs)
{
    if (turn.isCacheHit) {
        return cache.served(tx, turn.cacheEntry, reply, turn.conversation, nowMs);
    }
    const bool isAnswer = turn.replyKind == "answer" && turn.notCacheable.empty() &&
                          turn.askedAbout.empty() && turn.awaiting.empty() && !turn.guarded.looksInjected &&
                          turn.understanding && turn.understanding->answering().usesCache;
    if (!isAnswer || turn.threshold <= 0 || turn.confidence < turn.threshold || isOnesOwn(turn)) {
        return {};
    }
    // Written from what was so when the turn began: filed under newer versions it would never be looked at.
    auto versions = store::TenantStateRepository().versions(tx);
    if (!versions) {
        return fail(std::move(versions).error());
    }
    if (versions->index > turn.indexVersion || versions->config != turn.understanding->configVersion()) {
        return {};
    }
    cache::CacheEntry entry;
    entry.question = turn.masked.text;
    entry.locale = turn.locale;
    entry.text = turn.reply;
    entry.agent = turn.agent;
    entry.category = turn.category;
    entry.confidence = turn.confidence;
    entry.citations = turn.citations;
    entry.conversation = turn.conversation;
    entry.ttlDays = turn.understanding->answering().cacheTtlDays;
    entry.tokens = turn.usage.input + turn.usage.output;
    entry.durationMs = nowMs - turn.startedMs;
    entry.entities = turn.entities;
    auto kept = cache.keep(tx, turn.tenant, entry, nowMs);
    if (!kept) {
        return fail(std::move(kept).error());
    }
    return {};
}

} // namespace parley::server::pipeline
