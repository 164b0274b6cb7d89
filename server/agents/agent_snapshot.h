// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/agent_rules.h"
#include "server/store/agent_repository.h"

#include <nlohmann/json.hpp>

namespace parley::server::agents {

/// What an agent is, without id, version and times: the object that versions keep and the audit trail shows.
nlohmann::json agentSnapshot(const store::AgentRow& row);

/// The changes that make any agent equal to the snapshot.
AgentChanges changesOf(const nlohmann::json& snapshot);

/// What differs: `[{"field","from","to"}]`, for lists of texts `[{"field","added","removed"}]`, both empty
/// where only their order changed. @param before  null: everything is new, which is no difference
nlohmann::json snapshotDiff(const nlohmann::json& before, const nlohmann::json& after);

} // namespace parley::server::agents
