// SPDX-License-Identifier: MIT
#include "server/daemon/restore_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <set>
#include <system_error>

namespace parley::server::daemon {

namespace {

namespace fs = std::filesystem;

constexpr auto kBeside = ".restoring";

Error diskError(const fs::path& path, const std::error_code& failed)
{
    return Error{ErrorCode::Storage, path.string() + ": " + failed.message(), {}, {}, {}, {}};
}

/// Waits until a file, or the names in a folder, are on the disk.
Result<void> flush(const fs::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isDone = file >= 0 && ::fsync(file) == 0;
    const std::error_code failed(errno, std::generic_category());
    if (file >= 0) {
        ::close(file);
    }
    return isDone ? Result<void>() : Result<void>(fail(diskError(path, failed)));
}

Result<void> copyBeside(const fs::path& from, const fs::path& to)
{
    std::error_code failed;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, failed);
    if (!failed) {
        fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, failed);
    }
    return failed ? Result<void>(fail(diskError(to, failed))) : flush(to);
}

} // namespace

Result<void> makePrivateFolder(const fs::path& folder)
{
    std::error_code failed;
    if (fs::create_directories(folder, failed)) {
        fs::permissions(folder, fs::perms::owner_all, failed);
    }
    return failed ? Result<void>(fail(diskError(folder, failed))) : Result<void>();
}

Result<void> putFilesBack(const fs::path& backup,
                          const fs::path& data,
                          const std::vector<fs::path>& wanted,
                          const std::vector<fs::path>& old)
{
    std::set<fs::path> folders{data};
    for (const fs::path& file : wanted) {
        folders.insert((data / file).parent_path());
    }
    for (const fs::path& folder : folders) {
        if (auto made = makePrivateFolder(folder); !made) {
            return made;
        }
    }
    for (const fs::path& file : wanted) {
        if (auto copied = copyBeside(backup / file, data / (file.string() + kBeside)); !copied) {
            removeHalfRestored(data);
            return copied;
        }
    }
    for (const fs::path& folder : folders) {
        if (auto flushed = flush(folder); !flushed) {
            return flushed;
        }
    }
    for (const fs::path& file : old) {
        std::error_code ignored;
        for (const char* suffix : {"-wal", "-shm", ""}) {
            fs::remove((data / file).string() + suffix, ignored);
        }
    }
    for (const fs::path& file : wanted) {
        std::error_code failed;
        fs::rename(data / (file.string() + kBeside), data / file, failed);
        if (failed) {
            return fail(diskError(data / file, failed));
        }
    }
    for (const fs::path& folder : folders) {
        if (auto flushed = flush(folder); !flushed) {
            return flushed;
        }
    }
    return {};
}

void removeHalfRestored(const fs::path& data)
{
    std::vector<fs::path> found;
    for (const fs::path& folder : {data, data / "tenants"}) {
        std::error_code failed;
        for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
            if (it->path().extension() == kBeside) {
                found.push_back(it->path());
            }
        }
    }
    for (const fs::path& file : found) {
        std::error_code ignored;
        fs::remove(file, ignored);
    }
}

} // namespace parley::server::daemon
