// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/conversation_repository.h"

#include <string>
#include <string_view>

namespace parley::server::store {

/// The columns of a conversation, in the order conversationFrom() reads them.
inline constexpr std::string_view kConversationColumns =
    "id, customer_id, channel, status, assignee_id, assignee_name, team_id, subject, locale, notify_email, "
    "last_message, event_seq, customer_seq, created_ms, last_ms, closed_ms, api_client, "
    "sentiment, awaiting, tags";

ConversationRow conversationFrom(const Row& row);

/// Whose id this parameter ("$8") is: the customer's own, or one from before a merger.
std::string ownerOf(std::string_view parameter);

/// What the JSON of a conversation's tags is LIKE (escape '!') where this one is among them.
std::string tagPattern(const std::string& tag);

} // namespace parley::server::store
