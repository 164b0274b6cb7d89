// SPDX-License-Identifier: MIT
#include "server/api/desk_handlers.h"

#include "server/api/decode.h"
#include "server/api/desk_actor.h"
#include "server/api/principals.h"
#include "server/api/resource.h"
#include "server/api/routes.h"
#include "server/desk/case_card.h"
#include "server/desk/intake.h"
#include "server/desk/typing.h"
#include "server/desk/views.h"
#include "server/security/digest.h"
#include "server/store/database.h"
#include "server/store/team_repository.h"
#include "server/store/user_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <limits>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

constexpr std::size_t kMaxTags = 20;
constexpr std::size_t kMaxTag = 40;
constexpr std::size_t kMaxTeam = 64;
constexpr int kShownTickets = 20;
constexpr int kShownConversations = 20;

ConversationId conversationIn(const RequestContext& request)
{
    return ConversationId{std::string(request.pathParameter("id"))};
}

/// The queue is ordered by urgency, so its cursor is a place in it.
Result<int> offsetOf(const RequestContext& request)
{
    const std::string cursor = request.request.parameter("cursor").value_or("0");
    int offset = 0;
    const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), offset);
    if (error != std::errc() || end != cursor.data() + cursor.size() || offset < 0) {
        return failField("cursor", "must be what the answer before gave as next_cursor");
    }
    return offset;
}

nlohmann::json queuedView(const store::QueuedTicket& queued, int position, std::int64_t nowMs)
{
    nlohmann::json json = desk::ticketView(queued.ticket);
    json["position"] = position;
    json["waiting_seconds"] = (nowMs - queued.ticket.createdMs) / 1000;
    json["channel"] = queued.channel;
    json["last_message"] = queued.lastMessage;
    json["sentiment"] = queued.sentiment ? nlohmann::json(*queued.sentiment) : nlohmann::json();
    return json;
}

nlohmann::json changedView(const desk::OwnerChanged& changed)
{
    nlohmann::json json = desk::conversationView(changed.conversation);
    json["ticket"] = changed.ticket ? desk::ticketView(*changed.ticket) : nlohmann::json();
    return json;
}

/// These bodies have nothing that must be said.
Result<nlohmann::json> bodyOrNothing(const RequestContext& request)
{
    return request.request.body.empty() ? Result<nlohmann::json>(nlohmann::json::object())
                                        : request.jsonBody();
}

edge::Route deskRoute(std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    return makeRoute(
        Method::Post, std::move(pattern), Permission::DeskWrite, std::move(doc), std::move(handler));
}

} // namespace

void DeskHandlers::addRoutes(edge::Router& router)
{
    router.add(makeRoute(Method::Get,
                         "/escalations",
                         Permission::DeskRead,
                         {"What waits for people or is with them, most urgent first",
                          "Desk",
                          "",
                          "Escalation[]",
                          200,
                          {"limit", "cursor"}},
                         [this](RequestContext& request) { return queue(request); }));
    addColleagueRoutes(router);
    router.add(
        deskRoute("/escalations/{ticket}/accept",
                  {"Takes a case of the queue; of two at once one gets it", "Desk", "", "Ticket", 200, {}},
                  [this](RequestContext& request) { return accept(request); }));
    router.add(makeRoute(Method::Get,
                         "/conversations/{id}",
                         Permission::DeskRead,
                         {"A conversation with messages and notes, tickets and the customer's others",
                          "Desk",
                          "",
                          "ConversationDetail",
                          200,
                          {}},
                         [this](RequestContext& request) { return conversation(request); }));
    router.add(deskRoute("/conversations/{id}/takeover",
                         {"Joins a conversation", "Desk", "TakeoverRequest", "Conversation", 200, {}},
                         [this](RequestContext& request) { return takeOver(request); }));
    router.add(deskRoute("/conversations/{id}/release",
                         {"Hands a conversation back to the agents", "Desk", "", "Conversation", 200, {}},
                         [this](RequestContext& request) { return release(request); }));
    router.add(deskRoute(
        "/conversations/{id}/assign",
        {"Gives a conversation to a person or a team", "Desk", "AssignRequest", "Conversation", 200, {}},
        [this](RequestContext& request) { return assign(request); }));
    auto message = deskRoute(
        "/conversations/{id}/messages",
        {"Writes to the customer, or a note to colleagues", "Desk", "PostMessageRequest", "Message", 201, {}},
        [this](RequestContext& request) { return this->write(request); });
    message.idempotent = true;
    router.add(std::move(message));
    router.add(deskRoute(
        "/conversations/{id}/resolve",
        {"Ends the case; nothing is learned", "Desk", "ResolveConversationRequest", "Conversation", 200, {}},
        [this](RequestContext& request) { return resolve(request); }));
    auto typing = deskRoute("/conversations/{id}/typing",
                            {"Tells the customer that somebody types", "Desk", "TypingState", "", 202, {}},
                            [this](RequestContext& request) { return this->typing(request); });
    typing.rate = edge::RateClass::Uncounted;
    router.add(std::move(typing));
    router.add(deskRoute("/conversations/{id}/tags",
                         {"Sets the tags of a conversation", "Desk", "TagsRequest", "Conversation", 200, {}},
                         [this](RequestContext& request) { return tag(request); }));
}

