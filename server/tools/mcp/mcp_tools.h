// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/http_client.h"
#include "server/runtime/worker_pool.h"
#include "server/tools/mcp/mcp_http.h"
#include "server/tools/mcp/mcp_stdio.h"
#include "server/tools/remote_tools.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace parley::server::tools {

/// Kind `mcp`: servers of the Model Context Protocol, by their address or as the configuration file declares
/// them. A declared server runs once for each tenant, so that none meets what another said.
/// @thread any I/O thread
class McpTools final : public RemoteTools {
public:
    struct Options {
        std::chrono::seconds keep{300};       ///< a server's list of tools
        std::chrono::seconds keepFailure{15}; ///< that it could not be asked
        runtime::RetryPolicy restart{std::chrono::milliseconds{500}, std::chrono::milliseconds{60'000}, 0};
    };
    using SlugOf = std::function<std::string(const TenantId&)>;

    /// @param workers  declared servers are waited for there
    McpTools(net::HttpClient& http,
             runtime::WorkerPool& workers,
             std::vector<McpServerSpec> servers,
             SlugOf slugOf,
             Options options);
    ~McpTools() override;

    boost::asio::awaitable<Result<List>>
    remotes(TenantId tenant, const Tool& tool, runtime::Budget budget) override;

    boost::asio::awaitable<Result<nlohmann::json>> call(const ToolCall& call,
                                                        runtime::Budget budget) override;

    /// Ends all declared servers.
    void close();

private:
    struct Connection;
    using ConnectionPtr = std::shared_ptr<Connection>;

    Result<ConnectionPtr> connectionOf(const TenantId& tenant, const Tool& tool);
    Result<std::shared_ptr<McpStdio>> processOf(const TenantId& tenant, const std::string& server);
    boost::asio::awaitable<Result<nlohmann::json>>
    ask(ConnectionPtr connection, std::string method, nlohmann::json params, runtime::Budget budget);
    boost::asio::awaitable<Result<List>> fetch(ConnectionPtr connection, runtime::Budget budget);

    net::HttpClient& m_http;
    runtime::WorkerPool& m_workers;
    const std::vector<McpServerSpec> m_servers;
    const SlugOf m_slugOf;
    const Options m_options;
    std::mutex m_mutex; // guards everything below, and the lists of connections
    std::map<std::string, ConnectionPtr> m_connections;           // by tenant, tool and its version
    std::map<std::string, std::shared_ptr<McpStdio>> m_processes; // by tenant and server
    bool m_isClosed = false;
};

} // namespace parley::server::tools
