// SPDX-License-Identifier: MIT
#include "server/daemon/demo_agents.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace parley::server::daemon {

namespace {

tl::unexpected<Error> unusable()
{
    return fail(ErrorCode::Unavailable, "The demo's agents.json is no list of agents.");
}

std::optional<agents::AgentChanges> changesOf(const nlohmann::json& agent)
{
    agents::AgentChanges changes;
    try {
        changes.name = agent.at("name").get<std::string>();
        changes.kind = agent.at("kind").get<std::string>();
        changes.description = agent.at("description").get<std::string>();
        changes.intents = agent.at("intents").get<std::vector<std::string>>();
        changes.tools = agent.value("tools", std::vector<std::string>());
        changes.examples = agent.at("examples").get<std::vector<std::string>>();
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
    return changes;
}

} // namespace

boost::asio::awaitable<Result<void>>
addDemoAgents(agents::AgentCatalog& catalog, TenantId tenant, std::string json)
{
    const auto list = nlohmann::json::parse(json, nullptr, false);
    if (!list.is_array()) {
        co_return unusable();
    }
    for (const nlohmann::json& agent : list) {
        auto changes = changesOf(agent);
        if (!changes) {
            co_return unusable();
        }
        auto added = co_await catalog.create(tenant, *std::move(changes), identity::Actor::system());
        if (!added && added.error().code != ErrorCode::Conflict) {
            co_return fail(std::move(added).error());
        }
    }
    co_return Result<void>();
}

} // namespace parley::server::daemon
