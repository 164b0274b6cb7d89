// SPDX-License-Identifier: MIT
#include "server/api/case_handlers.h"

#include "server/api/decode.h"
#include "server/api/desk_actor.h"
#include "server/api/parameters.h"
#include "server/api/principals.h"
#include "server/api/routes.h"
#include "server/desk/case_card.h"
#include "server/desk/case_terms.h"
#include "server/desk/intake.h"
#include "server/desk/views.h"
#include "server/store/conversation_search.h"
#include "server/store/database.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

constexpr std::size_t kMaxCategory = 64;
constexpr std::size_t kMaxAgentName = 80;
constexpr std::size_t kMaxQuery = 200;
constexpr std::size_t kMaxTag = 40;

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

Error notThere(std::string_view what)
{
    Error error;
    error.code = ErrorCode::NotFound;
    error.message = "There is no such " + std::string(what) + ".";
    return error;
}

nlohmann::json runView(const store::RunRow& run)
{
    auto nodes = nlohmann::json::parse(run.trace.empty() ? "[]" : run.trace, nullptr, false);
    nlohmann::json json = {{"id", run.id.value},
                           {"session_id", run.conversation.value},
                           {"message_id", run.message.value},
                           {"status", run.status},
                           {"started_ts", toRfc3339(run.createdMs)},
                           {"duration_us", run.durationUs.value_or(0)},
                           {"nodes", nodes.is_array() ? std::move(nodes) : nlohmann::json::array()}};
    if (!run.ticket.isEmpty()) {
        json["ticket_id"] = run.ticket.value;
    }
    return json;
}

/// Whatever else one row says, with the message that has the words.
nlohmann::json foundView(const store::FoundConversation& found)
{
    nlohmann::json view = desk::conversationView(found.conversation);
    view["match"] = {{"message_id", found.message.value},
                     {"seq", found.seq},
                     {"sender", found.sender},
                     {"kind", found.kind},
                     {"text", found.text}};
    return view;
}

} // namespace

CaseHandlers::CaseHandlers(desk::Services& services,
                           desk::Sessions& sessions,
                           desk::Resolution& resolution,
                           agents::Corrections& corrections)
    : m_services(services), m_sessions(sessions), m_resolution(resolution), m_corrections(corrections)
{}

void CaseHandlers::addRoutes(edge::Router& router)
{
    router.add(makeRoute(Method::Get,
                         "/session/{id}",
                         Permission::ChatOrDesk,
                         {"A session with its messages", "Chat", "", "Session", 200, {}},
                         [this](RequestContext& request) { return session(request); }));
    router.add(
        makeRoute(Method::Get,
                  "/conversations",
                  Permission::DeskRead,
                  {"Conversations, newest first; with q those whose messages or notes have all its words",
                   "Desk",
                   "",
                   "Conversation[]",
                   200,
                   {"status", "channel", "assignee", "customer", "q", "tag", "limit", "cursor"}},
                  [this](RequestContext& request) { return conversations(request); }));
    router.add(makeRoute(Method::Get,
                         "/conversations/{id}/runs",
                         Permission::DeskRead,
                         {"The runs of a conversation", "Desk", "", "Run[]", 200, {}},
                         [this](RequestContext& request) { return runsOf(request); }));
    router.add(makeRoute(Method::Get,
                         "/runs/{id}",
                         Permission::DeskRead,
                         {"The trace of one turn", "Desk", "", "Run", 200, {}},
                         [this](RequestContext& request) { return run(request); }));
    router.add(makeRoute(Method::Get,
                         "/ticket/{id}",
                         Permission::ChatOrDesk,
                         {"A ticket, by id or reference", "Desk", "", "Ticket", 200, {}},
                         [this](RequestContext& request) { return ticket(request); }));
    const edge::RouteDoc tickets = {
        "Tickets, oldest first",
        "Desk",
        "",
        "Ticket[]",
        200,
        {"status", "assignee", "category", "priority", "customer", "limit", "cursor"}};
    for (const std::string_view pattern : {"/tickets", "/admin/tickets"}) {
        router.add(makeRoute(Method::Get,
                             std::string(pattern),
                             Permission::DeskRead,
                             tickets,
                             [this](RequestContext& request) { return this->tickets(request); }));
    }
    router.add(
        makeRoute(Method::Patch,
                  "/tickets/{id}",
                  Permission::DeskWrite,
                  {"Puts category, priority or agent of a ticket right; the classifier learns the agent",
                   "Desk",
                   "TicketPatch",
                   "Ticket",
                   200,
                   {}},
                  [this](RequestContext& request) { return correct(request); }));
    auto resolve = makeRoute(Method::Post,
                             "/admin/tickets/{id}/resolve",
                             Permission::DeskWrite,
                             {"Answers the customer and resolves the ticket",
                              "Desk",
                              "ResolveRequest",
                              "ResolveResponse",
                              200,
                              {}},
                             [this](RequestContext& request) { return this->resolve(request); });
    resolve.idempotent = true;
    router.add(std::move(resolve));
}

