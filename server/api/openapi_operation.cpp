// SPDX-License-Identifier: MIT
#include "server/api/openapi_operation.h"

#include "server/api/openapi.h"
#include "server/api/openapi_parameters.h"
#include "server/api/permission_matrix.h"
#include "server/security/permissions.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace parley::server::api {

using nlohmann::json;

namespace {

constexpr std::array<std::pair<int, std::string_view>, 15> kProblems{{
    {400, "Malformed JSON or invalid UTF-8."},
    {401, "No token, or one that is not valid."},
    {403, "The role may not."},
    {404, "Not there, or another tenant's."},
    {405, "Not with this method; see Allow."},
    {409, "In conflict with what is there."},
    {413, "The body is too large."},
    {415, "The body's media type is not taken."},
    {422, "A field is wrong or missing; each is named in errors."},
    {429, "Too many requests; see Retry-After."},
    {431, "The header is too large."},
    {500, "Internal."},
    {502, "Somebody else's server failed."},
    {503, "Draining or overloaded; see Retry-After."},
    {504, "It took too long."},
}};

constexpr std::array<int, 15> kStatuses = [] {
    std::array<int, 15> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = kProblems[i].first;
    }
    return all;
}();

bool isMediaType(std::string_view use)
{
    return use.find('/') != std::string_view::npos;
}

/// The schema of a body: a reference, a page of such, or anything.
json schemaOf(std::string_view use)
{
    const std::string name = schemaName(use);
    if (!openApiSchemas().contains(name)) {
        return json::object();
    }
    json reference{{"$ref", "#/components/schemas/" + name}};
    if (!use.ends_with("[]")) {
        return reference;
    }
    json page;
    page["type"] = "object";
    page["required"] = {"items", "next_cursor"};
    page["properties"]["items"] = {{"type", "array"}, {"items", std::move(reference)}};
    page["properties"]["next_cursor"]["type"] = {"string", "null"};
    if (name == "Conversation") {
        page["properties"]["partial"] = {
            {"type", "boolean"},
            {"description",
             "Of a search by words: it ended before the page was full, and next_cursor goes on."}};
    }
    return page;
}

json contentOf(std::string_view use)
{
    json content;
    if (isMediaType(use)) {
        content[std::string(use)]["schema"] = {{"type", use == "multipart/form-data" ? "object" : "string"}};
    } else {
        content["application/json"]["schema"] = schemaOf(use);
    }
    return content;
}

void addProblem(json& responses, int status)
{
    responses[std::to_string(status)] = {{"$ref", "#/components/responses/Problem" + std::to_string(status)}};
}

json responsesOf(const edge::Route& route)
{
    json responses = json::object();
    const bool isPublic = route.permission == security::Permission::Public;
    // Of the open routes these look at a token of their own.
    const bool asksForToken =
        !isPublic || route.pattern == "/oauth/token" || route.pattern.starts_with("/support/ticket/");
    const bool hasPathParameter = route.pattern.find('{') != std::string::npos;
    const bool hasBody = !route.doc.requestSchema.empty();
    // These name a session in their body or query.
    const bool isChat = route.permission == security::Permission::Chat ||
                        route.permission == security::Permission::ChatOrDesk;
    const std::array<std::pair<int, bool>, 13> possible{{
        {400, hasBody},
        {401, asksForToken},
        {403, !isPublic || hasPathParameter},
        {404, hasPathParameter || isChat},
        {409, route.idempotent || (route.method == edge::Method::Post && (hasBody || hasPathParameter))},
        {413, hasBody},
        {415, hasBody},
        {422, hasBody || hasPathParameter || !route.doc.queryParameters.empty()},
        {429, route.rate == edge::RateClass::Counted},
        {431, true},
        {500, true},
        {503, true},
        {504, true},
    }};
    for (const auto& [status, isPossible] : possible) {
        if (isPossible) {
            addProblem(responses, status);
        }
    }
    json& success = responses[std::to_string(route.doc.successStatus)];
    success["description"] = route.doc.successStatus == 202 ? "Accepted." : "Done.";
    if (!route.doc.responseSchema.empty() && route.doc.successStatus != 204) {
        success["content"] = contentOf(route.doc.responseSchema);
    }
    return responses;
}

/// "GET /tickets/{id}" -> "get_tickets_id".
std::string operationId(const edge::Route& route)
{
    std::string id(openApiMethod(route.method));
    for (const char c : route.pattern) {
        const bool isWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (isWord) {
            id.push_back(c);
        } else if (id.back() != '_') {
            id.push_back('_');
        }
    }
    while (id.ends_with('_')) {
        id.pop_back();
    }
    return id;
}

std::string_view tenantRuleName(edge::TenantRule rule)
{
    switch (rule) {
    case edge::TenantRule::Required:
        return "required";
    case edge::TenantRule::Optional:
        return "optional";
    case edge::TenantRule::None:
        break;
    }
    return "none";
}

} // namespace

std::string_view openApiMethod(edge::Method method)
{
    switch (method) {
    case edge::Method::Get:
        return "get";
    case edge::Method::Head:
        return "head";
    case edge::Method::Post:
        return "post";
    case edge::Method::Put:
        return "put";
    case edge::Method::Patch:
        return "patch";
    case edge::Method::Delete:
        return "delete";
    case edge::Method::Options:
        break;
    }
    return "options";
}

std::string schemaName(std::string_view use)
{
    if (isMediaType(use)) {
        return {};
    }
    if (use.ends_with("[]")) {
        use.remove_suffix(2);
    }
    return std::string(use);
}

std::span<const int> problemStatuses()
{
    return kStatuses;
}

std::string_view problemDescription(int status)
{
    for (const auto& [known, text] : kProblems) {
        if (known == status) {
            return text;
        }
    }
    return "A problem.";
}

json openApiOperation(const edge::Route& route)
{
    json operation;
    operation["operationId"] = operationId(route);
    operation["summary"] = route.doc.summary;
    if (!route.doc.tag.empty()) {
        operation["tags"] = json::array({route.doc.tag});
    }
    if (json parameters = parametersOf(route); !parameters.empty()) {
        operation["parameters"] = std::move(parameters);
    }
    if (!route.doc.requestSchema.empty()) {
        operation["requestBody"] = {{"required", true}, {"content", contentOf(route.doc.requestSchema)}};
    }
    operation["responses"] = responsesOf(route);
    operation["security"] = json::array();
    if (route.permission != security::Permission::Public) {
        operation["security"].push_back({{"bearer", json::array()}});
        operation["security"].push_back({{"signIn", json::array()}});
    }
    operation["x-permission"] = security::permissionName(route.permission);
    operation["x-roles"] = rolesWith(route.permission);
    operation["x-tenant"] = tenantRuleName(route.tenant);
    operation["x-body-limit-bytes"] = route.bodyLimitBytes;
    return operation;
}

} // namespace parley::server::api
