// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// One run of the pipeline for one message. status: running, paused (waits for a person), completed, failed,
/// cancelled. `state` and `trace` are JSON.
struct RunRow {
    RunId id;
    ConversationId conversation;
    MessageId message;
    std::string status;
    /// Who sent the message proved to be the customer.
    bool isVerified = false;
    /// The node the run goes on from after a crash.
    std::string node;
    std::string state;
    std::string trace;
    MessageId reply;
    TicketId ticket;
    std::int64_t attempts = 0;
    std::string leaseOwner;
    std::optional<std::int64_t> leaseUntilMs;
    std::int64_t createdMs = 0;
    std::optional<std::int64_t> finishedMs;
    std::optional<std::int64_t> durationUs;
};

/// How a run ends or pauses.
struct RunEnd {
    RunId id;
    std::string status;
    std::string node;
    std::string trace;
    std::string state;
    MessageId reply;
    TicketId ticket;
    std::int64_t nowMs = 0;
    std::int64_t durationUs = 0;
};

/// What is left of a run for looking back: no trace.
struct PastRun {
    RunId id;
    MessageId message;
    std::string state;
    bool isHandedOver = false; ///< it made a ticket
    std::int64_t createdMs = 0;
};

/// Runs of one tenant. @thread database worker
class RunRepository {
public:
    /// Inserts a run that is under way on this node. @errors Conflict the id is taken; Storage
    Result<void> create(Transaction& tx, const RunRow& run) const;
    /// Inserts a run that began and ended in this transaction. @errors as above
    Result<void> createEnded(Transaction& tx, const RunRow& run, const RunEnd& end) const;

    Result<std::optional<RunRow>> find(ReadTransaction& tx, const RunId& id) const;
    /// What a message came to: of its runs, one for each time that agents were to answer it, the newest that
    /// is under way or has said something; else the newest. @errors Storage
    Result<std::optional<RunRow>> findByMessage(ReadTransaction& tx, const MessageId& message) const;
    /// Oldest first. @errors Storage
    Result<std::vector<RunRow>>
    ofConversation(ReadTransaction& tx, const ConversationId& id, int limit) const;

    /// Runs that ended or wait for a person, made since then, newest first. @errors Storage
    Result<std::vector<PastRun>> since(ReadTransaction& tx, std::int64_t sinceMs, int limit) const;

    /// Ends or pauses a run that is `from` now. @return false when it is in another state: an effect that was
    /// made already. @errors Storage
    Result<bool> end(Transaction& tx, std::string_view from, const RunEnd& end) const;

    /// Takes over runs that nobody works on: those whose lease has ended, `owner`'s own too, because a
    /// process may lose sight of a run. Oldest first. @param othersAreVoid  the leases of others count for
    /// nothing @errors Storage
    Result<std::vector<RunRow>> claimAbandoned(Transaction& tx,
                                               const std::string& owner,
                                               std::int64_t nowMs,
                                               bool othersAreVoid,
                                               std::int64_t leaseUntilMs,
                                               int limit) const;
};

} // namespace parley::server::store
