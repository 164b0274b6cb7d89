// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// A tenant's machine client.
struct ApiClientRow {
    std::string id;
    TenantId tenant;
    /// What it signs in with; public.
    std::string clientId;
    std::string name;
    /// SHA-256 of its secret.
    Blob secretHash;
    /// Names separated by spaces: "chat read".
    std::string scopes;
    int requestsPerMinute = 600;
    /// "active", "disabled", "deleted".
    std::string status;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
};

/// The machine clients of all tenants. Platform scope. @thread database worker
class ApiClientRepository {
public:
    /// @errors Conflict the client id is taken; Storage
    Result<void> create(Transaction& tx, const ApiClientRow& row) const;

    /// Deleted ones too. @errors Storage
    Result<std::optional<ApiClientRow>> find(ReadTransaction& tx, const std::string& id) const;
    Result<std::optional<ApiClientRow>> findByClientId(ReadTransaction& tx,
                                                       const std::string& clientId) const;

    /// A tenant's that are not deleted, by id. @errors Storage
    Result<std::vector<ApiClientRow>>
    list(ReadTransaction& tx, const TenantId& tenant, const std::string& after, int limit) const;

    /// Writes name, scopes, limit and status. @return false when it is not there @errors Storage
    Result<bool> update(Transaction& tx, const ApiClientRow& row, std::int64_t nowMs) const;

    /// The rows changed at or after a time, deleted ones too. @errors Storage
    Result<std::vector<ApiClientRow>> changedSince(ReadTransaction& tx, std::int64_t sinceMs) const;
};

} // namespace parley::server::store
