// SPDX-License-Identifier: MIT
#pragma once

#include "server/tools/remote_tools.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::tools {

/// The messages of the Model Context Protocol, which are those of JSON-RPC 2.0.
/// @source modelcontextprotocol.io, specification 2025-06-18

/// The newest version that is spoken here.
inline constexpr std::string_view kMcpVersion = "2025-06-18";
/// Longest message of a server.
inline constexpr std::size_t kMaxMcpMessage = 1U << 20U;

nlohmann::json mcpRequest(std::int64_t id, std::string_view method, nlohmann::json params);
nlohmann::json mcpNotification(std::string_view method);
nlohmann::json mcpInitialize();

/// Whether a message answers the request of this id.
bool isAnswer(const nlohmann::json& message, std::int64_t id);
/// The answer to a request that a server made of us, which we refuse but for `ping`; empty: it was none.
std::optional<nlohmann::json> answerToServer(const nlohmann::json& message);

/// The result of an answer.
/// @errors Upstream the server answered with an error, or with no result
Result<nlohmann::json> mcpResult(const nlohmann::json& answer);
/// The version both sides speak. @errors Upstream it is none that is known here
Result<std::string> mcpVersion(const nlohmann::json& initializeResult);

/// The tools of one page of tools/list; those without a name or with an over-long one are passed over.
void addRemoteTools(const nlohmann::json& listResult, RemoteTools::List& tools);
/// What a tool gave: structured content where there is some, else its texts.
/// @errors Upstream the tool says that it failed
Result<nlohmann::json> mcpOutput(const nlohmann::json& callResult);

} // namespace parley::server::tools
