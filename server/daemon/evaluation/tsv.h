// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::daemon::evaluation {

/// Lines of a UTF-8 file, split at tabs; empty lines are left out, and the first where it begins with
/// "# ".
/// @param columns  every line must have at least so many
/// @errors NotFound no such file; Malformed a line has too few columns or is not UTF-8, named by its number
Result<std::vector<std::vector<std::string>>> readTsv(const std::string& file, std::size_t columns);

/// A text as one column: tabs and line ends as spaces.
std::string column(std::string_view text);

} // namespace parley::server::daemon::evaluation
