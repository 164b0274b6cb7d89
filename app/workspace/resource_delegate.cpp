// SPDX-License-Identifier: MIT
#include "app/workspace/resource_delegate.h"

#include "app/style/colors.h"
#include "app/widgets/display_text.h"

#include <QApplication>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kPadXPx = 10;
constexpr int kPadYPx = 7;
constexpr int kGapPx = 2;
constexpr double kSmaller = 0.9;

QFont nameFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont detailFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * kSmaller);
    return font;
}

} // namespace

void ResourceDelegate::paint(QPainter* painter,
                             const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = index.data().toString();
    cell.text.clear();
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const Colors& colors = colorsOf(cell.palette);
    const QRect inner = cell.rect.adjusted(kPadXPx, kPadYPx, -kPadXPx, -kPadYPx);
    const auto line = [&](const QRect& rect, const QFont& font, const QColor& color, const QString& words) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(rect,
                          static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine),
                          QFontMetrics(font).elidedText(inOwnDirection(displayLine(words)),
                                                        Qt::ElideRight,
                                                        rect.width()));
    };
    painter->save();
    const QFont bold = nameFont(cell.font);
    const int nameHeight = QFontMetrics(bold).height();
    line(QRect(inner.left(), inner.top(), inner.width(), nameHeight),
         bold,
         colors.text,
         text.section(QLatin1Char('\n'), 0, 0));
    line(inner.adjusted(0, nameHeight + kGapPx, 0, 0),
         detailFont(cell.font),
         colors.muted,
         text.section(QLatin1Char('\n'), 1).simplified());
    painter->restore();
}

QSize ResourceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool hasDetail = index.data().toString().contains(QLatin1Char('\n'));
    const int detail = hasDetail ? QFontMetrics(detailFont(option.font)).height() + kGapPx : 0;
    return {0, QFontMetrics(nameFont(option.font)).height() + detail + 2 * kPadYPx};
}

} // namespace parley::console
