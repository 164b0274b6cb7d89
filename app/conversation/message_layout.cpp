// SPDX-License-Identifier: MIT
#include "app/conversation/message_layout.h"

#include "app/conversation/message_metrics.h"
#include "app/conversation/message_words.h"
#include "app/widgets/display_text.h"

#include <QFontMetrics>
#include <QStyle>
#include <QTextBoundaryFinder>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace parley::console {

using namespace message_metrics;

namespace {

constexpr double kShare = 0.78;
constexpr double kSmaller = 0.88;

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * kSmaller);
    return font;
}

int bubbleWidest(int width)
{
    const int inner = width - 2 * kMargin;
    return std::max(60, std::min({kWidest, inner, static_cast<int>(inner * kShare) + 40}));
}

} // namespace

MessageLayout::MessageLayout(
    const Message& message, MessagePlace place, int width, const QFont& font, Qt::LayoutDirection direction)
    : m_speaker(message.speaker),
      m_sending(message.sending),
      m_isNote(message.isNote()),
      m_isSystemLine(message.isSystemLine() && !message.isNote()),
      m_place(std::move(place)),
      m_author(authorWords(message)),
      m_state(stateWords(message)),
      m_text(displayText(message.text)),
      m_font(font),
      m_small(smaller(font)),
      m_direction(direction),
      m_width(width)
{
    int y = 0;
    if (!m_place.day.isEmpty()) {
        m_dayY = y;
        y += kDayHeight;
    }
    if (m_place.isFirstUnread) {
        m_unreadY = y;
        y += kUnreadHeight;
    }
    for (const QString& name : message.attachments) {
        m_text += QChar(QChar::LineSeparator) + attachmentWords(displayLine(name));
    }
    if (!m_isSystemLine) {
        m_links = findLinks(m_text);
        findMentions(message.mentions);
    }
    m_height = y;
    if (m_isSystemLine) {
        layOutSystemLine(width);
        return;
    }
    for (int i = 0; i < message.sources.size(); ++i) {
        const Source& source = message.sources.at(i);
        m_chips.push_back({QRect(), QStringLiteral("%1  %2").arg(i + 1).arg(displayLine(source.title, 60))});
    }
    layOutBubble(width);
}

void MessageLayout::findMentions(const QList<Named>& mentions)
{
    for (const Named& each : mentions) {
        const QString name = displayLine(each.text, 300);
        for (qsizetype at = name.isEmpty() ? -1 : m_text.indexOf(name); at >= 0;
             at = m_text.indexOf(name, at + name.size())) {
            m_mentions.append({static_cast<int>(at), static_cast<int>(name.size())});
        }
    }
}

void MessageLayout::layOutText(int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const bool isFromRight = m_text.isRightToLeft();
    option.setTextDirection(isFromRight ? Qt::RightToLeft : Qt::LeftToRight);
    // Without "absolute" the program's own direction would decide.
    option.setAlignment(m_isSystemLine ? Qt::AlignHCenter
                                       : (isFromRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    QList<QTextLayout::FormatRange> formats;
    for (const FoundLink& link : m_links) {
        QTextLayout::FormatRange range;
        range.start = link.start;
        range.length = link.length;
        range.format.setFontUnderline(true);
        formats.append(range);
    }
    for (const auto& [start, length] : std::as_const(m_mentions)) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = length;
        range.format.setFontWeight(QFont::DemiBold);
        formats.append(range);
    }
    m_layout.setText(m_text);
    m_layout.setFont(m_isSystemLine ? m_small : m_font);
    m_layout.setTextOption(option);
    m_layout.setFormats(formats);
    m_layout.setCacheEnabled(true);
    m_layout.beginLayout();
    qreal y = 0;
    qreal widest = 0;
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height();
        widest = std::max(widest, line.naturalTextWidth());
    }
    m_layout.endLayout();
    m_textWidth = std::min(width, static_cast<int>(std::ceil(widest)) + 1);
    m_textHeight = static_cast<int>(std::ceil(y));
    // Text that reads from the right was placed against the right edge of what it might have taken.
    if (isFromRight && !m_isSystemLine) {
        m_layout.setPosition(QPointF(m_textWidth - width, 0));
    }
}

void MessageLayout::layOutSystemLine(int width)
{
    const int inner = std::min(width - 2 * kMargin, kWidest);
    layOutText(inner);
    m_height += kGap;
    m_textAt = QPoint((width - inner) / 2, m_height);
    m_bubble = QRect(m_textAt, QSize(inner, m_textHeight));
    m_height += m_textHeight + kGapContinued;
}

