// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <string_view>

namespace parley::server::api {

/// One route as an OpenAPI operation.
nlohmann::json openApiOperation(const edge::Route& route);

/// "get", as OpenAPI writes it.
std::string_view openApiMethod(edge::Method method);

/// The schema that a RouteDoc's text names ("Ticket[]" -> "Ticket"); empty for none and for a media type.
std::string schemaName(std::string_view use);

/// Statuses with a problem document that some route can answer with.
std::span<const int> problemStatuses();
std::string_view problemDescription(int status);

} // namespace parley::server::api
