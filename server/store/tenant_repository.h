// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// One tenant, as the platform knows it.
struct TenantRow {
    TenantId id;
    std::string slug;
    std::string name;
    std::string plan;
    std::string publicKey;
    std::string ticketPrefix;
    /// "creating", "active", "suspended" or "deleted"; a deleted one keeps its row, so that nobody gets its
    /// slug.
    std::string status;
    /// JSON object: agent_kinds, tool_kinds, providers, quotas.
    std::string permissions;
    /// Encrypted.
    std::string identitySecret;
    /// JSON array of origins.
    std::string allowedOrigins;
    /// Grows with every change.
    std::int64_t version = 1;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
};

/// Differs whenever any tenant was made or changed.
struct TenantsFingerprint {
    std::int64_t count = 0;
    std::int64_t versions = 0;
    std::string newest;

    bool operator==(const TenantsFingerprint&) const = default;
};

/// The tenants. Platform scope. @thread database worker
class TenantRepository {
public:
    /// @errors Conflict slug or public key taken; Storage
    Result<void> create(Transaction& tx, const TenantRow& row) const;

    /// @errors Storage
    Result<std::optional<TenantRow>> find(ReadTransaction& tx, const TenantId& id) const;
    Result<std::optional<TenantRow>> findBySlug(ReadTransaction& tx, const std::string& slug) const;

    /// Neither the deleted ones nor those being made, by id. @param after  id, exclusive; empty: from the
    /// start @errors Storage
    Result<std::vector<TenantRow>> list(ReadTransaction& tx, const std::string& after, int limit) const;

    /// Every row, deleted ones too: what the directory of each node is made of. @errors Storage
    Result<std::vector<TenantRow>> all(ReadTransaction& tx) const;
    Result<TenantsFingerprint> fingerprint(ReadTransaction& tx) const;

    /// Writes name, plan, status, permissions, identity secret and origins; counts the version up.
    /// @return false when somebody changed it since `row.version` was read, or it is not there @errors
    /// Storage
    Result<bool> update(Transaction& tx, const TenantRow& row, std::int64_t nowMs) const;
};

} // namespace parley::server::store
