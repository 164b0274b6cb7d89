// SPDX-License-Identifier: MIT
#include "server/daemon/secret_file.h"

#include "shared/core/text.h"

#include <QFile>
#include <QSaveFile>

namespace parley::server::daemon {

namespace {

constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

Result<void> writePrivateFile(const std::filesystem::path& file, const std::string& text)
{
    QSaveFile out(QString::fromStdString(file.string()));
    const auto size = static_cast<qint64>(text.size());
    const bool isOpen = out.open(QIODevice::WriteOnly) && out.setPermissions(kOwnerOnly);
    if (!isOpen || out.write(text.data(), size) != size || !out.commit()) {
        return fail(ErrorCode::Storage, "The file " + file.string() + " cannot be written.");
    }
    return {};
}

Result<security::Secret> readOrCreateSecret(const std::filesystem::path& file,
                                            const std::function<security::Secret()>& generate)
{
    QFile in(QString::fromStdString(file.string()));
    if (in.exists()) {
        if (!in.open(QIODevice::ReadOnly)) {
            return fail(ErrorCode::Storage, "The file " + file.string() + " cannot be read.");
        }
        return security::Secret(std::string(trimmed(in.readAll().toStdString())));
    }
    security::Secret made = generate();
    auto written = writePrivateFile(file, made.reveal() + "\n");
    if (!written) {
        return fail(std::move(written).error());
    }
    return made;
}

} // namespace parley::server::daemon
