// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/fernet.h"
#include "server/store/tool_repository.h"
#include "server/tools/input_schema.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace parley::server::tools {

/// One tool, ready to be called.
struct Tool {
    store::ToolRow row;
    InputSchema schema;
    nlohmann::json config;  ///< with its secrets
    nlohmann::json secrets; ///< JSON pointer -> text
    /// Why it cannot be called: secrets of another master key; empty: it can.
    std::string broken;
};

/// @return ready, or with `broken` saying why not
Tool toolOf(const store::ToolRow& row, const security::Fernet& fernet);

/// The tools of a tenant at one version of its configuration. Immutable, any thread.
class ToolSet {
public:
    ToolSet(std::int64_t configVersion, std::vector<Tool> tools);

    [[nodiscard]] std::int64_t configVersion() const { return m_configVersion; }
    /// By its name or id; null where there is none.
    [[nodiscard]] const Tool* find(std::string_view nameOrId) const;

private:
    std::int64_t m_configVersion;
    std::vector<Tool> m_tools;
};

} // namespace parley::server::tools