DeskHandlers::Answer DeskHandlers::queue(RequestContext& request)
{
    auto limit = request.pageLimit();
    auto offset = offsetOf(request);
    if (!limit || !offset) {
        co_return fail(!limit ? limit.error() : offset.error());
    }
    auto job = [&](store::ReadTransaction& tx) {
        return m_services.services.tickets.queue(tx, *offset, *limit);
    };
    auto scope = store::Scope::of(request.tenant);
    auto rows = co_await m_services.services.database.read(scope, job);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    const std::int64_t now = m_services.services.clock.nowMs();
    nlohmann::json items = nlohmann::json::array();
    int position = *offset;
    for (const store::QueuedTicket& queued : *rows) {
        items.push_back(queuedView(queued, ++position, now));
        items.back()["viewers"] =
            m_services.presence.viewers(request.tenant, queued.ticket.conversation.value);
    }
    const bool isFull = rows->size() == static_cast<std::size_t>(*limit);
    co_return listResponse(std::move(items), isFull ? std::to_string(position) : std::string());
}

DeskHandlers::Answer DeskHandlers::accept(RequestContext& request)
{
    auto actor = co_await deskActor(m_services.services.database, request);
    if (!actor) {
        co_return fail(std::move(actor).error());
    }
    std::string ticket(request.pathParameter("ticket"));
    auto accepted =
        co_await m_services.ownership.accept(request.tenant, std::move(ticket), *std::move(actor));
    if (!accepted) {
        co_return fail(std::move(accepted).error());
    }
    co_return Response::json(200, desk::ticketView(*accepted->ticket));
}

DeskHandlers::Answer DeskHandlers::conversation(RequestContext& request)
{
    auto transcript = co_await m_services.sessions.transcript(request.tenant,
                                                              conversationIn(request),
                                                              proto::Audience::Operator);
    if (!transcript) {
        co_return fail(std::move(transcript).error());
    }
    std::vector<store::TicketRow> tickets;
    std::vector<store::ConversationRow> others;
    std::vector<store::MentionRow> mentions;
    nlohmann::json card;
    const store::ConversationRow& row = transcript->conversation;
    const bool hasNotes = std::any_of(transcript->messages.begin(),
                                      transcript->messages.end(),
                                      [](const auto& each) { return each.kind == "note"; });
    auto job = [&](store::ReadTransaction& tx) -> Result<void> {
        auto ofIt = m_services.services.tickets.ofConversation(tx, row.id, kShownTickets);
        auto ofCustomer = m_services.services.conversations.ofCustomer(tx, row.customer, kShownConversations);
        if (!ofIt || !ofCustomer) {
            return fail(!ofIt ? std::move(ofIt).error() : std::move(ofCustomer).error());
        }
        tickets = *std::move(ofIt);
        others = *std::move(ofCustomer);
        auto read = desk::readCaseCard(tx, m_services.services, row, std::nullopt);
        if (!read) {
            return fail(std::move(read).error());
        }
        card = desk::caseCardJson(*read);
        if (hasNotes) {
            auto named = store::MentionLog().ofConversation(tx, row.id);
            if (!named) {
                return fail(std::move(named).error());
            }
            mentions = *std::move(named);
        }
        return {};
    };
    auto scope = store::Scope::of(request.tenant);
    auto read = co_await m_services.services.database.read(scope, job);
    if (!read) {
        co_return fail(std::move(read).error());
    }
    nlohmann::json body = desk::conversationView(row);
    const store::CustomerRow& customer = transcript->customer;
    body["customer"] = {{"id", customer.id.value},
                        {"user_id", customer.userId},
                        {"email", customer.email},
                        {"verified", customer.verified}};
    body["last_seq"] = row.eventSeq;
    body["case"] = std::move(card);
    body["messages"] = nlohmann::json::array();
    for (const store::MessageRow& message : transcript->messages) {
        body["messages"].push_back(desk::messageView(message, proto::Audience::Operator));
    }
    desk::addMentions(body["messages"], mentions);
    body["tickets"] = nlohmann::json::array();
    for (const store::TicketRow& ticket : tickets) {
        body["tickets"].push_back(desk::ticketView(ticket));
    }
    body["conversations"] = nlohmann::json::array();
    for (const store::ConversationRow& other : others) {
        if (other.id != row.id) {
            body["conversations"].push_back(desk::conversationView(other));
        }
    }
    co_return Response::json(200, body);
}

