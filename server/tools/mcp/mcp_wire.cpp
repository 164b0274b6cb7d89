// SPDX-License-Identifier: MIT
#include "server/tools/mcp/mcp_wire.h"

#include "server/tools/bounded_json.h"
#include "shared/core/text.h"
#include "shared/core/version.h"

#include <algorithm>
#include <array>

namespace parley::server::tools {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxName = 128;
constexpr std::size_t kMaxDescription = 2'000;
constexpr std::size_t kMaxProblem = 500;
constexpr std::array<std::string_view, 3> kVersions{kMcpVersion, "2025-03-26", "2024-11-05"};
// JSON-RPC 2.0, 5.1
constexpr std::int64_t kNoSuchMethod = -32601;
constexpr std::int64_t kWrongParameters = -32602;

std::string textOf(const json& object, const char* name)
{
    return object.is_object() && object.contains(name) && object[name].is_string()
               ? object[name].get<std::string>()
               : std::string();
}

std::string cut(const std::string& text, std::size_t most)
{
    return std::string(firstCodePoints(text, most));
}

std::shared_ptr<const RemoteTool> remoteOf(const json& tool)
{
    auto remote = std::make_shared<RemoteTool>();
    remote->name = textOf(tool, "name");
    if (remote->name.empty() || remote->name.size() > kMaxName) {
        return nullptr;
    }
    remote->description = cut(textOf(tool, "description"), kMaxDescription);
    const json annotations = tool.value("annotations", json::object());
    remote->isReadOnly = annotations.is_object() && annotations.contains("readOnlyHint") &&
                         annotations["readOnlyHint"] == json(true);
    remote->inputSchema = tool.value("inputSchema", json::object());
    if (auto schema = InputSchema::compile(remote->inputSchema)) {
        remote->schema = *std::move(schema);
    }
    if (!remote->inputSchema.is_object() || textBytes(remote->inputSchema) > kMaxOutputBytes) {
        remote->inputSchema = {{"type", "object"}};
    }
    return remote;
}

std::string textsOf(const json& content)
{
    std::string text;
    for (const json& part : content) {
        const std::string type = textOf(part, "type");
        if (type == "text") {
            text += (text.empty() ? "" : "\n") + textOf(part, "text");
        } else if (type == "resource_link") {
            text += (text.empty() ? "" : "\n") + textOf(part, "uri");
        }
    }
    return text;
}

} // namespace

json mcpRequest(std::int64_t id, std::string_view method, json params)
{
    return {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}};
}

json mcpNotification(std::string_view method)
{
    return {{"jsonrpc", "2.0"}, {"method", method}};
}

json mcpInitialize()
{
    return {{"protocolVersion", kMcpVersion},
            {"capabilities", json::object()},
            {"clientInfo", {{"name", "parley"}, {"version", kVersion}}}};
}

bool isAnswer(const json& message, std::int64_t id)
{
    return message.is_object() && !message.contains("method") && message.contains("id") &&
           message["id"].is_number_integer() && message["id"] == json(id);
}

std::optional<json> answerToServer(const json& message)
{
    const bool isRequest = message.is_object() && message.contains("method") && message.contains("id");
    if (!isRequest) {
        return std::nullopt;
    }
    json answer = {{"jsonrpc", "2.0"}, {"id", message["id"]}};
    if (message["method"] == json("ping")) {
        answer["result"] = json::object();
    } else {
        answer["error"] = {{"code", kNoSuchMethod}, {"message", "This client offers nothing."}};
    }
    return answer;
}

Result<json> mcpResult(const json& answer)
{
    if (answer.contains("result") && answer["result"].is_object()) {
        return answer["result"];
    }
    Error error;
    error.code = ErrorCode::Upstream;
    error.message = "The tool server's answer has no result.";
    if (answer.contains("error") && answer["error"].is_object()) {
        const json& problem = answer["error"];
        error.message = "The tool server answers: " + cut(textOf(problem, "message"), kMaxProblem);
        const auto code = problem.contains("code") && problem["code"].is_number_integer()
                              ? problem["code"].get<std::int64_t>()
                              : std::int64_t{0};
        error.problem = code == kNoSuchMethod || code == kWrongParameters ? "nothing_done" : "";
    }
    return fail(std::move(error));
}

Result<std::string> mcpVersion(const json& initializeResult)
{
    const std::string version = textOf(initializeResult, "protocolVersion");
    if (std::find(kVersions.begin(), kVersions.end(), version) == kVersions.end()) {
        return fail(ErrorCode::Upstream,
                    "The tool server speaks a version of the protocol that is not known here.",
                    version);
    }
    return version;
}

void addRemoteTools(const json& listResult, RemoteTools::List& tools)
{
    if (!listResult.contains("tools") || !listResult["tools"].is_array()) {
        return;
    }
    for (const json& tool : listResult["tools"]) {
        auto remote = tool.is_object() ? remoteOf(tool) : nullptr;
        const bool isKnown = remote && std::any_of(tools.begin(), tools.end(), [&](const auto& other) {
                                 return other->name == remote->name;
                             });
        if (remote && !isKnown) {
            tools.push_back(std::move(remote));
        }
    }
}

Result<json> mcpOutput(const json& callResult)
{
    const json content = callResult.value("content", json::array());
    const std::string text = textsOf(content);
    if (callResult.value("isError", json(false)) == json(true)) {
        return fail(ErrorCode::Upstream, "The tool says: " + cut(text, kMaxProblem));
    }
    if (callResult.contains("structuredContent") && callResult["structuredContent"].is_object()) {
        return callResult["structuredContent"];
    }
    auto value = parseBounded(text);
    if (value && value->is_structured()) {
        return *std::move(value);
    }
    return json({{"text", text}});
}

} // namespace parley::server::tools
