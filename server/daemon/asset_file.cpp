// SPDX-License-Identifier: MIT
#include "server/daemon/asset_file.h"

#include <QFile>

namespace parley::server::daemon {

Result<std::string> assetBytes(const std::filesystem::path& file)
{
    QFile in(QString::fromStdString(file.string()));
    if (!in.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Unavailable, "The file " + file.string() + " cannot be read.");
    }
    return in.readAll().toStdString();
}

} // namespace parley::server::daemon
