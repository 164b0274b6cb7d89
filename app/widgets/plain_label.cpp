// SPDX-License-Identifier: MIT
#include "app/widgets/plain_label.h"

#include "app/widgets/display_text.h"
#include "app/widgets/roles.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace parley::console {

namespace {

/// More has no room in any window.
constexpr int kLongestLine = 500;

} // namespace

PlainLabel::PlainLabel(const QString& text, QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    align();
    setText(text);
    setWordWrap(true);
}

PlainLabel::PlainLabel(const QString& text, const char* role, QWidget* parent) : PlainLabel(text, parent)
{
    setRole(this, role);
    m_isHeading = qstrcmp(role, "title") == 0 || qstrcmp(role, "heading") == 0;
    setText(text);
}

void PlainLabel::setText(const QString& text)
{
    m_text = text;
    QLabel::setText(displayLabel(m_isHeading ? displayLine(text) : text));
}

void PlainLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    align();
}

/// QLabel takes a text's direction for that of what it stands in: an English name in an Arabic window would
/// stand on the other side than all the rest.
void PlainLabel::align()
{
    const bool hasSide = (m_alignment & (Qt::AlignHCenter | Qt::AlignJustify)) == 0;
    QLabel::setAlignment(hasSide ? QStyle::visualAlignment(layoutDirection(), m_alignment) | Qt::AlignAbsolute
                                 : m_alignment);
}

void PlainLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange) {
        align();
    }
}

void PlainLabel::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && hasSelectedText()) {
        copy();
        event->accept();
        return;
    }
    QLabel::keyPressEvent(event);
}

/// Qt's own would copy the breaks too.
void PlainLabel::contextMenuEvent(QContextMenuEvent* event)
{
    if (!textInteractionFlags().testFlag(Qt::TextSelectableByMouse)) {
        QLabel::contextMenuEvent(event);
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &PlainLabel::copy)->setEnabled(hasSelectedText());
    menu->addAction(tr("Select all"), this, [this] {
        setSelection(0, static_cast<int>(QLabel::text().size()));
    });
    menu->popup(event->globalPos());
}

void PlainLabel::copy()
{
    QGuiApplication::clipboard()->setText(
        selectedText().replace(QChar::ParagraphSeparator, QLatin1Char('\n')).remove(QChar(kWordBreak)));
}

void PlainLabel::setCopyable(bool isCopyable)
{
    setTextInteractionFlags(isCopyable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                       : Qt::NoTextInteraction);
}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString& text)
{
    m_text = displayLine(text, kLongestLine);
    setAccessibleName(m_text);
    updateToolTip();
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text), fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

void ElidedLabel::updateToolTip()
{
    setPlainToolTip(this, fontMetrics().horizontalAdvance(m_text) > width() ? m_text : QString());
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(),
                     static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine),
                     fontMetrics().elidedText(inOwnDirection(m_text), Qt::ElideRight, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateToolTip();
}

} // namespace parley::console