CaseHandlers::Answer CaseHandlers::session(RequestContext& request)
{
    const std::string id(request.pathParameter("id"));
    if (!isUuid(id)) {
        co_return fail(notThere("session"));
    }
    const proto::Audience audience = audienceOf(request.principal);
    ConversationId conversation{id};
    auto found = co_await m_sessions.find(request.tenant, conversation);
    if (!found || !checkOwn(request.principal, *found)) {
        co_return fail(found || found.error().code == ErrorCode::NotFound ? notThere("session")
                                                                          : std::move(found).error());
    }
    if (audience == proto::Audience::Operator && request.principal.role == security::Role::ApiClient) {
        // What a machine client shows to whom is its own affair: what it has counts as read.
        auto read = co_await m_sessions.transcript(request.tenant, conversation, proto::Audience::Customer);
        if (!read) {
            co_return fail(std::move(read).error());
        }
    }
    auto transcript = co_await m_sessions.transcript(request.tenant, std::move(conversation), audience);
    if (!transcript) {
        co_return fail(std::move(transcript).error());
    }
    nlohmann::json messages = nlohmann::json::array();
    for (const store::MessageRow& message : transcript->messages) {
        messages.push_back(desk::messageView(message, audience));
    }
    const store::ConversationRow& row = transcript->conversation;
    nlohmann::json body = {{"id", row.id.value},
                           {"user_id", nullptr},
                           {"status", row.status},
                           {"channel", row.channel},
                           {"started_ts", toRfc3339(row.createdMs)},
                           {"last_ts", toRfc3339(row.lastMs)},
                           {"last_seq",
                            audience == proto::Audience::Customer ? row.customerSeq : row.eventSeq},
                           {"messages", std::move(messages)}};
    if (!transcript->customer.userId.empty()) {
        body["user_id"] = transcript->customer.userId;
    }
    if (audience == proto::Audience::Operator) {
        body["customer"] = {{"id", row.customer.value}, {"verified", transcript->customer.verified}};
    }
    co_return Response::json(200, body);
}

CaseHandlers::Answer CaseHandlers::conversations(RequestContext& request)
{
    auto limit = request.pageLimit();
    auto status = oneOfParameter(request, "status", {"open", "waiting_for_agent", "with_agent", "closed"});
    auto channel = oneOfParameter(request, "channel", {"web", "api", "form", "email", "whatsapp"});
    if (!limit || !status || !channel) {
        co_return fail(!limit ? limit.error() : !status ? status.error() : channel.error());
    }
    auto words = textParameter(request, "q", kMaxQuery);
    auto tag = textParameter(request, "tag", kMaxTag);
    if (!words || !tag) {
        co_return fail(!words ? words.error() : tag.error());
    }
    store::ConversationFilter filter;
    filter.status = *status;
    filter.channel = *channel;
    filter.assignee = request.request.parameter("assignee").value_or("");
    filter.customer = request.request.parameter("customer").value_or("");
    filter.tag = *tag;
    filter.limit = *limit;
    if (!trimmed(*words).empty()) {
        co_return co_await search(request, *std::move(words), std::move(filter));
    }
    filter.before = request.request.parameter("cursor").value_or("");
    auto job = [&](store::ReadTransaction& tx) { return m_services.conversations.page(tx, filter); };
    auto scope = store::Scope::of(request.tenant);
    auto rows = co_await m_services.database.read(scope, job);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    co_return pageResponse(*rows, desk::conversationView, *limit);
}

