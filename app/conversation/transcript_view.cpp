// SPDX-License-Identifier: MIT
#include "app/conversation/transcript_view.h"

#include "app/conversation/transcript_model.h"
#include "app/style/colors.h"
#include "app/style/icons.h"
#include "app/widgets/time_text.h"

#include <QPainter>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace parley::console {

namespace {

constexpr int kMostLayouts = 400;
constexpr int kKeptAround = 60;
constexpr int kBottomPad = 12;
constexpr int kEndSlack = 4;
constexpr int kStep = 48;
constexpr qint64 kSameBreathMs = 5 * 60 * 1'000;

} // namespace

TranscriptView::TranscriptView(QWidget* parent) : QAbstractScrollArea(parent), m_toEnd(new QToolButton(this))
{
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(tr("Messages"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(kStep);
    m_toEnd->setObjectName(QStringLiteral("toEndButton"));
    m_toEnd->setIcon(icon(QStringLiteral("down")));
    m_toEnd->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toEnd->setFocusPolicy(Qt::NoFocus);
    m_toEnd->setAutoFillBackground(true);
    m_toEnd->setText(tr("To the end"));
    m_toEnd->setAccessibleName(tr("To the newest message"));
    m_toEnd->hide();
    connect(m_toEnd, &QToolButton::clicked, this, &TranscriptView::scrollToEnd);
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setModel(TranscriptModel& model)
{
    m_model = &model;
    connect(m_model, &QAbstractItemModel::modelReset, this, &TranscriptView::guessAll);
    connect(m_model,
            &QAbstractItemModel::rowsInserted,
            this,
            [this](const QModelIndex&, int first, int last) { rowsInserted(first, last); });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &TranscriptView::guessAll);
    connect(m_model,
            &QAbstractItemModel::dataChanged,
            this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                rowsChanged(first.row(), last.row());
            });
    guessAll();
}

void TranscriptView::guessAll()
{
    const QFontMetrics metrics(font());
    const int width = viewport()->width();
    std::vector<int> guesses;
    guesses.reserve(static_cast<std::size_t>(m_model->rowCount()));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        guesses.push_back(MessageLayout::guess(m_model->message(row), width, metrics));
    }
    m_heights.reset(guesses);
    m_layouts.clear();
    m_measured = 0;
    m_anchorRow = std::clamp(m_anchorRow, 0, std::max(0, m_model->rowCount() - 1));
    m_current = std::min(m_current, m_model->rowCount() - 1);
    clearSelection();
    measureVisible();
}

void TranscriptView::rowsInserted(int first, int last)
{
    if (last != m_model->rowCount() - 1) {
        guessAll();
        return;
    }
    const QFontMetrics metrics(font());
    for (int row = first; row <= last; ++row) {
        m_heights.append(MessageLayout::guess(m_model->message(row), viewport()->width(), metrics));
        m_unseen += m_isAtEnd ? 0 : 1;
    }
    m_toEnd->setText(m_unseen > 0 ? tr("%n new", nullptr, m_unseen) : tr("To the end"));
    measureVisible();
}

void TranscriptView::rowsChanged(int first, int last)
{
    // The row below shows whether the same person goes on.
    for (int row = first; row <= std::min(last + 1, m_heights.count() - 1); ++row) {
        m_layouts.erase(row);
        m_heights.forget(row);
    }
    if (m_selectedRow >= first && m_selectedRow <= last) {
        clearSelection();
    }
    measureVisible();
}

MessagePlace TranscriptView::placeOf(int row) const
{
    const Message& message = m_model->message(row);
    const QDateTime at = message.at();
    MessagePlace place;
    place.time = QLocale().toString(at.time(), QLocale::ShortFormat);
    place.isFirstUnread = m_model->isFirstUnread(row);
    const Message* before = row > 0 ? &m_model->message(row - 1) : nullptr;
    if (!before || before->at().date() != at.date()) {
        place.day = dayText(at.date(), QDate::currentDate());
    }
    place.isContinued = before && place.day.isEmpty() && !place.isFirstUnread && !before->isSystemLine() &&
                        before->speaker == message.speaker && before->author == message.author &&
                        before->isNote() == message.isNote() && message.atMs - before->atMs < kSameBreathMs;
    return place;
}

