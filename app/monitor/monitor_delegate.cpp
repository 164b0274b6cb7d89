// SPDX-License-Identifier: MIT
#include "app/monitor/monitor_delegate.h"

#include "app/monitor/monitor_model.h"
#include "app/style/colors.h"
#include "app/widgets/badge.h"
#include "app/widgets/display_text.h"
#include "app/workspace/badge_delegate.h"

#include <QFontMetrics>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kPadX = 8;
constexpr int kPadY = 8;
constexpr int kBarPx = 3;
/// What some screens need.
constexpr int kMostLines = 4096;
constexpr int kMostBadges = 256;

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

MonitorDelegate::MonitorDelegate(QObject* parent)
    : QStyledItemDelegate(parent), m_lines(kMostLines), m_badges(kMostBadges)
{}

const QStaticText&
MonitorDelegate::lineOf(const QString& text, const QStyleOptionViewItem& option, int width) const
{
    Line* line = m_lines.object(text);
    if (line == nullptr || line->width != width || line->font != option.font) {
        line = new Line;
        line->width = width;
        line->font = option.font;
        line->text.setTextFormat(Qt::PlainText);
        line->text.setText(option.fontMetrics.elidedText(inOwnDirection(text), Qt::ElideRight, width));
        line->text.prepare(QTransform(), option.font);
        m_lines.insert(text, line);
    }
    return line->text;
}

const QPixmap&
MonitorDelegate::badgeOf(const QString& text, int tone, const QStyleOptionViewItem& option) const
{
    const qreal ratio = option.widget != nullptr ? option.widget->devicePixelRatioF() : 1;
    const QString key = text + QStringLiteral("|%1|%2|%3|%4")
                                   .arg(tone)
                                   .arg(isDark(option.palette))
                                   .arg(ratio)
                                   .arg(option.font.pointSizeF());
    QPixmap* badge = m_badges.object(key);
    if (badge == nullptr) {
        badge = new QPixmap(badgeSize(text, option.font) * ratio);
        badge->setDevicePixelRatio(ratio);
        badge->fill(Qt::transparent);
        QPainter painter(badge);
        paintBadge(painter, QPoint(), text, static_cast<Tone>(tone), option.font, option.palette);
        painter.end();
        m_badges.insert(key, badge);
    }
    return *badge;
}

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
        const QPixmap& badge = badgeOf(text, tone.toInt(), option);
        const QSize size = badge.deviceIndependentSize().toSize();
        const QRect place =
            QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, size, room);
        painter->drawPixmap(place.topLeft(), badge);
        return;
    }
    painter->setFont(option.font);
    painter->setPen(textColor(index, colors));
    const QStaticText& line = lineOf(text, option, room.width());
    const QRect place =
        QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, line.size().toSize(), room);
    painter->drawStaticText(place.topLeft(), line);
}

} // namespace parley::console