CaseHandlers::Answer
CaseHandlers::search(RequestContext& request, std::string words, store::ConversationFilter filter)
{
    auto before = numberCursor(request);
    if (!before) {
        co_return fail(std::move(before).error());
    }
    const store::ConversationSearch search(m_services.database.driver());
    auto job = [&](store::ReadTransaction& tx) { return search.find(tx, words, filter, *before); };
    auto scope = store::Scope::of(request.tenant);
    auto found = co_await m_services.database.read(scope, job);
    if (!found) {
        co_return fail(std::move(found).error());
    }
    nlohmann::json items = nlohmann::json::array();
    for (const store::FoundConversation& each : found->items) {
        items.push_back(foundView(each));
    }
    co_return Response::json(
        200,
        {{"items", std::move(items)},
         {"next_cursor", found->next > 0 ? nlohmann::json(std::to_string(found->next)) : nlohmann::json()},
         {"partial", found->isPartial}});
}

CaseHandlers::Answer CaseHandlers::ticket(RequestContext& request)
{
    const std::string id(request.pathParameter("id"));
    const bool isCustomer = audienceOf(request.principal) == proto::Audience::Customer;
    auto job = [&](store::ReadTransaction& tx) -> Result<nlohmann::json> {
        auto row = m_services.tickets.find(tx, id);
        if (!row || !*row) {
            return fail(row ? notThere("ticket") : std::move(row).error());
        }
        auto conversation = m_services.conversations.find(tx, (*row)->conversation);
        if (!conversation) {
            return fail(std::move(conversation).error());
        }
        if (!*conversation || !checkOwn(request.principal, **conversation)) {
            return fail(notThere("ticket"));
        }
        auto waiting = desk::waitingSummary(m_services, tx, **row);
        if (!waiting) {
            return fail(std::move(waiting).error());
        }
        if (isCustomer) {
            nlohmann::json own = desk::customerTicketView(**row);
            desk::addWaiting(own, *waiting);
            return own;
        }
        auto card = desk::readCaseCard(tx, m_services, **conversation, *row);
        if (!card) {
            return fail(std::move(card).error());
        }
        nlohmann::json view = desk::ticketView(**row);
        desk::addWaiting(view, *waiting);
        view["case"] = desk::caseCardJson(*card);
        return view;
    };
    auto scope = store::Scope::of(request.tenant);
    auto view = co_await m_services.database.read(scope, job);
    if (!view) {
        co_return fail(std::move(view).error());
    }
    co_return Response::json(200, *view);
}

CaseHandlers::Answer CaseHandlers::tickets(RequestContext& request)
{
    auto limit = request.pageLimit();
    auto status =
        oneOfParameter(request, "status", {"open", "pending_human", "assigned", "resolved", "closed"});
    auto priority = oneOfParameter(request, "priority", {"low", "medium", "high", "urgent"});
    if (!limit || !status || !priority) {
        co_return fail(!limit ? limit.error() : !status ? status.error() : priority.error());
    }
    store::TicketFilter filter;
    if (!status->empty()) {
        filter.statuses = {*status};
    }
    filter.priority = *priority;
    filter.category = request.request.parameter("category").value_or("");
    filter.assignee = request.request.parameter("assignee").value_or("");
    filter.customer = request.request.parameter("customer").value_or("");
    filter.after = request.request.parameter("cursor").value_or("");
    filter.limit = *limit;
    auto job = [&](store::ReadTransaction& tx) { return m_services.tickets.page(tx, filter); };
    auto scope = store::Scope::of(request.tenant);
    auto rows = co_await m_services.database.read(scope, job);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    co_return pageResponse(*rows, desk::ticketView, *limit);
}

