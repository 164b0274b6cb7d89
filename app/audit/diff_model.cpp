// SPDX-License-Identifier: MIT
#include "app/audit/diff_model.h"

#include "app/widgets/roles.h"

namespace parley::console {

void DiffModel::setLines(QList<DiffLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int DiffModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int DiffModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DiffModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const DiffLine& line = m_lines.at(index.row());
    if (role == kKindRole) {
        return static_cast<int>(line.kind);
    }
    const QString text = index.column() == Field    ? line.path
                         : index.column() == Before ? line.before
                                                    : line.after;
    if (role == Qt::DisplayRole) {
        return text;
    }
    return role == Qt::ToolTipRole ? plainToolTip(text) : QVariant();
}

QVariant DiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Field ? tr("Field") : section == Before ? tr("Before") : tr("After");
}

} // namespace parley::console
