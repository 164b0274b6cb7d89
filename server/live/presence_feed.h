// SPDX-License-Identifier: MIT
#pragma once

#include "server/live/feed.h"

namespace parley::server::live {

/// What desk::kPresenceTopic tells, as it happens: nothing of it is kept.
class PresenceFeed final : public Feed {
public:
    PresenceFeed(Hub& hub,
                 store::Database& database,
                 const boost::asio::any_io_executor& executor,
                 TenantId tenant);

private:
    Result<Page> read(store::ReadTransaction& tx, std::int64_t after, int limit) const override;
    [[nodiscard]] std::optional<FeedItem> seen(const desk::PublishedEvent& event) const override;
};

} // namespace parley::server::live
