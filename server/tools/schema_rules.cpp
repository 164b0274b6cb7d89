// SPDX-License-Identifier: MIT
#include "server/tools/schema_rules.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace parley::server::tools {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxSchemaBytes = 32U << 10U;
constexpr std::size_t kMaxParts = 2'000;
constexpr int kMaxDepth = 16;
constexpr std::size_t kMaxPattern = 512;

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 7> kSchemas{
    "not", "if", "then", "else", "contains", "propertyNames", "additionalItems"};
constexpr std::array<std::string_view, 3> kSchemaLists{"allOf", "anyOf", "oneOf"};
constexpr std::array<std::string_view, 8> kCounts{"maxLength",
                                                  "minLength",
                                                  "maxItems",
                                                  "minItems",
                                                  "maxProperties",
                                                  "minProperties",
                                                  "minContains",
                                                  "maxContains"};
constexpr std::array<std::string_view, 5> kNumbers{
    "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"};
constexpr std::array<std::string_view, 7> kTypes{
    "null", "boolean", "object", "array", "number", "string", "integer"};
/// They say something to people and models and nothing to a check.
constexpr std::array<std::string_view, 13> kNotes{"title",
                                                  "description",
                                                  "default",
                                                  "examples",
                                                  "example",
                                                  "deprecated",
                                                  "readOnly",
                                                  "writeOnly",
                                                  "nullable",
                                                  "contentEncoding",
                                                  "contentMediaType",
                                                  "$comment",
                                                  "$schema"};

re2::RE2::Options options()
{
    re2::RE2::Options options;
    options.set_max_mem(1 << 20);
    options.set_log_errors(false);
    return options;
}

/// One walk over a schema.
class Resolver {
public:
    explicit Resolver(const json& root) : m_root(root) {}

    json resolve(const json& node, const std::string& at, int depth)
    {
        if (!m_fault.field.empty()) {
            return {};
        }
        if (++m_parts > kMaxParts || depth > kMaxDepth) {
            return refuse(at, "is too large: at most 2000 parts and 16 levels, with its references");
        }
        if (node.is_boolean()) {
            return node;
        }
        if (!node.is_object()) {
            return refuse(at, "must be an object or a truth value");
        }
        if (node.contains("$ref")) {
            return reference(node["$ref"], at, depth);
        }
        json out = json::object();
        for (const auto& [name, value] : node.items()) {
            keyword(name, value, at + "." + name, depth, out);
        }
        return out;
    }

    [[nodiscard]] const FieldError& fault() const { return m_fault; }

private:
    json refuse(const std::string& at, std::string message)
    {
        if (m_fault.field.empty()) {
            m_fault = {at, std::move(message)};
        }
        return {};
    }

    json reference(const json& target, const std::string& at, int depth)
    {
        const std::string pointer = target.is_string() ? target.get<std::string>() : std::string();
        if (!pointer.starts_with("#/")) {
            return refuse(at + ".$ref", "must point into this schema, such as #/$defs/address");
        }
        const bool isCircle = std::find(m_under.begin(), m_under.end(), pointer) != m_under.end();
        const json* found = nullptr;
        try {
            found = &m_root.at(json::json_pointer(pointer.substr(1)));
        } catch (const json::exception&) {
            return refuse(at + ".$ref", "points to nothing in this schema");
        }
        if (isCircle) {
            return refuse(at + ".$ref", "leads in a circle");
        }
        m_under.push_back(pointer);
        json out = resolve(*found, at, depth + 1);
        m_under.pop_back();
        return out;
    }

    void keyword(const std::string& name, const json& value, const std::string& at, int depth, json& out)
    {
        if (isOneOf(kNotes, name) || name.starts_with("x-") || name == "$defs" || name == "definitions") {
            return;
        }
        if (isOneOf(kSchemas, name) || (name == "items" && !value.is_array())) {
            // 2020-12 says with `items` beside `prefixItems` what draft 7 says with `additionalItems`.
            const bool isRest = name == "items" && out.contains("items") && out["items"].is_array();
            out[isRest ? "additionalItems" : name] = resolve(value, at, depth + 1);
        } else if (name == "additionalProperties") {
            out[name] = resolve(value, at, depth + 1);
        } else if (isOneOf(kSchemaLists, name) || name == "items" || name == "prefixItems") {
            list(name, value, at, depth, out);
        } else if (name == "properties" || name == "dependentSchemas") {
            map(name == "properties" ? name : "dependencies", value, at, depth, out);
        } else if (name == "dependencies" || name == "dependentRequired") {
            dependencies(value, at, depth, out);
        } else {
            plain(name, value, at, out);
        }
    }

    void list(const std::string& name, const json& value, const std::string& at, int depth, json& out)
    {
        if (!value.is_array() || value.empty()) {
            refuse(at, "must be a list of schemas");
            return;
        }
        json all = json::array();
        for (std::size_t i = 0; i < value.size(); ++i) {
            all.push_back(resolve(value[i], at + "[" + std::to_string(i) + "]", depth + 1));
        }
        if (name == "prefixItems") {
            if (out.contains("items")) {
                out["additionalItems"] = out["items"];
            }
            out["items"] = std::move(all);
        } else {
            out[name] = std::move(all);
        }
    }

    void map(const std::string& name, const json& value, const std::string& at, int depth, json& out)
    {
        if (!value.is_object()) {
            refuse(at, "must be an object of schemas");
            return;
        }
        json all = out.value(name, json::object());
        for (const auto& [key, schema] : value.items()) {
            all[key] = resolve(schema, at + "." + key, depth + 1);
        }
        out[name] = std::move(all);
    }

