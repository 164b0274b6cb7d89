// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::store {

/// That a customer was erased, by a name that leads back to nobody.
struct ErasureMark {
    TenantId tenant;
    /// As erasureHash gives it.
    std::string hash;
    std::int64_t erasedMs = 0;

    bool operator==(const ErasureMark&) const = default;
};

/// Hex SHA-256 of the tenant's and the customer's id. Ids are random: nothing can be tried out against it.
std::string erasureHash(const TenantId& tenant, const std::string& customer);

/// The platform's list of erasures. Written before anything is erased, so that one that a crash cut off is
/// found and finished. @thread database worker, in a platform transaction
class ErasureLedgerRepository {
public:
    /// One that is there already stays. @errors Storage
    Result<void> add(Transaction& tx, const ErasureMark& mark) const;
    /// All there are, oldest first. @errors Storage
    Result<std::vector<ErasureMark>> since(ReadTransaction& tx, std::int64_t fromMs) const;
};

} // namespace parley::server::store
