// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/agent_repository.h"
#include "shared/core/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::agents {

/// The names of all kinds: faq, ticket, account, domain, fallback.
std::span<const std::string_view> agentKinds();

/// What a POST gives or a PATCH changes; empty optionals leave as it is.
struct AgentChanges {
    std::optional<std::string> name;
    std::optional<std::string> kind;
    std::optional<std::string> description;
    std::optional<bool> enabled;
    std::optional<std::int64_t> priority;
    std::optional<std::string> model;
    std::optional<std::string> systemPrompt;
    std::optional<std::vector<std::string>> tools;
    std::optional<std::vector<std::string>> examples;
    std::optional<std::vector<std::string>> intents;
    /// Outer empty: as it is; inner empty: the tenant's.
    std::optional<std::optional<double>> confidenceThreshold;
};

/// Applies what is wanted, whole or not at all. @errors InvalidArgument naming every field that is wrong
Result<void> applyChanges(store::AgentRow& row, const AgentChanges& changes);

/// The texts of a stored JSON array.
std::vector<std::string> textsOf(const std::string& jsonArray);

} // namespace parley::server::agents
