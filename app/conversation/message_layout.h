// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/link_finder.h"
#include "app/conversation/message.h"

#include <QFont>
#include <QPoint>
#include <QRect>
#include <QString>
#include <QTextLayout>

#include <vector>

class QPainter;
class QPalette;

namespace parley::console {

/// What stands around a message that its place decides.
struct MessagePlace {
    /// The day's name, where it begins a day; empty else.
    QString day;
    bool isFirstUnread = false;
    /// The same person has spoken just before: no name again.
    bool isContinued = false;
    /// "14:05", by the reader's locale
    QString time;
};

/// What is marked or pointed at while a message is painted.
struct MessageMarks {
    int from = 0;
    int to = 0;
    /// The keyboard is here.
    bool isCurrent = false;
};

/// One message laid out for a width: where its bubble, text, links, sources and state lie, and how to paint
/// them. The text is painted as it is; nothing in it is markup.
class MessageLayout {
public:
    MessageLayout(const Message& message,
                  MessagePlace place,
                  int width,
                  const QFont& font,
                  Qt::LayoutDirection direction);

    int height() const { return m_height; }
    /// @param top where this message begins @param clip what is to be painted, in the painter's coordinates
    void paint(QPainter& painter,
               const QPoint& top,
               const QRect& clip,
               const MessageMarks& marks,
               const QPalette& palette) const;

    /// @name Where a point of this message's own coordinates lies
    /// @{
    /// Place in `text`, by the nearest character. -1: outside the bubble.
    int characterAt(const QPoint& point, bool isNearestTaken = false) const;
    const FoundLink* linkAt(const QPoint& point) const;
    /// Index in the message's sources; -1: none.
    int sourceAt(const QPoint& point) const;
    /// "Try again" of a message that was not sent.
    bool isRetryAt(const QPoint& point) const { return m_retry.contains(point); }
    /// @}

    /// What is painted in the bubble; breaks are line separators.
    const QString& text() const { return m_text; }
    QString copied(int from, int to) const;
    /// The word around a place.
    std::pair<int, int> wordAt(int character) const;
    QRect bubble() const { return m_bubble; }
    QRect sourceRect(int source) const { return m_chips.at(static_cast<std::size_t>(source)).rect; }
    const QList<FoundLink>& links() const { return m_links; }
    /// Where colleagues are named in `text`: begin and length.
    const QList<std::pair<int, int>>& mentions() const { return m_mentions; }

    /// Quickly, without laying anything out: what the height will be about.
    static int guess(const Message& message, int width, const QFontMetrics& metrics);

private:
    struct Chip {
        QRect rect;
        QString text;
    };

    void findMentions(const QList<Named>& mentions);
    void layOutText(int width);
    void layOutSystemLine(int width);
    void layOutBubble(int width);
    int layOutChips(int x, int y, int width);
    QRect mirrored(const QRect& rect) const;
    QColor ground(const QPalette& palette) const;
    void paintDay(QPainter& painter, const QPoint& top, const QPalette& palette) const;
    void paintUnread(QPainter& painter, const QPoint& top, const QPalette& palette) const;
    void paintText(QPainter& painter,
                   const QPoint& top,
                   const QRect& clip,
                   const MessageMarks& marks,
                   const QPalette& palette) const;
    void paintChips(QPainter& painter, const QPoint& top, const QPalette& palette) const;
    void paintState(QPainter& painter, const QPoint& top, const QPalette& palette) const;

    Message::Speaker m_speaker;
    Message::Sending m_sending;
    bool m_isNote;
    bool m_isSystemLine;
    MessagePlace m_place;
    QString m_author;
    QString m_state;
    QString m_text;
    QFont m_font;
    QFont m_small;
    Qt::LayoutDirection m_direction;
    QTextLayout m_layout;
    QList<FoundLink> m_links;
    QList<std::pair<int, int>> m_mentions;
    std::vector<Chip> m_chips;
    QRect m_header;
    QRect m_bubble;
    QRect m_retry;
    QRect m_stateRect;
    QPoint m_textAt;
    int m_width;
    int m_dayY = -1;
    int m_unreadY = -1;
    int m_textWidth = 0;
    int m_textHeight = 0;
    int m_height = 0;
};

} // namespace parley::console
