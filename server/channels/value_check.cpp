// SPDX-License-Identifier: MIT
#include "server/channels/value_check.h"

#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace parley::server::channels {

namespace {

using nlohmann::json;

std::string joined(const json& names)
{
    std::string text;
    for (const json& name : names) {
        text += (text.empty() ? "" : ", ") + name.get<std::string>();
    }
    return text;
}

std::string namesOf(const json& object)
{
    json names = json::array();
    for (const auto& [name, schema] : object.items()) {
        names.push_back(name);
    }
    return joined(names);
}

/// The text of a fault; empty: none.
std::string faultOfText(const json& schema, const json& value)
{
    if (!value.is_string()) {
        return "must be a text";
    }
    const auto& text = value.get_ref<const std::string&>();
    if (text.find('\0') != std::string::npos) {
        return "must not contain NUL";
    }
    const std::size_t length = codePoints(text);
    const auto min = schema.value("minLength", std::size_t{0});
    const auto max = schema.value("maxLength", std::size_t{10'000});
    if (length < min || length > max || (min > 0 && trimmed(text).empty())) {
        return "must have " + std::to_string(min) + " to " + std::to_string(max) + " characters";
    }
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end()) {
        return "must be one of: " + joined(schema["enum"]);
    }
    return {};
}

std::string faultOfInteger(const json& schema, const json& value)
{
    const auto min = schema.value("minimum", std::numeric_limits<std::int64_t>::min());
    const auto max = schema.value("maximum", std::numeric_limits<std::int64_t>::max());
    const bool isTooLarge =
        value.is_number_unsigned() &&
        value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const bool isRight = value.is_number_integer() && !isTooLarge && value.get<std::int64_t>() >= min &&
                         value.get<std::int64_t>() <= max;
    return isRight ? std::string()
                   : "must be a whole number from " + std::to_string(min) + " to " + std::to_string(max);
}

std::string faultOfList(const json& schema, const json& value)
{
    const auto min = schema.value("minItems", std::size_t{0});
    const auto max = schema.value("maxItems", std::size_t{100});
    if (!value.is_array() || value.size() < min || value.size() > max) {
        return "must be a list of " + std::to_string(min) + " to " + std::to_string(max);
    }
    for (auto each = value.begin(); schema.value("uniqueItems", false) && each != value.end(); ++each) {
        if (std::find(std::next(each), value.end(), *each) != value.end()) {
            return "must not name anything twice";
        }
    }
    return {};
}

FieldError unknown(const json& known, const std::string& field)
{
    return {field,
            known.empty() ? "is not known: there is nothing to set here"
                          : "is not known; there is: " + namesOf(known)};
}

} // namespace

void checkValue(const json& schema,
                const json& value,
                const std::string& field,
                std::vector<FieldError>& faults)
{
    const auto type = schema.value("type", std::string());
    std::string fault;
    if (type == "string") {
        fault = faultOfText(schema, value);
    } else if (type == "integer") {
        fault = faultOfInteger(schema, value);
    } else if (type == "boolean") {
        fault = value.is_boolean() ? "" : "must be true or false";
    } else if (type == "array") {
        fault = faultOfList(schema, value);
    }
    if (!fault.empty()) {
        faults.push_back({field, std::move(fault)});
        return;
    }
    for (std::size_t i = 0; type == "array" && i < value.size(); ++i) {
        checkValue(schema["items"], value[i], field + "." + std::to_string(i), faults);
    }
}

json withDefaults(const json& schema, const json& own)
{
    json whole = json::object();
    for (const auto& [name, property] : schema["properties"].items()) {
        const bool isSet = own.is_object() && own.contains(name);
        if (property.value("type", std::string()) == "object") {
            whole[name] = withDefaults(property, isSet ? own[name] : json::object());
        } else if (isSet) {
            whole[name] = own[name];
        } else if (property.contains("default")) {
            whole[name] = property["default"];
        }
    }
    return whole;
}

json patchedValue(const json& schema,
                  json own,
                  const json& patch,
                  const std::string& field,
                  std::vector<FieldError>& faults)
{
    if (!patch.is_object()) {
        faults.push_back({field, "must be an object"});
        return own;
    }
    const json& known = schema["properties"];
    for (const auto& [name, value] : patch.items()) {
        const std::string place = field + "." + name;
        if (!known.contains(name)) {
            faults.push_back(unknown(known, place));
        } else if (value.is_null()) {
            own.erase(name);
        } else if (known[name].value("type", std::string()) == "object") {
            own[name] = patchedValue(known[name], own.value(name, json::object()), value, place, faults);
        } else {
            checkValue(known[name], value, place, faults);
            own[name] = value;
        }
    }
    return own;
}

} // namespace parley::server::channels
