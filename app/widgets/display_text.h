// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// What a stranger wrote, made fit to be painted. Nothing here reads markup: a text stays a text.
namespace parley::console {

/// For several lines, one character for one, so that places in it are places in the text: line breaks become
/// line separators, control characters their pictures, and the marks that would turn the reading direction
/// of what stands around them by force become visible.
QString displayText(QString text);
/// For one line among other words (titles, tabs, tooltips): line breaks are spaces, and no mark in it can
/// reorder what follows. @param most characters; what is longer ends in "…"
QString displayLine(const QString& text, int most = 200);

/// As displayLine for each line of the first few; for rows that have a second line.
QString displayLines(const QString& text, int mostLines = 4);
/// A text inside others, or inside a window that reads the other way: its own first letter decides how it
/// reads, and what stands around it stays where it is. For painting; not a text to keep.
QString inOwnDirection(const QString& text);

/// As displayText, ending in "…" where there is more: for labels, which lay everything out that they hold.
QString displayBlock(const QString& text, int most = 4'000);

/// For a button, a tab or a menu: as displayLine, with no "&" that would underline a letter and take its key.
QString displayCaption(const QString& text, int most = 60);

/// For what reads markup and cannot be told not to (charts, the platform's notifications): as displayLine,
/// with characters that look alike where a tag would begin or end.
QString displayUntagged(const QString& text, int most = 60);

/// For a label, whatever it is made of: as displayBlock with its lines kept, no mark in it turns what is
/// behind it around, and words that no line has room for may be broken anywhere (by kWordBreak, which is no
/// part of the text).
QString displayLabel(const QString& text);
constexpr char16_t kWordBreak = 0x200b;

/// Unicode code points, as the server counts them.
int codePoints(const QString& text);

} // namespace parley::console
