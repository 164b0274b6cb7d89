// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/memory_repository.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::desk {

/// What a conversation came to, in its own words: its first question, the answer that a person or the agents
/// gave last, and its ticket. No model writes it.
/// @param asked  the customer's first texts; @param said  the newest texts of all, oldest first
/// @return none where the customer asked nothing
std::optional<store::ConversationSummaryRow> summaryOf(const store::RememberedConversation& conversation,
                                                       const std::vector<store::SaidRow>& asked,
                                                       const std::vector<store::SaidRow>& said,
                                                       const std::optional<store::RememberedTicket>& ticket,
                                                       std::int64_t nowMs);

/// One line of at most so many characters, without personal details ("[email]") and marks of citations.
std::string keptText(std::string_view text, std::size_t codePoints);

} // namespace parley::server::desk
