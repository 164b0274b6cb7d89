// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/foundation.h"

#include <string>

namespace parley::server::daemon {

/// `parleyd backup`: copies every database, each as one moment had it, and the stored files into a new folder
/// of `backup.folder`, also while a daemon serves, and removes backups whose time is over. SQLite.
/// @errors InvalidArgument with PostgreSQL; Storage
Result<void> makeBackup(const LoadedSettings& loaded);

/// `parleyd restore`: puts a backup in the place of what the data folder has, then erases again whom the list
/// of erasures names, before anything is served. SQLite. @param from  its folder, or its name in
/// backup.folder
/// @errors NotFound no such backup; Unavailable a daemon runs; InvalidArgument with PostgreSQL; Storage
Result<void> restoreBackup(const LoadedSettings& loaded, const std::string& from);

/// Carries out what the lists of erasures name and the store still has: after a restored backup, or a crash.
/// Before anybody is served; blocking. @return how many customers @errors Storage
Result<std::size_t> finishErasures(Foundation& base, const Settings& settings);

} // namespace parley::server::daemon
