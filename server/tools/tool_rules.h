// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/fernet.h"
#include "server/store/tool_repository.h"
#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace parley::server::tools {

/// What a POST gives or a PATCH changes; empty optionals leave as it is.
struct ToolChanges {
    std::optional<std::string> name;
    std::optional<std::string> kind;
    std::optional<std::string> description;
    std::optional<bool> enabled;
    std::optional<std::int64_t> priority;
    std::optional<bool> isWrite;
    std::optional<bool> isPersonal;
    std::optional<nlohmann::json> inputSchema;
    /// The whole config; a mask in it keeps the secret that was there.
    std::optional<nlohmann::json> config;
};

/// Applies what is wanted, whole or not at all.
/// @errors InvalidArgument naming every field that is wrong; a config that moves kept secrets to another
/// server
Result<void> applyChanges(store::ToolRow& row,
                          const ToolChanges& changes,
                          const security::Fernet& fernet,
                          std::int64_t nowMs);

/// The row's secrets, JSON pointer -> text.
/// @errors InvalidArgument the master key that encrypted them is gone
Result<nlohmann::json> secretsOf(const store::ToolRow& row, const security::Fernet& fernet);

} // namespace parley::server::tools
