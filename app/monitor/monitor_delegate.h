// SPDX-License-Identifier: MIT
#pragma once

#include <QCache>
#include <QPixmap>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace parley::console {

/// Paints the monitor's cells by itself: asking the style for each of some hundred cells would cost a frame's
/// time while one scrolls.
class MonitorDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit MonitorDelegate(QObject* parent = nullptr);

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Pixels that a row needs in this font.
    static int rowHeight(const QFont& font);

private:
    /// A text as it fits, with its glyphs: a row is painted some dozen times while it scrolls by.
    struct Line {
        QStaticText text;
        int width = 0;
        QFont font;
    };

    const QStaticText& lineOf(const QString& text, const QStyleOptionViewItem& option, int width) const;
    const QPixmap& badgeOf(const QString& text, int tone, const QStyleOptionViewItem& option) const;

    mutable QCache<QString, Line> m_lines;
    mutable QCache<QString, QPixmap> m_badges;
};

} // namespace parley::console
