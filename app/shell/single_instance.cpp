// SPDX-License-Identifier: MIT
#include "app/shell/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace parley::console {

namespace {

constexpr int kWaitMs = 500;

} // namespace

SingleInstance::SingleInstance(const QString& folder, QObject* parent)
    : QObject(parent),
      m_name(QStringLiteral("parley-console-") +
             QString::fromLatin1(
                 QCryptographicHash::hash((QDir::homePath() + QDir(folder).absolutePath()).toUtf8(),
                                          QCryptographicHash::Sha256)
                     .toHex()
                     .left(16)))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        m_server.nextPendingConnection()->deleteLater();
        Q_EMIT presentWanted();
    });
}

bool SingleInstance::isFirst()
{
    QLocalSocket other;
    other.connectToServer(m_name);
    if (other.waitForConnected(kWaitMs)) {
        return false;
    }
    QLocalServer::removeServer(m_name); // left by one that was killed
    return m_server.listen(m_name);
}

} // namespace parley::console
