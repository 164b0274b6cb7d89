// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/ownership.h"

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::desk {

inline constexpr std::string_view kOpen = "open";
inline constexpr std::string_view kWaiting = "waiting_for_agent";
inline constexpr std::string_view kWithAgent = "with_agent";
inline constexpr std::string_view kClosed = "closed";

/// A conversation with the tickets that are not resolved, as one transaction sees them.
struct Ownership::Case {
    store::ConversationRow conversation;
    std::vector<store::TicketRow> tickets; ///< oldest first
};

/// What a case is to become.
struct Ownership::Target {
    std::string_view status;
    std::string_view ticketStatus;
    Assignee assignee;
    std::string team;
    Actor actor;
    /// Why, for the people at the desk; empty: somebody wanted it.
    std::string reason{};
};

} // namespace parley::server::desk
