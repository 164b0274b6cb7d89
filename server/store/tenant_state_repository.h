// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>

namespace parley::server::store {

/// How often a tenant's configuration, its knowledge and its answer cache have changed.
struct TenantVersions {
    std::int64_t config = 0;
    std::int64_t index = 0;
    std::int64_t cache = 0;
};

/// The versions by which every node sees that what it holds of a tenant is old. @thread database worker
class TenantStateRepository {
public:
    /// All 0 for a tenant nobody has configured. @errors Storage
    Result<TenantVersions> versions(ReadTransaction& tx) const;

    /// With every change of agents, rules and settings, in the same transaction. @errors Storage
    Result<void> raiseConfigVersion(Transaction& tx) const;
};

} // namespace parley::server::store
