// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/request_context.h"

#include <nlohmann/json.hpp>

#include <initializer_list>

namespace parley::server::api {

/// Whether the body is `application/x-www-form-urlencoded`.
bool isFormEncoded(const edge::RequestContext& request);

/// Such a body as an object of texts: the named fields that are there.
/// @errors InvalidArgument one of them is not UTF-8 or has NUL
Result<nlohmann::json> formFields(const edge::RequestContext& request,
                                  std::initializer_list<const char*> names);

} // namespace parley::server::api
