// SPDX-License-Identifier: MIT
#include "app/shell/offline_keeper.h"

#include "app/session/credential_store.h"
#include "app/session/offline_cache.h"
#include "app/session/session.h"

#include <QDir>
#include <QFile>

namespace parley::console {

OfflineKeeper::OfflineKeeper(
    QString folder, Session& session, CredentialStore& credentials, OfflineCache& offline, QObject* parent)
    : QObject(parent),
      m_folder(std::move(folder)),
      m_session(session),
      m_credentials(credentials),
      m_offline(offline)
{
    connect(&m_session, &Session::signedIn, this, &OfflineKeeper::begin);
    connect(&m_session, &Session::signedOut, this, [this](const QString& reason) {
        if (reason.isEmpty()) {
            end();
        }
    });
}

void OfflineKeeper::begin()
{
    const QString profile = m_session.profile().id;
    const QString reader = profile + QLatin1Char('/') + m_session.user().id;
    if (m_reader == reader) {
        return; // the same person comes back: it is open still
    }
    m_offline.turnOver();
    m_reader = reader;
    m_offline.open({}, {}); // in memory, until the keychain has answered
    m_offline.expect();
    const QString path = QDir(m_folder).filePath(QStringLiteral("offline-%1.sqlite").arg(profile));
    const QString name = QStringLiteral("offline:") + profile;
    m_credentials.read(name, this, [this, reader, path, name](const QByteArray& key) {
        if (m_reader != reader) {
            return; // somebody else sits here now
        }
        if (key.size() == OfflineCache::kKeyBytes) {
            openWith(path, key);
            return;
        }
        if (!m_credentials.isAvailable()) {
            m_offline.settle(); // the key may be there although it cannot be had now: the file stays as it is
            return;
        }
        const QByteArray fresh = OfflineCache::newKey();
        m_credentials.write(name, fresh, this, [this, reader, path, fresh](bool isKept) {
            if (m_reader != reader) {
                return;
            }
            if (isKept) {
                QFile::remove(path); // sealed with a key that is gone
                openWith(path, fresh);
            } else {
                m_offline.settle();
            }
        });
    });
}

void OfflineKeeper::openWith(const QString& path, const QByteArray& key)
{
    m_offline.open(path, key);
    m_offline.settle(); // also where the disk does not take it
}

void OfflineKeeper::end()
{
    m_reader.clear();
    m_offline.clear();
    m_offline.close();
}

} // namespace parley::console
