// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace parley::console {

/// What TextCardDelegate paints from.
enum TextCardRole {
    CardTitleRole = Qt::UserRole + 60,
    CardNoteRole,  ///< at the end of the first line: a page, a place
    CardBodyRole,  ///< wrapped, in full
    CardScoreRole, ///< 0..1, as a bar with its number; invalid: none
    CardGoodRole   ///< bool: the title's mark; invalid: none
};

/// Paints a passage of a text as plain text: a title line, a score, and all of its words.
class TextCardDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace parley::console
