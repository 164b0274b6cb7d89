// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>

namespace parley::server::tools {

/// Most that a tool gives back, as text.
inline constexpr std::size_t kMaxOutputBytes = 64U << 10U;

/// A JSON text of somebody else: at most 64 levels deep, because copying and writing values recurse.
/// @return empty where it is no JSON, or deeper
std::optional<nlohmann::json> parseBounded(std::string_view text);

/// The length of a value as text.
std::size_t textBytes(const nlohmann::json& value);

} // namespace parley::server::tools
