// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class QWidget;

namespace parley::test {

/// What in the widgets below `window` (itself too) reads a text as markup, opens it as something else than a
/// text, or lets it disturb what stands around it; each fault once, in words. Empty: nothing.
///
/// Labels and tooltips are plain text, there is no rich text editor, no mnemonic and no placeholder of a
/// stranger's text is taken for the product's own, no mark in it reorders other words, and no window needs
/// more room than a screen has for it.
QStringList faultsOf(QWidget& window);

/// A tooltip is rich text to Qt where it looks like it: then it must be escaped text and nothing else.
QString faultOfToolTip(const QString& toolTip);
/// Of a text on a label, button, tab or in a list.
QString faultOfText(const QString& text);
/// Whether a "&" of a stranger's text would underline a letter and take a key.
bool hasForeignMnemonic(const QString& text);

/// How many texts the window shows, for tests that would prove nothing if it showed none.
int countTexts(const QWidget& window);

} // namespace parley::test
