// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>

namespace parley::server::store {

/// One durable job. status: queued, running, done, failed (gave up), cancelled. `payload` is JSON.
struct JobRow {
    JobId id;
    std::string kind;
    /// What it works on (a document's id).
    std::string subject;
    std::string payload;
    std::string status;
    std::int64_t attempts = 0;
    std::int64_t maxAttempts = 5;
    std::int64_t dueMs = 0;
    std::string error;
    std::int64_t createdMs = 0;
};

/// Jobs of one tenant: queued with the change they follow from, claimed with a lease. @thread database worker
class JobRepository {
public:
    Result<void> add(Transaction& tx, const JobRow& job) const;

    /// Claims the oldest job that is due, or one whose lease has ended (its worker died). @errors Storage
    Result<std::optional<JobRow>>
    claim(Transaction& tx, const std::string& owner, std::int64_t nowMs, std::int64_t leaseUntilMs) const;

    /// Lengthens the lease of this attempt. In the transaction of what the job writes it is the fence, too:
    /// an attempt that lost its lease writes nothing more.
    /// @return false when the job was cancelled, or taken over by another attempt. @errors Storage
    Result<bool> renew(Transaction& tx, const JobRow& job, std::int64_t leaseUntilMs) const;

    /// Lets every job that another owner left behind be claimed at once. Only where this process is the only
    /// one that can be running (SQLite). @errors Storage
    Result<void> releaseOthers(Transaction& tx, const std::string& owner) const;

    /// Notes that this attempt has done the job.
    /// @return false when the job was cancelled, or taken over by another attempt: nothing changed.
    /// @errors Storage
    Result<bool> finish(Transaction& tx, const JobRow& job, std::int64_t nowMs) const;
    /// Notes that this attempt failed: tries again at `retryMs`, or gives up for good when it is empty.
    /// @return as finish(). @errors Storage
    Result<bool> failed(Transaction& tx,
                        const JobRow& job,
                        const std::string& error,
                        std::optional<std::int64_t> retryMs,
                        std::int64_t nowMs) const;
    /// Cancels what has not been finished of a subject. @errors Storage
    Result<void>
    cancel(Transaction& tx, std::string_view kind, const std::string& subject, std::int64_t nowMs) const;

    /// When the next job is due, if there is one; leases count by their end. @errors Storage
    Result<std::optional<std::int64_t>> nextDue(ReadTransaction& tx) const;
};

} // namespace parley::server::store
