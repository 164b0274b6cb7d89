// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/foundation.h"
#include "server/tools/tool_catalog.h"

#include <boost/asio/awaitable.hpp>

#include <filesystem>

namespace parley::server::daemon {

/// Gives the demo tenant the account service of its company: invented customers with orders, and the tools
/// that look them up and change them. Once; what an operator removes stays away.
/// @param folder  has account.json: {"tools": [...], "accounts": [...]}
/// @errors Unavailable the file is not that; Storage
boost::asio::awaitable<Result<void>>
addDemoAccount(tools::ToolCatalog& catalog, Foundation& base, std::filesystem::path folder);

} // namespace parley::server::daemon
