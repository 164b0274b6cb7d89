// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "server/knowledge/library.h"
#include "server/net/http_client.h"
#include "server/security/fernet.h"
#include "server/tools/remote_tools.h"
#include "server/tools/tool_ledger.h"
#include "server/tools/tool_sets.h"
#include "server/tools/toolbox.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace parley::server::tools {

/// What the tools stand on. The references outlive them.
struct ToolServices {
    store::Database& database;
    const security::Fernet& fernet;
    net::HttpClient& http;
    knowledge::Library& library;
    desk::Services& desk;
    const Clock& clock;
    /// The ticket prefix of a tenant.
    std::function<std::string(const TenantId&)> prefixOf;
    /// The tool kinds that a tenant may use; empty: all. @source tenants' `permissions.tool_kinds`
    std::function<std::vector<std::string>(const TenantId&)> kindsOf;
    /// Kind `mcp`; null: there are none.
    RemoteTools* remotes = nullptr;
};

/// What an operator tries a tool with.
struct ToolTrial {
    nlohmann::json input = nlohmann::json::object();
    /// Stands for a proven customer: user_id, email, ...
    nlohmann::json customer = nlohmann::json::object();
    /// Says what it would do.
    bool isDry = false;
};

/// The tools that a tenant's configuration names: checked, guarded, remembered where they change something.
/// Configurations are kept in memory by version. @thread any I/O thread
class TenantTools final : public Toolbox {
public:
    static constexpr std::size_t kDefaultOpen = 512;

    explicit TenantTools(ToolServices services, std::size_t maxOpen = kDefaultOpen);

    boost::asio::awaitable<Result<std::vector<ToolInfo>>> list(TenantId tenant,
                                                               std::int64_t configVersion,
                                                               std::vector<std::string> names,
                                                               runtime::Budget budget) override;

    boost::asio::awaitable<Result<ToolOutcome>>
    call(ToolContext context, std::string name, nlohmann::json input, runtime::Budget budget) override;

    /// Calls a tool as its operator sees it, on or off, outside any conversation.
    /// @errors InvalidArgument the input does not fit, by field; Forbidden (`outbound_refused`) an address it
    /// may not reach; NotFound; Storage
    boost::asio::awaitable<Result<ToolOutcome>>
    test(TenantId tenant, store::ToolRow row, ToolTrial trial, runtime::Budget budget);

    [[nodiscard]] ToolLedger& ledger() { return m_ledger; }

private:
    using Set = ToolSets::Set;
    /// What a call leads to: one tool, or one of a server's.
    struct Target {
        const Tool* tool = nullptr;
        std::shared_ptr<const RemoteTool> remote; ///< kept by the list it came from, too
        ToolInfo info;
    };

    [[nodiscard]] bool isPermitted(const TenantId& tenant, const std::string& kind) const;
    boost::asio::awaitable<Result<std::vector<Target>>>
    targetsOf(TenantId tenant, const Tool& tool, runtime::Budget budget);
    boost::asio::awaitable<Result<Target>>
    targetOf(TenantId tenant, Set set, std::string name, runtime::Budget budget);
    boost::asio::awaitable<Result<nlohmann::json>> customerFacts(const ToolContext& context);
    boost::asio::awaitable<Result<ToolOutcome>>
    perform(ToolCall call, const Target& target, runtime::Budget budget);
    boost::asio::awaitable<Result<ToolOutcome>>
    once(const ToolCall& call, ToolOutcome outcome, runtime::Budget budget);
    boost::asio::awaitable<Result<nlohmann::json>> dispatch(const ToolCall& call, runtime::Budget budget);

    ToolServices m_services;
    ToolSets m_sets;
    ToolLedger m_ledger;
    std::map<std::string, std::unique_ptr<ToolKind>, std::less<>> m_kinds; ///< by kind, or by builtin's name
};

} // namespace parley::server::tools
