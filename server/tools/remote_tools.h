// SPDX-License-Identifier: MIT
#pragma once

#include "server/tools/tool_kind.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::tools {

/// A tool that a server of others offers.
struct RemoteTool {
    std::string name;
    std::string description;
    nlohmann::json inputSchema;
    /// The server says that it changes nothing.
    bool isReadOnly = false;
    /// Empty: the schema says more than is checked here; the server checks it itself.
    std::optional<InputSchema> schema;
};

/// Kind `mcp`: servers that offer tools. @thread any I/O thread
class RemoteTools : public ToolKind {
public:
    using List = std::vector<std::shared_ptr<const RemoteTool>>;

    /// What the server of this tool offers; kept for some minutes.
    /// @errors those of ToolKind::call
    virtual boost::asio::awaitable<Result<List>>
    remotes(TenantId tenant, const Tool& tool, runtime::Budget budget) = 0;
};

/// What agents call it: "<tool>__<remote>", or the tool's own name where its config names one remote tool.
/// Letters that models' providers refuse become "_"; at most 64.
std::string exposedName(const Tool& tool, const std::string& remote);

/// The tool as agents see it.
ToolInfo infoOf(const Tool& tool, const RemoteTool* remote);

} // namespace parley::server::tools
