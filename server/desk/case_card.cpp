// SPDX-License-Identifier: MIT
#include "server/desk/case_card.h"

#include "server/desk/conversation_summary.h"
#include "server/desk/views.h"
#include "server/nlp/sentiment/sentiment.h"
#include "server/store/customer_history.h"
#include "server/store/memory_repository.h"
#include "server/store/team_repository.h"

#include <cmath>

namespace parley::server::desk {

namespace {

constexpr int kAskedTexts = 5;
constexpr int kSaidTexts = 20;
constexpr int kMoods = 100;
constexpr int kReadMessages = 300;
constexpr int kOthers = 20;

Result<void>
readSummary(store::ReadTransaction& tx, const store::ConversationRow& conversation, CaseCard& card)
{
    const store::MemoryRepository memory;
    auto asked = memory.asked(tx, conversation.id, kAskedTexts);
    auto said = memory.said(tx, conversation.id, {}, kSaidTexts);
    auto ticket = memory.newestTicket(tx, conversation.id);
    if (!asked || !said || !ticket) {
        return fail(!asked ? asked.error() : !said ? said.error() : ticket.error());
    }
    store::RememberedConversation remembered;
    remembered.id = conversation.id;
    remembered.channel = conversation.channel;
    remembered.eventSeq = conversation.eventSeq;
    remembered.lastMs = conversation.lastMs;
    if (const auto summary = summaryOf(remembered, *asked, *said, *ticket, conversation.lastMs)) {
        card.question = summary->question;
        card.lastAnswer = summary->resolution;
        card.outcome = summary->outcome;
    }
    return {};
}

/// Computed from the words, so that messages to people, which no run has read, have theirs too.
Result<void> readMoods(store::ReadTransaction& tx, const Services& services, CaseCard& card)
{
    auto messages = services.journal.log().messages(tx, card.conversation.id, true, kReadMessages);
    if (!messages) {
        return fail(std::move(messages).error());
    }
    for (const store::MessageRow& message : *messages) {
        if (message.sender == "user") {
            const double score = std::round(nlp::sentiment(message.text) * 1000) / 1000;
            card.moods.push_back({message.id, message.seq, score, message.createdMs});
        }
    }
    if (card.moods.size() > kMoods) {
        card.moods.erase(card.moods.begin(), card.moods.end() - kMoods);
    }
    return {};
}

Result<void> readTicket(store::ReadTransaction& tx, const Services& services, CaseCard& card)
{
    if (!card.ticket) {
        auto waiting = services.tickets.findUnresolved(tx, card.conversation.id);
        if (!waiting) {
            return fail(std::move(waiting).error());
        }
        card.ticket = *std::move(waiting);
    }
    if (!card.ticket) {
        auto newest = services.tickets.ofConversation(tx, card.conversation.id, 1);
        if (!newest) {
            return fail(std::move(newest).error());
        }
        if (!newest->empty()) {
            card.ticket = std::move(newest->front());
        }
    }
    const std::string team =
        card.ticket && !card.ticket->teamId.empty() ? card.ticket->teamId : card.conversation.teamId;
    if (team.empty()) {
        return {};
    }
    auto row = store::TeamRepository().find(tx, team);
    if (!row) {
        return fail(std::move(row).error());
    }
    card.teamName = *row ? (*row)->name : std::string();
    return {};
}

nlohmann::json orNull(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

nlohmann::json ticketPart(const store::TicketRow& ticket)
{
    const nlohmann::json view = ticketView(ticket);
    nlohmann::json part = {{"ticket_id", view.at("id")}};
    for (const char* field :
         {"reference", "reason", "confidence", "confidence_factors", "question", "context", "draft_answer"}) {
        part[field] = view.at(field);
    }
    return part;
}

} // namespace

Result<CaseCard> readCaseCard(store::ReadTransaction& tx,
                              const Services& services,
                              const store::ConversationRow& conversation,
                              const std::optional<store::TicketRow>& ticket)
{
    CaseCard card;
    card.conversation = conversation;
    card.ticket = ticket;
    auto read = readTicket(tx, services, card);
    if (read) {
        read = readSummary(tx, conversation, card);
    }
    if (read) {
        read = readMoods(tx, services, card);
    }
    if (!read) {
        return fail(std::move(read).error());
    }
    // The customer is the row of the desk: whoever merely names a user id has a row of his own.
    auto others = store::CustomerHistory().conversations(tx, conversation.customer, conversation.id, kOthers);
    if (!others) {
        return fail(std::move(others).error());
    }
    card.others = *std::move(others);
    return card;
}

nlohmann::json caseCardJson(const CaseCard& card)
{
    nlohmann::json json = card.ticket ? ticketPart(*card.ticket)
                                      : nlohmann::json{{"ticket_id", nullptr},
                                                       {"reference", nullptr},
                                                       {"reason", nullptr},
                                                       {"confidence", nullptr},
                                                       {"confidence_factors", nullptr},
                                                       {"question", nullptr},
                                                       {"context", nlohmann::json::array()},
                                                       {"draft_answer", nullptr}};
    json["summary"] = nullptr;
    if (!card.outcome.empty()) {
        json["summary"] = {{"question", card.question},
                           {"last_answer", orNull(card.lastAnswer)},
                           {"outcome", card.outcome}};
    }
    json["sentiment"] = nlohmann::json::array();
    for (const Mood& mood : card.moods) {
        json["sentiment"].push_back({{"message_id", mood.message.value},
                                     {"seq", mood.seq},
                                     {"sentiment", mood.sentiment},
                                     {"created_ts", toRfc3339(mood.createdMs)}});
    }
    json["conversations"] = nlohmann::json::array();
    for (const store::ConversationRow& other : card.others) {
        json["conversations"].push_back({{"id", other.id.value},
                                         {"channel", other.channel},
                                         {"status", other.status},
                                         {"subject", orNull(other.subject)},
                                         {"last_message", other.lastMessage},
                                         {"created_ts", toRfc3339(other.createdMs)},
                                         {"last_ts", toRfc3339(other.lastMs)}});
    }
    json["tags"] = conversationView(card.conversation).at("tags");
    json["team"] = nullptr;
    if (!card.teamName.empty()) {
        const bool isTickets = card.ticket && !card.ticket->teamId.empty();
        json["team"] = {{"id", isTickets ? card.ticket->teamId : card.conversation.teamId},
                        {"name", card.teamName}};
    }
    return json;
}

} // namespace parley::server::desk
