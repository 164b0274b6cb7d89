// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/height_cache.h"
#include "app/conversation/message_layout.h"

#include <QAbstractScrollArea>
#include <QUrl>

#include <memory>
#include <unordered_map>

class QToolButton;

namespace parley::console {

class TranscriptModel;
struct Source;

/// The messages of a conversation. Only what is seen is laid out; the height of the rest is guessed until it
/// is scrolled to, and what is looked at keeps its place meanwhile. Stays at the end while it is at the end.
///
/// Text can be marked within a message by mouse and copied; the arrow keys go from message to message.
class TranscriptView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TranscriptView(QWidget* parent = nullptr);
    ~TranscriptView() override;

    /// @param model outlives this
    void setModel(TranscriptModel& model);
    const TranscriptModel* model() const { return m_model; }
    void scrollToEnd();
    void scrollTo(int row);
    bool isAtEnd() const { return m_isAtEnd; }
    /// The message the keyboard is at; -1: none.
    int currentRow() const { return m_current; }
    void setCurrentRow(int row);
    /// What Ctrl+C would take: the marked text, or the current message's.
    QString copied() const;
    /// How many rows have been laid out since the model was set; what is not seen is not.
    int measuredCount() const { return m_measured; }
    /// Where a row's bubble is, in the viewport; laid out for it if need be.
    QRect bubbleRect(int row);

public Q_SLOTS:
    void copy();

Q_SIGNALS:
    /// An address in a message was clicked; nothing has been opened.
    void linkWanted(const QUrl& url);
    void sourceWanted(const parley::console::Source& source, int number, const QRect& globalRect);
    /// A message that was not sent shall be sent again.
    void retryWanted(const QString& id);
    void menuWanted(int row, const QUrl& link, const QPoint& globalPos);
    void atEndChanged(bool isAtEnd);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Hit {
        int row = -1;
        QPoint point; ///< in the message's own coordinates
    };

    void guessAll();
    void rowsInserted(int first, int last);
    void rowsChanged(int first, int last);
    MessageLayout& layoutOf(int row);
    MessagePlace placeOf(int row) const;
    void measureVisible();
    void measureDown(int row);
    void measureUp(int row);
    void moveAnchor(int by);
    void applyScrollBar();
    void setAtEnd(bool isAtEnd);
    void dropFarLayouts();
    Hit hit(const QPoint& at);
    MessageMarks marksOf(int row) const;
    void clearSelection();
    void openAt(const Hit& hit);
    void placeEndButton();
    int extraTop() const;

    TranscriptModel* m_model = nullptr;
    HeightCache m_heights;
    std::unordered_map<int, std::unique_ptr<MessageLayout>> m_layouts;
    QToolButton* m_toEnd;
    /// What is at the viewport's upper edge: a row, and how much of it is above.
    int m_anchorRow = 0;
    int m_anchorAbove = 0;
    int m_current = -1;
    int m_selectedRow = -1;
    int m_selectedFrom = 0;
    int m_selectedTo = 0;
    int m_measured = 0;
    int m_unseen = 0;
    QPoint m_pressedAt;
    bool m_isSelecting = false;
    bool m_isAtEnd = true;
    bool m_isApplying = false;
};

} // namespace parley::console
