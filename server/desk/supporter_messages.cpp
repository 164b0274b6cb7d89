// SPDX-License-Identifier: MIT
#include "server/desk/supporter_messages.h"

#include "server/desk/intake.h"
#include "server/store/database.h"
#include "server/store/ticket_queue.h"

namespace parley::server::desk {

namespace {

constexpr int kNewestMessages = 20;

Result<void> checkHolds(const store::ConversationRow& row, const Actor& actor)
{
    if (row.status == "with_agent" && row.assigneeId == actor.id) {
        return {};
    }
    if (row.status == "with_agent") {
        return fail(ErrorCode::Conflict, "The conversation is held by " + row.assigneeName + ".");
    }
    return fail(ErrorCode::Conflict, "Take the conversation over before you write to the customer.");
}

Error newerMessage()
{
    Error error;
    error.code = ErrorCode::Conflict;
    error.problem = "newer_message";
    error.message = "The customer has written meanwhile. Read it, then send again.";
    return error;
}

} // namespace

boost::asio::awaitable<Result<store::MessageRow>> SupporterMessages::write(SupporterMessage message)
{
    if (auto checked = checkMessageText(message.text); !checked) {
        co_return fail(std::move(checked).error());
    }
    auto job = [&](store::Transaction& tx) { return writeIn(tx, message); };
    auto scope = store::Scope::of(message.tenant);
    co_return co_await m_services.database.transact(scope, job);
}

Result<std::optional<store::MessageRow>> SupporterMessages::replayOf(store::ReadTransaction& tx,
                                                                     const SupporterMessage& message) const
{
    if (message.effectKey.empty()) {
        return std::optional<store::MessageRow>();
    }
    auto known = m_services.journal.log().findByEffect(tx, message.effectKey);
    if (!known || !*known) {
        return known;
    }
    if ((*known)->conversation != message.conversation || (*known)->bodyHash != message.bodyHash) {
        return fail(ErrorCode::Conflict, "This Idempotency-Key was used with another body.");
    }
    return known;
}

Result<store::MessageRow> SupporterMessages::writeIn(store::Transaction& tx,
                                                     const SupporterMessage& message) const
{
    auto conversation = m_services.conversations.find(tx, message.conversation);
    if (!conversation || !*conversation) {
        return conversation ? fail(ErrorCode::NotFound, "There is no such conversation.")
                            : fail(std::move(conversation).error());
    }
    auto known = replayOf(tx, message);
    if (!known || *known) {
        return known ? Result<store::MessageRow>(**std::move(known))
                     : Result<store::MessageRow>(fail(std::move(known).error()));
    }
    store::MessageRow row;
    row.id = m_services.ids.make<MessageId>();
    row.effectKey = message.effectKey;
    row.bodyHash = message.bodyHash;
    row.conversation = message.conversation;
    row.sender = "supporter";
    row.kind = message.isNote ? "note" : "text";
    row.authorId = message.actor.id;
    row.authorName = message.actor.name;
    row.text = message.text;
    row.createdMs = m_services.clock.nowMs();
    if (!message.isNote) {
        if (auto holds = checkHolds(**conversation, message.actor); !holds) {
            return fail(std::move(holds).error());
        }
    }
    if (auto appended = m_services.journal.message(tx, message.tenant, row); !appended) {
        return fail(std::move(appended).error());
    }
    if (auto allowed = checkStill(tx, message); !allowed) {
        return fail(std::move(allowed).error());
    }
    if (!message.isNote) {
        if (auto noted = store::TicketQueue().respond(tx, row.conversation, row.createdMs); !noted) {
            return fail(std::move(noted).error());
        }
    }
    return row;
}

/// Appending locked the conversation: what is read now is what holds.
Result<void> SupporterMessages::checkStill(store::Transaction& tx, const SupporterMessage& message) const
{
    if (message.isNote) {
        return {};
    }
    auto now = m_services.conversations.find(tx, message.conversation);
    if (!now || !*now) {
        return now ? fail(ErrorCode::NotFound, "There is no such conversation.")
                   : fail(std::move(now).error());
    }
    auto holds = checkHolds(**now, message.actor);
    if (!holds || !message.seenSeq) {
        return holds;
    }
    auto newest = m_services.journal.log().messages(tx, message.conversation, true, kNewestMessages);
    if (!newest) {
        return fail(std::move(newest).error());
    }
    for (const store::MessageRow& one : *newest) {
        if (one.sender == "user" && one.seq > *message.seenSeq) {
            return fail(newerMessage());
        }
    }
    return {};
}

} // namespace parley::server::desk
