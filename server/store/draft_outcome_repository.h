// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::store {

/// What a person did with an answer. `features` is a JSON object of what was known of it before.
struct DraftOutcomeRow {
    RunId run;
    /// resolution, feedback
    std::string source;
    ConversationId conversation;
    /// sent, edited, rejected
    std::string outcome;
    double label = 0; ///< 0..1: how right the answer was
    double weight = 1;
    double confidence = 0; ///< as it was computed then
    std::string features;
    std::int64_t createdMs = 0;
};

/// How many outcomes there are.
struct DraftOutcomeCounts {
    std::int64_t sent = 0;
    std::int64_t edited = 0;
    std::int64_t rejected = 0;

    [[nodiscard]] std::int64_t all() const { return sent + edited + rejected; }
};

/// What supporters and customers made of a tenant's answers; gone with their conversations. @thread database
/// worker
class DraftOutcomeRepository {
public:
    /// Takes the place of an earlier one of the same run and source. @errors Storage
    Result<void> put(Transaction& tx, const DraftOutcomeRow& row) const;
    /// Newest first. @errors Storage
    Result<std::vector<DraftOutcomeRow>> newest(ReadTransaction& tx, int limit) const;
    /// @errors Storage
    Result<DraftOutcomeCounts> counts(ReadTransaction& tx) const;
    /// Forgets what a resolution that was taken back taught. @errors Storage
    Result<void> remove(Transaction& tx, const RunId& run, std::string_view source) const;
};

} // namespace parley::server::store
