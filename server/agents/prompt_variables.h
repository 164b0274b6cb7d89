// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::agents {

/// What may stand in an agent's system prompt as `{{name}}` or `{name}` (with or without blanks inside
/// the braces).
struct PromptVariable {
    std::string_view name;
    std::string_view meaning; ///< for operators
};

/// tenant_name, agent_name, locale, date.
std::span<const PromptVariable> promptVariables();

/// The names as operators read them: "tenant_name, agent_name, locale, date".
std::string promptVariableNames();

/// Names in `{{…}}` that nobody fills, each once, in order. Braces around anything that is no name (JSON, for
/// example) are ordinary text.
std::vector<std::string> unknownPromptVariables(std::string_view prompt);

/// The prompt with its variables filled. @param valueOf  of a name; none: the text stays as it is written
std::string fillPrompt(std::string_view prompt,
                       const std::function<std::optional<std::string>(std::string_view name)>& valueOf);

} // namespace parley::server::agents
