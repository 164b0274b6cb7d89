// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/agent_catalog.h"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace parley::server::daemon {

/// Adds the agents of the demo company; those that are there already stay as they are.
/// @param json  its agents.json: an array of objects with name, kind, description, intents, examples,
/// and maybe tools
/// @errors Unavailable it is not that; Storage
boost::asio::awaitable<Result<void>>
addDemoAgents(agents::AgentCatalog& catalog, TenantId tenant, std::string json);

} // namespace parley::server::daemon
