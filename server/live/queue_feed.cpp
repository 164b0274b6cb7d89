// SPDX-License-Identifier: MIT
#include "server/live/queue_feed.h"

#include "server/desk/views.h"
#include "server/store/queue_log.h"

#include <nlohmann/json.hpp>

namespace parley::server::live {

QueueFeed::QueueFeed(Hub& hub,
                     store::Database& database,
                     const boost::asio::any_io_executor& executor,
                     TenantId tenant,
                     std::int64_t after)
    : Feed(hub, database, executor, std::move(tenant), desk::kQueueTopic, after)
{}

std::optional<FeedItem> QueueFeed::seen(const desk::PublishedEvent& event) const
{
    return FeedItem{event.seq, event.type, event.operatorData};
}

Result<Feed::Page> QueueFeed::read(store::ReadTransaction& tx, std::int64_t after, int limit) const
{
    const store::QueueLog log;
    auto newest = log.newest(tx);
    auto rows = log.after(tx, after, limit);
    if (!newest || !rows) {
        return fail(newest ? std::move(rows).error() : std::move(newest).error());
    }
    Page page;
    page.newest = *newest;
    page.isLast = rows->size() < static_cast<std::size_t>(limit);
    for (const store::QueueEventRow& row : *rows) {
        auto data = std::make_shared<const std::string>(desk::lineOf(desk::queueEventView(row)));
        page.items.push_back({row.seq, row.type, std::move(data)});
    }
    return page;
}

} // namespace parley::server::live
