// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string_view>

namespace parley::server::security {

/// Reads a JSON object in which no name occurs twice, at any depth: two readers of a signed text must not be
/// able to see different values in it. @return empty optional for anything else
std::optional<nlohmann::json> parseStrictObject(std::string_view text);

} // namespace parley::server::security
