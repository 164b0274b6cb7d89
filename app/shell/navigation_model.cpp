// SPDX-License-Identifier: MIT
#include "app/shell/navigation_model.h"

#include "app/widgets/roles.h"

namespace parley::console {

void NavigationModel::setPages(const QList<PageEntry>& pages)
{
    beginResetModel();
    m_rows.clear();
    m_counts.clear();
    QString section;
    for (const PageEntry& page : pages) {
        if (page.section != section && !page.section.isEmpty()) {
            m_rows.append(Row{{}, page.section, {}, {}});
        }
        section = page.section;
        m_rows.append(Row{page.id, page.title, page.icon, page.shortcut.toString(QKeySequence::NativeText)});
    }
    endResetModel();
}

void NavigationModel::setCount(const QString& page, int count)
{
    if (m_counts.value(page) == count) {
        return;
    }
    m_counts.insert(page, count);
    if (const int row = rowOf(page); row >= 0) {
        Q_EMIT dataChanged(index(row), index(row), {CountRole});
    }
}

int NavigationModel::rowOf(const QString& page) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).pageId == page) {
            return row;
        }
    }
    return -1;
}

int NavigationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant NavigationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return row.title;
    case Qt::ToolTipRole:
        return row.keys.isEmpty() ? QString()
                                  : plainToolTip(QStringLiteral("%1 (%2)").arg(row.title, row.keys));
    case PageIdRole:
        return row.pageId;
    case IsHeadingRole:
        return row.pageId.isEmpty();
    case CountRole:
        return m_counts.value(row.pageId);
    case IconNameRole:
        return row.icon;
    default:
        return {};
    }
}

Qt::ItemFlags NavigationModel::flags(const QModelIndex& index) const
{
    const bool isHeading = !index.isValid() || index.data(IsHeadingRole).toBool();
    return isHeading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace parley::console
