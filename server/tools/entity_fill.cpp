// SPDX-License-Identifier: MIT
#include "server/tools/entity_fill.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace parley::server::tools {

namespace {

using nlohmann::json;
using Names = std::pair<std::string_view, std::string_view>;

/// Cards and bank accounts are not among them: those are filled where a schema asks for them by `x-entity`.
constexpr std::array<Names, 18> kByName{{{"order_id", "order_id"},
                                         {"order", "order_id"},
                                         {"order_number", "order_id"},
                                         {"order_no", "order_id"},
                                         {"orderid", "order_id"},
                                         {"order_ids", "order_id"},
                                         {"ticket_id", "ticket_id"},
                                         {"ticket", "ticket_id"},
                                         {"ticket_reference", "ticket_id"},
                                         {"reference", "reference"},
                                         {"email", "email"},
                                         {"email_address", "email"},
                                         {"phone", "phone"},
                                         {"phone_number", "phone"},
                                         {"amount", "amount"},
                                         {"date", "date"},
                                         {"product", "product"},
                                         {"product_name", "product"}}};

std::string kindOf(const std::string& property, const json& schema)
{
    if (schema.is_object() && schema.contains("x-entity") && schema["x-entity"].is_string()) {
        return schema["x-entity"].get<std::string>();
    }
    std::string lower;
    for (const char c : property) {
        lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == '-' ? '_' : c);
    }
    const auto found = std::find_if(kByName.begin(), kByName.end(), [&](const Names& names) {
        return names.first == lower;
    });
    return found == kByName.end() ? std::string() : std::string(found->second);
}

std::vector<std::string> valuesOf(const std::vector<nlp::Entity>& entities, const std::string& kind)
{
    std::vector<std::string> values;
    for (const nlp::Entity& entity : entities) {
        const std::string& value = entity.value.empty() ? entity.text : entity.value;
        if (nlp::entityKindName(entity.kind) == kind &&
            std::find(values.begin(), values.end(), value) == values.end()) {
            values.push_back(value);
        }
    }
    return values;
}

bool isOfType(const json& schema, std::string_view wanted)
{
    if (!schema.is_object() || !schema.contains("type")) {
        return wanted == "string";
    }
    const json& type = schema["type"];
    return type.is_array() ? std::find(type.begin(), type.end(), wanted) != type.end() : type == wanted;
}

/// The value as the property's type wants it; null where it cannot be.
json typed(const std::string& value, const json& schema)
{
    if (isOfType(schema, "string")) {
        return value;
    }
    if (isOfType(schema, "integer") || isOfType(schema, "number")) {
        std::int64_t number = 0;
        const char* end = value.data() + value.size();
        const auto read = std::from_chars(value.data(), end, number);
        return read.ec == std::errc() && read.ptr == end ? json(number) : json();
    }
    return {};
}

} // namespace

void fillFromEntities(const json& schema, const std::vector<nlp::Entity>& entities, json& input)
{
    if (!input.is_object() || !schema.is_object() || !schema.contains("properties") ||
        !schema["properties"].is_object()) {
        return;
    }
    for (const auto& [name, property] : schema["properties"].items()) {
        const std::string kind = kindOf(name, property);
        const bool isThere = input.contains(name) && !input[name].is_null() && input[name] != "";
        const auto values = kind.empty() || isThere ? std::vector<std::string>() : valuesOf(entities, kind);
        if (values.empty()) {
            continue;
        }
        if (isOfType(property, "array")) {
            input[name] = values;
            continue;
        }
        json value = values.size() == 1 ? typed(values.front(), property) : json();
        if (!value.is_null()) {
            input[name] = std::move(value);
        }
    }
}

} // namespace parley::server::tools
