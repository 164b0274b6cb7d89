// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <QLockFile>

#include <filesystem>
#include <memory>

namespace parley::server::daemon {

/// Takes the data folder for this process, so that no two work in it. Blocking.
/// @errors Unavailable another process has it
Result<std::unique_ptr<QLockFile>> lockFolder(const std::filesystem::path& folder);

} // namespace parley::server::daemon
