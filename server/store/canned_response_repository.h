// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// A text that supporters send often.
struct CannedResponseRow {
    std::string id;
    /// What is typed for it, without the slash; unique in the tenant.
    std::string shortcut;
    std::string title;
    std::string text;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
};

/// Canned responses of one tenant. @thread database worker
class CannedResponseRepository {
public:
    /// @errors Conflict the shortcut is taken; Storage
    Result<void> create(Transaction& tx, const CannedResponseRow& row) const;
    /// @return false when it is not there. @errors Conflict the shortcut is taken; Storage
    Result<bool> update(Transaction& tx, const CannedResponseRow& row) const;
    /// @return false when it was not there. @errors Storage
    Result<bool> remove(Transaction& tx, const std::string& id) const;
    Result<std::optional<CannedResponseRow>> find(ReadTransaction& tx, const std::string& id) const;
    /// By id. @param after  exclusive; empty: from the start. @errors Storage
    Result<std::vector<CannedResponseRow>>
    list(ReadTransaction& tx, const std::string& after, int limit) const;
};

} // namespace parley::server::store
