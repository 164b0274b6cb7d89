// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <filesystem>
#include <string>

namespace parley::server::daemon {

/// All of a file of the installation. Blocking: start-up. @errors Unavailable it cannot be read
Result<std::string> assetBytes(const std::filesystem::path& file);

} // namespace parley::server::daemon
