// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// People who deal with the same kinds of cases.
struct TeamRow {
    std::string id;
    /// Unique in the tenant.
    std::string name;
    /// JSON arrays of texts: tickets' categories, and users' ids.
    std::string categories = "[]";
    std::string members = "[]";
    /// JSON object of business hours; empty: the tenant's.
    std::string hours;
    /// Cases that one member has at once; 0: any number.
    std::int64_t capacity = 0;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
};

/// Teams of one tenant. @thread database worker
class TeamRepository {
public:
    /// @errors Conflict the name is taken; Storage
    Result<void> create(Transaction& tx, const TeamRow& row) const;
    /// @return false when it is not there. @errors Conflict the name is taken; Storage
    Result<bool> update(Transaction& tx, const TeamRow& row) const;
    /// @return false when it was not there. @errors Storage
    Result<bool> remove(Transaction& tx, const std::string& id) const;
    Result<std::optional<TeamRow>> find(ReadTransaction& tx, const std::string& id) const;
    /// By id. @param after  exclusive; empty: from the start. @errors Storage
    Result<std::vector<TeamRow>> list(ReadTransaction& tx, const std::string& after, int limit) const;
};

} // namespace parley::server::store
