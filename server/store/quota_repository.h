// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>

namespace parley::server::store {

/// How many a tenant has of what may have a quota. @thread database worker
class QuotaRepository {
public:
    /// @param tx  inside the tenant @errors Storage
    Result<std::int64_t> documents(ReadTransaction& tx) const;
    /// Those that are not deleted. @param tx  platform scope @errors Storage
    Result<std::int64_t> users(ReadTransaction& tx, const TenantId& tenant) const;
    Result<std::int64_t> apiClients(ReadTransaction& tx, const TenantId& tenant) const;
};

} // namespace parley::server::store
