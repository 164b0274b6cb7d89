// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/agent_catalog.h"

#include <boost/asio/awaitable.hpp>

#include <filesystem>

namespace parley::server::daemon {

/// Adds the agents of the demo company from its agents.json; those that are there already stay as they are.
/// @errors Unavailable the file is missing or not what it should be; Storage
boost::asio::awaitable<Result<void>>
addDemoAgents(agents::AgentCatalog& catalog, TenantId tenant, std::filesystem::path file);

} // namespace parley::server::daemon