CaseHandlers::Answer CaseHandlers::correct(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    agents::TicketCorrection correction;
    if (fields.has("category")) {
        correction.category = fields.text("category", 1, kMaxCategory);
    }
    if (fields.has("priority")) {
        correction.priority = fields.oneOf("priority", {"low", "medium", "high", "urgent"}, "medium");
    }
    if (fields.has("agent")) {
        correction.agent = fields.text("agent", 1, kMaxAgentName);
    }
    if (fields.has("status")) {
        correction.status =
            fields.oneOf("status", {"open", "pending_human", "assigned", "resolved", "closed"}, "open");
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto ticket = co_await m_corrections.correct(request.tenant,
                                                 std::string(request.pathParameter("id")),
                                                 std::move(correction),
                                                 actorOf(request));
    if (!ticket) {
        co_return fail(std::move(ticket).error());
    }
    co_return Response::json(200, desk::ticketView(*ticket));
}

CaseHandlers::Answer CaseHandlers::resolve(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    desk::ResolveRequest wanted;
    wanted.answer = fields.text("answer", 1, desk::kMaxTextCodePoints);
    wanted.notifyEmail = fields.optionalEmail("notify_email");
    wanted.learns = fields.boolean("learn", true);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    wanted.tenant = request.tenant;
    wanted.ticket = request.pathParameter("id");
    auto actor = co_await deskActor(m_services.database, request);
    if (!actor) {
        co_return fail(std::move(actor).error());
    }
    wanted.actor = *std::move(actor);
    auto resolved = co_await m_resolution.resolve(std::move(wanted));
    if (!resolved) {
        co_return fail(std::move(resolved).error());
    }
    nlohmann::json answer = {{"ticket", desk::ticketView(resolved->ticket)},
                             {"message", desk::messageView(resolved->message, proto::Audience::Operator)},
                             {"run", nullptr},
                             {"learned",
                              {{"cache", resolved->learned.cache},
                               {"example", resolved->learned.example},
                               {"gap", resolved->learned.gap}}},
                             {"notification", nullptr}};
    if (!resolved->learned.cache) {
        answer["learned"]["reason"] = resolved->learned.reason;
    }
    if (!resolved->run.isEmpty()) {
        answer["run"] = {{"id", resolved->run.value}, {"status", resolved->runStatus}};
    }
    if (!resolved->notified.empty()) {
        answer["notification"] = {{"channel", "email"}, {"target", resolved->notified}, {"status", "queued"}};
    }
    co_return Response::json(200, answer);
}

CaseHandlers::Answer CaseHandlers::run(RequestContext& request)
{
    RunId id{std::string(request.pathParameter("id"))};
    auto job = [&](store::ReadTransaction& tx) { return m_services.runs.find(tx, id); };
    auto scope = store::Scope::of(request.tenant);
    auto row = co_await m_services.database.read(scope, job);
    if (!row) {
        co_return fail(std::move(row).error());
    }
    if (!*row) {
        co_return fail(notThere("run"));
    }
    co_return Response::json(200, runView(**row));
}

CaseHandlers::Answer CaseHandlers::runsOf(RequestContext& request)
{
    ConversationId id{std::string(request.pathParameter("id"))};
    auto job = [&](store::ReadTransaction& tx) -> Result<std::vector<store::RunRow>> {
        auto conversation = m_services.conversations.find(tx, id);
        if (!conversation) {
            return fail(std::move(conversation).error());
        }
        if (!*conversation) {
            return fail(notThere("conversation"));
        }
        return m_services.runs.ofConversation(tx, id, 200);
    };
    auto scope = store::Scope::of(request.tenant);
    auto rows = co_await m_services.database.read(scope, job);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    nlohmann::json items = nlohmann::json::array();
    for (const store::RunRow& row : *rows) {
        items.push_back(runView(row));
    }
    co_return listResponse(std::move(items), {});
}

} // namespace parley::server::api
