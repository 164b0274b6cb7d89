// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/snapshot.h"
#include "server/store/database.h"
#include "server/store/tenant_repository.h"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parley::server::identity {

/// A tenant as requests see it.
struct TenantRecord {
    store::TenantRow row;
    /// Exact origins, or "*".
    std::vector<std::string> origins;

    [[nodiscard]] bool isActive() const { return row.status == "active"; }
    [[nodiscard]] bool allowsOrigin(std::string_view origin) const;
};

/// All tenants in memory, for every request to look into. `refresh` once a second keeps it in step with what
/// other nodes change: it asks for a fingerprint first and reads the table only when that differs. Any
/// thread; a reader keeps the record it got.
class TenantDirectory {
public:
    using Record = std::shared_ptr<const TenantRecord>;

    explicit TenantDirectory(store::Database& database);

    /// Active tenants only; null for any other.
    [[nodiscard]] Record find(const TenantId& id) const;
    [[nodiscard]] Record findBySlug(std::string_view slug) const;
    [[nodiscard]] Record findByPublicKey(std::string_view publicKey) const;
    /// What `X-Tenant` may hold.
    [[nodiscard]] Record findByIdOrSlug(std::string_view idOrSlug) const;
    [[nodiscard]] std::vector<Record> all() const;

    /// Whether any tenant allows it: what a CORS preflight, which has no token yet, is judged by.
    [[nodiscard]] bool isOriginAllowedAnywhere(std::string_view origin) const;

    /// @errors Storage; the old content stays
    boost::asio::awaitable<Result<void>> refresh();
    /// The same, blocking: start-up and tools.
    Result<void> refreshNow();

private:
    struct Tables {
        store::TenantsFingerprint fingerprint;
        std::unordered_map<std::string, Record> byId;
        std::unordered_map<std::string, Record> bySlug;
        std::unordered_map<std::string, Record> byPublicKey;
        std::set<std::string, std::less<>> origins;
    };
    using Known = std::unordered_map<std::string, Record>;

    static Record lookUp(const Known& known, std::string_view key);
    static Tables tablesOf(const store::TenantsFingerprint& fingerprint, std::vector<store::TenantRow> rows);
    Result<bool> load(store::ReadTransaction& tx);

    store::Database& m_database;
    security::Snapshot<Tables> m_tables;
};

} // namespace parley::server::identity
