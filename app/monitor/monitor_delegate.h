// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace parley::console {

/// Paints the monitor's cells by itself: asking the style for each of some hundred cells would cost a frame's
/// time while one scrolls.
class MonitorDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Pixels that a row needs in this font.
    static int rowHeight(const QFont& font);
};

} // namespace parley::console
