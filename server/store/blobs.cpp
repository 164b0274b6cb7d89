// SPDX-License-Identifier: MIT
#include "server/store/blobs.h"

#include "server/security/digest.h"

#include <QFile>
#include <QSaveFile>
#include <QStorageInfo>

#include <algorithm>

#ifndef _WIN32
#include <unistd.h>
#endif

namespace parley::server::store {

namespace fs = std::filesystem;

namespace {

bool isPlainName(std::string_view name)
{
    return !name.empty() && name.front() != '.' && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '.';
    });
}

constexpr std::size_t kPieceBytes = 1024 * 1024;
/// So much is handed to the disk at a time: one flush of a hundred megabytes would hold up the flush that
/// every commit of the database waits for.
constexpr std::uint64_t kFlushBytes = 8 * 1024 * 1024;

void flushToDisk(const QFileDevice& file)
{
#ifndef _WIN32
    (void)::fsync(file.handle()); // what fails here fails again at the commit, which tells
#else
    (void)file;
#endif
}

tl::unexpected<Error> notStored(const QSaveFile& file, const fs::path& path)
{
    const bool isFull = QStorageInfo(QString::fromStdString(path.parent_path().string())).bytesAvailable() <
                        static_cast<qint64>(kPieceBytes);
    const std::string detail = path.string() + ": " + file.errorString().toStdString();
    return isFull
               ? fail(ErrorCode::Unavailable, "There is no room for this file on the server's disk.", detail)
               : fail(ErrorCode::Storage, "The file could not be stored.", detail);
}

} // namespace

Blobs::Blobs(fs::path folder) : m_folder(std::move(folder) / "blobs") {}

Result<fs::path> Blobs::place(const TenantId& tenant, const std::string& key) const
{
    if (!isPlainName(tenant.value) || !isPlainName(key)) {
        return fail(ErrorCode::InvalidArgument, "A file's name has letters, digits, '-' and '.' alone.", key);
    }
    return m_folder / tenant.value / key;
}

Result<void> Blobs::put(const TenantId& tenant, const std::string& key, std::string_view bytes) const
{
    const auto path = place(tenant, key);
    if (!path) {
        return fail(path.error());
    }
    std::error_code failed;
    fs::create_directories(path->parent_path(), failed);
    // QSaveFile flushes the file to the disk before it renames it into place.
    QSaveFile file(QString::fromStdString(path->string()));
    const auto size = static_cast<qint64>(bytes.size());
    if (failed || !file.open(QIODevice::WriteOnly) || file.write(bytes.data(), size) != size ||
        !file.commit()) {
        return fail(ErrorCode::Storage, "The file could not be stored.", path->string());
    }
    return {};
}

Result<CopiedBlob> Blobs::putFile(const TenantId& tenant,
                                  const std::string& key,
                                  const fs::path& source,
                                  std::uint64_t offset,
                                  std::uint64_t length) const
{
    const auto path = place(tenant, key);
    if (!path) {
        return fail(path.error());
    }
    std::error_code failed;
    fs::create_directories(path->parent_path(), failed);
    QFile from(QString::fromStdString(source.string()));
    if (!from.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !from.seek(static_cast<qint64>(offset))) {
        return fail(ErrorCode::NotFound, "The file is not there.", source.string());
    }
    QSaveFile to(QString::fromStdString(path->string()));
    if (failed || !to.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return notStored(to, *path);
    }
    security::Sha256 digest;
    CopiedBlob blob;
    std::string piece(kPieceBytes, '\0');
    while (blob.bytes < length) {
        const auto wanted = static_cast<qint64>(std::min<std::uint64_t>(kPieceBytes, length - blob.bytes));
        const qint64 got = from.read(piece.data(), wanted);
        if (got <= 0) {
            return fail(ErrorCode::NotFound, "The file ends too early.", source.string());
        }
        if (to.write(piece.data(), got) != got) {
            return notStored(to, *path);
        }
        const auto size = static_cast<std::uint64_t>(got);
        digest.add(std::string_view(piece).substr(0, static_cast<std::size_t>(size)));
        if (blob.bytes / kFlushBytes != (blob.bytes + size) / kFlushBytes) {
            flushToDisk(to);
        }
        blob.bytes += size;
    }
    if (!to.commit()) {
        return notStored(to, *path);
    }
    blob.digest = security::digestHex(digest.finish());
    return blob;
}

Result<fs::path> Blobs::path(const TenantId& tenant, const std::string& key) const
{
    auto path = place(tenant, key);
    std::error_code failed;
    if (path && !fs::is_regular_file(*path, failed)) {
        return fail(ErrorCode::NotFound, "The file is not there.", path->string());
    }
    return path;
}

Result<std::vector<std::string>> Blobs::keysBefore(const TenantId& tenant, fs::file_time_type time) const
{
    std::vector<std::string> keys;
    const auto folder = place(tenant, "any");
    std::error_code failed;
    if (!folder || !fs::exists(folder->parent_path(), failed)) {
        return keys;
    }
    for (fs::directory_iterator at(folder->parent_path(), failed), end; !failed && at != end;
         at.increment(failed)) {
        std::error_code gone; // one that goes meanwhile is not looked for
        const auto written = at->last_write_time(gone);
        const std::string key = at->path().filename().string();
        if (!gone && written < time && at->is_regular_file(gone) && isPlainName(key)) {
            keys.push_back(key);
        }
    }
    if (failed) {
        return fail(ErrorCode::Storage, "The files could not be listed.", failed.message());
    }
    return keys;
}

Result<std::string> Blobs::get(const TenantId& tenant, const std::string& key) const
{
    const auto path = place(tenant, key);
    if (!path) {
        return fail(path.error());
    }
    QFile file(QString::fromStdString(path->string()));
    if (!file.exists()) {
        return fail(ErrorCode::NotFound, "The file is not there.", path->string());
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Storage, "The file could not be read.", path->string());
    }
    return file.readAll().toStdString();
}

Result<void> Blobs::remove(const TenantId& tenant, const std::string& key) const
{
    const auto path = place(tenant, key);
    if (!path) {
        return fail(path.error());
    }
    std::error_code failed;
    fs::remove(*path, failed);
    if (failed) {
        return fail(ErrorCode::Storage, "The file could not be removed.", failed.message());
    }
    return {};
}

} // namespace parley::server::store
