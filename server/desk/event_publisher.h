// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/ids.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::desk {

/// What happens in a tenant's queue, numbered by itself.
inline constexpr std::string_view kQueueTopic = "queue";
/// Who is there and who looks at what; not numbered.
inline constexpr std::string_view kPresenceTopic = "presence";

/// An event on its way to whoever watches the conversation. The data are JSON objects, rendered once and
/// shared by all who get them.
struct PublishedEvent {
    TenantId tenant;
    ConversationId conversation;
    /// kQueueTopic, kPresenceTopic; empty: the conversation's own.
    std::string topic{};
    /// 0 for what has no number and is not replayed (typing).
    std::int64_t seq = 0;
    /// Empty when a customer must not see it.
    std::optional<std::int64_t> customerSeq;
    std::string type;
    std::shared_ptr<const std::string> customerData;
    std::shared_ptr<const std::string> operatorData;
};

/// Who is told of events right after their commit. Implemented by `live`. @thread any
class EventPublisher {
public:
    virtual ~EventPublisher() = default;

    /// False when nobody can be watching, so that rendering may be saved. Asked after the commit: who begins
    /// to watch later reads the log first.
    [[nodiscard]] virtual bool isWatched() const = 0;

    virtual void publish(PublishedEvent event) = 0;
};

} // namespace parley::server::desk
