// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::api {

/// The OpenAPI parameters of a route: `{name}` parts of its path, its query, and the headers that it takes.
nlohmann::json parametersOf(const edge::Route& route);

/// "/a/{x}/b/{y}" -> x, y.
std::vector<std::string> pathParameterNames(std::string_view pattern);

} // namespace parley::server::api
