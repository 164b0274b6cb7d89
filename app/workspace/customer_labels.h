// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

namespace parley::console {

class ApiClient;

/// Learns how customers are called whom a list names by their id alone. Only those that are asked for are
/// read, a few at a time, the ones asked for last first.
class CustomerLabels : public QObject {
    Q_OBJECT

public:
    /// @param api outlives this
    explicit CustomerLabels(ApiClient& api, QObject* parent = nullptr);

    /// `named` follows for each of them that is not known yet.
    void ask(const QStringList& customers);
    QString name(const QString& customer) const { return m_names.value(customer); }

Q_SIGNALS:
    void named(const QString& customer, const QString& name);

private:
    void next();

    ApiClient& m_api;
    QHash<QString, QString> m_names;
    QSet<QString> m_reading;
    QStringList m_wanted;
};

} // namespace parley::console
