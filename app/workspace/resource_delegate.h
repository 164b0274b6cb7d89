// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace parley::console {

/// Paints a row of a ResourcePage's list: the text's first line as its name, the rest smaller below. Plain
/// text.
class ResourceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace parley::console
