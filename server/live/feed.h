// SPDX-License-Identifier: MIT
#pragma once

#include "server/live/hub.h"
#include "server/runtime/notifier.h"
#include "server/store/transaction.h"
#include "shared/core/result.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::store {
class Database;
}

namespace parley::server::live {

/// Type of the item that stands for events which are not kept any more: the reader loads everything anew.
inline constexpr std::string_view kResync = "resync";

/// A reader's number that asks for nothing of the past.
inline constexpr std::int64_t kFromNow = -1;

/// One event as its reader gets it: `data` is one line of JSON, `seq` 0 for what is not numbered (typing).
struct FeedItem {
    std::int64_t seq = 0;
    std::string type;
    std::shared_ptr<const std::string> data;
};

/// One reader's way through a numbered log: what was missed comes from the log, what happens now from the
/// hub, in the order of the numbers, none twice and none left out. What is in the log is for the derived
/// class to say. @thread the I/O thread it was made on
class Feed {
public:
    virtual ~Feed() { m_inbox->abandon(); }
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;

    /// The next event. An empty item (no data): nothing happened until `until`, or close() was called. An
    /// item of type kResync: there is a gap, and its number is the newest.
    /// @errors Storage the log could not be read
    boost::asio::awaitable<Result<FeedItem>> next(std::chrono::steady_clock::time_point until);

    /// Takes the event that follows on its way past the readers, while somebody waits for it in next(); what
    /// it took, next() does not give. @return false: next() is to give it
    using Straight = std::function<bool(const FeedItem& item, Delivery& delivery)>;
    void setStraight(Straight straight) { m_straight = std::move(straight); }

    /// Finds where the log stands, for a reader that begins now; before the first next(). @errors Storage
    boost::asio::awaitable<Result<void>> begin();
    /// The last number that was read or skipped.
    [[nodiscard]] std::int64_t position() const { return m_seq; }

    /// Wakes whoever waits in next(), for good.
    void close();
    [[nodiscard]] bool isClosed() const { return m_closed; }

protected:
    /// @param after  the last number the reader has; 0: from the start; kFromNow
    Feed(Hub& hub,
         store::Database& database,
         const boost::asio::any_io_executor& executor,
         TenantId tenant,
         std::string_view topic,
         std::int64_t after);

    /// A page of the log. @thread database worker
    struct Page {
        std::vector<FeedItem> items;
        std::int64_t newest = 0;
        bool isLast = true;
    };
    virtual Result<Page> read(store::ReadTransaction& tx, std::int64_t after, int limit) const = 0;
    /// What this reader sees of an event that the hub brings: none, or with its number.
    [[nodiscard]] virtual std::optional<FeedItem> seen(const desk::PublishedEvent& event) const = 0;

private:
    boost::asio::awaitable<Result<void>> catchUp();
    /// The hub's next event if it is the one that follows; asks for the log when there is a gap.
    std::optional<FeedItem> fromInbox();
    bool takeStraight(Delivery& delivery);

    // What a passing event needs lies together: it is looked at in thousands of feeds, one after the other.
    std::int64_t m_seq;
    bool m_mustCatchUp = true;
    bool m_closed = false;
    bool m_isAwaited = false; ///< somebody waits in next(), and has dealt with all that it gave
    Straight m_straight;
    std::vector<FeedItem> m_backlog; ///< the next one last
    store::Database& m_database;
    TenantId m_tenant;
    runtime::Notifier m_notifier;
    // Shared with the hub while an event is on its way.
    std::shared_ptr<Inbox> m_inbox;
    std::unique_ptr<Hub::Subscription> m_subscription; // depends on: m_inbox
};

} // namespace parley::server::live
