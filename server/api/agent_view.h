// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/agent_rules.h"
#include "server/store/agent_repository.h"
#include "shared/core/result.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

/// An agent as the API shows it.
nlohmann::json agentView(const store::AgentRow& row);

/// The fields of an agent that are there. Sizes are the catalog's to judge.
/// @errors InvalidArgument naming every field of a wrong type
Result<agents::AgentChanges> agentChangesOf(const nlohmann::json& body);

} // namespace parley::server::api
