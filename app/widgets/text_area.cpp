// SPDX-License-Identifier: MIT
#include "app/widgets/text_area.h"

#include <QAbstractTextDocumentLayout>
#include <QTextDocument>
#include <QtMath>

namespace parley::console {

namespace {

constexpr int kPaddingPx = 20;
constexpr int kMoreLines = 4;

} // namespace

TextArea::TextArea(int lines, QWidget* parent)
    : QPlainTextEdit(parent), m_least(lines), m_most(qMax(lines * 2, lines + kMoreLines))
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document()->documentLayout(),
            &QAbstractTextDocumentLayout::documentSizeChanged,
            this,
            &QWidget::updateGeometry);
}

QSize TextArea::sizeHint() const
{
    // A plain text document measures itself in lines, wrapped ones included.
    const int lines = qBound(m_least, qCeil(document()->size().height()), m_most);
    return {QPlainTextEdit::sizeHint().width(), fontMetrics().lineSpacing() * lines + kPaddingPx};
}

QSize TextArea::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

} // namespace parley::console
