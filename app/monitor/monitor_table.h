// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
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

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What was said last needs room; what else there is can be seen in a wider window.
    void giveRoom();

    MonitorModel& m_model;
    /// What each column takes in this language.
    QList<int> m_fitted;
};

} // namespace parley::console
