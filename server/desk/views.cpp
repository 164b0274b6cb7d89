// SPDX-License-Identifier: MIT
#include "server/desk/views.h"

#include <nlohmann/json.hpp>

namespace parley::server::desk {

namespace {

nlohmann::json parsed(const std::string& text, nlohmann::json otherwise)
{
    if (text.empty()) {
        return otherwise;
    }
    auto json = nlohmann::json::parse(text, nullptr, false);
    return json.is_discarded() ? std::move(otherwise) : std::move(json);
}

nlohmann::json timeOrNull(const std::optional<std::int64_t>& ms)
{
    return ms ? nlohmann::json(toRfc3339(*ms)) : nlohmann::json();
}

nlohmann::json textOrNull(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

} // namespace

proto::Message messageView(const store::MessageRow& row, proto::Audience audience)
{
    proto::Message message;
    message.id = row.id.value;
    message.sessionId = row.conversation.value;
    message.seq = audience == proto::Audience::Customer ? row.customerSeq.value_or(0) : row.seq;
    message.sender = row.sender;
    message.authorId = row.authorId;
    message.authorName = row.authorName;
    message.text = row.text;
    message.kind = row.kind;
    message.createdMs = row.createdMs;
    message.delivery = row.delivery;
    message.citations = parsed(row.citations, nlohmann::json::array()).get<std::vector<proto::Citation>>();
    return message;
}

nlohmann::json eventView(const store::LoggedEvent& logged, proto::Audience audience)
{
    const store::EventRow& event = logged.event;
    nlohmann::json json = parsed(event.payload, nlohmann::json::object());
    json["type"] = event.type;
    json["session_id"] = event.conversation.value;
    json["seq"] = audience == proto::Audience::Customer ? event.customerSeq.value_or(0) : event.seq;
    // A note has no place on the customer's side: an answer that was taken back is one.
    const bool isShown =
        logged.message && (audience == proto::Audience::Operator || logged.message->kind != "note");
    if (isShown) {
        json["message"] = messageView(*logged.message, audience);
    } else if (event.type == "message.retracted") {
        json["message_id"] = event.ref;
    }
    return json;
}

nlohmann::json queueEventView(const store::QueueEventRow& row)
{
    nlohmann::json json = parsed(row.payload, nlohmann::json::object());
    json["type"] = row.type;
    json["session_id"] = row.conversation.value;
    json["seq"] = row.seq;
    return json;
}

std::string lineOf(const nlohmann::json& json)
{
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

nlohmann::json conversationView(const store::ConversationRow& row)
{
    nlohmann::json json = {{"id", row.id.value},
                           {"status", row.status},
                           {"channel", row.channel},
                           {"customer", {{"id", row.customer.value}}},
                           {"assignee", nullptr},
                           {"team", textOrNull(row.teamId)},
                           {"tags", parsed(row.tags, nlohmann::json::array())},
                           {"sentiment", row.sentiment ? nlohmann::json(*row.sentiment) : nlohmann::json()},
                           {"last_message", row.lastMessage},
                           {"created_ts", toRfc3339(row.createdMs)},
                           {"last_ts", toRfc3339(row.lastMs)}};
    if (!row.assigneeId.empty()) {
        json["assignee"] = {{"id", row.assigneeId}, {"name", row.assigneeName}};
    }
    return json;
}

nlohmann::json ticketView(const store::TicketRow& row)
{
    nlohmann::json json = {{"id", row.id.value},
                           {"reference", row.reference},
                           {"session_id", row.conversation.value},
                           {"status", row.status},
                           {"category", row.category},
                           {"priority", row.priority},
                           {"subject", row.subject},
                           {"reason", row.reason},
                           {"question", row.question},
                           {"draft_answer", textOrNull(row.draftAnswer)},
                           {"confidence", nullptr},
                           {"confidence_factors", parsed(row.factors, nlohmann::json())},
                           {"context", parsed(row.context, nlohmann::json::array())},
                           {"customer", {{"id", row.customer.value}}},
                           {"assignee", nullptr},
                           {"team", textOrNull(row.teamId)},
                           {"sla", {{"due_ts", timeOrNull(row.slaDueMs)}, {"breached", row.isSlaBreached}}},
                           {"run_id", textOrNull(row.run.value)},
                           {"created_ts", toRfc3339(row.createdMs)},
                           {"resolved_ts", timeOrNull(row.resolvedMs)}};
    if (row.confidence) {
        json["confidence"] = *row.confidence;
    }
    if (!row.assigneeId.empty()) {
        json["assignee"] = {{"id", row.assigneeId}, {"name", row.assigneeName}};
    }
    return json;
}

nlohmann::json customerTicketView(const store::TicketRow& row)
{
    return {{"id", row.id.value},
            {"reference", row.reference},
            {"status", row.status},
            {"subject", row.subject},
            {"created_ts", toRfc3339(row.createdMs)},
            {"resolved_ts", timeOrNull(row.resolvedMs)}};
}

proto::TicketSummary ticketSummary(const store::TicketRow& row)
{
    return {row.id.value, row.reference, row.status};
}

std::string citationsText(const std::vector<proto::Citation>& citations)
{
    return citations.empty() ? std::string() : nlohmann::json(citations).dump();
}

} // namespace parley::server::desk
