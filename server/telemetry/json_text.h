// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace parley::server::telemetry {

/// Appends `text` as the inside of a JSON string: quotes, backslashes and control characters escaped, each
/// byte that is not well-formed UTF-8 replaced by U+FFFD. Never fails, whatever the bytes.
void appendJsonEscaped(std::string& out, std::string_view text);

} // namespace parley::server::telemetry
