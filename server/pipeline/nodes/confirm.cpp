// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/confirm.h"

#include "server/pipeline/confirm_text.h"
#include "server/pipeline/tool_use.h"

#include <algorithm>

namespace parley::server::pipeline {

namespace {

/// Why a case is a person's whose confirmed wish could not be done.
constexpr std::string_view kReasonToolFailed = "tool_failed";

/// What was asked about; null: nothing.
nlohmann::json pendingCall(const std::string& awaiting)
{
    const auto asked = nlohmann::json::parse(awaiting, nullptr, false);
    if (!asked.is_object() || !asked.contains("confirm")) {
        return {};
    }
    const nlohmann::json& call = asked["confirm"];
    const bool isCall = call.is_object() && call.value("tool", nlohmann::json()).is_string() &&
                        call.value("agent", nlohmann::json()).is_string() &&
                        call.value("input", nlohmann::json()).is_object();
    return isCall ? call : nlohmann::json();
}

/// The agent still has the tool.
bool mayStillCall(const Turn& turn, const nlohmann::json& call)
{
    const agents::AgentProfile* agent = turn.understanding->agent(call["agent"].get<std::string>());
    const std::string tool = call["tool"].get<std::string>();
    // A tool of an MCP server is called <tool>__<remote>; the agent has the server's.
    const std::string server = tool.substr(0, tool.find("__"));
    return agent != nullptr && std::ranges::any_of(agent->tools, [&](const std::string& name) {
               return name == tool || name == server;
           });
}

void say(Turn& turn, std::string text)
{
    turn.reply = std::move(text);
    turn.confidence = 1;
    turn.writtenBy = "tool";
    turn.sink->onToken(turn.reply);
}

} // namespace

boost::asio::awaitable<Step>
ConfirmNode::doIt(Turn& turn, nlohmann::json wanted, runtime::Budget budget) const
{
    std::vector<std::string> names{wanted["tool"].get<std::string>()};
    auto tools = co_await m_toolbox->list(turn.tenant, turn.configVersion, std::move(names), budget);
    const bool isThere = tools && !tools->empty() && mayStillCall(turn, wanted) &&
                         (turn.isVerified || !tools->front().isPersonal);
    if (!isThere) {
        turn.nodeOutput["gone"] = true;
        turn.escalationReason = kReasonToolFailed;
        co_return Step::Escalate;
    }
    turn.agent = wanted["agent"].get<std::string>();
    // Nothing of this message changes what was agreed on.
    turn.entities.clear();
    ToolUse use(*m_toolbox, turn);
    use.setEffect(wanted.value("key", std::string()));
    auto outcome = co_await use.call(tools->front(), wanted["input"], true, budget);
    turn.notCacheable = "tool";
    if (outcome.status != tools::ToolStatus::Done) {
        turn.escalationReason = kReasonToolFailed;
        co_return Step::Escalate;
    }
    const std::string details = nlp::unmaskPii(listing(outcome.output), turn.masked.map);
    std::string text(doneText(turn.locale));
    text += details.empty() ? std::string() : "\n\n" + details;
    say(turn, std::move(text));
    co_return Step::Deliver;
}

boost::asio::awaitable<Result<Step>> ConfirmNode::run(Turn& turn, runtime::Budget budget)
{
    if (m_toolbox == nullptr || turn.awaiting.empty()) {
        co_return Step::Continue;
    }
    nlohmann::json wanted = pendingCall(turn.awaiting);
    if (wanted.is_null()) {
        co_return Step::Continue;
    }
    const std::optional<bool> answer = readYesOrNo(turn.guarded.text);
    turn.nodeInput = {{"tool", wanted["tool"]}};
    turn.nodeOutput = {{"answer", !answer ? "other" : *answer ? "yes" : "no"}};
    if (!answer) {
        co_return Step::Continue;
    }
    if (!*answer) {
        say(turn, std::string(droppedText(turn.locale)));
        turn.notCacheable = "tool";
        co_return Step::Deliver;
    }
    const Step step = co_await doIt(turn, std::move(wanted), budget);
    co_return step;
}

} // namespace parley::server::pipeline
