// SPDX-License-Identifier: MIT
#include "app/monitor/monitor_delegate.h"

#include "app/monitor/monitor_model.h"
#include "app/style/colors.h"
#include "app/widgets/badge.h"
#include "app/workspace/badge_delegate.h"

#include <QFontMetrics>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kPadX = 8;
constexpr int kPadY = 8;
constexpr int kBarPx = 3;

QColor textColor(const QModelIndex& index, const Colors& colors)
{
    switch (index.column()) {
    case MonitorModel::Message:
        return index.data(MonitorModel::MatchRole).toBool() ? colors.accent : colors.text;
    case MonitorModel::Channel:
    case MonitorModel::Tags:
    case MonitorModel::Team:
    case MonitorModel::Started:
    case MonitorModel::LastActivity:
        return colors.muted;
    default:
        return colors.text;
    }
}

} // namespace

int MonitorDelegate::rowHeight(const QFont& font)
{
    return QFontMetrics(font).height() + 2 * kPadY;
}

void MonitorDelegate::paint(QPainter* painter,
                            const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const Colors& colors = colorsOf(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected) {
        painter->fillRect(option.rect, colors.accentSoft);
        if (index.column() == 0 && option.state.testFlag(QStyle::State_Active)) {
            const QRect bar(option.rect.topLeft(), QSize(kBarPx, option.rect.height()));
            painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar), colors.accent);
        }
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, colors.window);
    }
    painter->setPen(colors.raised);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const QString text = index.data(Qt::DisplayRole).toString();
    const QRect room = option.rect.adjusted(kPadX, 0, -kPadX, 0);
    if (text.isEmpty() || room.width() <= 0) {
        return;
    }
    if (const QVariant tone = index.data(BadgeDelegate::kToneRole); tone.isValid()) {
        const QSize size = badgeSize(text, option.font).boundedTo(room.size());
        const QRect place =
            QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, size, room);
        paintBadge(
            *painter, place.topLeft(), text, static_cast<Tone>(tone.toInt()), option.font, option.palette);
        return;
    }
    painter->setFont(option.font);
    painter->setPen(textColor(index, colors));
    painter->drawText(room,
                      static_cast<int>(
                          QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) |
                          Qt::TextSingleLine,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace parley::console
