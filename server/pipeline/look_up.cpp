// SPDX-License-Identifier: MIT
#include "server/pipeline/look_up.h"

#include "server/agents/agent_kind.h"
#include "server/knowledge/question.h"
#include "server/nlp/tokens.h"
#include "server/pipeline/tool_use.h"
#include "server/tools/entity_fill.h"

#include <algorithm>

namespace parley::server::pipeline {

namespace {

/// How one does something is said by documents, whatever the message names.
bool asksForSteps(const Turn& turn)
{
    return knowledge::questionKind(nlp::tokenize(turn.masked.text)) == knowledge::QuestionKind::Steps;
}

/// The input that the message itself gives; null: something required is missing, or it names nothing.
nlohmann::json inputFrom(const Turn& turn, const tools::ToolInfo& tool)
{
    nlohmann::json input = nlohmann::json::object();
    tools::fillFromEntities(tool.inputSchema, turn.entities, input);
    const auto required = tool.inputSchema.find("required");
    if (required == tool.inputSchema.end() || !required->is_array() || required->empty()) {
        return input.empty() ? nlohmann::json() : input;
    }
    const bool isFilled = std::all_of(required->begin(), required->end(), [&](const nlohmann::json& name) {
        return name.is_string() && input.contains(name.get_ref<const std::string&>());
    });
    return isFilled ? input : nlohmann::json();
}

} // namespace

boost::asio::awaitable<bool> lookUp(tools::Toolbox& toolbox, Turn& turn, runtime::Budget budget)
{
    const agents::AgentProfile* agent = turn.understanding->agent(turn.agent);
    if (agent == nullptr || !agents::agentKind(agent->kind).looksThingsUp() || asksForSteps(turn)) {
        co_return false;
    }
    for (const tools::ToolInfo& tool : turn.tools) {
        nlohmann::json input = tool.isWrite ? nlohmann::json() : inputFrom(turn, tool);
        if (input.is_null()) {
            continue;
        }
        ToolUse use(toolbox, turn);
        auto outcome = co_await use.call(tool, std::move(input), false, budget);
        const std::string text = listing(outcome.output);
        if (outcome.status == tools::ToolStatus::Done && !text.empty()) {
            turn.reply = nlp::unmaskPii(text, turn.masked.map);
            turn.confidence = 1;
            turn.writtenBy = "tool";
            turn.sink->onToken(turn.reply);
            co_return true;
        }
    }
    co_return false;
}

} // namespace parley::server::pipeline