desk::OwnerRequest DeskHandlers::ownerRequest(const RequestContext& request, desk::Actor actor) const
{
    const auto tenant = m_services.tenants.find(request.tenant);
    return {request.tenant,
            conversationIn(request),
            tenant ? tenant->row.ticketPrefix : std::string("TF"),
            std::move(actor)};
}

DeskHandlers::Answer DeskHandlers::takeOver(RequestContext& request)
{
    auto body = bodyOrNothing(request);
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    const bool force = fields.boolean("force", false);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto actor = co_await deskActor(m_services.services.database, request);
    if (!actor) {
        co_return fail(std::move(actor).error());
    }
    auto work = m_services.ownership.takeOver(ownerRequest(request, *std::move(actor)), force);
    co_return co_await shown(200, std::move(work), changedView);
}

DeskHandlers::Answer DeskHandlers::release(RequestContext& request)
{
    auto actor = co_await deskActor(m_services.services.database, request);
    if (!actor) {
        co_return fail(std::move(actor).error());
    }
    auto released = co_await m_services.ownership.release(ownerRequest(request, *std::move(actor)));
    if (!released) {
        co_return fail(std::move(released).error());
    }
    if (released->isAgentsTurn) {
        std::vector<TenantId> here{request.tenant};
        // What cannot be taken up now is at the next sweep, of any node.
        (void)co_await m_services.turns.recover(std::move(here));
    }
    co_return Response::json(200, changedView(*released));
}

boost::asio::awaitable<Result<desk::Assignee>> DeskHandlers::assigneeOf(const RequestContext& request,
                                                                        const UserId& id)
{
    auto who = [&](store::ReadTransaction& tx) { return store::UserRepository().find(tx, id); };
    auto platform = store::Scope::platform();
    auto user = co_await m_services.services.database.read(platform, who);
    if (!user) {
        co_return fail(std::move(user).error());
    }
    if (!*user || (*user)->tenant != request.tenant || (*user)->status != "active") {
        co_return failField("user_id", "must be an active supporter or tenant user of this tenant");
    }
    co_return desk::Assignee{(*user)->id.value, (*user)->displayName};
}

boost::asio::awaitable<Result<void>> DeskHandlers::checkTeam(TenantId tenant, std::string id)
{
    auto job = [&](store::ReadTransaction& tx) { return store::TeamRepository().find(tx, id); };
    auto scope = store::Scope::of(tenant);
    auto team = co_await m_services.services.database.read(scope, job);
    if (!team) {
        co_return fail(std::move(team).error());
    }
    co_return *team ? Result<void>() : Result<void>(failField("team_id", "must be a team of this tenant"));
}

