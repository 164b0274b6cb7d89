// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/equip.h"

namespace parley::server::pipeline {

boost::asio::awaitable<void>
EquipNode::findModel(Turn& turn, std::string wanted, runtime::Budget budget) const
{
    if (m_models == nullptr) {
        co_return;
    }
    auto model = co_await m_models->of(turn.tenant, turn.configVersion, std::move(wanted), budget);
    if (!model) {
        turn.nodeOutput["no_model"] = problemCode(model.error());
        co_return;
    }
    turn.model = *std::move(model);
}

boost::asio::awaitable<void>
EquipNode::findTools(Turn& turn, std::vector<std::string> names, runtime::Budget budget) const
{
    if (m_toolbox == nullptr || names.empty()) {
        co_return;
    }
    // Servers of tools that hang leave time for an answer without them.
    const runtime::Budget own = budget.atMost(budget.remaining() / 2);
    auto tools = co_await m_toolbox->list(turn.tenant, turn.configVersion, std::move(names), own);
    if (!tools) {
        turn.nodeOutput["no_tools"] = problemCode(tools.error());
        co_return;
    }
    turn.tools = *std::move(tools);
    std::erase_if(turn.tools,
                  [&](const tools::ToolInfo& tool) { return tool.isPersonal && !turn.isVerified; });
}

boost::asio::awaitable<Result<Step>> EquipNode::run(Turn& turn, runtime::Budget budget)
{
    const agents::AgentProfile* agent = turn.understanding->agent(turn.agent);
    std::string wanted = agent != nullptr ? agent->model : std::string();
    co_await findModel(turn, std::move(wanted), budget);
    if (agent != nullptr) {
        co_await findTools(turn, agent->tools, budget);
    }
    auto names = nlohmann::json::array();
    for (const tools::ToolInfo& tool : turn.tools) {
        names.push_back(tool.name);
    }
    turn.nodeOutput["model"] = turn.model ? std::string(turn.model->model()) : "none";
    turn.nodeOutput["tools"] = std::move(names);
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
