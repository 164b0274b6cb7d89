// SPDX-License-Identifier: MIT
#include "server/agents/prompt_variables.h"

#include <algorithm>
#include <array>

namespace parley::server::agents {

namespace {

constexpr std::array kVariables{
    PromptVariable{"tenant_name", "the organisation's name"},
    PromptVariable{"agent_name", "the agent's own name"},
    PromptVariable{"locale", "the conversation's language, such as en or de"},
    PromptVariable{"date", "today's date in UTC, such as 2026-11-21"},
};
constexpr std::size_t kLongestName = 64;

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-';
}

std::string_view withoutBlanks(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

struct Placeholder {
    std::size_t at = 0;
    std::size_t length = 0; ///< with its braces
    std::string_view name;
};

/// `{{name}}` or `{name}` at this brace; other braces (JSON, CSS) are no placeholders.
std::optional<Placeholder> placeholderAt(std::string_view prompt, std::size_t at)
{
    const bool isDouble = prompt.substr(at).starts_with("{{");
    const std::size_t begin = at + (isDouble ? 2 : 1);
    const std::size_t end = prompt.find('}', begin);
    if (end == std::string_view::npos || (isDouble && !prompt.substr(end).starts_with("}}"))) {
        return std::nullopt;
    }
    const std::string_view name = withoutBlanks(prompt.substr(begin, end - begin));
    if (name.empty() || name.size() > kLongestName || !std::ranges::all_of(name, isNameCharacter)) {
        return std::nullopt;
    }
    return Placeholder{at, end + (isDouble ? 2 : 1) - at, name};
}

/// The next one from `from` on.
std::optional<Placeholder> nextPlaceholder(std::string_view prompt, std::size_t from)
{
    for (std::size_t at = prompt.find('{', from); at != std::string_view::npos;
         at = prompt.find('{', at + 1)) {
        if (auto found = placeholderAt(prompt, at)) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace

std::span<const PromptVariable> promptVariables()
{
    return kVariables;
}

std::string promptVariableNames()
{
    std::string names;
    for (const PromptVariable& variable : kVariables) {
        names += names.empty() ? "" : ", ";
        names += variable.name;
    }
    return names;
}

std::vector<std::string> unknownPromptVariables(std::string_view prompt)
{
    std::vector<std::string> unknown;
    std::size_t from = 0;
    while (const auto found = nextPlaceholder(prompt, from)) {
        from = found->at + found->length;
        const bool isKnown =
            std::ranges::find(kVariables, found->name, &PromptVariable::name) != kVariables.end();
        const std::string name(found->name);
        if (!isKnown && std::ranges::find(unknown, name) == unknown.end()) {
            unknown.push_back(name);
        }
    }
    return unknown;
}

std::string fillPrompt(std::string_view prompt,
                       const std::function<std::optional<std::string>(std::string_view name)>& valueOf)
{
    std::string filled;
    std::size_t from = 0;
    while (const auto found = nextPlaceholder(prompt, from)) {
        filled += prompt.substr(from, found->at - from);
        const auto value = valueOf(found->name);
        filled += value ? *value : std::string(prompt.substr(found->at, found->length));
        from = found->at + found->length;
    }
    filled += prompt.substr(from);
    return filled;
}

} // namespace parley::server::agents
