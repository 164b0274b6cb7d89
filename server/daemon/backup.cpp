// SPDX-License-Identifier: MIT
#include "server/daemon/backup.h"

#include "server/daemon/backup_files.h"
#include "server/daemon/daemon.h"
#include "server/daemon/folder_lock.h"
#include "server/daemon/restore_files.h"
#include "server/desk/erasure_replay.h"
#include "server/store/sqlite/sqlite_backup.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <utility>
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
    if (auto put = putFilesBack(backup, data, databasesIn(backup), databasesIn(data)); !put) {
        return put;
    }
    return linkFiles(backup / kBlobs, data / kBlobs);
}

/// What the platform's database knows that is about to be replaced. One that cannot be read is passed over:
/// it may be the very reason for restoring.
std::vector<store::ErasureMark> marksOf(const fs::path& platform)
{
    auto marks = store::erasuresInSqliteFile(platform);
    if (!marks) {
        std::fprintf(stderr,
                     "The list of erasures in %s cannot be read; the one beside the backups is used alone.\n",
                     platform.string().c_str());
        return {};
    }
    return *std::move(marks);
}

/// Brings into the list of backup.folder whatever the list beside the backup and the data that go know of
/// erasures, before either is lost.
Result<void> gatherErasures(const BackupPlace& place, const fs::path& backup, const fs::path& data)
{
    const store::ErasureFile file(place.folder);
    const store::ErasureFile beside(fs::absolute(backup / "").parent_path().parent_path());
    auto known = file.read();
    auto others = beside.read();
    if (!known || !others) {
        return fail(!known ? std::move(known).error() : std::move(others).error());
    }
    std::error_code failed;
    const bool hasData = fs::exists(data / kPlatform, failed);
    if (hasData) {
        for (store::ErasureMark& mark : marksOf(data / kPlatform)) {
            others->push_back(std::move(mark));
        }
    }
    if (!hasData && !fs::exists(file.path(), failed) && !fs::exists(beside.path(), failed)) {
        std::fprintf(
            stderr,
            "There is no list of erasures (%s): customers who were erased since this backup was made "
            "are in it again.\n",
            file.path().string().c_str());
    }
    std::set<std::pair<std::string, std::string>> there;
    for (const store::ErasureMark& mark : *known) {
        there.emplace(mark.tenant.value, mark.hash);
    }
    std::vector<store::ErasureMark> missing;
    for (store::ErasureMark& mark : *others) {
        if (there.emplace(mark.tenant.value, mark.hash).second) {
            missing.push_back(std::move(mark));
        }
    }
    return file.append(missing);
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
    if (auto made = makePrivateFolder(data); !made) {
        return made;
    }
    {
        auto lock = lockFolder(data);
        if (!lock) {
            return fail(std::move(lock).error());
        }
        removeHalfRestored(data);
        if (auto gathered = gatherErasures(place, backup, data); !gathered) {
            return gathered;
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
