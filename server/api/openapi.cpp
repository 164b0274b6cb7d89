// SPDX-License-Identifier: MIT
#include "server/api/openapi.h"

#include "server/api/openapi_operation.h"
#include "server/api/openapi_schemas.h"
#include "shared/core/version.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::api {

using nlohmann::json;

namespace {

json securitySchemes()
{
    json schemes;
    schemes["bearer"] = {{"type", "http"},
                         {"scheme", "bearer"},
                         {"bearerFormat", "JWT"},
                         {"description",
                          "An access token of POST /oauth/token or POST /widget/{public_key}/session."}};
    json flow{{"tokenUrl", "/oauth/token"}, {"scopes", json::object()}};
    schemes["signIn"] = {{"type", "oauth2"}, {"flows", {{"password", flow}, {"clientCredentials", flow}}}};
    return schemes;
}

json problemResponses()
{
    json responses = json::object();
    for (const int status : problemStatuses()) {
        json& response = responses["Problem" + std::to_string(status)];
        response["description"] = problemDescription(status);
        response["content"]["application/problem+json"]["schema"] = {
            {"$ref", "#/components/schemas/Problem"}};
        if (status == 429 || status == 503) {
            response["headers"]["Retry-After"] = {{"description", "Seconds."},
                                                  {"schema", {{"type", "integer"}}}};
        }
    }
    return responses;
}

} // namespace

const json& openApiSchemas()
{
    static const json schemas = json::parse(embeddedSchemas());
    return schemas;
}

json openApiDocument(std::span<const edge::Route> routes, std::string_view version)
{
    json document;
    document["openapi"] = "3.1.0";
    document["info"] = {{"title", "Parley"},
                        {"version", version},
                        {"description", "Support desk in which agents answer first and people take over."},
                        {"license", {{"name", "MIT"}, {"identifier", "MIT"}}},
                        {"x-protocol", kProtocolVersion}};
    document["paths"] = json::object();
    json tags = json::array();
    for (const edge::Route& route : routes) {
        document["paths"][route.pattern][std::string(openApiMethod(route.method))] = openApiOperation(route);
        const json tag{{"name", route.doc.tag}};
        if (!route.doc.tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end()) {
            tags.push_back(tag);
        }
    }
    document["tags"] = std::move(tags);
    document["components"]["schemas"] = openApiSchemas();
    document["components"]["securitySchemes"] = securitySchemes();
    document["components"]["responses"] = problemResponses();
    return document;
}

std::vector<std::string> unknownSchemas(std::span<const edge::Route> routes)
{
    std::vector<std::string> unknown;
    for (const edge::Route& route : routes) {
        for (const std::string_view use : {route.doc.requestSchema, route.doc.responseSchema}) {
            const std::string name = schemaName(use);
            if (!name.empty() && !openApiSchemas().contains(name)) {
                unknown.push_back(name);
            }
        }
    }
    std::sort(unknown.begin(), unknown.end());
    unknown.erase(std::unique(unknown.begin(), unknown.end()), unknown.end());
    return unknown;
}

} // namespace parley::server::api
