// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/event_publisher.h"

#include <functional>
#include <mutex>
#include <vector>

namespace parley::test {

/// Keeps what was published. @thread any
class RecordingPublisher final : public server::desk::EventPublisher {
public:
    [[nodiscard]] bool isWatched() const override { return watched; }

    void publish(server::desk::PublishedEvent event) override
    {
        if (onPublish) {
            onPublish(event);
        }
        const std::lock_guard lock(m_mutex);
        (event.topic.empty() ? m_events : m_ofTopics).push_back(std::move(event));
    }

    [[nodiscard]] std::vector<server::desk::PublishedEvent> events() const
    {
        const std::lock_guard lock(m_mutex);
        return m_events;
    }

    /// What went to the queue and the like.
    [[nodiscard]] std::vector<server::desk::PublishedEvent> ofTopics() const
    {
        const std::lock_guard lock(m_mutex);
        return m_ofTopics;
    }

    /// "message.created 1/1, ticket.created 2/-": type, number and customer's number of each.
    [[nodiscard]] std::string summary() const
    {
        std::string text;
        for (const auto& event : events()) {
            text += (text.empty() ? "" : ", ") + event.type + " " + std::to_string(event.seq) + "/" +
                    (event.customerSeq ? std::to_string(*event.customerSeq) : "-");
        }
        return text;
    }

    bool watched = true;
    /// Called on the publishing thread.
    std::function<void(const server::desk::PublishedEvent&)> onPublish;

private:
    mutable std::mutex m_mutex;
    std::vector<server::desk::PublishedEvent> m_events;
    std::vector<server::desk::PublishedEvent> m_ofTopics;
};

} // namespace parley::test
