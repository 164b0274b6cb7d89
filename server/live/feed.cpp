// SPDX-License-Identifier: MIT
#include "server/live/feed.h"

#include "server/store/database.h"

#include <algorithm>

namespace parley::server::live {

namespace {

/// Events read from the log at once.
constexpr int kPage = 200;

/// Also a wait that is cancelled ends.
class Awaited {
public:
    explicit Awaited(bool& flag) : m_flag(flag) { m_flag = true; }
    ~Awaited() { m_flag = false; }
    Awaited(const Awaited&) = delete;
    Awaited& operator=(const Awaited&) = delete;

private:
    bool& m_flag;
};

} // namespace

Feed::Feed(Hub& hub,
           store::Database& database,
           const boost::asio::any_io_executor& executor,
           TenantId tenant,
           std::string_view topic,
           std::int64_t after)
    : m_seq(after),
      m_database(database),
      m_tenant(std::move(tenant)),
      m_notifier(executor),
      m_inbox(std::make_shared<Inbox>([this] { m_notifier.notify(); },
                                      [this](Delivery& delivery) { return takeStraight(delivery); })),
      m_subscription(hub.subscribe(executor, m_tenant, topic, m_inbox))
{}

void Feed::close()
{
    m_closed = true;
    m_notifier.notify();
}

boost::asio::awaitable<Result<void>> Feed::begin()
{
    if (m_seq != kFromNow) {
        co_return Result<void>();
    }
    co_return co_await catchUp();
}

std::optional<FeedItem> Feed::fromInbox()
{
    if (m_inbox->takeOverrun()) {
        m_mustCatchUp = true;
        return std::nullopt;
    }
    while (SharedEvent event = m_inbox->take()) {
        auto item = seen(*event);
        if (!item) {
            continue;
        }
        if (item->seq == 0) {
            return item;
        }
        if (item->seq <= m_seq) {
            continue;
        }
        if (item->seq > m_seq + 1) {
            // Commits of different workers may overtake each other on their way here: the log knows the
            // order.
            m_mustCatchUp = true;
            return std::nullopt;
        }
        m_seq = item->seq;
        return item;
    }
    return std::nullopt;
}

bool Feed::takeStraight(Delivery& delivery)
{
    if (!m_isAwaited || !m_straight || m_closed || m_mustCatchUp || !m_backlog.empty()) {
        return false;
    }
    const auto item = seen(delivery.event());
    if (!item || (item->seq != 0 && item->seq <= m_seq)) {
        return true;
    }
    if ((item->seq != 0 && item->seq != m_seq + 1) || !m_straight(*item, delivery)) {
        return false;
    }
    m_seq = item->seq != 0 ? item->seq : m_seq;
    return true;
}

boost::asio::awaitable<Result<FeedItem>> Feed::next(std::chrono::steady_clock::time_point until)
{
    for (;;) {
        if (!m_backlog.empty()) {
            FeedItem item = std::move(m_backlog.back());
            m_backlog.pop_back();
            if (m_backlog.empty()) {
                m_backlog.shrink_to_fit();
            }
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
        const Awaited awaited(m_isAwaited);
        const bool woken = co_await m_notifier.wait(until);
        if (!woken) {
            co_return FeedItem();
        }
    }
}

boost::asio::awaitable<Result<void>> Feed::catchUp()
{
    auto job = [&](store::ReadTransaction& tx) { return read(tx, m_seq, kPage); };
    auto scope = store::Scope::of(m_tenant);
    auto page = co_await m_database.read(scope, job);
    if (!page) {
        co_return fail(std::move(page).error());
    }
    if (m_seq == kFromNow) {
        m_seq = page->newest;
        m_mustCatchUp = false;
        co_return Result<void>();
    }
    // What follows is not there any more, or the reader comes from another log (a restored backup).
    const bool isGap = page->items.empty() ? m_seq != page->newest : page->items.front().seq != m_seq + 1;
    if (isGap) {
        m_seq = page->newest;
        m_mustCatchUp = false;
        m_backlog.push_back(FeedItem{m_seq, std::string(kResync), nullptr});
        co_return Result<void>();
    }
    m_mustCatchUp = !page->isLast;
    m_backlog.reserve(page->items.size());
    for (FeedItem& item : page->items) {
        if (item.seq != m_seq + 1 && !m_backlog.empty()) {
            // Erased in the middle: what is left of the page would look like a jump.
            m_seq = page->newest;
            m_mustCatchUp = false;
            m_backlog.push_back(FeedItem{m_seq, std::string(kResync), nullptr});
            break;
        }
        m_seq = item.seq;
        m_backlog.push_back(std::move(item));
    }
    std::reverse(m_backlog.begin(), m_backlog.end());
    co_return Result<void>();
}

} // namespace parley::server::live
