// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/text_delegate.h"

namespace parley::console {

/// Paints a document's status as a badge and its progress as a bar.
class DocumentDelegate : public TextDelegate {
    Q_OBJECT

public:
    using TextDelegate::TextDelegate;

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A flat bar of a share 0..1, as all of this folder draw it.
void paintBar(QPainter& painter, const QRect& rect, double share, const QPalette& palette);

} // namespace parley::console
