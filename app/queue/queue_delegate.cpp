// SPDX-License-Identifier: MIT
#include "app/queue/queue_delegate.h"

#include "app/queue/queue_filter.h"
#include "app/queue/queue_model.h"
#include "app/style/colors.h"
#include "app/style/icons.h"
#include "app/widgets/badge.h"
#include "app/widgets/display_text.h"
#include "app/widgets/time_text.h"

#include <QApplication>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kPadX = 14;
constexpr int kPadY = 9;
constexpr int kBar = 4;
constexpr int kIcon = 16;
constexpr int kGap = 8;
constexpr int kLineGap = 3;
constexpr double kSmaller = 0.9;
constexpr qint64 kMsPerSecond = 1'000;
constexpr qint64 kSoonS = 300;

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * kSmaller);
    return font;
}

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QColor urgencyColor(QueueEntry::Urgency urgency, const Colors& colors)
{
    switch (urgency) {
    case QueueEntry::Urgency::Urgent:
        return colors.danger;
    case QueueEntry::Urgency::High:
        return colors.warning;
    case QueueEntry::Urgency::Medium:
        return colors.accent;
    case QueueEntry::Urgency::Low:
        break;
    }
    return colors.border;
}

const QueueEntry& entryOf(QModelIndex index)
{
    // The view's model may be a filter above the queue's own.
    while (const auto* proxy = qobject_cast<const QAbstractProxyModel*>(index.model())) {
        index = proxy->mapToSource(index);
    }
    return static_cast<const QueueModel*>(index.model())->entry(index.row());
}

} // namespace

/// What is left of a line while it is filled from both ends; `leading` is the left of left-to-right.
struct QueueDelegate::Line {
    QPainter& painter;
    QRect whole;
    Qt::LayoutDirection direction;
    const QPalette& palette;
    int from;
    int to;

    QRect takeLeading(int width)
    {
        const QRect rect(from, whole.top(), width, whole.height());
        from += width + kGap;
        return QStyle::visualRect(direction, whole, rect);
    }
    QRect takeTrailing(int width)
    {
        to -= width;
        const QRect rect(to, whole.top(), width, whole.height());
        to -= kGap;
        return QStyle::visualRect(direction, whole, rect);
    }
    QRect rest() const
    {
        return QStyle::visualRect(direction,
                                  whole,
                                  QRect(from, whole.top(), qMax(0, to - from), whole.height()));
    }
    void text(const QRect& rect, const QString& words, const QFont& font, const QColor& color) const
    {
        parts(rect, inOwnDirection(words), font, color);
    }
    /// In the direction of the window, as several things one after the other are.
    void parts(const QRect& rect, const QString& words, const QFont& font, const QColor& color) const
    {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(rect,
                         static_cast<int>(QStyle::visualAlignment(direction, Qt::AlignLeft)) |
                             Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width()));
    }
    void icon(const QRect& rect, const QString& name, const QColor& color) const
    {
        painter.drawPixmap(rect.x(),
                           rect.center().y() - kIcon / 2 + 1,
                           iconPixmap(name, kIcon, color, painter.device()->devicePixelRatioF()));
    }
};

QString channelIcon(const QString& channel)
{
    if (channel == QLatin1String("email")) {
        return QStringLiteral("mail");
    }
    if (channel == QLatin1String("form")) {
        return QStringLiteral("form");
    }
    if (channel == QLatin1String("whatsapp")) {
        return QStringLiteral("phone");
    }
    return channel == QLatin1String("api") ? QStringLiteral("code") : QStringLiteral("chat");
}

QString dueWords(const QueueEntry& entry, const QDateTime& now)
{
    if (entry.dueMs == 0) {
        return entry.isBreached ? QueueDelegate::tr("overdue") : QString();
    }
    const qint64 left = (entry.dueMs - now.toMSecsSinceEpoch()) / kMsPerSecond;
    return left >= 0 ? QueueDelegate::tr("due in %1").arg(durationText(left))
                     : QueueDelegate::tr("overdue by %1").arg(durationText(-left));
}

QueueDelegate::QueueDelegate(std::function<QDateTime()> now, QObject* parent)
    : QStyledItemDelegate(parent), m_now(std::move(now))
{}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int small = qMax(QFontMetrics(smaller(option.font)).height(), kIcon);
    const int badge = badgeSize(QStringLiteral("X"), option.font).height();
    return {200,
            QFontMetrics(bold(option.font)).height() + small + qMax(small, badge) + 2 * kLineGap + 2 * kPadY};
}

void QueueDelegate::paintGround(QPainter& painter,
                                const QStyleOptionViewItem& option,
                                const QueueEntry& entry) const
{
    const Colors& colors = colorsOf(option.palette);
    if ((option.state & QStyle::State_Selected) != 0) {
        painter.fillRect(option.rect, colors.accentSoft);
    } else if ((option.state & QStyle::State_MouseOver) != 0) {
        painter.fillRect(option.rect, colors.raised);
    }
    const QRect bar(option.rect.left() + 2, option.rect.top() + 5, kBar, option.rect.height() - 10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(urgencyColor(entry.urgency, colors));
    painter.drawRoundedRect(QStyle::visualRect(option.direction, option.rect, bar), 2, 2);
    painter.setPen(colors.border);
    painter.drawLine(option.rect.left() + kPadX,
                     option.rect.bottom(),
                     option.rect.right(),
                     option.rect.bottom());
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -1.5), 5, 5);
    }
}

