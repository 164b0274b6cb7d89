// SPDX-License-Identifier: MIT
#pragma once

#include <QUrlQuery>
#include <QWidget>

class QComboBox;

namespace parley::console {

class SearchField;

/// Which tickets are shown: status, priority, whose, category.
class TicketFilterBar : public QWidget {
    Q_OBJECT

public:
    /// @param me id of who sits here
    explicit TicketFilterBar(QString me, QWidget* parent = nullptr);

    /// As GET /tickets takes it.
    QUrlQuery query() const;
    bool isEmpty() const { return query().isEmpty(); }
    void clear();

Q_SIGNALS:
    void changed();

private:
    QString m_me;
    QComboBox* m_status;
    QComboBox* m_priority;
    QComboBox* m_assignee;
    SearchField* m_category;
};

} // namespace parley::console
