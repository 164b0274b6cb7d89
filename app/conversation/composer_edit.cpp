// SPDX-License-Identifier: MIT
#include "app/conversation/composer_edit.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>

namespace parley::console {

namespace {

constexpr int kLeastLines = 2;
constexpr int kMostLines = 9;
constexpr int kFrame = 16;
/// More than anybody answers; what is pasted beyond is a file.
constexpr qsizetype kMostPasted = 1'000'000;
constexpr qsizetype kLongestName = 60;

} // namespace

ComposerEdit::ComposerEdit(QWidget* parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("composer"));
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document(), &QTextDocument::contentsChanged, this, [this] { updateGeometry(); });
}

int ComposerEdit::wantedHeight() const
{
    const int lines = std::clamp(document()->lineCount(), kLeastLines, kMostLines);
    return lines * fontMetrics().lineSpacing() + kFrame;
}

QSize ComposerEdit::sizeHint() const
{
    return {200, wantedHeight()};
}

QSize ComposerEdit::minimumSizeHint() const
{
    return {80, wantedHeight()};
}

bool ComposerEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isOurs = key->key() == Qt::Key_K || key->key() == Qt::Key_D;
        if (isOurs && key->modifiers() == Qt::ControlModifier) {
            event->ignore(); // on some desktops these delete; here they are commands
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

bool ComposerEdit::focusNextPrevChild(bool isNext)
{
    return (isNext && m_filter && m_filter(Qt::Key_Tab)) || QPlainTextEdit::focusNextPrevChild(isNext);
}

void ComposerEdit::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    if (held == Qt::NoModifier && m_filter && m_filter(event->key())) {
        event->accept();
        return;
    }
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    const bool isSend = held == Qt::ControlModifier || (m_doesEnterSend && held == Qt::NoModifier);
    if (isSend) {
        Q_EMIT submitted();
    } else {
        textCursor().insertBlock(); // Shift+Enter of Qt's own would make a line separator
        ensureCursorVisible();
    }
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasText();
}

void ComposerEdit::insertFromMimeData(const QMimeData* source)
{
    insertPlainText(source->text().left(kMostPasted));
    ensureCursorVisible();
}

QString ComposerEdit::slashWord() const
{
    const QTextCursor cursor = textCursor();
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    const bool isWord = line.startsWith(QLatin1Char('/')) && !line.contains(QLatin1Char(' '));
    return isWord ? line : QString();
}

QString ComposerEdit::atWord() const
{
    const QTextCursor cursor = textCursor();
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    const qsizetype at = line.lastIndexOf(QLatin1Char('@'));
    // The mark within an address of a colleague belongs to the mention that began before it.
    const qsizetype before = at > 0 ? line.lastIndexOf(QLatin1Char('@'), at - 1) : -1;
    const bool isAddress = before >= 0 && at > before + 1 && !line.mid(before, at - before).contains(u' ');
    const qsizetype begin = isAddress ? before : at;
    const bool isWord = begin == 0 || (begin > 0 && !line.at(begin - 1).isLetterOrNumber());
    return isWord && line.size() - begin <= kLongestName ? line.mid(begin) : QString();
}

void ComposerEdit::replaceAtWord(const QString& text)
{
    QTextCursor cursor = textCursor();
    const auto length = static_cast<int>(atWord().size());
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, length);
    cursor.insertText(text);
    setTextCursor(cursor);
}

void ComposerEdit::replaceSlashWord(const QString& text)
{
    QTextCursor cursor = textCursor();
    const auto length = static_cast<int>(slashWord().size());
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, length);
    cursor.insertText(text);
    setTextCursor(cursor);
}

} // namespace parley::console
