// SPDX-License-Identifier: MIT
#pragma once

#include "server/live/feed.h"

namespace parley::server::live {

/// An operator's way through what happens in the tenant's queue.
class QueueFeed final : public Feed {
public:
    /// @param after  the last number the reader has; 0: from the start of what is kept
    QueueFeed(Hub& hub,
              store::Database& database,
              const boost::asio::any_io_executor& executor,
              TenantId tenant,
              std::int64_t after);

private:
    Result<Page> read(store::ReadTransaction& tx, std::int64_t after, int limit) const override;
    [[nodiscard]] std::optional<FeedItem> seen(const desk::PublishedEvent& event) const override;
};

} // namespace parley::server::live
