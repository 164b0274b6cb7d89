// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>

#include <optional>

namespace parley::console {

/// What was read from the server, for when it cannot be reached: the bytes of answers by name.
///
/// On disk every name and value is encrypted (AES-256-GCM); the key is in the system's keychain. Without a
/// key it is kept in memory only. A file that another key wrote, or that is damaged, is emptied.
/// @thread the one that made it
class OfflineCache {
public:
    struct Kept {
        QByteArray bytes;
        /// UTC
        QDateTime readAt;
        bool isPinned = false;
    };

    OfflineCache() = default;
    ~OfflineCache();
    OfflineCache(const OfflineCache&) = delete;
    OfflineCache& operator=(const OfflineCache&) = delete;

    static constexpr int kKeyBytes = 32;

    /// @param path of the database, made if it is not there @param key kKeyBytes random bytes; empty: memory
    /// only
    /// @return whether it is on disk
    bool open(const QString& path, const QByteArray& key);
    /// Nothing is kept or found until it is opened again.
    void close();
    /// @param readAt UTC
    /// @param isPinned what a person wrote and is nowhere else: never dropped for want of room
    void put(const QString& name, const QByteArray& bytes, const QDateTime& readAt, bool isPinned = false);
    std::optional<Kept> find(const QString& name) const;
    /// Everything, also from the disk: at signing out.
    void clear();

    static QByteArray newKey();

private:
    QByteArray hashed(const QString& name) const;
    void dropOldest();

    QHash<QString, Kept> m_memory;
    QByteArray m_key;
    QString m_connection;
    bool m_isClosed = false;
};

} // namespace parley::console
