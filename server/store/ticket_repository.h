// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// One ticket: what a person has to do for a conversation. `context` is a JSON array of what retrieval found.
struct TicketRow {
    TicketId id;
    std::string reference;
    ConversationId conversation;
    CustomerId customer;
    RunId run;
    std::string status;
    std::string category;
    std::string priority;
    std::string subject;
    std::string reason;
    std::string question;
    std::string draftAnswer;
    std::optional<double> confidence;
    std::string context;
    /// What made the confidence: JSON, or empty.
    std::string factors;
    std::string assigneeId;
    std::string assigneeName;
    /// The team it was given to; empty: everybody's.
    std::string teamId;
    /// When a person must have answered; empty: whenever.
    std::optional<std::int64_t> slaDueMs;
    bool isSlaBreached = false;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
    std::optional<std::int64_t> resolvedMs;
};

/// What a list of tickets is narrowed to; empty fields do not narrow.
struct TicketFilter {
    /// Any of these; empty: all.
    std::vector<std::string> statuses;
    std::string assignee;
    std::string category;
    std::string priority;
    /// Of whose conversations they are; an id from before a merger too.
    std::string customer;
    /// Only those newer than this id (exclusive), oldest first.
    std::string after;
    int limit = 50;
};

/// A change of who has to deal with a ticket: what must be so, and what is to be.
struct TicketMove {
    TicketId id;
    std::string fromStatus;
    std::string toStatus;
    std::string assigneeId;
    std::string assigneeName;
    std::string teamId;
    std::int64_t nowMs = 0;
};

/// How a ticket was resolved.
struct TicketResolution {
    std::string status;
    std::string by;
    /// The answer; empty: it was ended without one.
    MessageId message;
    std::optional<std::int64_t> atMs;
};

/// A ticket in the queue with what its urgency depends on besides.
struct QueuedTicket {
    TicketRow ticket;
    std::string channel;
    std::string lastMessage;
    std::optional<double> sentiment;
};

/// Tickets of one tenant. @thread database worker
class TicketRepository {
public:
    /// @errors Conflict the reference is taken; Storage
    Result<void> create(Transaction& tx, const TicketRow& row) const;

    /// @param idOrReference  "0192…" or "TF-20261121-7K3M". @errors Storage
    Result<std::optional<TicketRow>> find(ReadTransaction& tx, const std::string& idOrReference) const;

    Result<bool> referenceExists(ReadTransaction& tx, const std::string& reference) const;

    /// What a person put right of it. @return false when there is none. @errors Storage
    Result<bool> describe(Transaction& tx,
                          const TicketId& id,
                          const std::string& category,
                          const std::string& priority,
                          std::int64_t nowMs) const;

    /// The conversation's ticket that a person still has to deal with (open, pending_human, assigned).
    /// @errors Storage
    Result<std::optional<TicketRow>> findUnresolved(ReadTransaction& tx,
                                                    const ConversationId& conversation) const;

    /// Oldest first, by id. @errors Storage
    Result<std::vector<TicketRow>> page(ReadTransaction& tx, const TicketFilter& filter) const;

    /// Compare-and-set to resolved. @return false when it was resolved or closed already. @errors Storage
    Result<bool> resolve(Transaction& tx,
                         const TicketId& id,
                         const std::string& by,
                         const MessageId& resolution,
                         std::int64_t nowMs) const;

    /// None where there is no such ticket. @errors Storage
    Result<std::optional<TicketResolution>> resolutionOf(ReadTransaction& tx, const TicketId& id) const;

    /// Compare-and-set of a resolved ticket back to its person. @param answer  what it was resolved with
    /// @return false when it is not resolved with it any more: nothing changed. @errors Storage
    Result<bool> reopen(Transaction& tx,
                        const TicketId& id,
                        const MessageId& answer,
                        const std::string& assigneeId,
                        const std::string& assigneeName,
                        std::int64_t nowMs) const;

    /// All of the conversation's tickets that a person still has to deal with, oldest first.
    /// @errors Storage
    Result<std::vector<TicketRow>> unresolvedOf(ReadTransaction& tx,
                                                const ConversationId& conversation) const;

    /// All of the conversation's tickets, newest first. @errors Storage
    Result<std::vector<TicketRow>>
    ofConversation(ReadTransaction& tx, const ConversationId& conversation, int limit) const;

    /// What waits for people or is with them, most urgent first: by the time an answer is due, by priority,
    /// by the customer's mood, by waiting time. @errors Storage
    Result<std::vector<QueuedTicket>> queue(ReadTransaction& tx, int offset, int limit) const;

    /// @return false when it was in another status: nothing changed. @errors Storage
    Result<bool> move(Transaction& tx, const TicketMove& move) const;

    /// Back into the queue, for a conversation that goes on with a person. @errors Storage
    Result<bool> changeStatus(Transaction& tx,
                              const TicketId& id,
                              std::string_view from,
                              std::string_view to,
                              std::int64_t nowMs) const;
};

} // namespace parley::server::store
