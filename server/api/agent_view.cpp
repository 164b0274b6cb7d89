// SPDX-License-Identifier: MIT
#include "server/api/agent_view.h"

#include "server/api/decode.h"
#include "shared/core/clock.h"

namespace parley::server::api {

namespace {

constexpr std::size_t kAnyLength = 1'000'000;

} // namespace

nlohmann::json agentView(const store::AgentRow& row)
{
    nlohmann::json json = {{"id", row.id.value},
                           {"name", row.name},
                           {"kind", row.kind},
                           {"description", row.description},
                           {"enabled", row.enabled},
                           {"priority", row.priority},
                           {"model", row.model.empty() ? nlohmann::json() : nlohmann::json(row.model)},
                           {"system_prompt", row.systemPrompt},
                           {"tools", agents::textsOf(row.tools)},
                           {"examples", agents::textsOf(row.examples)},
                           {"intents", agents::textsOf(row.intents)},
                           {"confidence_threshold", nullptr},
                           {"version", row.version},
                           {"created_ts", toRfc3339(row.createdMs)},
                           {"updated_ts", toRfc3339(row.updatedMs)}};
    if (row.confidenceThreshold) {
        json["confidence_threshold"] = *row.confidenceThreshold;
    }
    return json;
}

Result<agents::AgentChanges> agentChangesOf(const nlohmann::json& body)
{
    Decoder fields(body);
    agents::AgentChanges changes;
    const auto text = [&](std::string_view field) {
        return fields.has(field) ? std::optional(fields.text(field, 0, kAnyLength)) : std::nullopt;
    };
    const auto list = [&](std::string_view field) {
        return fields.has(field) ? std::optional(fields.texts(field, kAnyLength, kAnyLength)) : std::nullopt;
    };
    changes.name = text("name");
    changes.kind = text("kind");
    changes.description = text("description");
    changes.model = text("model");
    if (body.contains("model") && body["model"].is_null()) {
        changes.model = std::string();
    }
    changes.systemPrompt = text("system_prompt");
    if (body.contains("system_prompt") && body["system_prompt"].is_null()) {
        changes.systemPrompt = std::string();
    }
    changes.tools = list("tools");
    changes.examples = list("examples");
    changes.intents = list("intents");
    if (fields.has("enabled")) {
        changes.enabled = fields.boolean("enabled", true);
    }
    if (fields.has("priority")) {
        changes.priority = fields.integer("priority", -1'000, 1'000);
    }
    if (body.contains("confidence_threshold")) {
        changes.confidenceThreshold = fields.optionalNumber("confidence_threshold", 0, 1);
    }
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return changes;
}

} // namespace parley::server::api
