// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/settings.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::daemon {

/// Where backups are and how long they stay.
struct BackupPlace {
    std::filesystem::path folder;
    /// 0: for ever.
    std::int64_t keepDays = 0;

    static BackupPlace of(const Settings& settings);
};

/// One whole backup: a folder named after the moment it was made.
struct BackupFolder {
    std::filesystem::path path;
    std::int64_t createdMs = 0;
};

/// "backup-20261121T174012123Z".
std::string backupName(std::int64_t createdMs);

/// Oldest first. Blocking.
std::vector<BackupFolder> listBackups(const BackupPlace& place);

/// When the newest backup that was made until `atMs` dies; empty: there is none, or it never does. Blocking.
std::optional<std::int64_t> lastBackupExpires(const BackupPlace& place, std::int64_t atMs);

/// Removes those whose time is over, and what an interrupted backup left a day ago. Blocking.
/// @return how many went; one that cannot be removed stays for the next time
std::size_t pruneBackups(const BackupPlace& place, std::int64_t nowMs);

} // namespace parley::server::daemon
