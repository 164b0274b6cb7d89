// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// A conversation that a person holds.
struct HeldConversation {
    ConversationId id;
    std::string holderId;
    std::string holderName;
};

/// Since when a holder's silence is too long, epoch milliseconds.
struct SilenceLimits {
    /// Of one who has not written since he took the case, or who is not at the desk.
    std::int64_t sinceMs = 0;
    /// Of one who has written and is at the desk: not every word of a customer wants an answer.
    std::int64_t presentSinceMs = 0;
    /// Who has not been seen since then is not at the desk.
    std::int64_t seenSinceMs = 0;
};

/// Conversations of one tenant in which somebody waits for longer than he should. Each question walks an
/// index of those that wait at all, never the messages. @thread database worker
class OverdueRepository {
public:
    /// The agents own it and owe the customer an answer since then or longer: his message is unanswered, or
    /// its run has not ended. Longest first. @errors Storage
    Result<std::vector<ConversationId>> owedSince(ReadTransaction& tx, std::int64_t sinceMs, int limit) const;

    /// Locks a conversation that the agents are to get. @return its customer's message that is unanswered;
    /// empty: he waits for nothing. @errors Storage
    Result<std::optional<MessageId>> owedIn(Transaction& tx, const ConversationId& id) const;

    /// From now on the agents owe an answer. @errors Storage
    Result<void> owe(Transaction& tx, const ConversationId& id, std::int64_t nowMs) const;

    /// Whether a run is at the message. @errors Storage
    Result<bool> isUnderWay(ReadTransaction& tx, const ConversationId& id, const MessageId& message) const;

    /// Locks the conversation for the rest of the transaction and looks again. @errors Storage
    Result<bool> isStillOwed(Transaction& tx, const ConversationId& id, std::int64_t sinceMs) const;

    /// Ends the runs of the conversation that no process works on any more: a person answers now.
    /// @errors Storage
    Result<void> cancelDeadRuns(Transaction& tx, const ConversationId& id, std::int64_t nowMs) const;

    /// Whose holder has kept the customer waiting for too long. Longest first. @errors Storage
    Result<std::vector<HeldConversation>>
    silentSince(ReadTransaction& tx, const SilenceLimits& limits, int limit) const;

    /// Compare-and-set that takes the word of whoever has not written for given.
    /// @return false when he has written meanwhile, or it is another's. @errors Storage
    Result<bool>
    claimSilent(Transaction& tx, const HeldConversation& held, const SilenceLimits& limits) const;

    /// Everything a person holds. @errors Storage
    Result<std::vector<HeldConversation>>
    heldBy(ReadTransaction& tx, const std::string& user, int limit) const;

    /// Ids of all who hold something. @errors Storage
    Result<std::vector<std::string>> holders(ReadTransaction& tx) const;
};

} // namespace parley::server::store
