// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace parley::console {

class MonitorModel;

/// The monitor's rows as a table that scrolls smoothly however many there are.
class MonitorTable : public QTableView {
    Q_OBJECT

public:
    /// @param model outlives this
    explicit MonitorTable(MonitorModel& model, QWidget* parent = nullptr);

    /// Of the row that is chosen; empty: none.
    QString currentId() const;
    QString currentCustomer() const;
    /// Customers of the rows in sight whose names are not known.
    QStringList namelessInSight() const;

private:
    MonitorModel& m_model;
};

} // namespace parley::console
