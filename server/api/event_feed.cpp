// SPDX-License-Identifier: MIT
#include "server/api/event_feed.h"

#include "server/api/reach.h"
#include "server/api/wire_form.h"
#include "server/live/conversation_feed.h"
#include "server/live/read_marks.h"
#include "shared/core/clock.h"

#include <boost/asio/this_coro.hpp>

#include <memory>

namespace parley::server::api {

namespace {

namespace asio = boost::asio;

/// A customer's token is looked at with every event, and this often where there is none.
constexpr auto kTokenCheck = std::chrono::seconds(15);
/// An operator's token is looked at this often. @source api.md: refused within 2 s
constexpr auto kRevocationCheck = std::chrono::seconds(1);

std::string idOf(const live::FeedItem& item)
{
    return item.seq > 0 ? std::to_string(item.seq) : std::string();
}

asio::awaitable<void> pump(live::Hub& hub,
                           store::Database& database,
                           const identity::TokenAuthenticator& authenticator,
                           std::shared_ptr<FeedRequest> request,
                           edge::EventStream& stream)
{
    using Clock = std::chrono::steady_clock;
    auto executor = co_await asio::this_coro::executor;
    // Shared with the stream's closing, which may come when this coroutine has ended.
    const auto feed = std::make_shared<live::ConversationFeed>(hub,
                                                               database,
                                                               executor,
                                                               request->tenant,
                                                               request->conversation,
                                                               audienceOf(request->principal),
                                                               request->after);
    stream.onClosed([weak = std::weak_ptr(feed)] {
        if (const auto alive = weak.lock()) {
            alive->close();
        }
    });
    const bool isOperator = request->principal.role != security::Role::ChatUser;
    const bool countsAsRead = mayReachCustomer(request->principal);
    feed->setStraight([&](const live::FeedItem& item, live::Delivery& delivery) {
        const auto make = [&]() -> edge::SharedFrame {
            const bool waits = !item.data || (countsAsRead && live::isResolution(item));
            return waits ? nullptr : edge::eventChunk(item.type, *item.data, idOf(item));
        };
        const int form = countsAsRead ? WireForm::kStreamChunkForCustomer : WireForm::kStreamChunk;
        const edge::SharedFrame& chunk = delivery.once(item.data, item.seq, form, make);
        return chunk && authenticator.check(request->principal) && stream.push(chunk);
    });
    const auto patience = isOperator ? kRevocationCheck : kTokenCheck;
    bool isOpen = co_await stream.ping();
    while (isOpen && !feed->isClosed()) {
        auto item = co_await feed->next(Clock::now() + patience);
        if (!item || !authenticator.check(request->principal)) {
            co_return;
        }
        if (countsAsRead) {
            live::FeedItem seen = *std::move(item);
            item = co_await live::markedRead(database,
                                             request->tenant,
                                             request->conversation,
                                             std::move(seen),
                                             audienceOf(request->principal),
                                             SystemClock().nowMs());
            if (!item) {
                co_return; // the client comes back and goes on from the last number it has
            }
        }
        if (item->type == live::kResync) {
            const std::string id = std::to_string(item->seq);
            const std::string data = R"({"type":"resync","seq":)" + id + "}";
            isOpen = co_await stream.send(item->type, data, id);
        } else if (item->data) {
            const std::string id = idOf(*item);
            isOpen = co_await stream.send(item->type, *item->data, id);
        }
    }
}

} // namespace

edge::Response feedResponse(live::Hub& hub,
                            store::Database& database,
                            const identity::TokenAuthenticator& authenticator,
                            FeedRequest request)
{
    auto shared = std::make_shared<FeedRequest>(std::move(request));
    return edge::Response::events([&hub, &database, &authenticator, shared](edge::EventStream& stream) {
        return pump(hub, database, authenticator, shared, stream);
    });
}

} // namespace parley::server::api