DeskHandlers::Answer DeskHandlers::assign(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    UserId user{fields.optionalId("user_id")};
    const std::string team = fields.optionalText("team_id", kMaxTeam);
    if (user.isEmpty() == team.empty()) {
        fields.fault("user_id", "give either user_id or team_id");
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto actor = co_await deskActor(m_services.services.database, request);
    if (!actor) {
        co_return fail(std::move(actor).error());
    }
    if (user.isEmpty()) {
        if (auto known = co_await checkTeam(request.tenant, team); !known) {
            co_return fail(std::move(known).error());
        }
        auto work = m_services.ownership.assignTeam(ownerRequest(request, *std::move(actor)), team);
        co_return co_await shown(200, std::move(work), changedView);
    }
    auto to = co_await assigneeOf(request, user);
    if (!to) {
        co_return fail(std::move(to).error());
    }
    auto work = m_services.ownership.assign(ownerRequest(request, *std::move(actor)), *std::move(to));
    co_return co_await shown(200, std::move(work), changedView);
}

DeskHandlers::Answer DeskHandlers::write(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    desk::SupporterMessage message;
    message.text = fields.text("text", 1, desk::kMaxTextCodePoints);
    message.isNote = fields.oneOf("kind", {"text", "note"}, "text") == "note";
    if (fields.has("seen_seq")) {
        message.seenSeq = fields.integer("seen_seq", 0, std::numeric_limits<std::int64_t>::max());
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto actor = co_await deskActor(m_services.services.database, request);
    if (!actor) {
        co_return fail(std::move(actor).error());
    }
    message.tenant = request.tenant;
    message.conversation = conversationIn(request);
    message.actor = *std::move(actor);
    if (const std::string_view key = request.request.headers.get("idempotency-key"); !key.empty()) {
        message.effectKey = request.principal.subject + ":" + std::string(key);
        message.bodyHash = security::digestHex(security::sha256(request.request.body));
    }
    auto written = co_await m_services.messages.write(std::move(message));
    if (!written) {
        co_return fail(std::move(written).error());
    }
    nlohmann::json view = desk::messageView(written->row, proto::Audience::Operator);
    if (!written->mentions.empty()) {
        view["mentions"] = desk::mentionsJson(written->mentions);
    }
    co_return Response::json(201, view);
}

DeskHandlers::Answer DeskHandlers::resolve(RequestContext& request)
{
    auto body = bodyOrNothing(request);
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    const bool close = fields.boolean("close", true);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto actor = co_await deskActor(m_services.services.database, request);
    if (!actor) {
        co_return fail(std::move(actor).error());
    }
    auto work = m_services.ownership.resolve(ownerRequest(request, *std::move(actor)), close);
    co_return co_await shown(200, std::move(work), changedView);
}

DeskHandlers::Answer DeskHandlers::typing(RequestContext& request)
{
    auto body = bodyOrNothing(request);
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    const bool isTyping = fields.boolean("typing", true);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto row = co_await m_services.sessions.find(request.tenant, conversationIn(request));
    if (!row) {
        co_return fail(std::move(row).error());
    }
    m_services.hub.publish(desk::typingEvent(request.tenant, row->id, false, isTyping));
    co_return Response::empty(202);
}

DeskHandlers::Answer DeskHandlers::tag(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    const std::vector<std::string> tags = fields.texts("tags", kMaxTags, kMaxTag);
    if (!fields.has("tags")) {
        fields.fault("tags", "must be a list of texts");
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    const ConversationId id = conversationIn(request);
    const std::string text = tags.empty() ? std::string() : nlohmann::json(tags).dump();
    auto job = [&](store::Transaction& tx) -> Result<store::ConversationRow> {
        if (auto set = m_services.services.conversations.setTags(tx, id, text); !set) {
            return fail(std::move(set).error());
        }
        auto row = m_services.services.conversations.find(tx, id);
        if (!row || !*row) {
            return row ? fail(ErrorCode::NotFound, "There is no such conversation.")
                       : fail(std::move(row).error());
        }
        auto told = m_services.services.journal.event(tx,
                                                      request.tenant,
                                                      id,
                                                      "conversation.updated",
                                                      {},
                                                      {{"tags", tags}},
                                                      proto::Audience::Operator,
                                                      m_services.services.clock.nowMs());
        if (!told) {
            return fail(std::move(told).error());
        }
        return std::move(**row);
    };
    auto scope = store::Scope::of(request.tenant);
    auto row = co_await m_services.services.database.transact(scope, job);
    if (!row) {
        co_return fail(std::move(row).error());
    }
    co_return Response::json(200, desk::conversationView(*row));
}

} // namespace parley::server::api
