// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/conversation_log.h"
#include "server/store/conversation_repository.h"
#include "server/store/queue_log.h"
#include "server/store/ticket_repository.h"
#include "shared/protocol/turn.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace parley::server::desk {

/// The message as the audience sees it: numbered with that audience's counter.
proto::Message messageView(const store::MessageRow& row, proto::Audience audience);

/// `{"type", "seq", …}`: one event of a conversation's log as the audience sees it.
nlohmann::json eventView(const store::LoggedEvent& logged, proto::Audience audience);

/// `{"type", "seq", …}`: one event of the queue.
nlohmann::json queueEventView(const store::QueueEventRow& row);

/// One line of JSON. A text is stored as valid UTF-8; replacing what is not keeps one bad row from ending a
/// stream.
std::string lineOf(const nlohmann::json& json);

/// A conversation as operators see it, without its messages.
nlohmann::json conversationView(const store::ConversationRow& row);

/// A ticket as operators see it.
nlohmann::json ticketView(const store::TicketRow& row);

/// A ticket as its customer sees it.
nlohmann::json customerTicketView(const store::TicketRow& row);

proto::TicketSummary ticketSummary(const store::TicketRow& row);

/// The JSON array that messages keep their citations as.
std::string citationsText(const std::vector<proto::Citation>& citations);

} // namespace parley::server::desk
