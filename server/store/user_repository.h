// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// One person who signs in.
struct UserRow {
    UserId id;
    /// Empty for an admin of the platform.
    TenantId tenant;
    /// Lower case, unique over the installation.
    std::string email;
    std::string displayName;
    /// "admin", "tenant_user", "supporter".
    std::string role;
    /// Empty: cannot sign in by password.
    std::string passwordHash;
    /// "active", "disabled", "deleted".
    std::string status;
    /// Grows with every change that must refuse the access tokens issued before it.
    std::int64_t version = 1;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
};

/// What decides whether a user's access token still holds.
struct UserState {
    UserId id;
    std::int64_t version = 0;
    std::string status;
    std::int64_t updatedMs = 0;
};

/// Whether a change ends the access tokens issued before it.
enum class TokensAfter { Keep, Refuse };

/// The people who sign in. Platform scope. @thread database worker
class UserRepository {
public:
    /// @errors Conflict the e-mail is taken; Storage
    Result<void> create(Transaction& tx, const UserRow& row) const;

    /// Deleted ones too. @errors Storage
    Result<std::optional<UserRow>> find(ReadTransaction& tx, const UserId& id) const;
    /// @param email  lower case @errors Storage
    Result<std::optional<UserRow>> findByEmail(ReadTransaction& tx, const std::string& email) const;

    /// Those of a tenant (empty: the platform's) that are not deleted, by id.
    /// @param after  id, exclusive; empty: from the start @errors Storage
    Result<std::vector<UserRow>>
    list(ReadTransaction& tx, const TenantId& tenant, const std::string& after, int limit) const;

    /// Writes display name, role, password hash and status. @return false when it is not there @errors
    /// Storage
    Result<bool> update(Transaction& tx, const UserRow& row, TokensAfter tokens, std::int64_t nowMs) const;

    /// Keeps the row for what refers to it, without the person: no e-mail, name or password. @errors Storage
    Result<bool> remove(Transaction& tx, const UserId& id, std::int64_t nowMs) const;

    /// The states changed at or after a time. @errors Storage
    Result<std::vector<UserState>> changedSince(ReadTransaction& tx, std::int64_t sinceMs) const;
};

} // namespace parley::server::store
