// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

class QSettings;

namespace parley::console {

/// A server that was signed in to, and as whom. Holds no secret.
struct Profile {
    /// Of this computer only; made by the store.
    QString id;
    QString name;
    QUrl server;
    QString email;
    /// The tenant an admin acted in last; empty for everybody else.
    QString tenant;
    /// A parleyd that this console starts itself.
    bool isLocal = false;
};

/// The profiles of this person on this computer, last used first.
class ProfileStore {
public:
    /// @param settings outlives this
    explicit ProfileStore(QSettings& settings);

    QList<Profile> all() const { return m_profiles; }
    const Profile* find(const QString& id) const;
    /// Adds it (empty id) or replaces the one with its id, and puts it first. @return with its id
    Profile save(Profile profile);
    void remove(const QString& id);

private:
    void write();

    QSettings& m_settings;
    QList<Profile> m_profiles;
};

/// What a person types as a server's address, as a URL: "desk.example.com" is https, "localhost:8080" is
/// http. Empty when it names no server.
QUrl serverFromText(const QString& text);

} // namespace parley::console
