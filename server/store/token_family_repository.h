// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// The refresh tokens that came one out of the other since one sign-in. Only the newest one's hash is kept.
struct TokenFamilyRow {
    std::string id;
    /// A user's, api client's or customer's id.
    std::string subject;
    TenantId tenant;
    /// SHA-256 of the one refresh token that may be used.
    Blob refreshHash;
    std::int64_t generation = 1;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
    std::int64_t expiresMs = 0;
    std::optional<std::int64_t> revokedMs;
};

/// A family whose access tokens are refused.
struct RevokedFamily {
    std::string id;
    std::int64_t updatedMs = 0;
};

/// Token families. Platform scope. @thread database worker
class TokenFamilyRepository {
public:
    /// @errors Conflict the id is taken; Storage
    Result<void> create(Transaction& tx, const TokenFamilyRow& row) const;

    /// @errors Storage
    Result<std::optional<TokenFamilyRow>> find(ReadTransaction& tx, const std::string& id) const;

    /// Replaces the hash if it is still `used` and the family is neither revoked nor expired.
    /// @return whether it was: of two that present the same token exactly one sees true @errors Storage
    Result<bool> rotate(Transaction& tx,
                        const std::string& id,
                        const Blob& used,
                        const Blob& next,
                        std::int64_t expiresMs,
                        std::int64_t nowMs) const;

    /// Revokes a family, known or not: an unknown one (tokens that cannot be refreshed have no row) gets a
    /// row that lasts until `row.expiresMs`. @errors Storage
    Result<void> revoke(Transaction& tx, const TokenFamilyRow& row, std::int64_t nowMs) const;

    /// @errors Storage
    Result<void> revokeAllOf(Transaction& tx, const std::string& subject, std::int64_t nowMs) const;

    /// Revoked at or after a time. @errors Storage
    Result<std::vector<RevokedFamily>> revokedSince(ReadTransaction& tx, std::int64_t sinceMs) const;

    /// Forgets those that expired before a time. @return how many @errors Storage
    Result<std::int64_t> deleteExpired(Transaction& tx, std::int64_t beforeMs) const;
};

} // namespace parley::server::store
