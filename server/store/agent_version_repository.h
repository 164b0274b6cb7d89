// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// What an agent was after one change.
struct AgentVersionRow {
    AgentId agent;
    std::int64_t version = 1;
    /// JSON object of the agent's fields.
    std::string snapshot;
    /// "create", "update", "rollback", or "unknown": made before versions were kept.
    std::string change;
    /// Which version a rollback went back to.
    std::optional<std::int64_t> restored;
    std::string actorRole;
    /// Empty: the daemon itself.
    std::string actorId;
    std::int64_t createdMs = 0;
};

/// The versions of the agents of one tenant. @thread database worker
class AgentVersionRepository {
public:
    /// Does nothing where the version is there. @errors Storage
    Result<void> add(Transaction& tx, const AgentVersionRow& row) const;
    /// @errors Storage
    Result<std::optional<AgentVersionRow>>
    find(ReadTransaction& tx, const AgentId& agent, std::int64_t version) const;
    /// Newest first. @param before  exclusive @errors Storage
    Result<std::vector<AgentVersionRow>>
    list(ReadTransaction& tx, const AgentId& agent, std::int64_t before, int limit) const;
    /// Forgets the versions up to this one. @errors Storage
    Result<void> removeUpTo(Transaction& tx, const AgentId& agent, std::int64_t version) const;
};

} // namespace parley::server::store