void MessageLayout::layOutBubble(int width)
{
    const QFontMetrics small(m_small);
    const bool isMine = m_speaker != Message::Speaker::Customer;
    const int widest = bubbleWidest(width);
    layOutText(widest - 2 * kPadX);

    m_height += m_place.isContinued ? kGapContinued : kGap;
    const int headerHeight = m_place.isContinued ? 0 : small.height() + 3;
    const int headerTop = m_height;
    m_height += headerHeight;

    const int chipsWidth = widest - 2 * kPadX;
    int bubbleWidth = m_textWidth;
    const int chipsHeight = layOutChips(0, 0, chipsWidth);
    for (const Chip& chip : m_chips) {
        bubbleWidth = std::max(bubbleWidth, chip.rect.right() + 1);
    }
    bubbleWidth += 2 * kPadX;
    const int x = isMine ? width - kMargin - bubbleWidth : kMargin;
    const int bubbleHeight = m_textHeight + 2 * kPadY + (chipsHeight > 0 ? chipsHeight + kChipGap : 0);
    m_bubble = mirrored(QRect(x, m_height, bubbleWidth, bubbleHeight));
    const QRect inner = m_bubble.adjusted(kPadX, kPadY, -kPadX, -kPadY);
    // Beside wide chips a short text stands where its lines begin.
    const bool isFromRight = m_text.isRightToLeft();
    m_textAt = QPoint(isFromRight ? inner.right() + 1 - m_textWidth : inner.left(), inner.top());
    for (Chip& chip : m_chips) {
        chip.rect = QStyle::visualRect(m_direction, QRect(0, 0, inner.width(), 1), chip.rect);
        chip.rect.translate(inner.topLeft() + QPoint(0, m_textHeight + kChipGap));
    }
    m_header = m_place.isContinued ? QRect()
                                   : mirrored(QRect(kMargin, headerTop, width - 2 * kMargin, headerHeight));
    m_height += bubbleHeight;
    if (!m_state.isEmpty()) {
        m_stateRect = mirrored(QRect(kMargin, m_height + 2, width - 2 * kMargin, small.height()));
        if (m_sending == Message::Sending::Failed) {
            m_retry = m_stateRect;
        }
        m_height += small.height() + 3;
    }
}

int MessageLayout::layOutChips(int x, int y, int width)
{
    if (m_chips.empty()) {
        return 0;
    }
    const QFontMetrics small(m_small);
    const int height = small.height() + 6;
    int left = x;
    int top = y;
    for (Chip& chip : m_chips) {
        const int most = std::min(width, kChipWidest);
        chip.text = small.elidedText(inOwnDirection(chip.text), Qt::ElideRight, most - 16);
        const int wide = std::min(most, small.horizontalAdvance(chip.text) + 16);
        if (left > x && left + wide > x + width) {
            left = x;
            top += height + kChipGap;
        }
        chip.rect = QRect(left, top, wide, height);
        left += wide + kChipGap;
    }
    return top + height - y;
}

QRect MessageLayout::mirrored(const QRect& rect) const
{
    return QStyle::visualRect(m_direction, QRect(0, 0, m_width, 1), rect);
}

int MessageLayout::guess(const Message& message, int width, const QFontMetrics& metrics)
{
    const int across =
        std::max(1, (bubbleWidest(width) - 2 * kPadX) / std::max(1, metrics.averageCharWidth()));
    const int breaks = static_cast<int>(message.text.count(QLatin1Char('\n')));
    const int lines = static_cast<int>(message.text.size()) / across + 1 + breaks;
    const int chips = message.sources.isEmpty() ? 0 : metrics.height() + kPadY;
    return lines * metrics.lineSpacing() + 2 * kPadY + kGap + metrics.height() + chips;
}

int MessageLayout::characterAt(const QPoint& point, bool isNearestTaken) const
{
    const QRect text(m_textAt, QSize(m_textWidth, m_textHeight));
    if (!isNearestTaken && !text.adjusted(-kPadX, -kPadY, kPadX, kPadY).contains(point)) {
        return -1;
    }
    const QPointF at = point - m_textAt - m_layout.position();
    if (m_layout.lineCount() == 0) {
        return 0;
    }
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (at.y() < line.y() + line.height() || i == m_layout.lineCount() - 1) {
            return at.y() < line.y() ? line.textStart() : line.xToCursor(at.x());
        }
    }
    return 0;
}

const FoundLink* MessageLayout::linkAt(const QPoint& point) const
{
    const QRect text(m_textAt, QSize(m_textWidth, m_textHeight));
    if (m_links.isEmpty() || !text.contains(point)) {
        return nullptr;
    }
    const int character = characterAt(point);
    for (const FoundLink& link : m_links) {
        if (character >= link.start && character < link.start + link.length) {
            return &link;
        }
    }
    return nullptr;
}

int MessageLayout::sourceAt(const QPoint& point) const
{
    const auto at = std::find_if(m_chips.begin(), m_chips.end(), [&point](const Chip& chip) {
        return chip.rect.contains(point);
    });
    return at == m_chips.end() ? -1 : static_cast<int>(at - m_chips.begin());
}

QString MessageLayout::copied(int from, int to) const
{
    QString text = m_text.mid(std::min(from, to), std::abs(to - from));
    text.replace(QChar(QChar::LineSeparator), QLatin1Char('\n'));
    return text;
}

std::pair<int, int> MessageLayout::wordAt(int character) const
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, m_text);
    finder.setPosition(std::clamp(character, 0, static_cast<int>(m_text.size())));
    const qsizetype begin = finder.isAtBoundary() ? finder.position() : finder.toPreviousBoundary();
    finder.setPosition(begin);
    const qsizetype end = finder.toNextBoundary();
    return {static_cast<int>(std::max<qsizetype>(0, begin)), static_cast<int>(end < 0 ? m_text.size() : end)};
}

} // namespace parley::console
