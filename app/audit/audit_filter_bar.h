// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QUrlQuery>
#include <QWidget>

class QComboBox;

namespace parley::console {

class SearchField;

/// Which entries of the trail are shown: since when, by whom, what, of what.
class AuditFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit AuditFilterBar(QWidget* parent = nullptr);

    /// As GET /audit takes it. @param now UTC
    QUrlQuery query(const QDateTime& now) const;
    bool isEmpty() const;
    void clear();
    /// The people who can be chosen, as GET /users answers them. @param note stands below them
    void setPeople(const QJsonArray& users, const QString& note = {});
    /// Only this object.
    void setObject(const QString& id);

Q_SIGNALS:
    void changed();

private:
    QComboBox* m_period;
    QComboBox* m_actor;
    SearchField* m_action;
    QComboBox* m_kind;
    SearchField* m_object;
};

} // namespace parley::console
