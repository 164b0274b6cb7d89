// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <cstdint>
#include <filesystem>
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

/// One part of a form by its place in the body.
struct FormRange {
    std::string name;
    std::string fileName;
    std::string contentType;
    /// Where its content is.
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

/// At most this many parts are read.
inline constexpr std::size_t kMaxFormParts = 32;
/// The header lines of one part.
inline constexpr std::size_t kMaxPartHeaderBytes = 16 * 1024;

/// @param contentType  the request's header, with its boundary; @param body  outlives the parts
/// @errors UnsupportedMediaType no multipart/form-data with a boundary; Malformed the body is not of that
/// form
/// @source RFC 7578, RFC 2046 5.1
Result<std::vector<FormPart>> parseForm(std::string_view contentType, std::string_view body);

/// The same with the places of the contents.
Result<std::vector<FormRange>> parseFormRanges(std::string_view contentType, std::string_view body);

/// The same for a body in a file, which is read once, in pieces. Blocking: a worker pool.
/// @errors as above; Storage the file cannot be read
Result<std::vector<FormRange>> parseFormFile(std::string_view contentType, const std::filesystem::path& file);

/// A short field of a form in a file. Blocking. @errors PayloadTooLarge it is longer than a field may be;
/// Storage
Result<std::string> readField(const std::filesystem::path& file, const FormRange& part);

} // namespace parley::server::api
