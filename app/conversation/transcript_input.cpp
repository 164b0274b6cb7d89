// SPDX-License-Identifier: MIT
// What mouse and keyboard do in a transcript.
#include "app/conversation/transcript_model.h"
#include "app/conversation/transcript_view.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QToolTip>

namespace parley::console {

TranscriptView::Hit TranscriptView::hit(const QPoint& at)
{
    if (!m_model || m_heights.count() == 0) {
        return {};
    }
    const qint64 y = verticalScrollBar()->value() + at.y() - extraTop();
    const int row = m_heights.rowAt(y);
    if (y < 0 || row < 0) {
        return {};
    }
    return {row, QPoint(at.x(), static_cast<int>(y - m_heights.offsetOf(row)))};
}

void TranscriptView::clearSelection()
{
    m_selectedRow = -1;
    m_selectedFrom = 0;
    m_selectedTo = 0;
    m_isSelecting = false;
}

void TranscriptView::setCurrentRow(int row)
{
    if (!m_model || row < 0 || row >= m_heights.count()) {
        return;
    }
    m_current = row;
    clearSelection();
    scrollTo(row);
    setAccessibleDescription(m_model->index(row).data(Qt::AccessibleTextRole).toString());
    viewport()->update();
}

void TranscriptView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const Hit at = hit(event->pos());
    clearSelection();
    m_pressedAt = event->pos();
    if (at.row >= 0) {
        m_current = at.row;
        const int character = layoutOf(at.row).characterAt(at.point);
        if (character >= 0) {
            m_selectedRow = at.row;
            m_selectedFrom = m_selectedTo = character;
            m_isSelecting = true;
        }
    }
    viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_isSelecting && (event->buttons() & Qt::LeftButton) != 0) {
        const qint64 top = m_heights.offsetOf(m_selectedRow) - verticalScrollBar()->value() + extraTop();
        const QPoint own = event->pos() - QPoint(0, static_cast<int>(top));
        m_selectedTo = layoutOf(m_selectedRow).characterAt(own, true);
        viewport()->update();
        return;
    }
    const Hit at = hit(event->pos());
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (at.row >= 0) {
        const MessageLayout& layout = layoutOf(at.row);
        const bool isAction =
            layout.linkAt(at.point) || layout.sourceAt(at.point) >= 0 || layout.isRetryAt(at.point);
        shape = isAction                            ? Qt::PointingHandCursor
                : layout.characterAt(at.point) >= 0 ? Qt::IBeamCursor
                                                    : Qt::ArrowCursor;
    }
    viewport()->setCursor(shape);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    m_isSelecting = false;
    const int distance = (event->pos() - m_pressedAt).manhattanLength();
    if (distance < QGuiApplication::styleHints()->startDragDistance() && m_selectedFrom == m_selectedTo) {
        openAt(hit(event->pos()));
    }
}

void TranscriptView::openAt(const Hit& at)
{
    if (at.row < 0) {
        return;
    }
    const MessageLayout& layout = layoutOf(at.row);
    const Message& message = m_model->message(at.row);
    if (const FoundLink* link = layout.linkAt(at.point)) {
        Q_EMIT linkWanted(link->url);
    } else if (const int source = layout.sourceAt(at.point); source >= 0) {
        const qint64 top = m_heights.offsetOf(at.row) - verticalScrollBar()->value() + extraTop();
        const QRect chip = layout.sourceRect(source).translated(0, static_cast<int>(top));
        Q_EMIT sourceWanted(message.sources.at(source),
                            source + 1,
                            QRect(viewport()->mapToGlobal(chip.topLeft()), chip.size()));
    } else if (layout.isRetryAt(at.point)) {
        Q_EMIT retryWanted(message.id);
    }
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const Hit at = hit(event->pos());
    if (at.row < 0) {
        return;
    }
    const MessageLayout& layout = layoutOf(at.row);
    if (const int character = layout.characterAt(at.point); character >= 0) {
        const auto [from, to] = layout.wordAt(character);
        m_selectedRow = at.row;
        m_selectedFrom = from;
        m_selectedTo = to;
        viewport()->update();
    }
}

QString TranscriptView::copied() const
{
    const auto layout = m_layouts.find(m_selectedRow);
    if (layout != m_layouts.end() && m_selectedFrom != m_selectedTo) {
        return layout->second->copied(m_selectedFrom, m_selectedTo);
    }
    return m_current >= 0 && m_current < m_heights.count() ? m_model->message(m_current).text : QString();
}

void TranscriptView::copy()
{
    if (const QString text = copied(); !text.isEmpty()) {
        QGuiApplication::clipboard()->setText(text);
    }
}

void TranscriptView::keyPressEvent(QKeyEvent* event)
{
    const int last = m_heights.count() - 1;
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll) && m_current >= 0) {
        m_selectedRow = m_current;
        m_selectedFrom = 0;
        m_selectedTo = static_cast<int>(layoutOf(m_current).text().size());
        viewport()->update();
    } else if (event->key() == Qt::Key_Up) {
        setCurrentRow(m_current < 0 ? last : std::max(0, m_current - 1));
    } else if (event->key() == Qt::Key_Down) {
        setCurrentRow(m_current < 0 ? last : std::min(last, m_current + 1));
    } else if (event->key() == Qt::Key_Home) {
        setCurrentRow(0);
    } else if (event->key() == Qt::Key_End) {
        setCurrentRow(last);
        scrollToEnd();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current >= 0) {
        const Message& message = m_model->message(m_current);
        if (message.sending == Message::Sending::Failed) {
            Q_EMIT retryWanted(message.id);
        } else {
            Q_EMIT menuWanted(m_current, {}, viewport()->mapToGlobal(bubbleRect(m_current).center()));
        }
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TranscriptView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (m_current >= 0) {
            Q_EMIT menuWanted(m_current, {}, viewport()->mapToGlobal(bubbleRect(m_current).center()));
        }
        return;
    }
    const Hit at = hit(event->pos());
    if (at.row < 0) {
        return;
    }
    if (at.row != m_selectedRow) {
        clearSelection();
    }
    m_current = at.row;
    viewport()->update();
    const FoundLink* link = layoutOf(at.row).linkAt(at.point);
    Q_EMIT menuWanted(at.row, link ? link->url : QUrl(), event->globalPos());
}

bool TranscriptView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        // Nothing here is said in a tooltip: the style would read markup in it.
        QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace parley::console
