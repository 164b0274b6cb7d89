// SPDX-License-Identifier: MIT
#include "server/agents/agent_snapshot.h"

#include <algorithm>

namespace parley::server::agents {

namespace {

using Texts = std::vector<std::string>;

/// Those of `texts` that `others` lacks.
Texts without(const Texts& texts, Texts others)
{
    std::ranges::sort(others);
    Texts left;
    std::ranges::copy_if(texts, std::back_inserter(left), [&](const std::string& text) {
        return !std::ranges::binary_search(others, text);
    });
    return left;
}

template <class T>
void take(const nlohmann::json& snapshot, const char* field, std::optional<T>& to)
{
    const auto found = snapshot.find(field);
    if (found != snapshot.end() && !found->is_null()) {
        to = found->get<T>();
    }
}

} // namespace

nlohmann::json agentSnapshot(const store::AgentRow& row)
{
    return {{"name", row.name},
            {"kind", row.kind},
            {"description", row.description},
            {"enabled", row.enabled},
            {"priority", row.priority},
            {"model", row.model},
            {"system_prompt", row.systemPrompt},
            {"tools", textsOf(row.tools)},
            {"examples", textsOf(row.examples)},
            {"intents", textsOf(row.intents)},
            {"confidence_threshold",
             row.confidenceThreshold ? nlohmann::json(*row.confidenceThreshold) : nlohmann::json()}};
}

AgentChanges changesOf(const nlohmann::json& snapshot)
{
    AgentChanges changes;
    take(snapshot, "name", changes.name);
    take(snapshot, "kind", changes.kind);
    take(snapshot, "description", changes.description);
    take(snapshot, "enabled", changes.enabled);
    take(snapshot, "priority", changes.priority);
    take(snapshot, "model", changes.model);
    take(snapshot, "system_prompt", changes.systemPrompt);
    take(snapshot, "tools", changes.tools);
    take(snapshot, "examples", changes.examples);
    take(snapshot, "intents", changes.intents);
    std::optional<double> threshold;
    take(snapshot, "confidence_threshold", threshold);
    changes.confidenceThreshold = threshold;
    return changes;
}

nlohmann::json snapshotDiff(const nlohmann::json& before, const nlohmann::json& after)
{
    auto diff = nlohmann::json::array();
    if (!before.is_object()) {
        return diff;
    }
    for (const auto& [field, to] : after.items()) {
        const nlohmann::json from = before.value(field, nlohmann::json());
        if (from == to) {
            continue;
        }
        if (to.is_array()) {
            const auto earlier = from.is_array() ? from.get<Texts>() : Texts();
            const auto later = to.get<Texts>();
            diff.push_back(
                {{"field", field}, {"added", without(later, earlier)}, {"removed", without(earlier, later)}});
        } else {
            diff.push_back({{"field", field}, {"from", from}, {"to", to}});
        }
    }
    return diff;
}

} // namespace parley::server::agents
