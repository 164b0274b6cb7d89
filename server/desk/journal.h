// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/event_publisher.h"
#include "server/store/conversation_log.h"
#include "server/store/queue_log.h"
#include "server/store/transaction.h"
#include "shared/protocol/turn.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace parley::server::desk {

/// Writes to a conversation's log inside the caller's transaction, and tells those who watch once it is
/// committed. The one way by which messages and events come into being. @thread database worker
class Journal {
public:
    explicit Journal(EventPublisher& publisher) : m_publisher(publisher) {}

    /// Appends a message (and its event). Fills its numbers. @errors those of ConversationLog::appendMessage
    Result<store::ConversationLog::Appended>
    message(store::Transaction& tx, const TenantId& tenant, store::MessageRow& message) const;

    /// The same for a customer's message and the reply to it. @errors those of
    /// ConversationLog::appendExchange
    Result<store::ConversationLog::Appended> exchange(store::Transaction& tx,
                                                      const TenantId& tenant,
                                                      store::MessageRow& question,
                                                      store::MessageRow& reply) const;

    /// Appends an event; what changes an owner or a ticket is told to the queue too. @param payload  JSON
    /// object. @errors those of ConversationLog::appendEvent
    Result<void> event(store::Transaction& tx,
                       const TenantId& tenant,
                       const ConversationId& conversation,
                       std::string_view type,
                       std::string_view ref,
                       const nlohmann::json& payload,
                       proto::Audience audience,
                       std::int64_t nowMs) const;

    [[nodiscard]] const store::ConversationLog& log() const { return m_log; }
    [[nodiscard]] const store::QueueLog& queue() const { return m_queue; }

private:
    void
    publishMessage(store::Transaction& tx, const TenantId& tenant, const store::MessageRow& message) const;
    void publishAfterCommit(store::Transaction& tx, const TenantId& tenant, store::LoggedEvent logged) const;

    Result<void>
    tellQueue(store::Transaction& tx, const TenantId& tenant, const store::EventRow& event) const;

    EventPublisher& m_publisher;
    store::ConversationLog m_log;
    store::QueueLog m_queue;
};

} // namespace parley::server::desk
