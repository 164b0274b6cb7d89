// SPDX-License-Identifier: MIT
#include "server/tools/remote_tools.h"

#include <algorithm>
#include <cctype>

namespace parley::server::tools {

namespace {

constexpr std::size_t kMaxName = 64;

} // namespace

std::string exposedName(const Tool& tool, const std::string& remote)
{
    if (tool.config.contains("remote_tool")) {
        return tool.row.name;
    }
    std::string name = tool.row.name + "__" + remote;
    std::replace_if(
        name.begin(),
        name.end(),
        [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '_' && c != '-'; },
        '_');
    return name.substr(0, kMaxName);
}

ToolInfo infoOf(const Tool& tool, const RemoteTool* remote)
{
    ToolInfo info;
    info.name = tool.row.name;
    info.kind = tool.row.kind;
    info.description = tool.row.description;
    info.inputSchema = tool.schema.written();
    info.priority = tool.row.priority;
    info.isWrite = tool.row.isWrite;
    info.isPersonal = tool.row.isPersonal;
    if (remote == nullptr) {
        return info;
    }
    info.name = exposedName(tool, remote->name);
    info.isWrite = info.isWrite && !remote->isReadOnly;
    const bool isOwn = tool.config.contains("remote_tool");
    if (!isOwn || info.description.empty()) {
        info.description = remote->description;
    }
    // The operator's own schema may be narrower than the server's; an empty one says nothing.
    const auto& own = info.inputSchema;
    const bool saysNothing = !own.contains("properties") || own["properties"].empty();
    if (!isOwn || saysNothing) {
        info.inputSchema = remote->inputSchema;
    }
    return info;
}

} // namespace parley::server::tools
