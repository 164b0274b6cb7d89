// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// When a ticket's customer was promised something, and how he feels; epoch milliseconds.
struct TicketPromise {
    TicketId id;
    /// Of the first answer; empty: none.
    std::optional<std::int64_t> responseDueMs;
    std::optional<std::int64_t> resolutionDueMs;
    /// -1..1.
    double mood = 0;
};

/// A ticket that waits for somebody, as far as giving it to one needs it.
struct WaitingTicket {
    TicketId id;
    std::string reference;
    ConversationId conversation;
    std::string teamId;
    /// Who had it last and did not answer; empty: nobody.
    std::string lostBy;
};

/// Cases that a person has now.
struct CaseLoad {
    std::string user;
    std::int64_t cases = 0;
};

/// The order of a tenant's queue, the promises behind it and how fast it moves. @thread database worker
class TicketQueue {
public:
    /// Keeps the promise of a ticket that was just made. @errors Storage
    Result<void> promise(Transaction& tx, const TicketPromise& promise) const;

    /// A person has written to the customer: from now on the resolution is what is due. @errors Storage
    Result<void> respond(Transaction& tx, const ConversationId& conversation, std::int64_t nowMs) const;

    /// Tickets that are late and have not been called so, longest first. @errors Storage
    Result<std::vector<TicketId>> late(ReadTransaction& tx, std::int64_t nowMs, int limit) const;

    /// Compare-and-set. @return false when it was called late already, or is not late. @errors Storage
    Result<bool> callLate(Transaction& tx, const TicketId& id, std::int64_t nowMs) const;

    /// What waits for somebody, most urgent first. @errors Storage
    Result<std::vector<WaitingTicket>> waiting(ReadTransaction& tx, int limit) const;

    /// How many wait in front of it for the same team; empty: it does not wait. @errors Storage
    Result<std::optional<std::int64_t>> waitingBefore(ReadTransaction& tx, const TicketId& id) const;

    /// Of everybody who has any. @errors Storage
    Result<std::vector<CaseLoad>> loads(ReadTransaction& tx) const;

    /// Notes that a person had the conversation's tickets and did not answer. @errors Storage
    Result<void> lose(Transaction& tx, const ConversationId& conversation, const std::string& user) const;

    /// How long the newest cases were with a person until they were resolved, in milliseconds.
    /// @errors Storage
    Result<std::vector<std::int64_t>> handlingTimes(ReadTransaction& tx, int limit) const;
};

} // namespace parley::server::store
