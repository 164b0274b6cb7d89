// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::api {

/// One part of a multipart/form-data body. Views into the body.
struct FormPart {
    std::string name;
    /// Without folders; empty: a plain field.
    std::string fileName;
    std::string contentType;
    std::string_view content;
};

/// At most this many parts are read.
inline constexpr std::size_t kMaxFormParts = 32;

/// @param contentType  the request's header, with its boundary; @param body  outlives the parts
/// @errors UnsupportedMediaType no multipart/form-data with a boundary; Malformed the body is not of that
/// form
/// @source RFC 7578, RFC 2046 5.1
Result<std::vector<FormPart>> parseForm(std::string_view contentType, std::string_view body);

} // namespace parley::server::api
