// SPDX-License-Identifier: MIT
#include "app/knowledge/document_delegate.h"

#include "app/knowledge/document_columns.h"
#include "app/knowledge/document_words.h"
#include "app/style/colors.h"

#include <QApplication>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kRowHeightPx = 34;
constexpr int kPadPx = 8;
constexpr int kBarHeightPx = 6;
constexpr int kBarWidthPx = 64;

/// What the style draws for every cell: selection, focus, hover.
void paintGround(QPainter* painter, const QStyleOptionViewItem& option)
{
    QStyleOptionViewItem empty = option;
    empty.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &empty, painter, option.widget);
}

} // namespace

void paintBar(QPainter& painter, const QRect& rect, double share, const QPalette& palette)
{
    const Colors& colors = colorsOf(palette);
    const double radius = rect.height() / 2.0;
    QRect filled = rect;
    filled.setWidth(qRound(rect.width() * qBound(0.0, share, 1.0)));
    if (painter.layoutDirection() == Qt::RightToLeft) {
        filled.moveRight(rect.right());
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.border);
    painter.drawRoundedRect(rect, radius, radius);
    painter.setBrush(colors.accent);
    painter.drawRoundedRect(filled, radius, radius);
    painter.restore();
}

void DocumentDelegate::paint(QPainter* painter,
                             const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QVariant progress = index.data(DocumentProgressRole);
    if (const QString status = index.data(DocumentStatusRole).toString(); !status.isEmpty()) {
        paintGround(painter, cell);
        const QSize size = badgeSize(cell.text, cell.font);
        const QRect place = QStyle::alignedRect(cell.direction,
                                                Qt::AlignLeft | Qt::AlignVCenter,
                                                size,
                                                cell.rect.adjusted(kPadPx, 0, -kPadPx, 0));
        paintBadge(*painter, place.topLeft(), cell.text, documentStatusTone(status), cell.font, cell.palette);
    } else if (progress.isValid()) {
        paintGround(painter, cell);
        const QRect inner = cell.rect.adjusted(kPadPx, 0, -kPadPx, 0);
        const QRect bar = QStyle::alignedRect(cell.direction,
                                              Qt::AlignLeft | Qt::AlignVCenter,
                                              QSize(qMin(kBarWidthPx, inner.width()), kBarHeightPx),
                                              inner);
        paintBar(*painter, bar, progress.toDouble(), cell.palette);
        const bool isRtl = cell.direction == Qt::RightToLeft;
        const QRect words = isRtl ? inner.adjusted(0, 0, -kBarWidthPx - kPadPx, 0)
                                  : inner.adjusted(kBarWidthPx + kPadPx, 0, 0, 0);
        painter->setPen(colorsOf(cell.palette).muted);
        painter->drawText(words, static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter), cell.text);
    } else {
        TextDelegate::paint(painter, option, index);
    }
}

QSize DocumentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = TextDelegate::sizeHint(option, index);
    if (index.data(DocumentStatusRole).isValid()) {
        size.setWidth(badgeSize(index.data().toString(), option.font).width() + 2 * kPadPx);
    }
    size.setHeight(qMax(size.height(), kRowHeightPx));
    return size;
}

} // namespace parley::console
