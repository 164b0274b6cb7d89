// SPDX-License-Identifier: MIT
#pragma once

#include "server/live/hub.h"
#include "server/runtime/notifier.h"
#include "server/store/conversation_log.h"
#include "shared/core/result.h"
#include "shared/protocol/turn.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <deque>
#include <memory>
#include <string>

namespace parley::server::store {
class Database;
}

namespace parley::server::live {

/// One event as its reader gets it: `data` is one line of JSON, `seq` 0 for what is not numbered (typing).
struct FeedItem {
    std::int64_t seq = 0;
    std::string type;
    std::shared_ptr<const std::string> data;
};

/// One reader's way through a conversation's log: what was missed comes from the log, what happens now from
/// the hub, in the order of the numbers, none twice and none left out. @thread the I/O thread it was made on
class ConversationFeed {
public:
    /// @param after  the last number the reader has; 0: from the start
    ConversationFeed(Hub& hub,
                     store::Database& database,
                     boost::asio::any_io_executor executor,
                     TenantId tenant,
                     ConversationId conversation,
                     proto::Audience audience,
                     std::int64_t after);

    /// The next event. An empty item (no data): nothing happened until `until`, or close() was called.
    /// @errors Storage the log could not be read
    boost::asio::awaitable<Result<FeedItem>> next(std::chrono::steady_clock::time_point until);

    /// Wakes whoever waits in next(), for good.
    void close();
    [[nodiscard]] bool isClosed() const { return m_closed; }

private:
    boost::asio::awaitable<Result<void>> catchUp();
    /// The hub's next event if it is the one that follows; asks for the log when there is a gap.
    std::optional<FeedItem> fromInbox();

    Hub& m_hub;
    store::Database& m_database;
    TenantId m_tenant;
    ConversationId m_conversation;
    proto::Audience m_audience;
    std::int64_t m_seq;
    bool m_mustCatchUp = true;
    bool m_closed = false;
    std::deque<FeedItem> m_backlog;
    runtime::Notifier m_notifier;
    // Shared with the hub while an event is on its way.
    std::shared_ptr<Inbox> m_inbox;
    std::unique_ptr<Hub::Subscription> m_subscription; // depends on: m_inbox
};

} // namespace parley::server::live
