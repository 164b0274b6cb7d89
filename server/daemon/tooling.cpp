// SPDX-License-Identifier: MIT
#include "server/daemon/daemon_parts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace parley::server::daemon {

namespace {

/// Declared servers that are waited for at the same time.
constexpr std::size_t kToolThreads = 8;
constexpr std::size_t kToolQueue = 256;

/// `permissions.tool_kinds` of a tenant; empty where it says nothing.
std::vector<std::string> toolKindsOf(const identity::TenantDirectory& directory, const TenantId& id)
{
    std::vector<std::string> kinds;
    const auto tenant = directory.find(id);
    const auto permissions =
        nlohmann::json::parse(tenant ? tenant->row.permissions : std::string("{}"), nullptr, false);
    if (!permissions.is_object() || !permissions.contains("tool_kinds") ||
        !permissions["tool_kinds"].is_array()) {
        return kinds;
    }
    // A list without a known kind allows none, not all.
    kinds.emplace_back("none");
    for (const auto& kind : permissions["tool_kinds"]) {
        if (kind.is_string()) {
            kinds.push_back(kind.get<std::string>());
        }
    }
    return kinds;
}

/// The command with its program found as a shell would have found it when the daemon was started: later there
/// is no environment to look into.
Settings::List foundCommand(Settings::List command)
{
    const char* variable = std::getenv("PATH");
    std::istringstream folders(variable == nullptr ? "" : variable);
    const bool isName = !command.empty() && command.front().find('/') == std::string::npos;
    for (std::string folder; isName && std::getline(folders, folder, ':');) {
        const std::filesystem::path program = std::filesystem::path(folder) / command.front();
        std::error_code failed;
        if (program.is_absolute() && std::filesystem::is_regular_file(program, failed)) {
            command.front() = program.string();
            break;
        }
    }
    return command;
}

} // namespace

void Daemon::Parts::buildTools()
{
    const identity::TenantDirectory& directory = *base->tenants;
    const auto kindsOf = [&directory](const TenantId& tenant) { return toolKindsOf(directory, tenant); };
    tools::ToolCatalog::Permissions permissions;
    permissions.kindsOf = kindsOf;
    permissions.mayUseServer = [&directory, servers = loaded.settings.mcpServers](const TenantId& id,
                                                                                  const std::string& name) {
        const auto tenant = directory.find(id);
        return tenant && std::any_of(servers.begin(), servers.end(), [&](const Settings::McpServer& one) {
                   const auto& slugs = one.tenants;
                   return one.name == name &&
                          std::find(slugs.begin(), slugs.end(), tenant->row.slug) != slugs.end();
               });
    };
    toolCatalog = std::make_unique<tools::ToolCatalog>(
        *base->database, *base->fernet, std::move(permissions), base->clock, base->ids);
    toolWorkers = std::make_unique<runtime::WorkerPool>(
        runtime::WorkerPoolOptions{"tools", kToolThreads, kToolQueue, {}});
    std::vector<tools::McpServerSpec> servers;
    for (const Settings::McpServer& one : loaded.settings.mcpServers) {
        servers.push_back(
            {one.name, foundCommand(one.command), one.tenants, static_cast<std::uint64_t>(one.memoryMb)});
    }
    const auto slugOf = [&directory](const TenantId& id) {
        const auto tenant = directory.find(id);
        return tenant ? tenant->row.slug : std::string();
    };
    mcpTools = std::make_unique<tools::McpTools>(
        *http, *toolWorkers, std::move(servers), slugOf, tools::McpTools::Options());
    tools::ToolServices services{*base->database,
                                 *base->fernet,
                                 *http,
                                 *library,
                                 *desk,
                                 base->clock,
                                 [&directory](const TenantId& id) {
                                     const auto tenant = directory.find(id);
                                     return tenant ? tenant->row.ticketPrefix : std::string("TF");
                                 },
                                 kindsOf,
                                 mcpTools.get()};
    tools = std::make_unique<tools::TenantTools>(std::move(services));
}

} // namespace parley::server::daemon
