// SPDX-License-Identifier: MIT
#include "server/api/chat_handlers.h"

#include "server/api/decode.h"
#include "server/api/event_feed.h"
#include "server/api/principals.h"
#include "server/api/routes.h"
#include "server/api/turn_stream.h"
#include "server/channels/plain_kinds.h"
#include "server/desk/bridge_text.h"
#include "server/desk/case_terms.h"
#include "server/desk/typing.h"
#include "server/desk/views.h"
#include "server/security/digest.h"

#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

#include <charconv>

namespace parley::server::api {

namespace {

/// @source api.md: bodies up to 128 KiB
constexpr std::size_t kMessageBodyBytes = 128 * 1024;
/// Beyond the turn's own deadline, so that the bridge it ends in still reaches the client.
constexpr std::chrono::milliseconds kBridgeMargin{10'000};
constexpr std::size_t kMaxIdempotencyKey = 255;

edge::Route chatRoute(edge::Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    return makeRoute(
        method, std::move(pattern), security::Permission::Chat, std::move(doc), std::move(handler));
}

} // namespace

void ChatHandlers::addRoutes(edge::Router& router)
{
    auto message =
        chatRoute(edge::Method::Post,
                  "/chat/message",
                  {"Sends a message and waits for the turn", "Chat", "ChatMessageRequest", "Turn", 200, {}},
                  [this](edge::RequestContext& request) { return this->message(request); });
    message.bodyLimitBytes = kMessageBodyBytes;
    message.timeout = m_services.turnTimeout + kBridgeMargin;
    router.add(std::move(message));

    auto stream = chatRoute(
        edge::Method::Post,
        "/chat/stream",
        {"Sends a message and streams the turn", "Chat", "ChatMessageRequest", "text/event-stream", 200, {}},
        [this](edge::RequestContext& request) { return this->stream(request); });
    stream.bodyLimitBytes = kMessageBodyBytes;
    stream.timeout = m_services.turnTimeout + kBridgeMargin;
    router.add(std::move(stream));

    auto events =
        chatRoute(edge::Method::Get,
                  "/chat/events",
                  {"Live events of a session", "Chat", "", "text/event-stream", 200, {"session_id", "after"}},
                  [this](edge::RequestContext& request) { return this->events(request); });
    events.permission = security::Permission::ChatOrDesk;
    events.rate = edge::RateClass::Uncounted;
    router.add(std::move(events));

    router.add(chatRoute(edge::Method::Post,
                         "/chat/email",
                         {"Where to send answers too", "Chat", "ChatEmailRequest", "", 204, {}},
                         [this](edge::RequestContext& request) { return email(request); }));
    auto escalate = chatRoute(edge::Method::Post,
                              "/chat/escalate",
                              {"Asks for a person", "Chat", "EscalateRequest", "EscalateResponse", 201, {}},
                              [this](edge::RequestContext& request) { return this->escalate(request); });
    escalate.idempotent = true;
    router.add(std::move(escalate));
    auto typing =
        chatRoute(edge::Method::Post,
                  "/chat/typing",
                  {"Tells the other side that somebody types", "Chat", "TypingRequest", "", 202, {}},
                  [this](edge::RequestContext& request) { return this->typing(request); });
    typing.permission = security::Permission::ChatOrDesk;
    typing.rate = edge::RateClass::Uncounted;
    router.add(std::move(typing));
    router.add(chatRoute(edge::Method::Post,
                         "/chat/feedback",
                         {"Rates an answer", "Chat", "FeedbackRequest", "", 204, {}},
                         [this](edge::RequestContext& request) { return feedback(request); }));
}

boost::asio::awaitable<Result<ConversationId>>
ChatHandlers::conversationOf(edge::RequestContext& request, const nlohmann::json& body, Begin begin)
{
    Decoder fields(body);
    const std::string named = fields.optionalId("session_id");
    const std::string userId = fields.optionalText("user_id", 255);
    const std::string locale = fields.optionalText("locale", 35);
    const std::string channel = fields.oneOf("channel", {"web", "api", "form", "email", "whatsapp"}, "api");
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    if (request.principal.role == security::Role::ChatUser) {
        if (!named.empty() && named != request.principal.conversation.value) {
            co_return fail(ErrorCode::NotFound, "There is no such session.");
        }
        co_return request.principal.conversation;
    }
    if (!named.empty()) {
        ConversationId id{named};
        auto found = co_await m_services.sessions.find(request.tenant, id);
        if (!found) {
            co_return fail(std::move(found).error());
        }
        if (auto own = checkOwn(request.principal, *found); !own) {
            co_return fail(std::move(own).error());
        }
        co_return id;
    }
    if (begin == Begin::No) {
        co_return failField("session_id", "is required");
    }
    if (userId.empty()) {
        co_return failField("user_id", "is required when there is no session_id");
    }
    desk::OpenSession opening;
    opening.tenant = request.tenant;
    opening.userId = userId;
    // The company's own machine client vouches for who its users are.
    opening.isVerified = true;
    opening.locale = locale;
    opening.channel = channel;
    opening.apiClient = request.principal.subject;
    auto conversation = co_await m_services.sessions.continueFor(std::move(opening));
    if (!conversation) {
        co_return fail(std::move(conversation).error());
    }
    co_return conversation->id;
}

boost::asio::awaitable<Result<desk::InboundMessage>> ChatHandlers::inbound(edge::RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    desk::InboundMessage inbound;
    inbound.text = fields.text("text", 1, desk::kMaxTextCodePoints);
    const std::string key(request.request.headers.get("idempotency-key"));
    if (key.size() > kMaxIdempotencyKey) {
        fields.fault("Idempotency-Key", "must have at most 255 characters");
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    if (request.principal.role == security::Role::ApiClient) {
        if (auto on = co_await m_services.channels.checkOn(request.tenant, channels::kApiChannel); !on) {
            co_return fail(std::move(on).error());
        }
    }
    auto conversation = co_await conversationOf(request, *body, Begin::Yes);
    if (!conversation) {
        co_return fail(std::move(conversation).error());
    }
    inbound.tenant = request.tenant;
    inbound.conversation = *std::move(conversation);
    // The company's own machine client vouches for its users; anybody else's token says whether they proved
    // it.
    inbound.isVerified = request.principal.role == security::Role::ApiClient || request.principal.isVerified;
    if (!key.empty()) {
        inbound.effectKey =
            request.principal.subject + ":" + request.principal.conversation.value + ":" + key;
        inbound.bodyHash = security::digestHex(security::sha256(request.request.body));
    }
    co_return inbound;
}

ChatHandlers::Answer ChatHandlers::message(edge::RequestContext& request)
{
    auto sent = co_await inbound(request);
    if (!sent) {
        co_return fail(std::move(sent).error());
    }
    auto taken = co_await m_services.quick.take(*std::move(sent));
    if (!taken) {
        co_return fail(std::move(taken).error());
    }
    if (taken->answered) {
        co_return edge::Response::json(200,
                                       proto::turnJson(*taken->answered, turnAudience(request.principal)));
    }
    auto silent = std::make_shared<pipeline::SilentSink>();
    auto turn = co_await m_services.turns.answer(request.tenant,
                                                 std::move(taken->accepted),
                                                 std::move(silent),
                                                 request.deadline);
    if (!turn) {
        co_return fail(std::move(turn).error());
    }
    co_return edge::Response::json(turn->reply ? 200 : 202,
                                   proto::turnJson(*turn, turnAudience(request.principal)));
}

ChatHandlers::Answer ChatHandlers::stream(edge::RequestContext& request)
{
    auto sent = co_await inbound(request);
    if (!sent) {
        co_return fail(std::move(sent).error());
    }
    auto accepted = co_await m_services.intake.accept(*std::move(sent));
    if (!accepted) {
        co_return fail(std::move(accepted).error());
    }
    StreamedTurn turn;
    turn.tenant = request.tenant;
    turn.accepted = *std::move(accepted);
    turn.audience = turnAudience(request.principal);
    turn.requestId = request.requestId;
    turn.deadline = request.deadline;
    const auto executor = co_await boost::asio::this_coro::executor;
    co_return streamTurn(m_services.turns, std::move(turn), executor);
}

ChatHandlers::Answer ChatHandlers::events(edge::RequestContext& request)
{
    std::string session = request.request.parameter("session_id").value_or("");
    if (session.empty() && request.principal.role == security::Role::ChatUser) {
        session = request.principal.conversation.value;
    }
    if (!isUuid(session)) {
        co_return failField("session_id", "must be the id of a session");
    }
    std::string position = request.request.parameter("after").value_or("0");
    if (const std::string* last = request.request.headers.find("last-event-id"); last != nullptr) {
        position = *last;
    }
    FeedRequest feed;
    const auto [end, failed] =
        std::from_chars(position.data(), position.data() + position.size(), feed.after);
    if (failed != std::errc() || end != position.data() + position.size() || feed.after < 0) {
        co_return failField("after", "must be the number of an event, or 0");
    }
    ConversationId id{session};
    auto conversation = co_await m_services.sessions.find(request.tenant, std::move(id));
    if (!conversation) {
        co_return fail(std::move(conversation).error());
    }
    if (auto own = checkOwn(request.principal, *conversation); !own) {
        co_return fail(std::move(own).error());
    }
    feed.tenant = request.tenant;
    feed.conversation = conversation->id;
    feed.principal = request.principal;
    co_return feedResponse(m_services.hub, m_services.database, m_services.authenticator, std::move(feed));
}

ChatHandlers::Answer ChatHandlers::email(edge::RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    std::string address = fields.email("email");
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto conversation = co_await conversationOf(request, *body, Begin::No);
    if (!conversation) {
        co_return fail(std::move(conversation).error());
    }
    auto done = co_await m_services.sessions.setNotifyEmail(request.tenant,
                                                            *std::move(conversation),
                                                            std::move(address));
    if (!done) {
        co_return fail(std::move(done).error());
    }
    co_return edge::Response::empty(204);
}

ChatHandlers::Answer ChatHandlers::escalate(edge::RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    const std::string reason = fields.optionalText("reason", 500);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto conversation = co_await conversationOf(request, *body, Begin::No);
    if (!conversation) {
        co_return fail(std::move(conversation).error());
    }
    desk::HandoffRequest handoff;
    handoff.tenant = request.tenant;
    handoff.conversation = *std::move(conversation);
    handoff.reason = desk::kReasonCustomerRequest;
    handoff.question = reason;
    if (const auto tenant = m_services.tenants.find(request.tenant)) {
        handoff.ticketPrefix = tenant->row.ticketPrefix;
    }
    auto requested = co_await m_services.handoff.onRequest(std::move(handoff));
    if (!requested) {
        co_return fail(std::move(requested).error());
    }
    nlohmann::json ticket = request.principal.role == security::Role::ChatUser
                                ? desk::customerTicketView(requested->ticket)
                                : desk::ticketView(requested->ticket);
    desk::addWaiting(ticket, requested->summary);
    co_return edge::Response::json(requested->isNew ? 201 : 200, {{"ticket", ticket}});
}

ChatHandlers::Answer ChatHandlers::typing(edge::RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    const bool isTyping = fields.boolean("typing", true);
    const security::Principal& who = request.principal;
    if (who.role != security::Role::ChatUser) {
        // A customer's token names its session; everybody else has to.
        fields.id("session_id");
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    if (!who.may(security::Permission::Chat) && !who.may(security::Permission::DeskWrite)) {
        co_return fail(ErrorCode::Forbidden, "Your role may not do this.");
    }
    auto conversation = co_await conversationOf(request, *body, Begin::No);
    if (!conversation) {
        co_return fail(std::move(conversation).error());
    }
    // A machine client speaks for the customer unless it is let to work at the desk.
    const bool isCustomer = !request.principal.may(security::Permission::DeskWrite);
    m_services.hub.publish(desk::typingEvent(request.tenant, *std::move(conversation), isCustomer, isTyping));
    co_return edge::Response::empty(202);
}

ChatHandlers::Answer ChatHandlers::feedback(edge::RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    store::FeedbackRow feedback;
    feedback.message.value = fields.id("message_id");
    feedback.rating = fields.integer("rating", 1, 5);
    feedback.comment = fields.optionalText("comment", 2000);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto conversation = co_await conversationOf(request, *body, Begin::No);
    if (!conversation) {
        co_return fail(std::move(conversation).error());
    }
    feedback.conversation = *std::move(conversation);
    auto given = co_await m_services.sessions.giveFeedback(request.tenant, std::move(feedback));
    if (!given) {
        co_return fail(std::move(given).error());
    }
    co_return edge::Response::empty(204);
}

} // namespace parley::server::api
