// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace parley::server::edge {

/// The reason phrase of a status: "Not Found". @source RFC 9110, section 15
std::string_view statusText(int status);

} // namespace parley::server::edge
