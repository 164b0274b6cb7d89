// SPDX-License-Identifier: MIT
#include "server/live/conversation_feed.h"

#include "server/desk/views.h"
#include "server/store/database.h"

#include <nlohmann/json.hpp>

namespace parley::server::live {

namespace {

/// Events read from the log at once.
constexpr int kPage = 200;

} // namespace

ConversationFeed::ConversationFeed(Hub& hub,
                                   store::Database& database,
                                   boost::asio::any_io_executor executor,
                                   TenantId tenant,
                                   ConversationId conversation,
                                   proto::Audience audience,
                                   std::int64_t after)
    : m_hub(hub),
      m_database(database),
      m_tenant(std::move(tenant)),
      m_conversation(std::move(conversation)),
      m_audience(audience),
      m_seq(after),
      m_notifier(executor),
      m_inbox(std::make_shared<Inbox>([this] { m_notifier.notify(); })),
      m_subscription(m_hub.subscribe(executor, m_tenant, m_conversation, m_inbox))
{}

void ConversationFeed::close()
{
    m_closed = true;
    m_notifier.notify();
}

std::optional<FeedItem> ConversationFeed::fromInbox()
{
    if (m_inbox->takeOverrun()) {
        m_mustCatchUp = true;
        return std::nullopt;
    }
    while (SharedEvent event = m_inbox->take()) {
        const bool forCustomer = m_audience == proto::Audience::Customer;
        auto data = forCustomer ? event->customerData : event->operatorData;
        if (!data) {
            continue;
        }
        if (event->seq == 0) {
            return FeedItem{0, event->type, std::move(data)};
        }
        const std::int64_t seq = forCustomer ? event->customerSeq.value_or(0) : event->seq;
        if (seq <= m_seq) {
            continue;
        }
        if (seq > m_seq + 1) {
            // Commits of different workers may overtake each other on their way here: the log knows the
            // order.
            m_mustCatchUp = true;
            return std::nullopt;
        }
        m_seq = seq;
        return FeedItem{seq, event->type, std::move(data)};
    }
    return std::nullopt;
}

boost::asio::awaitable<Result<FeedItem>> ConversationFeed::next(std::chrono::steady_clock::time_point until)
{
    for (;;) {
        if (!m_backlog.empty()) {
            FeedItem item = std::move(m_backlog.front());
            m_backlog.pop_front();
            co_return item;
        }
        if (m_closed) {
            co_return FeedItem();
        }
        if (m_mustCatchUp) {
            auto caught = co_await catchUp();
            if (!caught) {
                co_return fail(std::move(caught).error());
            }
            continue;
        }
        if (auto item = fromInbox()) {
            co_return *std::move(item);
        }
        if (m_mustCatchUp) {
            continue;
        }
        const bool woken = co_await m_notifier.wait(until);
        if (!woken) {
            co_return FeedItem();
        }
    }
}

boost::asio::awaitable<Result<void>> ConversationFeed::catchUp()
{
    const store::ConversationLog log;
    auto job = [&](store::ReadTransaction& tx) {
        return log.eventsAfter(tx, m_conversation, m_seq, m_audience == proto::Audience::Customer, kPage);
    };
    auto scope = store::Scope::of(m_tenant);
    auto events = co_await m_database.read(scope, job);
    if (!events) {
        co_return fail(std::move(events).error());
    }
    for (const store::LoggedEvent& logged : *events) {
        m_seq =
            m_audience == proto::Audience::Customer ? logged.event.customerSeq.value_or(0) : logged.event.seq;
        const std::string data = desk::eventView(logged, m_audience)
                                     .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        m_backlog.push_back(FeedItem{m_seq, logged.event.type, std::make_shared<const std::string>(data)});
    }
    m_mustCatchUp = events->size() == static_cast<std::size_t>(kPage);
    co_return Result<void>();
}

} // namespace parley::server::live
