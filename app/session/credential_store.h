// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

#include <functional>

namespace parley::console {

/// Where the secrets of a profile are kept: its refresh token and the key of its offline cache.
///
/// The system's keychain, where there is one. Where there is none, `isAvailable` turns false at the first
/// use, and secrets live in memory until the console is closed: nothing secret is ever written to a plain
/// file.
/// @thread GUI; nothing blocks, answers come later
class CredentialStore : public QObject {
    Q_OBJECT

public:
    /// @param secret empty: there is none
    using Found = std::function<void(const QByteArray& secret)>;
    using Saved = std::function<void(bool isKept)>;

    explicit CredentialStore(QObject* parent = nullptr);

    /// What was found out at the last use; true before the first.
    bool isAvailable() const { return m_isAvailable; }
    /// Why the keychain cannot be used, in words; empty while it can.
    QString fault() const { return m_fault; }

    void read(const QString& name, QObject* context, Found found);
    /// @param saved may be empty; false: kept in memory only
    void write(const QString& name, const QByteArray& secret, QObject* context, Saved saved);
    void remove(const QString& name);

Q_SIGNALS:
    void availabilityChanged();

private:
    void setAvailable(bool isAvailable, const QString& fault);

    QHash<QString, QByteArray> m_memory;
    QString m_fault;
    bool m_isAvailable = true;
};

} // namespace parley::console
