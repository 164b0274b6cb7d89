// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace parley::server::api {

/// resources/openapi/schemas.json, built in.
std::string_view embeddedSchemas();

} // namespace parley::server::api
