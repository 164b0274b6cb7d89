// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace parley {

/// What this version can do, by name, for consoles older or newer than itself.
inline constexpr std::array<std::string_view, 8> kFeatures = {
    "chat", "knowledge.text", "handoff", "resolve", "stream.resume", "desk", "live", "mentions"};

} // namespace parley
