// SPDX-License-Identifier: MIT
#include "server/api/live_link.h"

#include "server/api/decode.h"
#include "server/api/live_frames.h"
#include "server/api/principals.h"
#include "server/api/reach.h"
#include "server/api/wire_form.h"
#include "server/desk/case_terms.h"
#include "server/desk/typing.h"
#include "server/live/conversation_feed.h"
#include "server/live/presence_feed.h"
#include "server/live/queue_feed.h"
#include "server/live/read_marks.h"
#include "server/runtime/notifier.h"
#include "server/security/digest.h"
#include "shared/core/clock.h"

#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

#include <exception>
#include <limits>

namespace parley::server::api {

namespace {

namespace asio = boost::asio;

/// The token ends the link within 2 s after it was revoked. @source api.md
constexpr auto kTokenCheck = std::chrono::seconds(1);
constexpr unsigned short kTokenRevoked = 4001;
/// @source RFC 6455, 7.4.1
constexpr unsigned short kInternalError = 1011;
/// A replay pauses after so much, so that its reader keeps up: 1 MiB that waits ends the link.
constexpr std::size_t kReplayBytes = 128 * 1024;
constexpr auto kBreath = std::chrono::milliseconds(20);
constexpr std::size_t kMostTopics = 200;
constexpr std::size_t kMaxTopic = 64;
constexpr std::size_t kMaxKey = 255;
constexpr std::string_view kConversationPrefix = "conversation:";
constexpr auto kForever = std::chrono::hours(24);
constexpr std::int64_t kMaxSeq = std::numeric_limits<std::int64_t>::max();

/// Sends what passes by in the frame that all links of the topic share. Who counts as the customer gets a
/// resolution from pump(), which marks it as read first. Holds two references and no more, so that it lies
/// where it is called from: a walk past thousands of links waits for little but memory.
template <bool kCountsAsRead>
live::Feed::Straight straightTo(edge::WebSocket& socket, const std::string& topic)
{
    return [&socket, &topic](const live::FeedItem& item, live::Delivery& delivery) {
        const auto make = [&]() -> edge::SharedFrame {
            const bool waits = !item.data || (kCountsAsRead && live::isResolution(item));
            return waits ? nullptr : edge::textFrame(eventFrame(topic, item));
        };
        constexpr int kForm = kCountsAsRead ? WireForm::kLinkFrameForCustomer : WireForm::kLinkFrame;
        const edge::SharedFrame& frame = delivery.once(item.data, item.seq, kForm, make);
        if (frame) {
            socket.push(frame);
        }
        return frame != nullptr;
    };
}

} // namespace

/// One topic of a link.
struct LiveLink::Subscription {
    std::string topic;
    std::shared_ptr<live::Feed> feed;
};

LiveLink::LiveLink(LiveServices& services,
                   LinkOwner owner,
                   edge::WebSocket& socket,
                   asio::any_io_executor executor)
    : m_services(services),
      m_owner(std::move(owner)),
      m_socket(socket),
      m_executor(std::move(executor)),
      m_scope(m_executor, services.onFailure)
{}

LiveLink::~LiveLink() = default;

asio::awaitable<void> LiveLink::run()
{
    std::exception_ptr failure;
    try {
        co_await serve();
    } catch (...) {
        failure = std::current_exception();
    }
    for (const auto& [topic, subscription] : m_topics) {
        subscription->feed->close();
    }
    // Cancelled or not: what its tasks use must outlive them.
    co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
    co_await m_scope.cancelAndWait();
    m_presence.reset();
    if (failure) {
        std::rethrow_exception(failure);
    }
}

asio::awaitable<void> LiveLink::serve()
{
    m_socket.send(line(m_owner.hello));
    if (m_owner.principal.role == security::Role::ChatUser) {
        auto own =
            co_await subscribeTo(std::string(kConversationPrefix) + m_owner.principal.conversation.value,
                                 m_owner.after);
        if (!own) {
            m_socket.close(kInternalError, "the log could not be read");
            co_return;
        }
    } else if (m_owner.principal.role != security::Role::ApiClient &&
               m_owner.principal.may(security::Permission::DeskWrite)) {
        live::PresentPerson person;
        person.id = m_owner.principal.subject;
        person.name = m_owner.name;
        person.takesCases = m_owner.principal.role != security::Role::Admin;
        person.state = live::presenceStateOf(co_await statedBy(person.id));
        m_presence = std::make_unique<live::Presence::Link>(m_services.presence, m_owner.tenant, person);
    }
    m_scope.spawn("live.token", watchToken());
    while (m_socket.isOpen()) {
        auto text = co_await m_socket.receive();
        if (!text) {
            break;
        }
        co_await take(*std::move(text));
    }
}

asio::awaitable<std::string> LiveLink::statedBy(std::string person)
{
    const std::int64_t since = SystemClock().nowMs() - desk::kPresenceLifeMs;
    auto find = [&](store::ReadTransaction& tx) {
        return store::DeskPeopleRepository().stated(tx, person, since);
    };
    const auto scope = store::Scope::of(m_owner.tenant);
    auto stated = co_await m_services.database.read(scope, find);
    co_return stated.value_or(std::string());
}

asio::awaitable<void> LiveLink::watchToken()
{
    runtime::Notifier pause(m_executor);
    while (m_socket.isOpen()) {
        (void)co_await pause.wait(std::chrono::steady_clock::now() + kTokenCheck);
        if (!m_services.authenticator.check(m_owner.principal)) {
            m_socket.close(kTokenRevoked, "the token holds no more");
            co_return;
        }
    }
}

asio::awaitable<void> LiveLink::take(std::string text)
{
    auto frame = nlohmann::json::parse(text, nullptr, false);
    nlohmann::json reply;
    if (!frame.is_object()) {
        Error error;
        error.code = ErrorCode::Malformed;
        error.message = "A frame must be a JSON object.";
        reply = problemFrame(error);
        frame = nlohmann::json::object();
    } else {
        auto answered = co_await answer(frame);
        reply = answered ? *std::move(answered) : problemFrame(answered.error());
    }
    const auto id = frame.find("id");
    const bool hasId = id != frame.end() && (id->is_string() || id->is_number_integer());
    if (hasId) {
        reply["id"] = *id;
    }
    // Who named no id is told of faults alone.
    if (hasId || reply.value("type", "") == "error" || reply.value("type", "") == "pong") {
        m_socket.send(line(reply));
    }
}

LiveLink::Reply LiveLink::answer(const nlohmann::json& frame)
{
    const auto type = frame.find("type");
    const std::string name =
        type != frame.end() && type->is_string() ? type->get<std::string>() : std::string();
    const bool isOperator = m_owner.principal.may(security::Permission::DeskRead);
    if (name == "ping") {
        co_return nlohmann::json{{"type", "pong"}};
    }
    if (name == "subscribe") {
        co_return co_await subscribe(frame);
    }
    if (name == "unsubscribe") {
        co_return co_await unsubscribe(frame);
    }
    if (name == "message" && m_owner.principal.role == security::Role::ChatUser) {
        co_return co_await message(frame);
    }
    if ((name == "viewing" || name == "composing") && isOperator) {
        co_return co_await view(frame, name == "composing");
    }
    if (name == "typing") {
        co_return co_await typing(frame);
    }
    co_return fail(unknownFrame());
}

asio::awaitable<Result<ConversationId>> LiveLink::reachable(std::string conversation)
{
    ConversationId id{std::move(conversation)};
    auto found = co_await m_services.sessions.find(m_owner.tenant, id);
    if (!found) {
        co_return fail(std::move(found).error());
    }
    if (auto own = checkOwn(m_owner.principal, *found); !own) {
        co_return fail(std::move(own).error());
    }
    co_return id;
}

LiveLink::Reply LiveLink::subscribe(const nlohmann::json& frame)
{
    Decoder fields(frame);
    const std::vector<std::string> topics = fields.texts("topics", kMostTopics, kMaxTopic);
    const auto after = frame.find("after");
    if (after != frame.end() && !after->is_object()) {
        fields.fault("after", "must be an object of topics and numbers");
    }
    if (topics.empty()) {
        fields.fault("topics", "must name at least one topic");
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    nlohmann::json begins = nlohmann::json::object();
    for (const std::string& topic : topics) {
        std::int64_t from = live::kFromNow;
        if (after != frame.end() && after->contains(topic)) {
            Decoder numbers(*after);
            from = numbers.integer(topic, 0, kMaxSeq);
            if (auto decoded = numbers.finish(); !decoded) {
                co_return fail(std::move(decoded).error());
            }
        }
        auto subscribed = co_await subscribeTo(topic, from);
        if (!subscribed) {
            co_return fail(std::move(subscribed).error());
        }
        begins[topic] = *subscribed;
    }
    co_return nlohmann::json{{"type", "subscribed"}, {"topics", topics}, {"seq", std::move(begins)}};
}

LiveLink::Reply LiveLink::unsubscribe(const nlohmann::json& frame)
{
    Decoder fields(frame);
    const std::vector<std::string> topics = fields.texts("topics", kMostTopics, kMaxTopic);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    for (const std::string& topic : topics) {
        if (const auto known = m_topics.find(topic); known != m_topics.end()) {
            known->second->feed->close();
            m_topics.erase(known);
        }
    }
    co_return nlohmann::json{{"type", "unsubscribed"}, {"topics", topics}};
}

asio::awaitable<Result<std::int64_t>> LiveLink::subscribeTo(std::string topic, std::int64_t after)
{
    if (m_topics.size() >= kMostTopics && !m_topics.contains(topic)) {
        co_return failField("topics", "a link may have 200 topics");
    }
    auto feed = co_await feedOf(topic, after);
    if (!feed) {
        co_return fail(std::move(feed).error());
    }
    // From here on nothing is missed, also what happens before the first event is read.
    auto begun = co_await (*feed)->begin();
    if (!begun) {
        co_return fail(std::move(begun).error());
    }
    const std::int64_t from = (*feed)->position();
    start(topic, *std::move(feed));
    if (topic == desk::kPresenceTopic) {
        for (std::string& present : m_services.presence.lines(m_owner.tenant)) {
            live::FeedItem item;
            item.data = std::make_shared<const std::string>(std::move(present));
            m_socket.send(eventFrame(topic, item));
        }
    }
    co_return from;
}

asio::awaitable<Result<std::shared_ptr<live::Feed>>> LiveLink::feedOf(std::string topic, std::int64_t after)
{
    using FeedPtr = std::shared_ptr<live::Feed>;
    live::Hub& hub = m_services.hub;
    store::Database& database = m_services.database;
    if (topic.starts_with(kConversationPrefix)) {
        auto conversation = co_await reachable(topic.substr(kConversationPrefix.size()));
        if (!conversation) {
            co_return fail(std::move(conversation).error());
        }
        co_return FeedPtr(std::make_shared<live::ConversationFeed>(hub,
                                                                   database,
                                                                   m_executor,
                                                                   m_owner.tenant,
                                                                   *std::move(conversation),
                                                                   audienceOf(m_owner.principal),
                                                                   after));
    }
    if (!m_owner.principal.may(security::Permission::DeskRead)) {
        co_return fail(ErrorCode::Forbidden, "Your role may not watch this topic.");
    }
    if (topic == desk::kQueueTopic) {
        co_return FeedPtr(
            std::make_shared<live::QueueFeed>(hub, database, m_executor, m_owner.tenant, after));
    }
    if (topic == desk::kPresenceTopic) {
        co_return FeedPtr(std::make_shared<live::PresenceFeed>(hub, database, m_executor, m_owner.tenant));
    }
    co_return failField("topics", "must be queue, presence or conversation:<id>");
}

void LiveLink::start(const std::string& topic, std::shared_ptr<live::Feed> feed)
{
    auto& known = m_topics[topic];
    if (known) {
        known->feed->close(); // subscribed anew, from another number
    }
    known = std::make_shared<Subscription>(Subscription{topic, std::move(feed)});
    m_scope.spawn("live.topic", pump(known));
}

asio::awaitable<void> LiveLink::pump(std::shared_ptr<Subscription> subscription)
{
    live::Feed& feed = *subscription->feed;
    runtime::Notifier pause(m_executor);
    std::size_t sent = 0;
    const bool countsAsRead =
        mayReachCustomer(m_owner.principal) && subscription->topic.starts_with(kConversationPrefix);
    const std::string& topic = subscription->topic;
    feed.setStraight(countsAsRead ? straightTo<true>(m_socket, topic) : straightTo<false>(m_socket, topic));
    while (m_socket.isOpen() && !feed.isClosed()) {
        auto item = co_await feed.next(std::chrono::steady_clock::now() + kForever);
        if (item && countsAsRead) {
            live::FeedItem seen = *std::move(item);
            item = co_await passedOn(subscription->topic, std::move(seen));
        }
        if (!item && item.error().code == ErrorCode::NotFound) {
            // Erased: whoever else watches the conversation goes on with the other topics.
            if (m_owner.principal.role == security::Role::ChatUser) {
                m_socket.close(kTokenRevoked, "the conversation was erased");
            } else {
                m_socket.send(line({{"type", "unsubscribed"}, {"topics", {subscription->topic}}}));
            }
            co_return;
        }
        if (!item) {
            // Loudly: the client comes back and goes on from the last number it has.
            m_socket.close(kInternalError, "the log could not be read");
            co_return;
        }
        if (item->type == live::kResync) {
            m_socket.send(line({{"type", "resync"}, {"topic", subscription->topic}, {"seq", item->seq}}));
        } else if (item->data && !feed.isClosed()) {
            std::string frame = eventFrame(subscription->topic, *item);
            sent += frame.size();
            m_socket.send(std::move(frame));
        }
        if (sent >= kReplayBytes) {
            sent = 0;
            (void)co_await pause.wait(std::chrono::steady_clock::now() + kBreath);
        }
    }
}

asio::awaitable<Result<live::FeedItem>> LiveLink::passedOn(std::string topic, live::FeedItem item)
{
    ConversationId conversation{topic.substr(kConversationPrefix.size())};
    co_return co_await live::markedRead(m_services.database,
                                        m_owner.tenant,
                                        std::move(conversation),
                                        std::move(item),
                                        audienceOf(m_owner.principal),
                                        SystemClock().nowMs());
}

LiveLink::Reply LiveLink::message(const nlohmann::json& frame)
{
    Decoder fields(frame);
    desk::InboundMessage inbound;
    inbound.text = fields.text("text", 1, desk::kMaxTextCodePoints);
    const std::string key = fields.optionalText("key", kMaxKey);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    if (const auto wait = m_services.rates.take(m_owner.principal, m_owner.address); wait.count() > 0) {
        Error error;
        error.code = ErrorCode::RateLimited;
        error.message = "Too many messages. Wait a little.";
        error.retryAfter = wait;
        co_return fail(std::move(error));
    }
    inbound.tenant = m_owner.tenant;
    inbound.conversation = m_owner.principal.conversation;
    inbound.isVerified = m_owner.principal.isVerified;
    if (!key.empty()) {
        inbound.effectKey = m_owner.principal.subject + ":" + inbound.conversation.value + ":" + key;
        inbound.bodyHash = security::digestHex(security::sha256(inbound.text));
    }
    auto accepted = co_await m_services.intake.accept(std::move(inbound));
    if (!accepted) {
        co_return fail(std::move(accepted).error());
    }
    if (accepted->run && !accepted->isReplay) {
        auto silent = std::make_shared<pipeline::SilentSink>();
        m_services.turns.start(m_owner.tenant, *accepted, std::move(silent), m_executor);
    }
    co_return nlohmann::json{{"type", "accepted"},
                             {"session_id", accepted->message.conversation.value},
                             {"message_id", accepted->message.id.value},
                             {"seq", accepted->message.customerSeq.value_or(0)}};
}

LiveLink::Reply LiveLink::view(const nlohmann::json& frame, bool isComposing)
{
    Decoder fields(frame);
    std::string conversation = fields.optionalId("conversation");
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    if (!conversation.empty()) {
        auto found = co_await reachable(conversation);
        if (!found) {
            co_return fail(std::move(found).error());
        }
    }
    if (m_presence) {
        isComposing ? m_presence->compose(conversation) : m_presence->view(conversation);
    }
    co_return nlohmann::json{{"type", "ok"}};
}

LiveLink::Reply LiveLink::typing(const nlohmann::json& frame)
{
    const security::Principal& who = m_owner.principal;
    if (!who.may(security::Permission::Chat) && !who.may(security::Permission::DeskWrite)) {
        co_return fail(ErrorCode::Forbidden, "Your role may not do this.");
    }
    Decoder fields(frame);
    const bool isTyping = fields.boolean("typing", true);
    const bool isOwn = m_owner.principal.role == security::Role::ChatUser;
    std::string named = isOwn ? m_owner.principal.conversation.value : fields.id("conversation");
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto conversation = co_await reachable(std::move(named));
    if (!conversation) {
        co_return fail(std::move(conversation).error());
    }
    m_services.hub.publish(desk::typingEvent(
        m_owner.tenant, *std::move(conversation), !who.may(security::Permission::DeskWrite), isTyping));
    co_return nlohmann::json{{"type", "ok"}};
}

} // namespace parley::server::api
