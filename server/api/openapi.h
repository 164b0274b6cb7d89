// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::api {

/// The contract as OpenAPI 3.1, made from the route table that dispatches requests:
/// `openApiDocument(router.routes(), kVersion)`. A RouteDoc names schemas of resources/openapi/schemas.json:
/// "Turn"; "Ticket[]" is a page of tickets; a media type
/// ("text/event-stream", "multipart/form-data") is a body without a schema; empty is no body.
/// Each operation carries `x-permission`, `x-roles` and `x-tenant`.
nlohmann::json openApiDocument(std::span<const edge::Route> routes, std::string_view version);

/// Names that routes use and that the schemas do not have: a test holds this empty.
std::vector<std::string> unknownSchemas(std::span<const edge::Route> routes);

/// The schemas of api objects, by name.
const nlohmann::json& openApiSchemas();

} // namespace parley::server::api
