// SPDX-License-Identifier: MIT
#include "server/api/openapi_parameters.h"

#include "server/security/permissions.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

using nlohmann::json;

namespace {

json parameter(
    std::string_view place, std::string_view name, bool isRequired, json schema, std::string_view text = {})
{
    json out{{"in", place}, {"name", name}, {"required", isRequired}, {"schema", std::move(schema)}};
    if (!text.empty()) {
        out["description"] = text;
    }
    return out;
}

json integer(int least, int most, int standard)
{
    return {{"type", "integer"}, {"minimum", least}, {"maximum", most}, {"default", standard}};
}

/// Query parameters that mean the same wherever they occur; all others are texts.
json querySchema(std::string_view name)
{
    if (name == "limit") {
        return integer(1, 200, 50);
    }
    if (name == "k") {
        return integer(1, 50, 5);
    }
    if (name == "after") {
        return {{"type", "integer"}, {"minimum", 0}};
    }
    if (name == "rating") {
        return {{"type", "integer"}, {"minimum", 1}, {"maximum", 5}};
    }
    if (name == "from" || name == "to") {
        return {{"type", "string"}, {"format", "date-time"}};
    }
    if (name.ends_with("_id")) {
        return {{"type", "string"}, {"format", "uuid"}};
    }
    return {{"type", "string"}};
}

std::string_view queryText(std::string_view name)
{
    if (name == "assignee") {
        return "Id of a user; none: nobody's.";
    }
    if (name == "customer") {
        return "Id of a customer, also one from before a merger: theirs alone.";
    }
    return {};
}

} // namespace

std::vector<std::string> pathParameterNames(std::string_view pattern)
{
    std::vector<std::string> names;
    std::size_t open = 0;
    while ((open = pattern.find('{', open)) != std::string_view::npos) {
        const std::size_t close = pattern.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        names.emplace_back(pattern.substr(open + 1, close - open - 1));
        open = close;
    }
    return names;
}

json parametersOf(const edge::Route& route)
{
    json parameters = json::array();
    for (const std::string& name : pathParameterNames(route.pattern)) {
        parameters.push_back(parameter("path", name, true, {{"type", "string"}}));
    }
    for (const std::string_view name : route.doc.queryParameters) {
        parameters.push_back(parameter("query", name, false, querySchema(name), queryText(name)));
    }
    if (route.idempotent) {
        parameters.push_back(
            parameter("header",
                      "Idempotency-Key",
                      false,
                      {{"type", "string"}},
                      "The same key with the same body gets the first answer again, for 24 hours."));
    }
    const bool adminMay = security::allows(security::Role::Admin, {}, route.permission);
    if (route.tenant != edge::TenantRule::None && adminMay) {
        parameters.push_back(parameter("header",
                                       "X-Tenant",
                                       false,
                                       {{"type", "string"}},
                                       "For an admin: id or slug of the tenant to act in."));
    }
    if (route.doc.responseSchema == "text/event-stream" && route.method == edge::Method::Get) {
        parameters.push_back(parameter(
            "header", "Last-Event-ID", false, {{"type", "integer"}}, "The last event that was received."));
    }
    return parameters;
}

} // namespace parley::server::api
