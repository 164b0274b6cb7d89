// SPDX-License-Identifier: MIT
#include "server/tools/mcp/mcp_tools.h"

#include "server/tools/bounded_json.h"
#include "server/tools/text_template.h"
#include "server/tools/tool_config.h"

#include <algorithm>

namespace parley::server::tools {

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr int kMaxPages = 20;
constexpr std::size_t kMaxTools = 200;
constexpr std::size_t kMaxConnections = 512;
/// Programs that run at the same time, all tenants and servers together.
constexpr std::size_t kMaxProcesses = 32;

/// @errors InvalidArgument a header names a secret that is not there
Result<net::HttpHeaders> headersOf(const Tool& tool)
{
    TemplateValues values;
    values.secrets = tool.config.value("secrets", json::object());
    net::HttpHeaders headers;
    const json shapes = tool.config.value("headers", json::object());
    for (const auto& [name, shape] : shapes.items()) {
        const TextTemplate text(shape.get<std::string>());
        auto filled = text.fill(values);
        if (!filled) {
            return fail(std::move(filled).error());
        }
        headers.emplace_back(name, *std::move(filled));
    }
    return headers;
}

} // namespace

/// One tool's server: over HTTP, or a program.
struct McpTools::Connection {
    std::unique_ptr<McpHttp> http;
    std::shared_ptr<McpStdio> process; // shared with the tenant's other tools of that server
    Result<List> list = List();
    Clock::time_point listedUntil{};
    Clock::time_point lastUse{};
};

McpTools::McpTools(net::HttpClient& http,
                   runtime::WorkerPool& workers,
                   std::vector<McpServerSpec> servers,
                   SlugOf slugOf,
                   Options options)
    : m_http(http),
      m_workers(workers),
      m_servers(std::move(servers)),
      m_slugOf(std::move(slugOf)),
      m_options(options)
{}

McpTools::~McpTools()
{
    close();
}

void McpTools::close()
{
    std::map<std::string, std::shared_ptr<McpStdio>> processes;
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        processes.swap(m_processes);
        m_connections.clear();
    }
    for (const auto& [name, process] : processes) {
        process->close();
    }
}

/// With m_mutex held.
Result<std::shared_ptr<McpStdio>> McpTools::processOf(const TenantId& tenant, const std::string& server)
{
    const std::string slug = m_slugOf(tenant);
    const auto spec = std::find_if(m_servers.begin(), m_servers.end(), [&](const McpServerSpec& each) {
        return each.name == server &&
               std::find(each.tenants.begin(), each.tenants.end(), slug) != each.tenants.end();
    });
    if (spec == m_servers.end()) {
        return fail(ErrorCode::Forbidden,
                    "The daemon's configuration file declares no such server for your organisation.");
    }
    auto& process = m_processes[tenant.value + " " + server];
    if (!process) {
        if (m_isClosed || m_processes.size() > kMaxProcesses) {
            m_processes.erase(tenant.value + " " + server);
            return failUndone(ErrorCode::Unavailable, "Too many tool servers run already.");
        }
        process = std::make_shared<McpStdio>(*spec, m_options.restart);
    }
    return process;
}

Result<McpTools::ConnectionPtr> McpTools::connectionOf(const TenantId& tenant, const Tool& tool)
{
    // A tool that is tried out unsaved has no place in memory of its own: its config is its name.
    const std::string key = tenant.value + " " + tool.row.id.value + " " + std::to_string(tool.row.version) +
                            " " + tool.row.config;
    const std::lock_guard lock(m_mutex);
    auto& connection = m_connections[key];
    if (!connection) {
        auto made = std::make_shared<Connection>();
        if (tool.config.contains("server")) {
            auto process = processOf(tenant, tool.config["server"].get<std::string>());
            if (!process) {
                m_connections.erase(key);
                return fail(std::move(process).error());
            }
            made->process = *std::move(process);
        } else {
            auto headers = headersOf(tool);
            if (!headers) {
                m_connections.erase(key);
                return fail(std::move(headers).error());
            }
            made->http = std::make_unique<McpHttp>(m_http,
                                                   tool.config.value("url", std::string()),
                                                   *std::move(headers));
        }
        connection = std::move(made);
    }
    const ConnectionPtr kept = connection;
    kept->lastUse = Clock::now();
    while (m_connections.size() > kMaxConnections) {
        m_connections.erase(
            std::min_element(m_connections.begin(), m_connections.end(), [](const auto& a, const auto& b) {
                return a.second->lastUse < b.second->lastUse;
            }));
    }
    return kept;
}

boost::asio::awaitable<Result<json>>
McpTools::ask(ConnectionPtr connection, std::string method, json params, runtime::Budget budget)
{
    if (connection->http) {
        co_return co_await connection->http->ask(std::move(method), std::move(params), budget);
    }
    const std::shared_ptr<McpStdio> process = connection->process;
    auto job = [&] { return process->ask(method, params, budget.deadline); };
    co_return co_await m_workers.run(job);
}

boost::asio::awaitable<Result<RemoteTools::List>> McpTools::fetch(ConnectionPtr connection,
                                                                  runtime::Budget budget)
{
    List tools;
    std::string cursor;
    for (int page = 0; page < kMaxPages && tools.size() < kMaxTools; ++page) {
        json params = cursor.empty() ? json::object() : json{{"cursor", cursor}};
        auto result = co_await ask(connection, "tools/list", std::move(params), budget);
        if (!result) {
            co_return fail(std::move(result).error());
        }
        addRemoteTools(*result, tools);
        const bool hasMore = result->contains("nextCursor") && (*result)["nextCursor"].is_string();
        cursor = hasMore ? (*result)["nextCursor"].get<std::string>() : std::string();
        if (cursor.empty()) {
            break;
        }
    }
    if (tools.size() > kMaxTools) {
        tools.resize(kMaxTools);
    }
    co_return tools;
}

boost::asio::awaitable<Result<RemoteTools::List>>
McpTools::remotes(TenantId tenant, const Tool& tool, runtime::Budget budget)
{
    auto connection = connectionOf(tenant, tool);
    if (!connection) {
        co_return fail(std::move(connection).error());
    }
    {
        const std::lock_guard lock(m_mutex);
        if (Clock::now() < (*connection)->listedUntil) {
            co_return (*connection)->list;
        }
    }
    auto list = co_await fetch(*connection, budget.atMost(timeoutOf(tool.config)));
    const std::lock_guard lock(m_mutex);
    (*connection)->list = list;
    (*connection)->listedUntil = Clock::now() + (list ? m_options.keep : m_options.keepFailure);
    co_return list;
}

boost::asio::awaitable<Result<json>> McpTools::call(const ToolCall& call, runtime::Budget budget)
{
    auto connection = connectionOf(call.context.tenant, *call.tool);
    if (!connection) {
        co_return fail(std::move(connection).error());
    }
    json params = {{"name", call.remote}, {"arguments", call.input}};
    if (call.tool->row.isWrite && !call.context.effectKey.empty()) {
        params["_meta"] = {{"idempotency_key", call.context.effectKey}};
    }
    const runtime::Budget limit = budget.atMost(timeoutOf(call.tool->config));
    auto result = co_await ask(*connection, "tools/call", std::move(params), limit);
    if (!result) {
        co_return fail(std::move(result).error());
    }
    co_return mcpOutput(*result);
}

} // namespace parley::server::tools
