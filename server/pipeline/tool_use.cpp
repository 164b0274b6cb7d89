// SPDX-License-Identifier: MIT
#include "server/pipeline/tool_use.h"

#include "server/nlp/embedded_instructions.h"
#include "server/pipeline/confirm_text.h"
#include "server/pipeline/named_values.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::pipeline {

namespace {

using nlohmann::json;

/// One call; the turn has other things to do too.
constexpr std::chrono::milliseconds kLongestCall{10'000};
constexpr std::size_t kMostListed = 24; // lines

tools::ToolOutcome refused(std::string problem, json input = json::object())
{
    tools::ToolOutcome outcome;
    outcome.status = tools::ToolStatus::Refused;
    outcome.problem = std::move(problem);
    outcome.input = std::move(input);
    return outcome;
}

json unmaskedValue(const json& value, const std::vector<nlp::MaskedDetail>& details)
{
    if (value.is_string()) {
        return nlp::unmaskPii(value.get_ref<const std::string&>(), details);
    }
    json changed = value;
    if (value.is_structured()) {
        for (auto& one : changed) {
            one = unmaskedValue(one, details);
        }
    }
    return changed;
}

/// "delivery_date" -> "Delivery date".
std::string shownName(std::string name)
{
    std::replace(name.begin(), name.end(), '_', ' ');
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') {
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    }
    return name;
}

void list(const std::string& name, const json& value, std::vector<std::string>& lines)
{
    if (lines.size() >= kMostListed || value.is_null() ||
        (value.is_string() && value.get_ref<const std::string&>().empty())) {
        return;
    }
    if (value.is_object()) {
        for (const auto& [key, one] : value.items()) {
            list(key, one, lines);
        }
    } else if (value.is_array()) {
        for (const auto& one : value) {
            list(name, one, lines);
        }
    } else {
        const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        lines.push_back((name.empty() ? std::string() : shownName(name) + ": ") + text);
    }
}

} // namespace

json maskedValue(const json& value, Turn& turn)
{
    if (value.is_string()) {
        const std::string text = nlp::disarm(value.get_ref<const std::string&>(), nlp::Address::Clerk).text;
        nlp::Masked masked = nlp::maskPii(text, turn.masked.map);
        turn.masked.map = std::move(masked.map);
        return std::move(masked.text);
    }
    json changed = value;
    if (value.is_structured()) {
        for (auto& one : changed) {
            one = maskedValue(one, turn);
        }
    }
    return changed;
}

std::string listing(const json& output)
{
    std::vector<std::string> lines;
    list({}, output, lines);
    std::string text;
    for (const std::string& line : lines) {
        text += (text.empty() ? "" : "\n") + line;
    }
    return text;
}

void askToConfirm(Turn& turn, const tools::ToolInfo& tool, const json& input)
{
    std::string what = tool.description.empty() ? shownName(tool.name) : tool.description;
    while (!what.empty() && (what.back() == '.' || what.back() == ' ')) {
        what.pop_back();
    }
    turn.replyKind = "clarify";
    turn.reply = confirmText(what, listing(input), turn.locale);
    turn.asks = json({{"confirm",
                       {{"tool", tool.name},
                        {"agent", turn.agent},
                        {"input", input},
                        {"key", turn.run.value + ":" + tool.name}}}})
                    .dump(-1, ' ', false, json::error_handler_t::replace);
    turn.sink->onToken(turn.reply);
}

const tools::ToolInfo* ToolUse::find(std::string_view name) const
{
    const auto found = std::ranges::find(m_turn.tools, name, &tools::ToolInfo::name);
    return found == m_turn.tools.end() ? nullptr : &*found;
}

