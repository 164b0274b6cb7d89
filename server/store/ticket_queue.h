// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <limits>
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
    /// All who had it and did not answer: "|id|id|"; empty: nobody.
    std::string lostBy;
    /// Its place among all that wait, by what the queue is ordered by; until then the first one's.
    std::int64_t due = std::numeric_limits<std::int64_t>::min();
    std::int64_t rank = 0;
    double mood = 0;
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

    /// Promises another answer for a ticket that waits again after a person had answered.
    /// @param dueMs  empty: nothing is promised. @errors Storage
    Result<void> requeue(Transaction& tx, const TicketId& id, std::optional<std::int64_t> dueMs) const;

    /// Tickets that are late and have not been called so, longest first. @errors Storage
    Result<std::vector<TicketId>> late(ReadTransaction& tx, std::int64_t nowMs, int limit) const;

    /// Compare-and-set, with the conversation locked first as everything that changes its owner does. The
    /// first answer and the resolution are late once each.
    /// @return false when it was called late already, or is not late. @errors Storage
    Result<bool> callLate(Transaction& tx, const TicketId& id, std::int64_t nowMs) const;

    /// What waits for somebody, most urgent first. @param after  the last one that is known already
    /// @errors Storage
    Result<std::vector<WaitingTicket>>
    waiting(ReadTransaction& tx, int limit, const WaitingTicket& after = {}) const;

    /// How many wait in front of it for the same team; empty: it does not wait. @errors Storage
    Result<std::optional<std::int64_t>> waitingBefore(ReadTransaction& tx, const TicketId& id) const;

    /// Of everybody who has any. @errors Storage
    Result<std::vector<CaseLoad>> loads(ReadTransaction& tx) const;

    /// Notes that a person had the conversation's tickets and did not answer.
    /// @return whether he is the first of this case. @errors Storage
    Result<bool> lose(Transaction& tx, const ConversationId& conversation, const std::string& user) const;

    /// How long the newest cases were with a person until they were resolved, in milliseconds.
    /// @errors Storage
    Result<std::vector<std::int64_t>> handlingTimes(ReadTransaction& tx, int limit) const;
};

} // namespace parley::server::store
