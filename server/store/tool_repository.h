// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

using ToolId = Id<struct ToolTag>;

/// One tool of a tenant. `inputSchema` and `config` are JSON objects; `config` has a mask where a secret is.
struct ToolRow {
    ToolId id;
    /// Unique in the tenant.
    std::string name;
    /// "http", "rag", "builtin" or "mcp".
    std::string kind;
    std::string description;
    bool enabled = true;
    /// Higher ones go first.
    std::int64_t priority = 0;
    /// It changes something: the customer confirms each call.
    bool isWrite = false;
    /// It shows or changes a verified customer's own data.
    bool isPersonal = false;
    std::string inputSchema = "{}";
    std::string config = "{}";
    /// JSON object, encrypted; empty: none.
    std::string secrets;
    std::int64_t version = 1;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
};

/// The tools of one tenant. @thread database worker
class ToolRepository {
public:
    /// @errors Conflict the name is taken; Storage
    Result<void> create(Transaction& tx, const ToolRow& row) const;
    /// Writes everything but id and creation; counts the version up.
    /// @return false when somebody changed it since `row.version` was read, or it is not there
    /// @errors Conflict the name is taken; Storage
    Result<bool> update(Transaction& tx, const ToolRow& row, std::int64_t nowMs) const;
    /// @return false when there was none. @errors Storage
    Result<bool> remove(Transaction& tx, const ToolId& id) const;

    /// @errors Storage
    Result<std::optional<ToolRow>> find(ReadTransaction& tx, const ToolId& id) const;
    /// By id. @param after  exclusive; empty: from the start. @errors Storage
    Result<std::vector<ToolRow>> list(ReadTransaction& tx, const std::string& after, int limit) const;
    /// @errors Storage
    Result<std::int64_t> count(ReadTransaction& tx) const;
};

} // namespace parley::server::store
