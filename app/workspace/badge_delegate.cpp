// SPDX-License-Identifier: MIT
#include "app/workspace/badge_delegate.h"

#include "app/widgets/badge.h"

#include <QApplication>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kPadX = 6;
constexpr int kPadY = 5;

} // namespace

void BadgeDelegate::paint(QPainter* painter,
                          const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const QVariant tone = index.data(kToneRole);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (!tone.isValid() || text.isEmpty()) {
        TextDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const QSize size = badgeSize(text, option.font);
    const QRect place = QStyle::alignedRect(option.direction,
                                            Qt::AlignLeft | Qt::AlignVCenter,
                                            size,
                                            option.rect.adjusted(kPadX, 0, -kPadX, 0));
    painter->save();
    painter->setClipRect(option.rect);
    paintBadge(*painter, place.topLeft(), text, static_cast<Tone>(tone.toInt()), option.font, option.palette);
    painter->restore();
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize plain = TextDelegate::sizeHint(option, index);
    if (!index.data(kToneRole).isValid()) {
        return plain;
    }
    const QSize badge = badgeSize(index.data(Qt::DisplayRole).toString(), option.font);
    return plain.expandedTo(badge + QSize(2 * kPadX, 2 * kPadY));
}

} // namespace parley::console
