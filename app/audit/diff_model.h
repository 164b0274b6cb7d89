// SPDX-License-Identifier: MIT
#pragma once

#include "app/audit/json_diff.h"

#include <QAbstractTableModel>

namespace parley::console {

/// What was and what is, side by side: one line a field.
class DiffModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Field, Before, After, ColumnCount };
    /// An int of DiffLine::Kind.
    static constexpr int kKindRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(QList<DiffLine> lines);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<DiffLine> m_lines;
};

} // namespace parley::console
