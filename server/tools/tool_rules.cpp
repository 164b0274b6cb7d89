// SPDX-License-Identifier: MIT
#include "server/tools/tool_rules.h"

#include "server/tools/builtins/builtin.h"
#include "server/tools/input_schema.h"
#include "server/tools/tool_config.h"
#include "server/tools/tool_secrets.h"
#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::tools {

namespace {

using nlohmann::json;
using store::ToolRow;

constexpr std::size_t kMaxName = 64;
constexpr std::size_t kMaxDescription = 2'000;
constexpr std::int64_t kMaxPriority = 1'000;

/// What every provider of models takes as a function's name; "__" stands between a server and its tool.
bool isName(std::string_view name)
{
    return !name.empty() && name.size() <= kMaxName && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    }) && name.find("__") == std::string_view::npos;
}

class Faults {
public:
    void add(std::string field, std::string message)
    {
        m_fields.push_back({std::move(field), std::move(message)});
    }
    void add(const Error& error, const char* field)
    {
        if (error.fields.empty()) {
            add(field, error.message);
        }
        m_fields.insert(m_fields.end(), error.fields.begin(), error.fields.end());
    }
    [[nodiscard]] Result<void> finish()
    {
        if (m_fields.empty()) {
            return {};
        }
        Error error;
        error.code = ErrorCode::InvalidArgument;
        error.message = m_fields.front().field + ": " + m_fields.front().message;
        error.fields = std::move(m_fields);
        return fail(std::move(error));
    }

private:
    std::vector<FieldError> m_fields;
};

/// What the model fills in where the tool does not say: a builtin's own parameters, a question, anything.
json defaultSchema(const std::string& kind, const std::string& name, const json& config)
{
    if (kind == "builtin") {
        const BuiltinInfo* info = findBuiltin(config.value("function", name));
        return info == nullptr ? json::object() : info->schema;
    }
    if (kind == "rag") {
        return findBuiltin("search_knowledge")->schema;
    }
    return {{"type", "object"}, {"properties", json::object()}};
}

/// @param before  the default of the tool as it was: a schema nobody wrote follows its tool
void applySchema(
    ToolRow& changed, const ToolChanges& changes, const json& config, const json& before, Faults& faults)
{
    json schema = changes.inputSchema.value_or(json());
    if (schema.is_null() || schema == json::object()) {
        const bool isOwn = changed.inputSchema != "{}" && changed.inputSchema != before.dump();
        if (!changes.inputSchema && isOwn) {
            return;
        }
        schema = defaultSchema(changed.kind, changed.name, config);
    }
    if (auto compiled = InputSchema::compile(schema); !compiled) {
        faults.add(compiled.error(), "input_schema");
        return;
    }
    changed.inputSchema = schema.dump();
}

} // namespace

Result<json> secretsOf(const ToolRow& row, const security::Fernet& fernet)
{
    if (row.secrets.empty()) {
        return json::object();
    }
    auto plain = fernet.decrypt(row.secrets);
    if (!plain) {
        return fail(ErrorCode::InvalidArgument,
                    "The tool's secrets cannot be read any more; give them anew.",
                    plain.error().message);
    }
    json secrets = json::parse(plain->reveal(), nullptr, false);
    return secrets.is_object() ? secrets : json::object();
}

Result<void>
applyChanges(ToolRow& row, const ToolChanges& changes, const security::Fernet& fernet, std::int64_t nowMs)
{
    ToolRow changed = row;
    Faults faults;
    changed.name = changes.name.value_or(row.name);
    changed.kind = changes.kind.value_or(row.kind);
    changed.description = changes.description.value_or(row.description);
    changed.enabled = changes.enabled.value_or(row.enabled);
    changed.priority = changes.priority.value_or(row.priority);
    if (!isName(changed.name)) {
        faults.add("name", "must be 1 to 64 letters, digits, _ and -, without two _ side by side");
    }
    const auto kinds = toolKinds();
    if (std::find(kinds.begin(), kinds.end(), changed.kind) == kinds.end()) {
        faults.add("kind", "must be http, rag, builtin or mcp");
        return faults.finish();
    }
    if (codePoints(changed.description) > kMaxDescription) {
        faults.add("description", "must have at most 2000 characters");
    }
    if (changed.priority < -kMaxPriority || changed.priority > kMaxPriority) {
        faults.add("priority", "must be from -1000 to 1000");
    }
    const json before = json::parse(row.config, nullptr, false);
    const json config = changes.config.value_or(before);
    auto traits = checkedConfig(changed.kind, changed.name, config);
    if (!traits) {
        faults.add(traits.error(), "config");
        return faults.finish();
    }
    auto known = secretsOf(row, fernet);
    // A new master key must not lock the tool up: whoever gives all secrets anew needs no old ones.
    auto split = splitSecrets(config, known.value_or(json::object()));
    if (!split) {
        faults.add(split.error(), "config");
        return faults.finish();
    }
    const auto earlier = checkedConfig(row.kind, row.name, before);
    const std::string origin = earlier ? earlier->origin : std::string();
    if (split->keepsSecrets && origin != traits->origin) {
        faults.add("config.url",
                   "leads to another server: give the secrets anew, they were meant for the old one");
    }
    if (changes.config) {
        changed.config = split->shown.dump();
        changed.secrets = split->secrets.empty()
                              ? std::string()
                              : fernet.encrypt(security::Secret(split->secrets.dump()), nowMs);
    }
    applySchema(changed, changes, config, defaultSchema(row.kind, row.name, before), faults);
    const bool isNew = row.createdMs == 0;
    const bool becomesWrite = traits->isWrite && !(earlier && earlier->isWrite);
    const bool wasWrite = isNew ? traits->isWrite : row.isWrite || becomesWrite;
    changed.isWrite = changes.isWrite.value_or(wasWrite);
    changed.isPersonal = changes.isPersonal.value_or(!isNew && row.isPersonal) || traits->isPersonal;
    if (changed.kind == "builtin") {
        changed.isWrite = changed.isWrite || traits->isWrite;
    }
    auto checked = faults.finish();
    if (checked) {
        row = std::move(changed);
    }
    return checked;
}

} // namespace parley::server::tools
