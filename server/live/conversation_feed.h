// SPDX-License-Identifier: MIT
#pragma once

#include "server/live/feed.h"
#include "shared/protocol/turn.h"

namespace parley::server::live {

/// A reader's way through a conversation's log, as operators or the customer see it: each has numbers of its
/// own without gaps.
class ConversationFeed final : public Feed {
public:
    /// @param after  the last number the reader has; 0: from the start
    ConversationFeed(Hub& hub,
                     store::Database& database,
                     const boost::asio::any_io_executor& executor,
                     TenantId tenant,
                     ConversationId conversation,
                     proto::Audience audience,
                     std::int64_t after);

private:
    Result<Page> read(store::ReadTransaction& tx, std::int64_t after, int limit) const override;
    [[nodiscard]] std::optional<FeedItem> seen(const desk::PublishedEvent& event) const override;

    ConversationId m_conversation;
    proto::Audience m_audience;
};

} // namespace parley::server::live
