// SPDX-License-Identifier: MIT
#include "server/desk/supporter_messages.h"

#include "server/desk/form_case.h"
#include "server/desk/intake.h"
#include "server/store/database.h"
#include "server/store/ticket_queue.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::desk {

namespace {

constexpr int kNewestMessages = 20;
/// Of a note, for a notification, in code points.
constexpr std::size_t kPreview = 160;

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

boost::asio::awaitable<Result<WrittenMessage>> SupporterMessages::write(SupporterMessage message)
{
    if (auto checked = checkMessageText(message.text); !checked) {
        co_return fail(std::move(checked).error());
    }
    std::vector<Mention> mentions;
    if (message.isNote && message.text.find('@') != std::string::npos) {
        auto people = co_await mentionablePeople(m_services.database, message.tenant);
        if (!people) {
            co_return fail(std::move(people).error());
        }
        std::erase_if(*people, [&](const Mentionable& each) { return each.id == message.actor.id; });
        mentions = mentionsIn(message.text, *people);
    }
    auto job = [&](store::Transaction& tx) { return writeIn(tx, message, mentions); };
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

Result<WrittenMessage> SupporterMessages::known(store::ReadTransaction& tx, store::MessageRow row) const
{
    WrittenMessage written{std::move(row), {}};
    if (written.row.kind != "note") {
        return written;
    }
    auto rows = store::MentionLog().ofConversation(tx, written.row.conversation);
    if (!rows) {
        return fail(std::move(rows).error());
    }
    for (const store::MentionRow& each : *rows) {
        const auto payload = nlohmann::json::parse(each.payload, nullptr, false);
        if (each.message != written.row.id || !payload.is_object()) {
            continue;
        }
        for (const nlohmann::json& one : payload.value("mentions", nlohmann::json::array())) {
            written.mentions.push_back({one.value("id", std::string()),
                                        one.value("name", std::string()),
                                        one.value("text", std::string())});
        }
    }
    return written;
}

Result<void> SupporterMessages::announce(store::Transaction& tx,
                                         const SupporterMessage& message,
                                         const store::MessageRow& row,
                                         const std::vector<Mention>& mentions) const
{
    auto tickets = m_services.tickets.ofConversation(tx, row.conversation, 1);
    if (!tickets) {
        return fail(std::move(tickets).error());
    }
    const nlohmann::json payload = {{"message_id", row.id.value},
                                    {"mentions", mentionsJson(mentions)},
                                    {"by", {{"id", row.authorId}, {"name", row.authorName}}},
                                    {"reference",
                                     tickets->empty() ? nlohmann::json()
                                                      : nlohmann::json(tickets->front().reference)},
                                    {"preview", std::string(firstCodePoints(row.text, kPreview))}};
    return m_services.journal.event(tx,
                                    message.tenant,
                                    row.conversation,
                                    kMentionedEvent,
                                    row.id.value,
                                    payload,
                                    proto::Audience::Operator,
                                    row.createdMs);
}

Result<WrittenMessage> SupporterMessages::writeIn(store::Transaction& tx,
                                                  const SupporterMessage& message,
                                                  const std::vector<Mention>& mentions) const
{
    auto conversation = m_services.conversations.find(tx, message.conversation);
    if (!conversation || !*conversation) {
        return conversation ? fail(ErrorCode::NotFound, "There is no such conversation.")
                            : fail(std::move(conversation).error());
    }
    auto before = replayOf(tx, message);
    if (!before || *before) {
        return before ? known(tx, **std::move(before))
                      : Result<WrittenMessage>(fail(std::move(before).error()));
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
        auto queued =
            isAnsweredElsewhere((*conversation)->channel) ? queueReply(m_services, tx, row) : Result<void>();
        if (!queued) {
            return fail(std::move(queued).error());
        }
    }
    if (!mentions.empty()) {
        if (auto announced = announce(tx, message, row, mentions); !announced) {
            return fail(std::move(announced).error());
        }
    }
    return WrittenMessage{std::move(row), mentions};
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
