// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace parley::server::tools {

/// The keywords that stand for `pattern` and `format` in a resolved schema: they are checked by us, in linear
/// time, and not by a library's backtracking expressions.
inline constexpr std::string_view kPatternKeyword = "x-checked-pattern";
inline constexpr std::string_view kFormatKeyword = "x-checked-format";

/// A tool's JSON Schema (draft 7, and what 2020-12 writes otherwise) with its references put in their places.
/// Refused are keywords that nobody would check, references to elsewhere or in circles, patterns that need
/// backtracking, and sizes beyond 32 KiB, 2,000 parts or 16 levels.
/// @errors InvalidArgument naming the place: "input_schema.properties.order_id.pattern"
Result<nlohmann::json> resolvedSchema(const nlohmann::json& schema);

/// Whether a text fits a pattern that resolvedSchema() let through.
bool matchesPattern(const std::string& text, const std::string& pattern);

/// Whether a text has a format: date, date-time, time, email, uuid, uri, ipv4, ipv6, hostname. Others fit.
bool matchesFormat(const std::string& text, const std::string& format);

} // namespace parley::server::tools