    void dependencies(const json& value, const std::string& at, int depth, json& out)
    {
        if (!value.is_object()) {
            refuse(at, "must be an object");
            return;
        }
        json all = out.value("dependencies", json::object());
        for (const auto& [key, needed] : value.items()) {
            const bool areNames =
                needed.is_array() &&
                std::all_of(needed.begin(), needed.end(), [](const json& each) { return each.is_string(); });
            all[key] = areNames ? needed : resolve(needed, at + "." + key, depth + 1);
        }
        out["dependencies"] = std::move(all);
    }

    void plain(const std::string& name, const json& value, const std::string& at, json& out)
    {
        if (name == "pattern") {
            pattern(value, at, out);
        } else if (name == "format") {
            if (value.is_string()) {
                out[std::string(kFormatKeyword)] = value;
            } else {
                refuse(at, "must be a text");
            }
        } else if (name == "type") {
            type(value, at, out);
        } else if (isOneOf(kCounts, name)) {
            const bool isCount = value.is_number_integer() && value.get<std::int64_t>() >= 0;
            isCount ? out[name] = value : refuse(at, "must be a whole number from 0");
        } else if (isOneOf(kNumbers, name)) {
            const bool isFine = value.is_number() && (name != "multipleOf" || value.get<double>() > 0);
            isFine ? out[name] = value : refuse(at, "must be a number, and multipleOf above 0");
        } else if (name == "uniqueItems") {
            value.is_boolean() ? out[name] = value : refuse(at, "must be true or false");
        } else if (name == "required" || name == "enum") {
            required(name, value, at, out);
        } else if (name == "const") {
            out[name] = value;
        } else {
            refuse(at, "is a keyword that is not checked here; leave it out");
        }
    }

    void required(const std::string& name, const json& value, const std::string& at, json& out)
    {
        const bool areNames =
            value.is_array() &&
            std::all_of(value.begin(), value.end(), [](const json& each) { return each.is_string(); });
        if (!value.is_array() || (name == "required" && !areNames) || (name == "enum" && value.empty())) {
            refuse(at, name == "enum" ? "must be a list of values" : "must be a list of names");
            return;
        }
        if (!value.empty()) {
            out[name] = value;
        }
    }

    void pattern(const json& value, const std::string& at, json& out)
    {
        if (!value.is_string() || value.get_ref<const std::string&>().size() > kMaxPattern) {
            refuse(at, "must be a text of at most 512 characters");
            return;
        }
        const re2::RE2 expression(value.get<std::string>(), options());
        if (!expression.ok()) {
            refuse(at,
                   "must be a regular expression without look-around and back-references: " +
                       expression.error());
            return;
        }
        out[std::string(kPatternKeyword)] = value;
    }

    void type(const json& value, const std::string& at, json& out)
    {
        const json all = value.is_array() ? value : json::array({value});
        const bool isFine = !all.empty() && std::all_of(all.begin(), all.end(), [](const json& each) {
            return each.is_string() && isOneOf(kTypes, each.get_ref<const std::string&>());
        });
        if (!isFine) {
            refuse(at, "must be null, boolean, object, array, number, string, integer, or a list of them");
            return;
        }
        out["type"] = value;
    }

    const json& m_root;
    std::vector<std::string> m_under; // references that lead to where the walk is
    std::size_t m_parts = 0;
    FieldError m_fault;
};

} // namespace

Result<json> resolvedSchema(const json& schema)
{
    if (!schema.is_object()) {
        return failField("input_schema", "must be a JSON Schema of an object");
    }
    if (schema.dump(-1, ' ', false, json::error_handler_t::replace).size() > kMaxSchemaBytes) {
        return failField("input_schema", "must have at most 32 KiB");
    }
    Resolver resolver(schema);
    json resolved = resolver.resolve(schema, "input_schema", 0);
    if (!resolver.fault().field.empty()) {
        return failField(resolver.fault().field, resolver.fault().message);
    }
    if (resolved.value("type", json("object")) != "object") {
        return failField("input_schema.type", "must be object: a tool's parameters have names");
    }
    resolved["type"] = "object";
    return resolved;
}

bool matchesPattern(const std::string& text, const std::string& pattern)
{
    const re2::RE2 expression(pattern, options());
    return expression.ok() && re2::RE2::PartialMatch(text, expression);
}

bool matchesFormat(const std::string& text, const std::string& format)
{
    static constexpr std::array<std::pair<std::string_view, const char*>, 9> kFormats{{
        {"date", R"(^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$)"},
        {"time", R"(^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$)"},
        {"date-time",
         R"(^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$)"},
        {"email", R"(^[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+$)"},
        {"uuid", R"(^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$)"},
        {"uri", R"(^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$)"},
        {"ipv4", R"(^((25[0-5]|2[0-4]\d|1?\d?\d)(\.|$)){4}$)"},
        {"ipv6", R"(^[0-9A-Fa-f:.]{2,45}$)"},
        {"hostname",
         R"(^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$)"},
    }};
    const auto known = std::find_if(kFormats.begin(), kFormats.end(), [&](const auto& each) {
        return each.first == format;
    });
    return known == kFormats.end() || re2::RE2::PartialMatch(text, re2::RE2(known->second, options()));
}

} // namespace parley::server::tools
