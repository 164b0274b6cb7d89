// SPDX-License-Identifier: MIT
#include "server/desk/journal.h"

#include "server/desk/mentions.h"
#include "server/desk/views.h"

#include <nlohmann/json.hpp>

namespace parley::server::desk {

namespace {

std::shared_ptr<const std::string> rendered(const store::LoggedEvent& logged, proto::Audience audience)
{
    return std::make_shared<const std::string>(lineOf(eventView(logged, audience)));
}

/// What changes the list of cases, or is for people whatever they look at.
bool isForQueue(std::string_view type)
{
    return type.starts_with("ticket.") || type == "conversation.updated" || type == kMentionedEvent;
}

} // namespace

void Journal::publishAfterCommit(store::Transaction& tx,
                                 const TenantId& tenant,
                                 store::LoggedEvent logged) const
{
    tx.afterCommit([&publisher = m_publisher, tenant, event = std::move(logged)] {
        if (!publisher.isWatched()) {
            return;
        }
        PublishedEvent published;
        published.tenant = tenant;
        published.conversation = event.event.conversation;
        published.seq = event.event.seq;
        published.customerSeq = event.event.customerSeq;
        published.type = event.event.type;
        published.operatorData = rendered(event, proto::Audience::Operator);
        if (published.customerSeq) {
            published.customerData = rendered(event, proto::Audience::Customer);
        }
        publisher.publish(std::move(published));
    });
}

Result<store::ConversationLog::Appended>
Journal::message(store::Transaction& tx, const TenantId& tenant, store::MessageRow& message) const
{
    auto appended = m_log.appendMessage(tx, message);
    if (appended) {
        publishMessage(tx, tenant, message);
    }
    return appended;
}

Result<store::ConversationLog::Appended> Journal::exchange(store::Transaction& tx,
                                                           const TenantId& tenant,
                                                           store::MessageRow& question,
                                                           store::MessageRow& reply) const
{
    auto appended = m_log.appendExchange(tx, question, reply);
    if (appended) {
        publishMessage(tx, tenant, question);
        publishMessage(tx, tenant, reply);
    }
    return appended;
}

void Journal::publishMessage(store::Transaction& tx,
                             const TenantId& tenant,
                             const store::MessageRow& message) const
{
    store::LoggedEvent logged;
    logged.event.conversation = message.conversation;
    logged.event.seq = message.seq;
    logged.event.customerSeq = message.customerSeq;
    logged.event.type = "message.created";
    logged.event.createdMs = message.createdMs;
    logged.message = message;
    publishAfterCommit(tx, tenant, std::move(logged));
}

Result<void> Journal::event(store::Transaction& tx,
                            const TenantId& tenant,
                            const ConversationId& conversation,
                            std::string_view type,
                            std::string_view ref,
                            const nlohmann::json& payload,
                            proto::Audience audience,
                            std::int64_t nowMs) const
{
    store::LoggedEvent logged;
    logged.event.conversation = conversation;
    logged.event.type = type;
    logged.event.ref = ref;
    logged.event.payload = payload.dump();
    logged.event.createdMs = nowMs;
    auto appended = m_log.appendEvent(tx, logged.event, audience == proto::Audience::Customer);
    if (!appended) {
        return fail(std::move(appended).error());
    }
    const store::EventRow told = logged.event;
    publishAfterCommit(tx, tenant, std::move(logged));
    return isForQueue(type) ? tellQueue(tx, tenant, told) : Result<void>();
}

Result<void>
Journal::tellQueue(store::Transaction& tx, const TenantId& tenant, const store::EventRow& event) const
{
    store::QueueEventRow row;
    row.type = event.type;
    row.conversation = event.conversation;
    row.ref = event.ref;
    row.payload = event.payload;
    row.createdMs = event.createdMs;
    if (auto appended = m_queue.append(tx, row); !appended) {
        return appended;
    }
    tx.afterCommit([&publisher = m_publisher, tenant, row = std::move(row)] {
        if (!publisher.isWatched()) {
            return;
        }
        PublishedEvent published;
        published.tenant = tenant;
        published.conversation = row.conversation;
        published.topic = kQueueTopic;
        published.seq = row.seq;
        published.type = row.type;
        published.operatorData = std::make_shared<const std::string>(lineOf(queueEventView(row)));
        publisher.publish(std::move(published));
    });
    return {};
}

} // namespace parley::server::desk
