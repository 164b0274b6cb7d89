// SPDX-License-Identifier: MIT
#include "server/store/blobs.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

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
