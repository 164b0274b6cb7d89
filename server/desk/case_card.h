// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::desk {

/// How the customer felt in one message.
struct Mood {
    MessageId message;
    std::int64_t seq = 0; ///< of the operators' counter
    double sentiment = 0; ///< -1..1
    std::int64_t createdMs = 0;
};

/// What a supporter reads before answering: where the case came from, in few words, and whom it is with.
struct CaseCard {
    store::ConversationRow conversation;
    /// The one that waits for a person, else the newest; none where nothing was ever handed over.
    std::optional<store::TicketRow> ticket;
    /// Its own words: the first question and the newest answer, without personal details.
    std::string question;
    std::string lastAnswer;
    /// answered, unanswered, waiting, resolved; empty: the customer has said nothing
    std::string outcome;
    /// Of each of the customer's messages, oldest first; the newest hundred.
    std::vector<Mood> moods;
    /// The same customer's others, on any channel, newest first.
    std::vector<store::ConversationRow> others;
    /// Of the ticket or the conversation; empty: everybody's.
    std::string teamName;
};

/// Reads the card of a conversation. @param ticket  the one that is meant; none: see CaseCard::ticket
/// @errors Storage. @thread database worker
Result<CaseCard> readCaseCard(store::ReadTransaction& tx,
                              const Services& services,
                              const store::ConversationRow& conversation,
                              const std::optional<store::TicketRow>& ticket);

nlohmann::json caseCardJson(const CaseCard& card);

} // namespace parley::server::desk
