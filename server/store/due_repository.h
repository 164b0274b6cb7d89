// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <vector>

namespace parley::server::store {

/// Hints, in the platform's tables, which tenant has work that is due: pointers, never content. A hint may be
/// stale or missing; the tenant's own tables are the truth. @thread database worker, in a platform
/// transaction
class DueRepository {
public:
    /// The earlier of the hint that is there and this one stays. @errors Storage
    Result<void>
    hint(Transaction& tx, const TenantId& tenant, std::string_view kind, std::int64_t dueMs) const;
    Result<void> clear(Transaction& tx, const TenantId& tenant, std::string_view kind) const;
    /// Tenants whose hint of the kind is due. @errors Storage
    Result<std::vector<TenantId>> due(ReadTransaction& tx, std::string_view kind, std::int64_t nowMs) const;
};

} // namespace parley::server::store
