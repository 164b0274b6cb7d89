// SPDX-License-Identifier: MIT
#include "server/daemon/folder_lock.h"

namespace parley::server::daemon {

Result<std::unique_ptr<QLockFile>> lockFolder(const std::filesystem::path& folder)
{
    auto lock = std::make_unique<QLockFile>(QString::fromStdString((folder / "parleyd.lock").string()));
    // A daemon that was killed leaves its file behind; only a process that lives holds the folder.
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0)) {
        return fail(ErrorCode::Unavailable,
                    "Another parleyd uses the data folder " + folder.string() +
                        ". Stop it, or name another folder by --data.");
    }
    return lock;
}

} // namespace parley::server::daemon
