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

/// As displayText, ending in "…" where there is more: for labels, which lay everything out that they hold.
QString displayBlock(const QString& text, int most = 4'000);

/// Unicode code points, as the server counts them.
int codePoints(const QString& text);

} // namespace parley::console
