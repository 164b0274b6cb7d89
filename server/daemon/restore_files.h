// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <filesystem>
#include <vector>

namespace parley::server::daemon {

/// Puts databases of a backup in the place of those that a data folder has. They are copied beside first and
/// are on the disk before anything is removed: a disk that is full is found out, and a crash leaves one or
/// the other. What is restored is its owner's alone. Blocking; the folder is the caller's (lockFolder).
/// @param wanted  relative to both folders @param old  that are to go, relative to `data` @errors Storage
Result<void> putFilesBack(const std::filesystem::path& backup,
                          const std::filesystem::path& data,
                          const std::vector<std::filesystem::path>& wanted,
                          const std::vector<std::filesystem::path>& old);

/// Removes what a restore that was cut off has left beside the databases.
void removeHalfRestored(const std::filesystem::path& data);

/// Makes a folder, and those above it, for its owner alone; one that is there stays as it is. @errors Storage
Result<void> makePrivateFolder(const std::filesystem::path& folder);

} // namespace parley::server::daemon
