// SPDX-License-Identifier: MIT
#include "server/daemon/settings_sources.h"
#include "shared/core/text.h"

#include <toml++/toml.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

namespace parley::server::daemon {

namespace {

/// What a tool server may hold where nothing else is said: room for an interpreter and its libraries.
constexpr std::int64_t kMcpMemoryMb = 1024;

std::optional<std::string> scalarText(const toml::node& node)
{
    if (const auto* text = node.as_string()) {
        return text->get();
    }
    if (const auto* whole = node.as_integer()) {
        return std::to_string(whole->get());
    }
    if (const auto* flag = node.as_boolean()) {
        return std::string(flag->get() ? "true" : "false");
    }
    return std::nullopt;
}

std::optional<Settings::List> textList(const toml::node* node)
{
    const toml::array* array = node == nullptr ? nullptr : node->as_array();
    if (array == nullptr) {
        return std::nullopt;
    }
    Settings::List list;
    for (const toml::node& entry : *array) {
        const auto* text = entry.as_string();
        if (text == nullptr) {
            return std::nullopt;
        }
        list.push_back(text->get());
    }
    return list;
}

std::optional<std::string> nodeText(const toml::node& node)
{
    if (!node.is_array()) {
        return scalarText(node);
    }
    const auto list = textList(&node);
    if (!list) {
        return std::nullopt;
    }
    std::string joined;
    for (const std::string& entry : *list) {
        joined += (joined.empty() ? "" : ",") + entry;
    }
    return joined;
}

/// `[mcp.servers.NAME]` with `command = ["…"]`, `tenants = ["slug"]` and maybe `memory_mb = 512`.
void readMcpServers(const toml::table& mcp, RawSettings& raw)
{
    for (const auto& [section, node] : mcp) {
        if (section.str() != "servers" || !node.is_table()) {
            raw.faults.push_back(
                {"mcp." + std::string(section.str()), "is unknown; did you mean mcp.servers?"});
            continue;
        }
        for (const auto& [key, server] : *node.as_table()) {
            const std::string name = "mcp.servers." + std::string(key.str());
            const toml::table* table = server.as_table();
            const auto command = textList(table == nullptr ? nullptr : table->get("command"));
            const auto tenants = textList(table == nullptr ? nullptr : table->get("tenants"));
            if (!command || command->empty() || !tenants) {
                raw.faults.push_back(
                    {name, "needs command = [\"program\", \"argument\"] and tenants = [\"slug\"]"});
                continue;
            }
            const auto memory = table->get("memory_mb");
            const auto megabytes = memory == nullptr ? std::optional<std::int64_t>(kMcpMemoryMb)
                                                     : memory->value_exact<std::int64_t>();
            if (!megabytes || *megabytes < 1) {
                raw.faults.push_back({name, "needs memory_mb from 1"});
                continue;
            }
            raw.mcpServers.push_back({std::string(key.str()), *command, *tenants, *megabytes});
        }
    }
}

void readTable(const toml::table& table, const std::string& prefix, const std::string& file, RawSettings& raw)
{
    for (const auto& [key, node] : table) {
        const std::string name = prefix + std::string(key.str());
        if (name == "mcp" && node.is_table()) {
            readMcpServers(*node.as_table(), raw);
        } else if (node.is_table()) {
            readTable(*node.as_table(), name + ".", file, raw);
        } else if (auto text = nodeText(node)) {
            raw.values[name] = RawValue{*std::move(text), name + " in " + file};
        } else {
            raw.faults.push_back({name, "must be a text, a whole number, true, false or a list of texts"});
        }
    }
}

} // namespace

void readConfigFile(const std::string& path, RawSettings& raw)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        raw.faults.push_back({"config", "the file " + path + " cannot be read"});
        return;
    }
    const std::string content{std::istreambuf_iterator<char>(stream), {}};
    try {
        readTable(toml::parse(content, path), "", path, raw);
        raw.configFile = path;
    } catch (const toml::parse_error& e) {
        std::ostringstream where;
        where << path << " line " << e.source().begin.line << ": " << e.description();
        raw.faults.push_back({"config", where.str()});
    }
}

std::string readSecretFile(const std::string& name, const RawValue& path, RawSettings& raw)
{
    namespace fs = std::filesystem;
    static constexpr std::uintmax_t kLargestSecret = 64 * 1024;
    std::error_code error;
    const fs::file_status status = fs::status(path.text, error);
    if (error || !fs::is_regular_file(status)) {
        raw.faults.push_back(
            {name + "_file", "the file " + path.text + " is not there (" + path.origin + ")"});
        return {};
    }
    const bool everybodyReads = (status.permissions() & fs::perms::others_read) != fs::perms::none;
    if (raw.isProduction && everybodyReads) {
        raw.faults.push_back(
            {name + "_file", "the file " + path.text + " is readable by everybody; chmod 600 it"});
        return {};
    }
    std::ifstream stream(path.text, std::ios::binary);
    if (!stream || fs::file_size(path.text, error) > kLargestSecret || error) {
        raw.faults.push_back(
            {name + "_file", "the file " + path.text + " cannot be read or is above 64 KiB"});
        return {};
    }
    const std::string content{std::istreambuf_iterator<char>(stream), {}};
    const std::string secret(trimmed(content));
    if (secret.empty()) {
        raw.faults.push_back({name + "_file", "the file " + path.text + " is empty"});
    }
    return secret;
}

} // namespace parley::server::daemon
