// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::server::edge {

/// The value of `name=value` or `name="value"` among a header's parameters. @param name  in lower case
std::optional<std::string> headerParameter(std::string_view header, std::string_view name);

} // namespace parley::server::edge
