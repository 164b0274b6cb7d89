// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// One agent of a tenant. Lists are JSON arrays of texts.
struct AgentRow {
    AgentId id;
    /// Unique in the tenant.
    std::string name;
    /// "faq", "ticket", "account", "domain" or "fallback".
    std::string kind;
    std::string description;
    bool enabled = true;
    /// Higher ones go first where several fit.
    std::int64_t priority = 0;
    std::string model;
    std::string systemPrompt;
    std::string tools = "[]";
    /// Sentences of customers that are this agent's.
    std::string examples = "[]";
    std::string intents = "[]";
    /// Least confidence to answer with; empty: the tenant's.
    std::optional<double> confidenceThreshold;
    std::int64_t version = 1;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
};

/// The agents of one tenant. @thread database worker
class AgentRepository {
public:
    /// @errors Conflict the name is taken; Storage
    Result<void> create(Transaction& tx, const AgentRow& row) const;
    /// Writes everything but id and creation; counts the version up.
    /// @return false when somebody changed it since `row.version` was read, or it is not there
    /// @errors Conflict the name is taken; Storage
    Result<bool> update(Transaction& tx, const AgentRow& row, std::int64_t nowMs) const;
    /// @return false when there was none. @errors Storage
    Result<bool> remove(Transaction& tx, const AgentId& id) const;

    Result<std::optional<AgentRow>> find(ReadTransaction& tx, const AgentId& id) const;
    /// By id. @param after  exclusive; empty: from the start. @errors Storage
    Result<std::vector<AgentRow>> list(ReadTransaction& tx, const std::string& after, int limit) const;
    /// @errors Storage
    Result<std::int64_t> count(ReadTransaction& tx) const;
};

} // namespace parley::server::store
