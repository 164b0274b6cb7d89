// SPDX-License-Identifier: MIT
#include "server/channels/channel_rules.h"

#include "server/channels/template_text.h"
#include "server/channels/value_check.h"
#include "shared/core/text.h"

namespace parley::server::channels {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxName = 80;

json parsed(const std::string& text)
{
    json value = json::parse(text, nullptr, false);
    return value.is_object() ? value : json::object();
}

std::string kindNames()
{
    std::string names;
    for (const ChannelKind* kind : allChannelKinds()) {
        names += (names.empty() ? "" : ", ") + kind->facts().name;
    }
    return names;
}

void checkVariables(const ChannelKind& kind, const json& templates, std::vector<FieldError>& faults)
{
    for (const TemplateFacts& each : kind.facts().templates) {
        const auto text = templates.value(each.name, std::string());
        for (const std::string& name : unknownVariables(text, each.variables)) {
            std::string known;
            for (const std::string& variable : each.variables) {
                known += (known.empty() ? "{" : ", {") + variable + "}";
            }
            faults.push_back({"templates." + each.name, "has no {" + name + "}; there is: " + known});
        }
    }
}

/// Applies and checks. @errors InvalidArgument naming every field that is wrong
Result<void> apply(const ChannelKind& kind, store::ChannelRow& row, const ChannelChanges& changes)
{
    Error error;
    error.code = ErrorCode::InvalidArgument;
    row.name = changes.name.value_or(row.name);
    row.enabled = changes.enabled.value_or(row.enabled);
    if (trimmed(row.name).empty() || codePoints(row.name) > kMaxName) {
        error.fields.push_back({"name", "must have 1 to 80 characters"});
    }
    if (changes.config) {
        const json& schema = kind.facts().configSchema;
        const json own = patchedValue(schema, parsed(row.config), *changes.config, "config", error.fields);
        row.config = own.dump();
        if (error.fields.empty()) {
            kind.check(withDefaults(schema, own), error.fields);
        }
    }
    if (changes.templates) {
        std::vector<FieldError> faults;
        const json own = patchedValue(
            kind.templateSchema(), parsed(row.templates), *changes.templates, "templates", faults);
        if (faults.empty()) {
            checkVariables(kind, own, faults);
        }
        row.templates = own.dump();
        error.fields.insert(error.fields.end(), faults.begin(), faults.end());
    }
    if (error.fields.empty()) {
        return {};
    }
    error.message = error.fields.front().field + ": " + error.fields.front().message;
    return fail(std::move(error));
}

} // namespace

Result<store::ChannelRow> newChannel(const ChannelChanges& wanted)
{
    const ChannelKind* kind = findChannelKind(wanted.kind);
    if (kind == nullptr) {
        return failField("kind", "must be one of: " + kindNames());
    }
    store::ChannelRow row;
    row.kind = wanted.kind;
    row.name = kind->facts().defaultName;
    if (auto applied = apply(*kind, row, wanted); !applied) {
        return fail(std::move(applied).error());
    }
    return row;
}

Result<store::ChannelRow> changedChannel(store::ChannelRow row, const ChannelChanges& changes)
{
    const ChannelKind* kind = findChannelKind(row.kind);
    if (kind == nullptr) {
        // A newer server made it: what it may hold is not known here.
        return fail(ErrorCode::Conflict, "This server has no channels of the kind " + row.kind + ".");
    }
    if (auto applied = apply(*kind, row, changes); !applied) {
        return fail(std::move(applied).error());
    }
    return row;
}

Result<void> checkRemovable(const store::ChannelRow& row)
{
    const ChannelKind* kind = findChannelKind(row.kind);
    if (kind == nullptr || kind->facts().isMadeByTenants) {
        return {};
    }
    return fail(ErrorCode::Conflict, "This channel belongs to every organisation; it can be switched off.");
}

Error tooMany(const ChannelKind& kind)
{
    Error error;
    error.code = ErrorCode::Conflict;
    error.message = kind.facts().most == 1
                        ? "There is one already, which belongs to every organisation; change that one."
                        : "There are " + std::to_string(kind.facts().most) +
                              " channels of this kind already, which is the most.";
    return error;
}

} // namespace parley::server::channels