MessageLayout& TranscriptView::layoutOf(int row)
{
    auto& layout = m_layouts[row];
    if (!layout) {
        layout = std::make_unique<MessageLayout>(
            m_model->message(row), placeOf(row), viewport()->width(), font(), layoutDirection());
        ++m_measured;
        m_heights.set(row, layout->height());
    }
    return *layout;
}

int TranscriptView::extraTop() const
{
    const qint64 space = viewport()->height() - m_heights.total() - kBottomPad;
    return static_cast<int>(std::max<qint64>(0, space));
}

void TranscriptView::measureDown(int row)
{
    int y = -m_anchorAbove;
    for (; row < m_heights.count() && y < viewport()->height(); ++row) {
        layoutOf(row);
        y += m_heights.height(row);
    }
}

void TranscriptView::measureUp(int row)
{
    int left = viewport()->height();
    for (; row >= 0 && left > 0; --row) {
        layoutOf(row);
        left -= m_heights.height(row);
    }
}

void TranscriptView::measureVisible()
{
    if (!m_model || m_heights.count() == 0) {
        applyScrollBar();
        return;
    }
    if (m_isAtEnd) {
        measureUp(m_heights.count() - 1);
        const qint64 top = std::max<qint64>(0, m_heights.total() + kBottomPad - viewport()->height());
        m_anchorRow = m_heights.rowAt(top);
        m_anchorAbove = static_cast<int>(top - m_heights.offsetOf(m_anchorRow));
    } else {
        measureDown(m_anchorRow);
        const qint64 below = m_heights.total() + kBottomPad - m_heights.offsetOf(m_anchorRow) - m_anchorAbove;
        if (below < viewport()->height()) { // what was guessed above the end was too high
            setAtEnd(true);
            measureVisible();
            return;
        }
    }
    applyScrollBar();
    dropFarLayouts();
    viewport()->update();
}

