// SPDX-License-Identifier: MIT
#include "server/daemon/backup.h"

#include "server/daemon/backup_files.h"
#include "server/daemon/daemon.h"
#include "server/daemon/folder_lock.h"
#include "server/desk/erasure_replay.h"
#include "server/store/sqlite/sqlite_backup.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <vector>

namespace parley::server::daemon {

namespace {

namespace fs = std::filesystem;

constexpr auto kPlatform = "platform.sqlite";
constexpr auto kTenants = "tenants";
constexpr auto kBlobs = "blobs";

Error diskError(const fs::path& path, const std::error_code& failed)
{
    return Error{ErrorCode::Storage, path.string() + ": " + failed.message(), {}, {}, {}, {}};
}

Result<void> checkDriver(const LoadedSettings& loaded)
{
    if (!loaded.settings.database.url.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    "The data is in PostgreSQL: use pg_dump and pg_restore, with a role that may bypass row "
                    "security. What was erased since is erased again when parleyd starts, by the list in "
                    "backup.folder.");
    }
    return {};
}

/// The databases of a data folder, or of a backup, relative to it; the platform's first.
std::vector<fs::path> databasesIn(const fs::path& folder)
{
    std::vector<fs::path> files{kPlatform};
    std::error_code failed;
    for (fs::directory_iterator it(folder / kTenants, failed), end; !failed && it != end;
         it.increment(failed)) {
        if (it->path().extension() == ".sqlite") {
            files.push_back(fs::path(kTenants) / it->path().filename());
        }
    }
    std::sort(files.begin() + 1, files.end());
    return files;
}

/// Stored files never change once they are there: a second name for one is as good as a copy.
Result<void> linkFiles(const fs::path& source, const fs::path& target)
{
    std::error_code failed;
    if (!fs::exists(source, failed)) {
        return {};
    }
    fs::create_directories(target, failed);
    for (fs::recursive_directory_iterator it(source, failed), end; !failed && it != end;
         it.increment(failed)) {
        const fs::path to = target / fs::relative(it->path(), source);
        std::error_code one;
        if (it->is_directory()) {
            fs::create_directories(to, one);
        } else if (!fs::exists(to, one)) {
            fs::create_hard_link(it->path(), to, one);
            if (one && fs::exists(it->path())) {
                fs::copy_file(it->path(), to, one);
            }
        }
        if (one && fs::exists(it->path())) { // one that a tidying has removed meanwhile is no loss
            return fail(diskError(to, one));
        }
    }
    return failed ? Result<void>(fail(diskError(source, failed))) : Result<void>();
}

Result<void> fill(const fs::path& data, const fs::path& target)
{
    std::error_code failed;
    fs::create_directories(target / kTenants, failed);
    if (failed) {
        return fail(diskError(target, failed));
    }
    fs::permissions(target, fs::perms::owner_all, failed);
    for (const fs::path& file : databasesIn(data)) {
        if (auto copied = store::copySqliteFile(data / file, target / file); !copied) {
            return fail(std::move(copied).error().in(file.string()));
        }
    }
    return linkFiles(data / kBlobs, target / kBlobs);
}

/// Removes a database with what belongs to it.
void removeDatabase(const fs::path& file)
{
    std::error_code ignored;
    for (const char* suffix : {"-wal", "-shm", ""}) {
        fs::remove(file.string() + suffix, ignored);
    }
}

Result<void> checkWhole(const fs::path& backup)
{
    std::error_code failed;
    if (!fs::exists(backup / kPlatform, failed)) {
        return fail(ErrorCode::NotFound, "There is no backup in " + backup.string() + ".");
    }
    for (const fs::path& file : databasesIn(backup)) {
        auto whole = store::isWholeSqliteFile(backup / file);
        if (!whole || !*whole) {
            return fail(ErrorCode::Storage,
                        "The backup is damaged: " + (backup / file).string(),
                        whole ? std::string() : whole.error().detail);
        }
    }
    return {};
}

Result<void> putBack(const fs::path& backup, const fs::path& data)
{
    std::error_code failed;
    fs::create_directories(data / kTenants, failed);
    const std::vector<fs::path> wanted = databasesIn(backup);
    for (const fs::path& file : wanted) {
        // Copied beside first: a disk that is full is found out before anything is lost.
        fs::copy_file(backup / file,
                      data / (file.string() + ".restoring"),
                      fs::copy_options::overwrite_existing,
                      failed);
        if (failed) {
            return fail(diskError(data / file, failed));
        }
    }
    for (const fs::path& file : databasesIn(data)) {
        removeDatabase(data / file);
    }
    for (const fs::path& file : wanted) {
        fs::rename(data / (file.string() + ".restoring"), data / file, failed);
        if (failed) {
            return fail(diskError(data / file, failed));
        }
    }
    return linkFiles(backup / kBlobs, data / kBlobs);
}

} // namespace

Result<void> makeBackup(const LoadedSettings& loaded)
{
    if (auto checked = checkDriver(loaded); !checked) {
        return checked;
    }
    const fs::path data = loaded.settings.store.folder;
    const BackupPlace place = BackupPlace::of(loaded.settings);
    const std::int64_t now = SystemClock().nowMs();
    const std::string name = backupName(now);
    const fs::path unfinished = place.folder / ("unfinished-" + name);
    std::error_code failed;
    if (!fs::exists(data / kPlatform, failed)) {
        return fail(ErrorCode::NotFound, "There is no data in " + data.string() + ".");
    }
    if (auto filled = fill(data, unfinished); !filled) {
        fs::remove_all(unfinished, failed);
        return filled;
    }
    fs::rename(unfinished, place.folder / name, failed);
    if (failed) {
        return fail(diskError(place.folder / name, failed));
    }
    const std::size_t pruned = pruneBackups(place, now);
    std::printf("%s\n", (place.folder / name).string().c_str());
    if (pruned > 0) {
        std::printf("%zu backups older than %lld days were removed.\n",
                    pruned,
                    static_cast<long long>(place.keepDays));
    }
    return {};
}

Result<void> restoreBackup(const LoadedSettings& loaded, const std::string& from)
{
    if (auto checked = checkDriver(loaded); !checked) {
        return checked;
    }
    const fs::path data = loaded.settings.store.folder;
    const BackupPlace place = BackupPlace::of(loaded.settings);
    std::error_code failed;
    const fs::path backup =
        fs::exists(place.folder / from / kPlatform, failed) ? place.folder / from : fs::path(from);
    if (auto whole = checkWhole(backup); !whole) {
        return whole;
    }
    fs::create_directories(data, failed);
    {
        auto lock = lockFolder(data);
        if (!lock) {
            return fail(std::move(lock).error());
        }
        if (auto back = putBack(backup, data); !back) {
            return back;
        }
    }
    auto base = Foundation::open(loaded);
    if (!base) {
        return fail(std::move(base).error());
    }
    auto erased = finishErasures(**base, loaded.settings);
    if (!erased) {
        return fail(std::move(erased).error());
    }
    std::printf("%s is in place; %zu customers that were erased since were erased again.\n",
                backup.string().c_str(),
                *erased);
    return {};
}

Result<std::size_t> finishErasures(Foundation& base, const Settings& settings)
{
    const store::ErasureFile file(BackupPlace::of(settings).folder);
    const store::DeletedRows deleted(*base.database, settings.store.folder);
    return desk::replayErasures(*base.database, file, deleted, base.clock.nowMs());
}

} // namespace parley::server::daemon
