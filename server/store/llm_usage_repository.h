// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::store {

/// Tokens of one month, input and output together.
struct LlmMonth {
    std::int64_t used = 0;
    std::int64_t reserved = 0; ///< what calls under way may use at most
};

/// What may be used by a call that begins.
struct LlmReservation {
    std::string id;
    std::string month; ///< "2026-11"
    std::int64_t tokens = 0;
    std::int64_t expiresMs = 0; ///< afterwards it counts as used in full
};

/// What one model of one provider took in a month.
struct LlmUsageRow {
    std::string month;
    std::string provider;
    std::string model;
    std::int64_t requests = 0;
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
    std::int64_t costMicros = 0; ///< millionths of the currency of the model's prices
};

/// What a tenant's language models used, and the promise that it never becomes more than allowed: whoever
/// calls one reserves the most it can take, in one compare-and-add that all nodes share, and settles
/// afterwards. @thread database worker
class LlmUsageRepository {
public:
    /// @param limit  of the month, used and reserved together
    /// @return false: it would be more than the limit, and nothing was reserved
    /// @errors Storage
    Result<bool>
    reserve(Transaction& tx, const LlmReservation& wanted, std::int64_t limit, std::int64_t nowMs) const;

    /// Ends a reservation and counts what was really used. One that had expired was counted already.
    /// @param id  empty: nothing was reserved
    /// @errors Storage
    Result<void>
    settle(Transaction& tx, const std::string& id, const LlmUsageRow& used, std::int64_t nowMs) const;

    /// @errors Storage
    Result<LlmMonth> month(ReadTransaction& tx, const std::string& month) const;
    /// By provider and model. @errors Storage
    Result<std::vector<LlmUsageRow>> usage(ReadTransaction& tx, const std::string& month) const;

private:
    Result<void> expire(Transaction& tx, std::int64_t nowMs) const;
    Result<void> ensureMonth(Transaction& tx, const std::string& month) const;
    Result<void>
    move(Transaction& tx, const std::string& month, std::int64_t reserved, std::int64_t used) const;
};

} // namespace parley::server::store
