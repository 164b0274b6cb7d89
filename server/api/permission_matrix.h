// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "server/security/permissions.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <vector>

namespace parley::server::api {

/// Who has a permission: role names; an api_client once for each scope that suffices ("api_client:read").
std::vector<std::string> rolesWith(security::Permission permission);

/// `[{"method","path","permission","roles","tenant_required"}]`, from the route table.
nlohmann::json permissionMatrix(std::span<const edge::Route> routes);

/// The same as a Markdown table for the documentation.
std::string permissionMatrixMarkdown(std::span<const edge::Route> routes);

} // namespace parley::server::api
