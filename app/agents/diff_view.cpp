// SPDX-License-Identifier: MIT
#include "app/agents/diff_view.h"

#include "app/agents/line_diff.h"
#include "app/style/colors.h"

#include <QEvent>
#include <QFontDatabase>
#include <QTextBlock>
#include <QTextCursor>

namespace parley::console {

namespace {

using Kind = LineDiff::Kind;

constexpr int kContext = 3;

struct Shown {
    Kind kind = Kind::Same;
    QString text;
    bool isGap = false;
};

/// Whether a change is so near that this line is shown.
bool isNearChange(const QList<LineDiff::Line>& lines, qsizetype at)
{
    const qsizetype last = qMin(lines.size() - 1, at + kContext);
    for (qsizetype i = qMax<qsizetype>(0, at - kContext); i <= last; ++i) {
        if (lines.at(i).kind != Kind::Same) {
            return true;
        }
    }
    return false;
}

QList<Shown> shownLines(const LineDiff& diff)
{
    QList<Shown> shown;
    int hidden = 0;
    const auto closeGap = [&] {
        if (hidden > 0) {
            shown.append({Kind::Same, DiffView::tr("%n line(s) as before", nullptr, hidden), true});
            hidden = 0;
        }
    };
    for (qsizetype i = 0; i < diff.lines().size(); ++i) {
        const LineDiff::Line& line = diff.lines().at(i);
        if (!isNearChange(diff.lines(), i)) {
            ++hidden;
            continue;
        }
        closeGap();
        shown.append({line.kind, line.text, false});
    }
    closeGap();
    return shown;
}

QString marked(const Shown& line)
{
    if (line.isGap) {
        return QStringLiteral("  ⋯ ") + line.text;
    }
    const QString mark = line.kind == Kind::Added     ? QStringLiteral("+ ")
                         : line.kind == Kind::Removed ? QStringLiteral("− ")
                                                      : QStringLiteral("  ");
    return mark + line.text;
}

} // namespace

DiffView::DiffView(QWidget* parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Differences"));
}

void DiffView::showDiff(const QString& before, const QString& after, const QString& whenSame)
{
    m_before = before;
    m_after = after;
    m_whenSame = whenSame;
    render();
}

void DiffView::render()
{
    const Colors& colors = colorsOf(palette());
    clear();
    QTextCursor cursor(document());
    const LineDiff diff(m_before.split(QLatin1Char('\n')), m_after.split(QLatin1Char('\n')));
    if (diff.isSame()) {
        QTextCharFormat plain;
        plain.setForeground(colors.text);
        cursor.insertText(m_whenSame, plain);
        return;
    }
    bool isFirst = true;
    for (const Shown& line : shownLines(diff)) {
        QTextBlockFormat block;
        QTextCharFormat format;
        format.setForeground(line.isGap ? colors.muted : colors.text);
        if (line.kind != Kind::Same) {
            const bool isAdded = line.kind == Kind::Added;
            block.setBackground(isAdded ? colors.successSoft : colors.dangerSoft);
            format.setForeground(isAdded ? colors.success : colors.danger);
        }
        isFirst ? cursor.setBlockFormat(block) : cursor.insertBlock(block);
        cursor.insertText(marked(line), format);
        isFirst = false;
    }
    moveCursor(QTextCursor::Start);
}

void DiffView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_whenSame.isEmpty()) {
        render();
    }
}

} // namespace parley::console
