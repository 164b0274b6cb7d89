// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace parley::console {

/// Paints one file of an UploadQueue: its name, how far it is, what became of it.
class UploadDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace parley::console
