// SPDX-License-Identifier: MIT
#pragma once

#include "server/live/delivery.h"

#include <boost/asio/any_io_executor.hpp>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parley::server::live {

/// An event, shared by all the subscribers it goes to.
using SharedEvent = std::shared_ptr<const desk::PublishedEvent>;

/// What one subscriber has not fetched yet. Bounded: beyond the bound everything is dropped and `hasOverrun`
/// tells the subscriber to read the log instead. @thread the subscriber's I/O thread
class Inbox {
public:
    static constexpr std::size_t kCapacity = 64;

    /// Takes an event where it stands, without an inbox. @return false: it is to be put in
    using Straight = std::function<bool(Delivery& delivery)>;

    /// @param wake  called on the I/O thread after something came in
    /// @param straight  asked first, while nothing waits here; null: everything is put in
    explicit Inbox(std::function<void()> wake, Straight straight = nullptr)
        : m_straight(std::move(straight)), m_wake(std::move(wake))
    {}

    void put(SharedEvent event);
    /// Hands an event over past the inbox where that leaves the order as it is. @return false: put it in
    bool pass(Delivery& delivery) const
    {
        return m_events.empty() && !m_overrun && m_straight && m_straight(delivery);
    }
    /// Its owner is gone: nothing is called any more.
    void abandon();
    /// The next event, or null.
    SharedEvent take();
    /// True once after events were dropped.
    bool takeOverrun();

private:
    Straight m_straight;
    // Not a deque: that holds half a kilobyte when it is empty, in every stream.
    std::vector<SharedEvent> m_events;
    bool m_overrun = false;
    std::function<void()> m_wake;
};

/// Carries committed events to whoever watches a conversation or the queue: an optimisation over the log,
/// which stays the truth. Each I/O thread has its own table of subscribers, so nothing here is locked.
class Hub final : public desk::EventPublisher {
public:
    /// @param threads  the executors of the I/O threads; a subscriber belongs to one of them
    explicit Hub(std::vector<boost::asio::any_io_executor> threads);
    ~Hub() override;

    /// Ends the subscription when it is destroyed. @thread the I/O thread it was made on
    class Subscription {
    public:
        Subscription(Hub& hub, std::size_t thread, std::string topic, std::shared_ptr<Inbox> inbox);
        ~Subscription();
        Subscription(const Subscription&) = delete;
        Subscription& operator=(const Subscription&) = delete;

    private:
        Hub& m_hub;
        std::size_t m_thread;
        std::string m_topic;
        // Shared with the hub's table while an event is on its way.
        std::shared_ptr<Inbox> m_inbox;
    };

    /// Watches a topic of a tenant: a conversation's id, or one of desk::kQueueTopic and its like. Subscribe
    /// first, then read the log: nothing can fall between.
    /// @thread an I/O thread of the hub, `executor` being its own
    std::unique_ptr<Subscription> subscribe(const boost::asio::any_io_executor& executor,
                                            const TenantId& tenant,
                                            std::string_view topic,
                                            std::shared_ptr<Inbox> inbox);

    [[nodiscard]] bool isWatched() const override
    {
        return m_subscribers.load(std::memory_order_seq_cst) > 0;
    }
    void publish(desk::PublishedEvent event) override;

    /// @thread any
    [[nodiscard]] std::size_t subscribers() const { return m_subscribers.load(std::memory_order_relaxed); }

private:
    struct Shard;

    void deliver(std::size_t thread, const std::string& topic, const SharedEvent& event);
    [[nodiscard]] std::size_t threadOf(const boost::asio::any_io_executor& executor) const;

    std::vector<boost::asio::any_io_executor> m_threads;
    std::vector<std::unique_ptr<Shard>> m_shards;
    std::atomic<std::size_t> m_subscribers{0};
};

} // namespace parley::server::live
