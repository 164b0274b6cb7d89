// SPDX-License-Identifier: MIT
#include "server/agents/agent_rules.h"

#include "server/agents/agent_kind.h"
#include "server/agents/prompt_variables.h"
#include "server/nlp/intent/intent_model.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::agents {

namespace {

constexpr std::size_t kMaxName = 80;
constexpr std::size_t kMaxDescription = 2'000;
constexpr std::size_t kMaxPrompt = 20'000;
constexpr std::size_t kMaxModel = 200;
constexpr std::int64_t kMaxPriority = 1'000;

/// How long a list and each of its texts may be, in code points.
struct ListLimits {
    std::size_t items;
    std::size_t length;
};
constexpr ListLimits kTools{100, 100};
constexpr ListLimits kExamples{2'000, 1'000};
constexpr ListLimits kIntents{200, 100};

class Checker {
public:
    void text(const char* field, const std::optional<std::string>& value, std::size_t most, std::string& to)
    {
        if (!value) {
            return;
        }
        if (codePoints(*value) > most) {
            fault(field, "must have at most " + std::to_string(most) + " characters");
            return;
        }
        to = *value;
    }

    void list(const char* field,
              const std::optional<std::vector<std::string>>& values,
              ListLimits limits,
              std::string& to)
    {
        if (!values) {
            return;
        }
        const bool isWrong = std::any_of(values->begin(), values->end(), [&](const std::string& value) {
            return trimmed(value).empty() || codePoints(value) > limits.length;
        });
        if (isWrong || values->size() > limits.items) {
            fault(field,
                  "must be at most " + std::to_string(limits.items) + " texts of 1 to " +
                      std::to_string(limits.length) + " characters");
            return;
        }
        to = nlohmann::json(*values).dump();
    }

    void fault(const char* field, std::string message) { m_faults.push_back({field, std::move(message)}); }

    Result<void> finish()
    {
        if (m_faults.empty()) {
            return {};
        }
        Error error;
        error.code = ErrorCode::InvalidArgument;
        error.message = "The agent has wrong fields.";
        error.fields = std::move(m_faults);
        return fail(std::move(error));
    }

private:
    std::vector<FieldError> m_faults;
};

/// "faq, ticket, ...".
std::string kindsText()
{
    std::string text;
    for (const std::string_view kind : agentKinds()) {
        text += text.empty() ? "" : ", ";
        text += kind;
    }
    return text;
}

void checkVariables(Checker& checker, const AgentChanges& changes)
{
    if (!changes.systemPrompt) {
        return;
    }
    std::string unknown;
    for (const std::string& name : unknownPromptVariables(*changes.systemPrompt)) {
        unknown += (unknown.empty() ? "{{" : ", {{") + name + "}}";
    }
    if (!unknown.empty()) {
        checker.fault("system_prompt",
                      "has unknown variables " + unknown + "; there are: " + promptVariableNames());
    }
}

} // namespace

std::span<const std::string_view> agentKinds()
{
    static const std::vector<std::string_view> kNames = [] {
        std::vector<std::string_view> names;
        for (const AgentKind* kind : allAgentKinds()) {
            names.push_back(kind->name());
        }
        return names;
    }();
    return kNames;
}

Result<void> applyChanges(store::AgentRow& row, const AgentChanges& changes)
{
    store::AgentRow changed = row;
    Checker checker;
    checker.text("name", changes.name, kMaxName, changed.name);
    if (changes.name && trimmed(*changes.name).empty()) {
        checker.fault("name", "must not be empty");
    }
    if (changes.name && nlp::isOutOfScopeLabel(*changes.name)) {
        checker.fault("name", "stands for what belongs to no agent");
    }
    if (changes.kind) {
        changed.kind = *changes.kind;
        if (std::ranges::find(agentKinds(), *changes.kind) == agentKinds().end()) {
            checker.fault("kind", "must be one of " + kindsText());
        }
    }
    checker.text("description", changes.description, kMaxDescription, changed.description);
    checker.text("model", changes.model, kMaxModel, changed.model);
    checker.text("system_prompt", changes.systemPrompt, kMaxPrompt, changed.systemPrompt);
    checkVariables(checker, changes);
    checker.list("tools", changes.tools, kTools, changed.tools);
    checker.list("examples", changes.examples, kExamples, changed.examples);
    checker.list("intents", changes.intents, kIntents, changed.intents);
    changed.enabled = changes.enabled.value_or(row.enabled);
    changed.priority = changes.priority.value_or(row.priority);
    if (changed.priority < -kMaxPriority || changed.priority > kMaxPriority) {
        checker.fault("priority", "must be from -1000 to 1000");
    }
    if (changes.confidenceThreshold) {
        changed.confidenceThreshold = *changes.confidenceThreshold;
        const double value = changed.confidenceThreshold.value_or(0);
        if (!(value >= 0 && value <= 1)) {
            checker.fault("confidence_threshold", "must be from 0 to 1, or null for the tenant's");
        }
    }
    auto checked = checker.finish();
    if (checked) {
        row = std::move(changed);
    }
    return checked;
}

std::vector<std::string> textsOf(const std::string& jsonArray)
{
    std::vector<std::string> texts;
    const auto array = nlohmann::json::parse(jsonArray, nullptr, false);
    if (array.is_array()) {
        for (const auto& item : array) {
            if (item.is_string()) {
                texts.push_back(item.get<std::string>());
            }
        }
    }
    return texts;
}

} // namespace parley::server::agents
