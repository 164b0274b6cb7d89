// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// One asking of all golden questions of a tenant.
struct GoldenRunRow {
    std::string id;
    /// queued, running, done, failed (gave up).
    std::string status;
    /// "manual" or "change": the configuration or the knowledge changed.
    std::string startedBy;
    /// Empty: nobody asked.
    std::string actorId;
    /// The run it is compared with; empty: it is the first.
    std::string previousId;
    std::int64_t configVersion = 0;
    std::int64_t indexVersion = 0;
    /// GoldenQuestionRepository::mark() when it began.
    std::string questionsMark;
    /// JSON object: version of each agent by its name.
    std::string agents = "{}";
    /// JSON object: what differs from the previous run.
    std::string changes = "{}";
    std::int64_t total = 0;
    // counted by recount()
    std::int64_t done = 0;
    std::int64_t passed = 0;
    std::int64_t failed = 0;
    std::int64_t errors = 0;
    std::int64_t newlyFailing = 0;
    std::int64_t newlyPassing = 0;
    std::int64_t textChanged = 0;
    std::string error;
    std::int64_t createdMs = 0;
    std::optional<std::int64_t> finishedMs;

    [[nodiscard]] bool isGoing() const { return status == "queued" || status == "running"; }
};

/// What one question was answered in a run.
struct GoldenResultRow {
    std::string run;
    /// From 1, in the order of asking.
    std::int64_t position = 0;
    std::string questionId;
    std::string question;
    /// JSON object, as it was when the run began.
    std::string expectation;
    /// pending, passed, failed, error (no answer came).
    std::string outcome = "pending";
    /// new, newly_failing, newly_passing, text_changed; empty: as in the previous run.
    std::string change;
    /// JSON object: the answer and why it is not as expected.
    std::string result;
    /// JSON object: what it was in the previous run; empty where nothing changed.
    std::string previous;
};

/// The golden runs of one tenant. @thread database worker
class GoldenRunRepository {
public:
    /// @errors Conflict another one is going on; Storage
    Result<void> create(Transaction& tx, const GoldenRunRow& row) const;
    /// @errors Storage
    Result<void> addPending(Transaction& tx, const GoldenResultRow& row) const;

    Result<std::optional<GoldenRunRow>> find(ReadTransaction& tx, const std::string& id) const;
    /// Newest first. @param before  exclusive; empty: from the newest. @errors Storage
    Result<std::vector<GoldenRunRow>> list(ReadTransaction& tx, const std::string& before, int limit) const;
    /// The one that is going on. @errors Storage
    Result<std::optional<GoldenRunRow>> going(ReadTransaction& tx) const;
    /// The newest one that came to its end. @errors Storage
    Result<std::optional<GoldenRunRow>> newestDone(ReadTransaction& tx) const;

    /// In the order of asking. @param after  position, exclusive @errors Storage
    Result<std::vector<GoldenResultRow>>
    results(ReadTransaction& tx, const std::string& run, std::int64_t after, int limit) const;
    Result<std::optional<GoldenResultRow>> nextPending(ReadTransaction& tx, const std::string& run) const;
    Result<std::optional<GoldenResultRow>>
    resultOf(ReadTransaction& tx, const std::string& run, const std::string& questionId) const;

    /// Writes what came of a pending one. @return false when it is not pending any more @errors Storage
    Result<bool> settle(Transaction& tx, const GoldenResultRow& row) const;
    /// Counts the results into the run, which is under way now. @errors Storage
    Result<void> recount(Transaction& tx, const std::string& run) const;
    /// @param status  done or failed @return false when it had ended before @errors Storage
    Result<bool> end(Transaction& tx,
                     const std::string& run,
                     std::string_view status,
                     const std::string& error,
                     std::int64_t nowMs) const;
    /// Keeps the newest `keep` ones and what is going on. @errors Storage
    Result<void> prune(Transaction& tx, int keep) const;
};

} // namespace parley::server::store
