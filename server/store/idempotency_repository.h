// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>

namespace parley::server::store {

/// One request under an Idempotency-Key: running, or done with the answer it got.
struct IdempotencyRow {
    std::string principal;
    /// "POST /users".
    std::string route;
    std::string key;
    /// SHA-256 of the body, hex.
    std::string bodyHash;
    bool isDone = false;
    int responseStatus = 0;
    std::string responseBody;
    /// Done, but the answer was not kept: a customer was erased meanwhile whom it may have been about.
    bool isWithheld = false;
    /// Whom the request was about; erased with him. Empty: nobody.
    CustomerId customer;
    /// When it started, or was taken over; names the attempt.
    std::int64_t createdMs = 0;
    std::int64_t expiresMs = 0;
};

/// What requests under an Idempotency-Key came to, inside one tenant. @thread database worker
class IdempotencyRepository {
public:
    /// Writes a running row unless one is there that has not expired. @return whether it was written @errors
    /// Storage
    Result<bool> insertRunning(Transaction& tx, const IdempotencyRow& row) const;

    /// @errors Storage
    Result<std::optional<IdempotencyRow>> find(ReadTransaction& tx,
                                               const std::string& principal,
                                               const std::string& route,
                                               const std::string& key) const;

    /// Makes a running row the caller's when its attempt began at or before `staleMs`.
    /// @return whether it did: of two exactly one sees true @errors Storage
    Result<bool> takeOver(Transaction& tx, const IdempotencyRow& row, std::int64_t staleMs) const;

    /// Ends the attempt that `row.createdMs` names. Where a customer was erased meanwhile (ErasureRepository)
    /// the answer itself is not kept: it may be about him. @return false when it was taken over @errors
    /// Storage
    Result<bool> finish(Transaction& tx, const IdempotencyRow& row) const;
    /// Forgets the attempt, so that the next request runs afresh. @return as finish @errors Storage
    Result<bool> abandon(Transaction& tx, const IdempotencyRow& row) const;

    /// @return how many @errors Storage
    Result<std::int64_t> deleteExpired(Transaction& tx, std::int64_t nowMs) const;
    /// @errors Storage
    Result<void> deleteOf(Transaction& tx, const CustomerId& customer) const;
};

} // namespace parley::server::store
