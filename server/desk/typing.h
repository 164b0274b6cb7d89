// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/event_publisher.h"

namespace parley::server::desk {

/// That somebody types, or stopped: told to the other side at once, and never kept.
/// @param isCustomer  else a supporter, which the customer sees too
PublishedEvent typingEvent(TenantId tenant, ConversationId conversation, bool isCustomer, bool isTyping);

} // namespace parley::server::desk
