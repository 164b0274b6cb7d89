// SPDX-License-Identifier: MIT
// How a message that is laid out looks.
#include "app/conversation/message_layout.h"
#include "app/conversation/message_metrics.h"
#include "app/conversation/message_words.h"
#include "app/style/colors.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace parley::console {

using namespace message_metrics;

QColor MessageLayout::ground(const QPalette& palette) const
{
    const Colors& colors = colorsOf(palette);
    if (m_isNote) {
        return colors.note;
    }
    switch (m_speaker) {
    case Message::Speaker::Customer:
        return colors.customer;
    case Message::Speaker::Agent:
        return colors.agent;
    case Message::Speaker::Supporter:
    case Message::Speaker::System:
        break;
    }
    return colors.supporter;
}

void MessageLayout::paint(QPainter& painter,
                          const QPoint& top,
                          const QRect& clip,
                          const MessageMarks& marks,
                          const QPalette& palette) const
{
    painter.save();
    // Stacked accents must not paint over other people's messages.
    painter.setClipRect(QRect(top, QSize(m_width, m_height)).intersected(clip));
    paintDay(painter, top, palette);
    paintUnread(painter, top, palette);
    const Colors& colors = colorsOf(palette);
    if (!m_isSystemLine) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(marks.isCurrent ? QPen(colors.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(ground(palette));
        painter.drawRoundedRect(QRectF(m_bubble.translated(top)).adjusted(1, 1, -1, -1), kRadius, kRadius);
        if (!m_header.isNull()) {
            const bool isMine = m_speaker != Message::Speaker::Customer;
            painter.setFont(m_small);
            painter.setPen(colors.muted);
            const QFontMetrics metrics(m_small);
            const QString words = metrics.elidedText(headerWords(m_author, m_place.time, m_isNote),
                                                     Qt::ElideRight,
                                                     m_header.width());
            painter.drawText(m_header.translated(top),
                             static_cast<int>(
                                 QStyle::visualAlignment(m_direction,
                                                         isMine ? Qt::AlignRight : Qt::AlignLeft)) |
                                 Qt::AlignVCenter | Qt::TextSingleLine,
                             words);
        }
    }
    paintText(painter, top, clip, marks, palette);
    paintChips(painter, top, palette);
    paintState(painter, top, palette);
    painter.restore();
}

void MessageLayout::paintDay(QPainter& painter, const QPoint& top, const QPalette& palette) const
{
    if (m_dayY < 0) {
        return;
    }
    const Colors& colors = colorsOf(palette);
    const QRect row = QRect(0, m_dayY, m_width, kDayHeight).translated(top);
    const int half = QFontMetrics(m_small).horizontalAdvance(m_place.day) / 2 + 12;
    const int middle = row.center().y();
    painter.setPen(colors.border);
    painter.drawLine(row.left() + kMargin, middle, row.center().x() - half, middle);
    painter.drawLine(row.center().x() + half, middle, row.right() - kMargin, middle);
    painter.setFont(m_small);
    painter.setPen(colors.muted);
    painter.drawText(row, Qt::AlignCenter | Qt::TextSingleLine, m_place.day);
}

void MessageLayout::paintUnread(QPainter& painter, const QPoint& top, const QPalette& palette) const
{
    if (m_unreadY < 0) {
        return;
    }
    const Colors& colors = colorsOf(palette);
    const QRect row = QRect(0, m_unreadY, m_width, kUnreadHeight).translated(top);
    const QString words = unreadWords();
    const int half = QFontMetrics(m_small).horizontalAdvance(words) / 2 + 10;
    const int middle = row.center().y();
    painter.setPen(colors.accent);
    painter.drawLine(row.left() + kMargin, middle, row.center().x() - half, middle);
    painter.drawLine(row.center().x() + half, middle, row.right() - kMargin, middle);
    painter.setFont(m_small);
    painter.drawText(row, Qt::AlignCenter | Qt::TextSingleLine, words);
}

void MessageLayout::paintText(QPainter& painter,
                              const QPoint& top,
                              const QRect& clip,
                              const MessageMarks& marks,
                              const QPalette& palette) const
{
    const Colors& colors = colorsOf(palette);
    painter.setPen(m_isSystemLine ? colors.muted : colors.text);
    QList<QTextLayout::FormatRange> ranges;
    for (const FoundLink& link : m_links) {
        QTextLayout::FormatRange range;
        range.start = link.start;
        range.length = link.length;
        range.format.setForeground(colors.accent);
        ranges.append(range);
    }
    for (const auto& [start, length] : m_mentions) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = length;
        range.format.setForeground(colors.accent);
        range.format.setBackground(colors.accentSoft);
        ranges.append(range);
    }
    if (marks.from != marks.to) {
        QTextLayout::FormatRange range;
        range.start = std::min(marks.from, marks.to);
        range.length = std::abs(marks.to - marks.from);
        range.format.setBackground(palette.highlight());
        range.format.setForeground(palette.highlightedText());
        ranges.append(range);
    }
    m_layout.draw(&painter, top + m_textAt, ranges, clip);
}

void MessageLayout::paintChips(QPainter& painter, const QPoint& top, const QPalette& palette) const
{
    const Colors& colors = colorsOf(palette);
    painter.setFont(m_small);
    for (const Chip& chip : m_chips) {
        const QRect rect = chip.rect.translated(top);
        painter.setPen(colors.border);
        painter.setBrush(colors.surface);
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5),
                                rect.height() / 2.0,
                                rect.height() / 2.0);
        painter.setPen(colors.accent);
        painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, chip.text);
    }
}

void MessageLayout::paintState(QPainter& painter, const QPoint& top, const QPalette& palette) const
{
    if (m_state.isEmpty()) {
        return;
    }
    const Colors& colors = colorsOf(palette);
    painter.setFont(m_small);
    painter.setPen(m_sending == Message::Sending::Failed ? colors.danger : colors.muted);
    painter.drawText(m_stateRect.translated(top),
                     static_cast<int>(QStyle::visualAlignment(m_direction, Qt::AlignRight)) |
                         Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(m_small).elidedText(m_state, Qt::ElideRight, m_stateRect.width()));
}

} // namespace parley::console
