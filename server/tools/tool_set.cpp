// SPDX-License-Identifier: MIT
#include "server/tools/tool_set.h"

#include "server/tools/tool_rules.h"
#include "server/tools/tool_secrets.h"

#include <algorithm>

namespace parley::server::tools {

using nlohmann::json;

Tool toolOf(const store::ToolRow& row, const security::Fernet& fernet)
{
    Tool tool;
    tool.row = row;
    tool.secrets = json::object();
    tool.config = json::parse(row.config, nullptr, false);
    auto schema = InputSchema::compile(json::parse(row.inputSchema, nullptr, false));
    if (!schema || !tool.config.is_object()) {
        tool.broken = schema ? "The tool's config cannot be read." : schema.error().message;
        return tool;
    }
    tool.schema = *std::move(schema);
    auto secrets = secretsOf(row, fernet);
    if (!secrets) {
        tool.broken = secrets.error().message;
        return tool;
    }
    tool.config = joinSecrets(std::move(tool.config), *secrets);
    tool.secrets = *std::move(secrets);
    return tool;
}

ToolSet::ToolSet(std::int64_t configVersion, std::vector<Tool> tools)
    : m_configVersion(configVersion), m_tools(std::move(tools))
{}

const Tool* ToolSet::find(std::string_view nameOrId) const
{
    const auto found = std::find_if(m_tools.begin(), m_tools.end(), [&](const Tool& tool) {
        return tool.row.name == nameOrId || tool.row.id.value == nameOrId;
    });
    return found == m_tools.end() ? nullptr : &*found;
}

} // namespace parley::server::tools
