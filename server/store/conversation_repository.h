// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// One conversation. Status and owner move together: open = agents, waiting_for_agent = queue, with_agent = a
/// supporter.
struct ConversationRow {
    ConversationId id;
    CustomerId customer;
    std::string channel;
    std::string status;
    std::string assigneeId;
    std::string assigneeName;
    std::string teamId;
    std::string subject;
    std::string locale;
    std::string notifyEmail;
    /// The api client that began it; empty: a customer or a channel did.
    std::string apiClient;
    std::string lastMessage;
    /// Of the customer's newest message that had any, -1..1.
    std::optional<double> sentiment;
    /// What the agents asked and wait for: JSON, or empty.
    std::string awaiting;
    /// JSON array of texts, or empty.
    std::string tags;
    std::int64_t eventSeq = 0;
    std::int64_t customerSeq = 0;
    std::int64_t createdMs = 0;
    std::int64_t lastMs = 0;
    std::optional<std::int64_t> closedMs;
};

/// A change of owner: what must be so, and what is to be.
struct OwnerMove {
    ConversationId id;
    std::string fromStatus;
    /// Who must hold it now; empty: nobody.
    std::string fromAssignee;
    std::string toStatus;
    std::string assigneeId;
    std::string assigneeName;
    std::string teamId;
    std::int64_t nowMs = 0;
};

/// What a list of conversations is narrowed to; empty fields do not narrow.
struct ConversationFilter {
    std::string status;
    std::string channel;
    std::string assignee;
    /// Whose they are; an id from before a merger too.
    std::string customer;
    std::string tag;
    /// Only those older than this id (exclusive), newest first.
    std::string before;
    int limit = 50;
};

/// Conversations of one tenant. @thread database worker
class ConversationRepository {
public:
    /// @errors Conflict the id is taken; Storage
    Result<void> create(Transaction& tx, const ConversationRow& row) const;

    /// @errors Storage
    Result<std::optional<ConversationRow>> find(ReadTransaction& tx, const ConversationId& id) const;

    /// Newest first, by id. @errors Storage
    Result<std::vector<ConversationRow>> page(ReadTransaction& tx, const ConversationFilter& filter) const;

    /// The customer's newest conversation of a channel that is not closed. @errors Storage
    Result<std::optional<ConversationRow>>
    findCurrent(ReadTransaction& tx, const CustomerId& customer, const std::string& channel) const;

    /// Compare-and-set of the owner. @param from  the status it must have now
    /// @return false when somebody else was faster: nothing changed. @errors Storage
    Result<bool> changeOwner(Transaction& tx,
                             const ConversationId& id,
                             std::string_view from,
                             std::string_view to,
                             const std::string& assigneeId,
                             const std::string& assigneeName,
                             std::int64_t nowMs) const;

    /// The same from one holder to another, or to a team. @return false when its owner was another already:
    /// nothing changed. @errors Storage
    Result<bool> moveOwner(Transaction& tx, const OwnerMove& move) const;

    /// A customer's conversations, newest first. @errors Storage
    Result<std::vector<ConversationRow>>
    ofCustomer(ReadTransaction& tx, const CustomerId& customer, int limit) const;

    /// JSON array of texts, or empty. @errors Storage
    Result<void> setTags(Transaction& tx, const ConversationId& id, const std::string& tags) const;

    /// Where the customer wants to be told. @errors Storage
    Result<void> setNotifyEmail(Transaction& tx, const ConversationId& id, const std::string& email) const;

    /// How the customer feels, -1..1, by the newest message that says. @errors Storage
    Result<void> setSentiment(Transaction& tx, const ConversationId& id, double sentiment) const;

    /// What the agents asked and wait for: JSON; empty: nothing. A change of owner forgets it.
    /// @errors Storage
    Result<void> setAwaiting(Transaction& tx, const ConversationId& id, const std::string& awaiting) const;
};

} // namespace parley::server::store
