// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QString>

#include <functional>
#include <optional>

namespace parley::console {

/// What was read from the server, for when it cannot be reached: the bytes of answers by name.
///
/// On disk every name and value is encrypted (AES-256-GCM); the key is in the system's keychain. Without a
/// key, and where the disk is full, it is kept in memory only. A file that another key wrote, or that is
/// damaged, is emptied.
/// @thread the one that made it
class OfflineCache {
public:
    struct Kept {
        QByteArray bytes;
        /// UTC
        QDateTime readAt;
        bool isPinned = false;
    };

    /// Called when what is put can be written to the disk no longer (true), and when it can again.
    using FaultHandler = std::function<void(bool isFailing)>;

    OfflineCache() = default;
    ~OfflineCache();
    OfflineCache(const OfflineCache&) = delete;
    OfflineCache& operator=(const OfflineCache&) = delete;

    static constexpr int kKeyBytes = 32;

    /// @param path of the database, made if it is not there @param key kKeyBytes random bytes; empty: memory
    /// only
    /// @return whether it is on disk
    bool open(const QString& path, const QByteArray& key);
    /// What was kept before will be opened later, or cannot be: until `settle` nobody knows.
    void expect();
    /// Nothing more is going to be opened.
    void settle();
    /// Calls it as soon as what was kept before can be found, at once where it can be now. Not after the
    /// context has gone, nor after `close`.
    void whenSettled(QObject* context, std::function<void()> then);
    bool isSettled() const { return !m_isExpecting; }
    /// Nothing is kept or found until it is opened again.
    void close();
    /// Closes it for another person. What the one before still holds in windows is not to be put into it.
    void turnOver();
    /// Differs from person to person while the program runs.
    int reader() const { return m_reader; }
    /// @param readAt UTC
    /// @param isPinned what a person wrote and is nowhere else: never dropped for want of room
    void put(const QString& name, const QByteArray& bytes, const QDateTime& readAt, bool isPinned = false);
    std::optional<Kept> find(const QString& name) const;
    /// Everything, also from the disk: at signing out.
    void clear();

    /// Whether what is put is there after a restart.
    bool isOnDisk() const { return !m_connection.isEmpty() && !m_isFailing; }
    void setFaultHandler(FaultHandler handler) { m_onFault = std::move(handler); }

    static QByteArray newKey();
    /// The name of what belongs to a tenant: an admin of the platform reads several, and must not be shown
    /// one's queue in another. Conversations need none, their ids are nobody else's.
    /// @param tenant as ApiClient::tenant has it; empty for everybody who has but one
    static QString nameIn(const QString& tenant, const QString& name);

private:
    bool write(const QString& name, const Kept& kept);
    void setFailing(bool isFailing);
    QByteArray hashed(const QString& name) const;
    void dropOldest();

    struct Waiting {
        QPointer<QObject> context;
        std::function<void()> then;
    };

    /// Everything, without a file; with one, what could not be written to it.
    QHash<QString, Kept> m_memory;
    QList<Waiting> m_waiting;
    FaultHandler m_onFault;
    QByteArray m_key;
    QString m_connection;
    bool m_isClosed = false;
    bool m_isFailing = false;
    bool m_isExpecting = false;
    int m_reader = 0;
};

} // namespace parley::console
