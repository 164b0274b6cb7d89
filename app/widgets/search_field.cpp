// SPDX-License-Identifier: MIT
#include "app/widgets/search_field.h"

#include "app/style/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace parley::console {

namespace {

constexpr int kPauseMs = 180;

} // namespace

SearchField::SearchField(const QString& placeholder, QWidget* parent) : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::tell);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        text.isEmpty() ? tell() : m_pause.start();
    });
    connect(this, &QLineEdit::returnPressed, this, &SearchField::tell);
}

void SearchField::tell()
{
    m_pause.stop();
    const QString wanted = text().trimmed();
    if (wanted != m_told) {
        m_told = wanted;
        Q_EMIT searched(wanted);
    }
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace parley::console