tools::ToolContext ToolUse::context(const tools::ToolInfo& tool, bool isConfirmed) const
{
    tools::ToolContext context;
    context.tenant = m_turn.tenant;
    context.conversation = m_turn.conversation;
    context.customer = m_turn.customer;
    context.run = m_turn.run;
    context.configVersion = m_turn.configVersion;
    context.indexVersion = m_turn.indexVersion;
    context.locale = m_turn.locale;
    context.isVerified = m_turn.isVerified;
    context.isSandbox = m_turn.isSandbox;
    context.isConfirmed = isConfirmed;
    context.entities = m_turn.entities;
    // Of several agents that answer one message each counts its own calls.
    context.effectKey = m_effect.empty() ? m_turn.run.value + ":" + m_turn.agent + ":" + tool.name + ":" +
                                               std::to_string(m_turn.toolCalls.size())
                                         : m_effect + ":confirmed";
    return context;
}

void ToolUse::note(const tools::ToolInfo& tool, const tools::ToolOutcome& outcome)
{
    proto::ToolUse use;
    use.name = tool.name;
    use.status = tools::toolStatusName(outcome.status);
    use.input = maskedValue(outcome.input, m_turn);
    use.output = outcome.output;
    use.durationMs = outcome.durationMs;
    m_turn.toolCalls.push_back(use);
    json traced = {{"name", use.name}, {"status", use.status}, {"duration_ms", use.durationMs}};
    if (!outcome.problem.empty()) {
        traced["problem"] = outcome.problem;
    }
    m_turn.nodeOutput["tool_calls"].push_back(std::move(traced));
    const bool isRead = outcome.status == tools::ToolStatus::Done;
    if (tool.isPersonal || (isRead && m_turn.notCacheable.empty())) {
        m_turn.notCacheable = tool.isPersonal ? "tool_personal" : "tool";
    }
}

boost::asio::awaitable<tools::ToolOutcome>
ToolUse::call(tools::ToolInfo tool, json input, bool isConfirmed, runtime::Budget budget)
{
    auto where = context(tool, isConfirmed);
    auto called = co_await m_toolbox.call(std::move(where), tool.name, input, budget.atMost(kLongestCall));
    tools::ToolOutcome outcome;
    if (called) {
        outcome = *std::move(called);
    } else {
        outcome.status = tools::ToolStatus::Failed;
        outcome.problem = called.error().message;
        outcome.input = input;
    }
    if (outcome.input.is_null()) {
        outcome.input = std::move(input);
    }
    outcome.output = maskedValue(outcome.output, m_turn);
    note(tool, outcome);
    co_return outcome;
}

boost::asio::awaitable<tools::ToolOutcome>
ToolUse::callForModel(llm::ToolCall call, Sources& sources, runtime::Budget budget)
{
    const tools::ToolInfo* known = find(call.name);
    tools::ToolInfo tool = known != nullptr ? *known : tools::ToolInfo();
    tool.name = firstCodePoints(call.name, 64);
    const json arguments =
        call.arguments.empty() ? json::object() : json::parse(call.arguments, nullptr, false);
    std::string problem;
    json input = json::object();
    if (known == nullptr) {
        problem = "This agent has no such tool.";
    } else if (!arguments.is_object()) {
        problem = "The arguments must be one JSON object.";
    } else {
        input = unmaskedValue(arguments, m_turn.masked.map);
        const bool isHeld = m_turn.judgement.isMade && !m_turn.judgement.hasPassed;
        if (isHeld && (tool.kind == "rag" || tool.name == "search_knowledge")) {
            problem = "The knowledge base was searched already and does not answer this.";
        }
        const std::string strange = strangeArgument(m_turn, tool, input);
        if (problem.empty() && !strange.empty()) {
            problem = strange + ": must be something that the customer has named.";
        }
    }
    if (!problem.empty()) {
        tools::ToolOutcome outcome = refused(std::move(problem), std::move(input));
        note(tool, outcome);
        co_return outcome;
    }
    const bool isKnowledge = tool.kind == "rag" || tool.kind == "builtin";
    auto outcome = co_await this->call(std::move(tool), std::move(input), false, budget);
    if (outcome.status == tools::ToolStatus::Done) {
        sources.addData(outcome.output, isKnowledge ? DataFrom::Knowledge : DataFrom::Elsewhere);
    }
    co_return outcome;
}

} // namespace parley::server::pipeline
