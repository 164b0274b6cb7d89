// SPDX-License-Identifier: MIT
#include "server/live/presence_feed.h"

namespace parley::server::live {

PresenceFeed::PresenceFeed(Hub& hub,
                           store::Database& database,
                           const boost::asio::any_io_executor& executor,
                           TenantId tenant)
    : Feed(hub, database, executor, std::move(tenant), desk::kPresenceTopic, 0)
{}

Result<Feed::Page> PresenceFeed::read(store::ReadTransaction&, std::int64_t, int) const
{
    return Page();
}

std::optional<FeedItem> PresenceFeed::seen(const desk::PublishedEvent& event) const
{
    return FeedItem{0, event.type, event.operatorData};
}

} // namespace parley::server::live
