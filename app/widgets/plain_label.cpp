// SPDX-License-Identifier: MIT
#include "app/widgets/plain_label.h"

#include "app/widgets/roles.h"

#include <QPainter>

namespace parley::console {

PlainLabel::PlainLabel(const QString& text, QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setWordWrap(true);
}

PlainLabel::PlainLabel(const QString& text, const char* role, QWidget* parent) : PlainLabel(text, parent)
{
    setRole(this, role);
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
    m_text = text;
    m_text.replace(QLatin1Char('\n'), QLatin1Char(' '));
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
                     fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateToolTip();
}

} // namespace parley::console
