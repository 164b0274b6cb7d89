// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::tools {

/// http, rag, builtin, mcp.
std::span<const std::string_view> toolKinds();

/// What a config means beyond its texts.
struct ConfigTraits {
    std::string origin;      ///< the server that its secrets belong to; empty: none
    bool isWrite = false;    ///< by its nature: a method that changes, a builtin that sends
    bool isPersonal = false; ///< by its nature: it names the customer
};

/// Checks the config of a tool of this kind.
/// @param name  of the tool: a builtin without `function` is the one of that name
/// @errors InvalidArgument naming every field that is wrong or unknown
Result<ConfigTraits>
checkedConfig(std::string_view kind, const std::string& name, const nlohmann::json& config);

/// How long a call may take, from `timeout_ms`; 10 s where it does not say.
std::chrono::milliseconds timeoutOf(const nlohmann::json& config);

/// Whether the other side repeats nothing that it gets twice with one Idempotency-Key.
bool isIdempotent(const nlohmann::json& config);

} // namespace parley::server::tools
