// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QObject>
#include <QQueue>
#include <QSet>
#include <QString>

namespace parley::console {

class ApiClient;

/// What customers are called, by id: the queue names them by id alone. Each is asked for once, a few at a
/// time.
class CustomerNames : public QObject {
    Q_OBJECT

public:
    /// @param api outlives this
    explicit CustomerNames(ApiClient& api, QObject* parent = nullptr);

    /// Empty until it is known; then `found` follows.
    QString name(const QString& customer);
    void clear();

Q_SIGNALS:
    void found(const QString& customer);

private:
    void askNext();

    ApiClient& m_api;
    QHash<QString, QString> m_names;
    QSet<QString> m_asked;
    QQueue<QString> m_waiting;
    int m_underway = 0;
};

} // namespace parley::console
