// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/http_client.h"
#include "server/tools/tool_kind.h"

namespace parley::server::tools {

/// Kind `http`: one request to somebody's API, through the guard against private addresses.
class HttpTool final : public ToolKind {
public:
    explicit HttpTool(net::HttpClient& http) : m_http(http) {}

    /// @errors InvalidArgument an input is missing or cannot stand where the template wants it; Forbidden
    /// (`outbound_refused`) the address may not be reached; Upstream the server's answer is an error, is no
    /// data, or is too long; Timeout; Unavailable
    boost::asio::awaitable<Result<nlohmann::json>> call(const ToolCall& call,
                                                        runtime::Budget budget) override;

private:
    net::HttpClient& m_http;
};

/// The request of a call. @errors InvalidArgument as above
Result<net::HttpRequest> requestOf(const ToolCall& call);

/// What an answer says, reduced by the tool's `result`. @errors Upstream as above
Result<nlohmann::json> outputOf(const net::HttpResponse& answer, const nlohmann::json& config);

/// An outbound failure as those who call tools hear of it: the guard's refusal has its own code.
Error outboundFailure(Error error);

} // namespace parley::server::tools