void TranscriptView::applyScrollBar()
{
    m_isApplying = true;
    const qint64 total = m_heights.count() > 0 ? m_heights.total() + kBottomPad : 0;
    const int most = static_cast<int>(std::max<qint64>(0, total - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, most);
    const qint64 value = m_heights.count() > 0 ? m_heights.offsetOf(m_anchorRow) + m_anchorAbove : 0;
    verticalScrollBar()->setValue(m_isAtEnd ? most : static_cast<int>(std::min<qint64>(value, most)));
    m_isApplying = false;
    placeEndButton();
}

void TranscriptView::scrollContentsBy(int, int)
{
    if (m_isApplying || m_heights.count() == 0) {
        return;
    }
    const QScrollBar& bar = *verticalScrollBar();
    const qint64 moved = bar.value() - (m_heights.offsetOf(m_anchorRow) + m_anchorAbove);
    if (std::abs(moved) < 2 * viewport()->height()) {
        moveAnchor(static_cast<int>(moved));
    } else {
        m_anchorRow = m_heights.rowAt(bar.value());
        m_anchorAbove = static_cast<int>(bar.value() - m_heights.offsetOf(m_anchorRow));
    }
    setAtEnd(bar.value() >= bar.maximum() - kEndSlack);
    measureVisible();
}

/// By measured heights, so that what is seen moves by as much as was scrolled, whatever was guessed.
void TranscriptView::moveAnchor(int by)
{
    m_anchorAbove += by;
    while (m_anchorAbove < 0 && m_anchorRow > 0) {
        layoutOf(--m_anchorRow);
        m_anchorAbove += m_heights.height(m_anchorRow);
    }
    m_anchorAbove = std::max(0, m_anchorAbove);
    layoutOf(m_anchorRow);
    while (m_anchorAbove >= m_heights.height(m_anchorRow) && m_anchorRow + 1 < m_heights.count()) {
        m_anchorAbove -= m_heights.height(m_anchorRow);
        layoutOf(++m_anchorRow);
    }
}

void TranscriptView::setAtEnd(bool isAtEnd)
{
    if (m_isAtEnd == isAtEnd) {
        return;
    }
    m_isAtEnd = isAtEnd;
    if (isAtEnd) {
        m_unseen = 0;
        m_toEnd->setText(tr("To the end"));
    }
    Q_EMIT atEndChanged(isAtEnd);
}

void TranscriptView::scrollToEnd()
{
    setAtEnd(true);
    measureVisible();
}

void TranscriptView::scrollTo(int row)
{
    if (row < 0 || row >= m_heights.count()) {
        return;
    }
    layoutOf(row);
    const QRect shown = viewport()->rect();
    const qint64 top = m_heights.offsetOf(row);
    const qint64 now = verticalScrollBar()->value();
    if (top < now) {
        m_anchorRow = row;
        m_anchorAbove = 0;
    } else if (top + m_heights.height(row) > now + shown.height()) {
        measureUp(row);
        const qint64 wanted =
            std::max<qint64>(0, m_heights.offsetOf(row) + m_heights.height(row) - shown.height());
        m_anchorRow = m_heights.rowAt(wanted);
        m_anchorAbove = static_cast<int>(wanted - m_heights.offsetOf(m_anchorRow));
    } else {
        return;
    }
    setAtEnd(row == m_heights.count() - 1);
    measureVisible();
}

void TranscriptView::dropFarLayouts()
{
    if (m_layouts.size() <= static_cast<std::size_t>(kMostLayouts)) {
        return;
    }
    std::erase_if(m_layouts, [this](const auto& each) {
        return each.first < m_anchorRow - kKeptAround || each.first > m_anchorRow + 2 * kKeptAround;
    });
}

void TranscriptView::placeEndButton()
{
    m_toEnd->setVisible(!m_isAtEnd && m_heights.count() > 0);
    m_toEnd->adjustSize();
    const QRect area = viewport()->geometry();
    const QRect place(area.right() - m_toEnd->width() - 16,
                      area.bottom() - m_toEnd->height() - 12,
                      m_toEnd->width(),
                      m_toEnd->height());
    m_toEnd->setGeometry(QStyle::visualRect(layoutDirection(), area, place));
}

QRect TranscriptView::bubbleRect(int row)
{
    const MessageLayout& layout = layoutOf(row);
    applyScrollBar(); // it may have been measured just now, above what is seen
    const qint64 top = m_heights.offsetOf(row) - verticalScrollBar()->value() + extraTop();
    return layout.bubble().translated(0, static_cast<int>(top));
}

MessageMarks TranscriptView::marksOf(int row) const
{
    MessageMarks marks;
    marks.isCurrent = row == m_current && hasFocus();
    if (row == m_selectedRow) {
        marks.from = m_selectedFrom;
        marks.to = m_selectedTo;
    }
    return marks;
}

void TranscriptView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), colorsOf(palette()).surface);
    if (!m_model || m_heights.count() == 0) {
        return;
    }
    int y = extraTop() - m_anchorAbove;
    for (int row = m_anchorRow; row < m_heights.count() && y <= event->rect().bottom(); ++row) {
        const MessageLayout& layout = layoutOf(row);
        if (y + layout.height() >= event->rect().top()) {
            layout.paint(painter, QPoint(0, y), event->rect(), marksOf(row), palette());
        }
        y += layout.height();
    }
}

void TranscriptView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_model && event->oldSize().width() != event->size().width()) {
        guessAll();
    } else {
        measureVisible();
    }
}

void TranscriptView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    const bool isShape =
        event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange;
    if (isShape && m_model) {
        guessAll();
    }
}

} // namespace parley::console
