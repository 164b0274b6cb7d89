// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

namespace parley::console {

class CredentialStore;
class OfflineCache;
class Session;

/// Opens the offline cache for whoever signs in: one file a person and server, its key in the keychain. What
/// somebody else read on this computer is not to be seen.
///
/// Emptied when the person signs out; left as it is when the server ends the sign-in, for the same person to
/// come back to. Made before whoever reads from the cache, so that it hears of a sign-in first.
class OfflineKeeper : public QObject {
    Q_OBJECT

public:
    /// @param folder  of the files @param session, credentials, offline outlive this
    OfflineKeeper(QString folder,
                  Session& session,
                  CredentialStore& credentials,
                  OfflineCache& offline,
                  QObject* parent = nullptr);

private:
    void begin();
    void end();
    void openWith(const QString& path, const QByteArray& key);

    QString m_folder;
    Session& m_session;
    CredentialStore& m_credentials;
    OfflineCache& m_offline;
    /// Whose reading is kept: profile and person.
    QString m_reader;
};

} // namespace parley::console
