// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/deliver.h"

#include "server/desk/form_case.h"
#include "server/desk/views.h"
#include "server/pipeline/nodes/cache.h"
#include "server/pipeline/outcome.h"
#include "server/store/database.h"

namespace parley::server::pipeline {

namespace {

/// The transaction is given up, because the agents do not own the conversation any more.
Error notOurs()
{
    Error error;
    error.code = ErrorCode::Conflict;
    error.problem = "not_open";
    error.message = "A person has taken the conversation over.";
    return error;
}

/// The turn of a reply that has been sent (or would be, were it no sandbox).
proto::Turn deliveredOutcome(const Turn& turn, const MessageId& reply, std::int64_t now)
{
    proto::Turn outcome;
    outcome.sessionId = turn.conversation.value;
    outcome.messageId = turn.message.value;
    outcome.status = "open";
    outcome.traceId = turn.run.value;
    outcome.latencyMs = now - turn.startedMs;
    outcome.sentiment = turn.sentiment;
    outcome.reply = proto::Reply{reply.value,
                                 turn.reply,
                                 turn.replyKind,
                                 turn.agent,
                                 turn.category,
                                 turn.confidence,
                                 turn.isCacheHit,
                                 turn.citations,
                                 labelsOf(turn.intents),
                                 turn.toolCalls};
    return outcome;
}

store::RunEnd deliveredEnd(const Turn& turn, const store::MessageRow& reply)
{
    store::RunEnd end = endOf(turn, "completed", "deliver", reply.createdMs);
    end.reply = reply.id;
    end.state = nlohmann::json({{"reply", replyState(turn)}}).dump();
    return end;
}

} // namespace

boost::asio::awaitable<Result<Step>> DeliverNode::run(Turn& turn, runtime::Budget)
{
    if (turn.isSandbox) {
        turn.outcome = deliveredOutcome(turn, MessageId(), m_services.clock.nowMs());
        co_return Step::End;
    }
    std::int64_t seq = 0;
    auto deliver = [&](store::Transaction& tx) { return deliverIn(tx, turn, seq); };
    auto scope = store::Scope::of(turn.tenant);
    auto outcome = co_await m_services.database.transact(scope, deliver);
    if (!outcome && outcome.error().problem == "not_open") {
        auto cancel = [&](store::Transaction& tx) { return cancelRun(tx, m_services, turn); };
        outcome = co_await m_services.database.transact(scope, cancel);
    }
    if (!outcome) {
        co_return fail(std::move(outcome).error().in(name()));
    }
    turn.outcome = *std::move(outcome);
    if (m_memory != nullptr && seq > 0) {
        m_memory->answered(turn.tenant, turn.conversation, seq, turn.reply);
    }
    co_return Step::End;
}

store::MessageRow DeliverNode::replyOf(const Turn& turn) const
{
    store::MessageRow message;
    message.id = m_services.ids.make<MessageId>();
    message.conversation = turn.conversation;
    message.sender = "agent";
    message.authorId = turn.agent;
    message.kind = "text";
    message.text = turn.reply;
    message.citations = desk::citationsText(turn.citations);
    message.run = turn.run;
    message.effectKey = turn.run.value + ":deliver";
    message.createdMs = m_services.clock.nowMs();
    return message;
}

Result<void> DeliverNode::note(store::Transaction& tx, const Turn& turn, const store::MessageRow& reply) const
{
    auto channel = noteFacts(tx, turn, turn.replyKind, reply.createdMs);
    if (!channel) {
        return fail(std::move(channel).error());
    }
    if (desk::isAnsweredElsewhere(*channel)) {
        const bool isAnswer = turn.replyKind != "clarify";
        if (auto noted = desk::noteAgentsReply(m_services, tx, turn.tenant, reply, isAnswer); !noted) {
            return noted;
        }
    }
    if (m_cache != nullptr) {
        if (auto settled = settleCache(tx, *m_cache, turn, reply.id, reply.createdMs); !settled) {
            return settled;
        }
    }
    return noteMood(tx, m_services, turn);
}

Result<proto::Turn> DeliverNode::deliverIn(store::Transaction& tx, const Turn& turn, std::int64_t& seq) const
{
    seq = 0; // of a try that was rolled back
    store::MessageRow message = replyOf(turn);
    // The run's compare-and-set comes first: a run that ended before (a second process, a repeated try)
    // writes nothing.
    auto ended = m_services.runs.end(tx, "running", deliveredEnd(turn, message));
    if (!ended) {
        return fail(std::move(ended).error());
    }
    if (!*ended) {
        auto stored = storedOutcome(tx, m_services, turn.run);
        if (!stored || !*stored) {
            return fail(stored ? notOurs() : std::move(stored).error());
        }
        return std::move(**stored);
    }
    auto appended = m_services.journal.message(tx, turn.tenant, message);
    if (!appended) {
        return fail(std::move(appended).error());
    }
    if (appended->status != "open") {
        return fail(notOurs());
    }
    if (auto noted = note(tx, turn, message); !noted) {
        return fail(std::move(noted).error());
    }
    seq = appended->seq;
    return deliveredOutcome(turn, message.id, message.createdMs);
}

Result<proto::Turn> DeliverNode::endForeseen(store::Transaction& tx,
                                             Turn& turn,
                                             store::MessageRow& question,
                                             const store::RunRow& run)
{
    turn.message = question.id;
    turn.run = run.id;
    store::MessageRow reply = replyOf(turn);
    auto appended = m_services.journal.exchange(tx, turn.tenant, question, reply);
    if (!appended) {
        return fail(std::move(appended).error());
    }
    if (appended->status != "open" || !appended->awaiting.empty() || question.seq != turn.seq) {
        return fail(notForeseen());
    }
    if (auto created = m_services.runs.createEnded(tx, run, deliveredEnd(turn, reply)); !created) {
        return fail(std::move(created).error());
    }
    if (auto noted = note(tx, turn, reply); !noted) {
        return fail(std::move(noted).error());
    }
    turn.replySeq = reply.seq;
    return deliveredOutcome(turn, reply.id, reply.createdMs);
}

} // namespace parley::server::pipeline
