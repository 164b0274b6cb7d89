// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/tenant_understanding.h"
#include "server/knowledge/knowledge_index.h"
#include "server/llm/chat_model.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::agents {

/// What a model writes where neither passages nor tools answer.
inline constexpr std::string_view kNoAnswer = "NO_ANSWER";

/// What an agent is asked with. All texts are PII-masked.
struct PromptSource {
    const AgentProfile* agent = nullptr; ///< null: the kind `faq` without words of its own
    std::string tenantName;
    std::string locale;
    std::string date; ///< "2026-11-21"
    std::string question;
    /// Words nobody else can know, by which data is set apart from what the model is told.
    std::string boundary;
    std::vector<llm::ChatMessage> history;
    std::string memory;
    std::span<const knowledge::Hit> passages;
    bool hasTools = false;
};

/// What a model is asked.
struct Prompt {
    /// Rules first, then what was said before, then passages and message as data.
    std::vector<llm::ChatMessage> messages;
    /// The first message again: no words of it may reach a customer.
    std::string instructions;
};

/// @thread any
Prompt promptFor(const PromptSource& source);

/// What a tool gave, as the model is shown it: within the boundary, cut to a bound.
std::string toolResultText(std::string_view text, std::string_view boundary);

} // namespace parley::server::agents
