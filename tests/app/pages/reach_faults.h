// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class QWidget;

namespace parley::test {

/// What somebody who hears the window, and does not see it, would miss below `window`: a widget that takes
/// the keyboard or paints itself without a name or a role, and rows that say nothing. Each once; empty:
/// nothing.
QStringList namelessIn(const QWidget& window);

/// Goes through `page` with the Tab key from its first widget on, until it comes around.
/// @return what was never reached, what kept the key, and where the focus was not to be seen; empty: nothing
QStringList tabFaults(QWidget& window, QWidget& page);

/// What is cut: labels and buttons that have less room than their text takes.
QStringList cutIn(const QWidget& window);

} // namespace parley::test
