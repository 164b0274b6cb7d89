// SPDX-License-Identifier: MIT
#include "server/live/hub.h"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <stdexcept>

namespace parley::server::live {

namespace {

std::string topicOf(const TenantId& tenant, std::string_view topic)
{
    return tenant.value + "/" + std::string(topic);
}

std::string topicOf(const desk::PublishedEvent& event)
{
    return topicOf(event.tenant, event.topic.empty() ? event.conversation.value : event.topic);
}

} // namespace

void Inbox::put(SharedEvent event)
{
    if (m_events.size() >= kCapacity) {
        m_events.clear();
        m_overrun = true;
    } else {
        m_events.push_back(std::move(event));
    }
    if (m_wake) {
        m_wake();
    }
}

void Inbox::abandon()
{
    m_wake = nullptr;
    m_straight = nullptr;
}

SharedEvent Inbox::take()
{
    if (m_events.empty()) {
        return nullptr;
    }
    SharedEvent event = std::move(m_events.front());
    m_events.erase(m_events.begin());
    if (m_events.empty()) {
        // An idle stream keeps no memory for what it once had to say.
        m_events.shrink_to_fit();
    }
    return event;
}

bool Inbox::takeOverrun()
{
    return std::exchange(m_overrun, false);
}

/// The subscribers of one I/O thread, by topic. Touched on that thread alone.
struct Hub::Shard {
    std::unordered_map<std::string, std::vector<std::shared_ptr<Inbox>>> topics;
};

Hub::Hub(std::vector<boost::asio::any_io_executor> threads) : m_threads(std::move(threads))
{
    for (std::size_t i = 0; i < m_threads.size(); ++i) {
        m_shards.push_back(std::make_unique<Shard>());
    }
}

Hub::~Hub() = default;

std::size_t Hub::threadOf(const boost::asio::any_io_executor& executor) const
{
    const auto it = std::find(m_threads.begin(), m_threads.end(), executor);
    if (it == m_threads.end()) {
        throw std::logic_error("Hub::subscribe was called on an executor that is no I/O thread of the hub");
    }
    return static_cast<std::size_t>(it - m_threads.begin());
}

std::unique_ptr<Hub::Subscription> Hub::subscribe(const boost::asio::any_io_executor& executor,
                                                  const TenantId& tenant,
                                                  std::string_view topic,
                                                  std::shared_ptr<Inbox> inbox)
{
    const std::size_t thread = threadOf(executor);
    return std::make_unique<Subscription>(*this, thread, topicOf(tenant, topic), std::move(inbox));
}

Hub::Subscription::Subscription(Hub& hub, std::size_t thread, std::string topic, std::shared_ptr<Inbox> inbox)
    : m_hub(hub), m_thread(thread), m_topic(std::move(topic)), m_inbox(std::move(inbox))
{
    m_hub.m_shards[m_thread]->topics[m_topic].push_back(m_inbox);
    m_hub.m_subscribers.fetch_add(1, std::memory_order_seq_cst);
}

Hub::Subscription::~Subscription()
{
    auto& topics = m_hub.m_shards[m_thread]->topics;
    const auto it = topics.find(m_topic);
    if (it != topics.end()) {
        auto& inboxes = it->second;
        const auto mine = std::find(inboxes.begin(), inboxes.end(), m_inbox);
        if (mine != inboxes.end()) {
            *mine = std::move(inboxes.back());
            inboxes.pop_back();
        }
        if (inboxes.empty()) {
            topics.erase(it);
        }
    }
    m_hub.m_subscribers.fetch_sub(1, std::memory_order_seq_cst);
}

void Hub::publish(desk::PublishedEvent event)
{
    const auto shared = std::make_shared<const desk::PublishedEvent>(std::move(event));
    for (std::size_t thread = 0; thread < m_threads.size(); ++thread) {
        boost::asio::post(m_threads[thread],
                          [this, thread, shared] { deliver(thread, topicOf(*shared), shared); });
    }
}

void Hub::deliver(std::size_t thread, const std::string& topic, const SharedEvent& event)
{
    const auto& topics = m_shards[thread]->topics;
    const auto it = topics.find(topic);
    if (it == topics.end()) {
        return;
    }
    // A copy: waking a subscriber may end its subscription.
    const std::vector<std::shared_ptr<Inbox>> inboxes = it->second;
    Delivery delivery(*event);
    for (const auto& inbox : inboxes) {
        if (!inbox->pass(delivery)) {
            inbox->put(event);
        }
    }
}

} // namespace parley::server::live
