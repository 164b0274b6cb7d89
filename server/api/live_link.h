// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/intake.h"
#include "server/desk/sessions.h"
#include "server/edge/response.h"
#include "server/identity/rate_limiter.h"
#include "server/identity/token_authenticator.h"
#include "server/live/feed.h"
#include "server/live/hub.h"
#include "server/live/presence.h"
#include "server/pipeline/turns.h"
#include "server/runtime/task_scope.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace parley::server::api {

/// What the live link stands on.
struct LiveServices {
    live::Hub& hub;
    live::Presence& presence;
    store::Database& database;
    desk::Sessions& sessions;
    desk::Intake& intake;
    pipeline::Turns& turns;
    const identity::TokenAuthenticator& authenticator;
    /// Counts customers' messages; the frames of operators carry no work.
    identity::RateLimiter& rates;
    runtime::TaskFailure onFailure;
};

/// Whose link it is.
struct LinkOwner {
    TenantId tenant;
    security::Principal principal;
    std::string name;
    std::string address;
    /// What GET /me says: the client's first frame.
    nlohmann::json hello;
    /// A customer's last number; live::kFromNow.
    std::int64_t after = live::kFromNow;
};

/// One WebSocket of GET /ws: takes frames, and pushes the events of what it subscribed to, each topic in the
/// order of its numbers. @thread the connection's I/O thread
class LiveLink {
public:
    LiveLink(LiveServices& services,
             LinkOwner owner,
             edge::WebSocket& socket,
             boost::asio::any_io_executor executor);
    ~LiveLink();

    /// Until the client, the server or a revoked token ends it.
    boost::asio::awaitable<void> run();

private:
    struct Subscription;
    using Reply = boost::asio::awaitable<Result<nlohmann::json>>;

    boost::asio::awaitable<void> serve();
    boost::asio::awaitable<void> pump(std::shared_ptr<Subscription> subscription);
    /// The state that the person said of himself on this or another node; empty: none.
    boost::asio::awaitable<std::string> statedBy(std::string person);
    boost::asio::awaitable<void> watchToken();
    boost::asio::awaitable<void> take(std::string text);
    Reply answer(const nlohmann::json& frame);
    Reply subscribe(const nlohmann::json& frame);
    Reply message(const nlohmann::json& frame);
    Reply view(const nlohmann::json& frame, bool isComposing);
    Reply typing(const nlohmann::json& frame);
    Reply unsubscribe(const nlohmann::json& frame);
    /// @return the number behind which its events begin
    /// @errors NotFound no such conversation here; Forbidden; InvalidArgument no such topic; Storage
    boost::asio::awaitable<Result<std::int64_t>> subscribeTo(std::string topic, std::int64_t after);
    boost::asio::awaitable<Result<std::shared_ptr<live::Feed>>> feedOf(std::string topic, std::int64_t after);
    /// The caller's own, or any of the tenant for those who read the desk. @errors NotFound
    boost::asio::awaitable<Result<ConversationId>> reachable(std::string conversation);
    /// What a customer gets of it. @errors those of live::markedRead
    boost::asio::awaitable<Result<live::FeedItem>> passedOn(std::string topic, live::FeedItem item);
    void start(const std::string& topic, std::shared_ptr<live::Feed> feed);

    LiveServices& m_services;
    LinkOwner m_owner;
    edge::WebSocket& m_socket;
    boost::asio::any_io_executor m_executor;
    std::map<std::string, std::shared_ptr<Subscription>> m_topics;
    std::unique_ptr<live::Presence::Link> m_presence; // null for customers and machine clients
    runtime::TaskScope m_scope;                       // last: its tasks use all of the above
};

} // namespace parley::server::api