void QueueDelegate::paint(QPainter* painter,
                          const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const QueueEntry& entry = entryOf(index);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, entry);

    const QRect inner = option.rect.adjusted(kPadX + kBar, kPadY, -kPadX, -kPadY);
    const int first = QFontMetrics(bold(option.font)).height();
    const int second = qMax(QFontMetrics(smaller(option.font)).height(), kIcon);
    const auto lineAt = [&](int top, int height) {
        const QRect rect(inner.left(), top, inner.width(), height);
        return Line{*painter, rect, option.direction, option.palette, rect.left(), rect.right()};
    };
    painter->setFont(option.font);
    Line subject = lineAt(inner.top(), first);
    paintSubject(subject, entry);
    Line customer = lineAt(inner.top() + first + kLineGap, second);
    painter->setFont(option.font);
    paintCustomer(customer, entry, index.data(QueueModel::CustomerRole).toString());
    const int third = inner.top() + first + second + 2 * kLineGap;
    Line people = lineAt(third, inner.bottom() + 1 - third);
    painter->setFont(option.font);
    paintPeople(people, entry, index);
    painter->restore();
}

void QueueDelegate::paintSubject(Line& line, const QueueEntry& entry) const
{
    const Colors& colors = colorsOf(line.palette);
    const QFont font = line.painter.font();
    const qint64 waited = (m_now().toMSecsSinceEpoch() - entry.waitingSinceMs) / kMsPerSecond;
    const QString time = durationText(waited);
    line.text(line.takeTrailing(QFontMetrics(smaller(font)).horizontalAdvance(time) + 2),
              time,
              smaller(font),
              entry.isBreached ? colors.danger : colors.muted);
    line.icon(line.takeLeading(kIcon), channelIcon(entry.channel), colors.muted);
    line.text(line.rest(), displayLine(entry.subject), bold(font), colors.text);
}

void QueueDelegate::paintCustomer(Line& line, const QueueEntry& entry, const QString& customer) const
{
    const Colors& colors = colorsOf(line.palette);
    const QFont small = smaller(line.painter.font());
    const QString due = dueWords(entry, m_now());
    if (!due.isEmpty()) {
        const bool isLate = entry.dueMs < m_now().toMSecsSinceEpoch() || entry.isBreached;
        const bool isSoon = entry.dueMs - m_now().toMSecsSinceEpoch() < kSoonS * kMsPerSecond;
        line.text(line.takeTrailing(QFontMetrics(small).horizontalAdvance(due) + 2),
                  due,
                  small,
                  isLate   ? colors.danger
                  : isSoon ? colors.warning
                           : colors.muted);
    }
    QStringList words;
    for (const QString& each :
         {customer, displayLine(entry.category, 40), displayLine(entry.reference, 40)}) {
        if (!each.isEmpty()) {
            words.append(inOwnDirection(each)); // a reference keeps its place beside Arabic words
        }
    }
    line.parts(line.rest(), words.join(QStringLiteral("  ·  ")), small, colors.muted);
}

void QueueDelegate::paintPeople(Line& line, const QueueEntry& entry, const QModelIndex& index) const
{
    const Colors& colors = colorsOf(line.palette);
    const QFont font = line.painter.font();
    if (entry.urgency == QueueEntry::Urgency::Urgent || entry.urgency == QueueEntry::Urgency::High) {
        const QString words = urgencyWords(entry.urgency);
        const QSize size = badgeSize(words, font);
        const QRect at = line.takeLeading(size.width());
        paintBadge(line.painter,
                   at.topLeft() + QPoint(0, (at.height() - size.height()) / 2),
                   words,
                   entry.urgency == QueueEntry::Urgency::Urgent ? Tone::Danger : Tone::Warning,
                   font,
                   line.palette);
    }
    const QStringList writers = index.data(QueueModel::WritersRole).toStringList();
    const QStringList viewers = index.data(QueueModel::ViewersRole).toStringList();
    if (!writers.isEmpty()) {
        line.icon(line.takeLeading(kIcon), QStringLiteral("edit"), colors.accent);
        line.text(line.rest(),
                  tr("%1 is writing").arg(inOwnDirection(writers.join(QLatin1String(", ")))),
                  smaller(font),
                  colors.accent);
        return;
    }
    if (entry.isAssigned) {
        const QString holder = tr("With %1").arg(inOwnDirection(displayLine(entry.assigneeName, 60)));
        line.icon(line.takeLeading(kIcon), QStringLiteral("customer"), colors.muted);
        line.text(line.takeLeading(QFontMetrics(smaller(font)).horizontalAdvance(holder) + 2),
                  holder,
                  smaller(font),
                  colors.text);
    }
    if (!viewers.isEmpty()) {
        line.icon(line.takeLeading(kIcon), QStringLiteral("eye"), colors.muted);
        line.text(line.rest(), viewers.join(QLatin1String(", ")), smaller(font), colors.muted);
    } else if (!entry.isAssigned) {
        line.text(line.rest(), tr("Nobody has taken it yet"), smaller(font), colors.muted);
    }
}

} // namespace parley::console
