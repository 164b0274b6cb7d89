// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace parley::console {

/// Paints the rows of a NavigationModel: headings, and pages with icon and count.
class NavigationDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// What the rows need so that no title is cut, with room for a count.
    static int widthOf(const QAbstractItemModel& pages, const QFont& font);
};

} // namespace parley::console
