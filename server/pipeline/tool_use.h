// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/sources.h"
#include "server/pipeline/turn.h"
#include "server/runtime/deadline.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <string_view>

namespace parley::server::pipeline {

/// Calls tools for one turn: only those that the agent may use, and a model may only name things (orders,
/// accounts, addresses) that the customer or a tool has named. Writes turn.toolCalls and turn.notCacheable;
/// what comes back is masked and without orders to a model.
/// @thread the turn's
class ToolUse {
public:
    ToolUse(tools::Toolbox& toolbox, Turn& turn) : m_toolbox(toolbox), m_turn(turn) {}

    /// What is to be done at most once, whichever run does it: a second yes to the same question does
    /// nothing.
    /// @param key  empty: each call of this run is one of its own
    void setEffect(std::string key) { m_effect = std::move(key); }

    /// As a model asked for it. @param sources  learn what the tool gave
    boost::asio::awaitable<tools::ToolOutcome>
    callForModel(llm::ToolCall call, Sources& sources, runtime::Budget budget);

    /// @param input  as it is to be sent; @param isConfirmed  the customer said yes to exactly this
    boost::asio::awaitable<tools::ToolOutcome>
    call(tools::ToolInfo tool, nlohmann::json input, bool isConfirmed, runtime::Budget budget);

private:
    [[nodiscard]] const tools::ToolInfo* find(std::string_view name) const;
    [[nodiscard]] tools::ToolContext context(const tools::ToolInfo& tool, bool isConfirmed) const;
    void note(const tools::ToolInfo& tool, const tools::ToolOutcome& outcome);

    tools::Toolbox& m_toolbox;
    Turn& m_turn;
    std::string m_effect;
};

/// Every text in a value without personal details, which join the turn's; and without orders to a model.
nlohmann::json maskedValue(const nlohmann::json& value, Turn& turn);

/// The question whether a call may be made, in the conversation's language; and what the next message will
/// answer, for turn.asks.
void askToConfirm(Turn& turn, const tools::ToolInfo& tool, const nlohmann::json& input);

/// A tool's answer for a customer: "Status: shipped" a line, without the names that programs have.
std::string listing(const nlohmann::json& output);

} // namespace parley::server::pipeline
