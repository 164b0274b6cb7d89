// SPDX-License-Identifier: MIT
#include "server/daemon/erasure_effects.h"

#include <limits>

namespace parley::server::daemon {

namespace {

/// An event beyond every number: each reader looks into the log, and finds what has become of it.
desk::PublishedEvent lookAgain(const TenantId& tenant)
{
    desk::PublishedEvent event;
    event.tenant = tenant;
    event.seq = std::numeric_limits<std::int64_t>::max();
    event.customerSeq = event.seq;
    event.type = "conversation.updated";
    event.customerData = std::make_shared<const std::string>("{}");
    event.operatorData = event.customerData;
    return event;
}

} // namespace

void ErasureEffects::onErased(const desk::Erased& erased)
{
    for (const std::string& hash : erased.hashes) {
        m_revocations.noteErased(hash);
    }
    m_cache.forget(erased.tenant);
    m_memory.forget(erased.tenant);
    if (!m_hub.isWatched()) {
        return;
    }
    for (const ConversationId& conversation : erased.conversations) {
        desk::PublishedEvent event = lookAgain(erased.tenant);
        event.conversation = conversation;
        m_hub.publish(std::move(event));
    }
    desk::PublishedEvent queue = lookAgain(erased.tenant);
    queue.topic = desk::kQueueTopic;
    m_hub.publish(std::move(queue));
}

} // namespace parley::server::daemon
