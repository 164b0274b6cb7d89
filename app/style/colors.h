// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

namespace parley::console {

/// What colour means here, once for light and once for dark. Every text on its ground has a contrast of 4.5
/// or more.
struct Colors {
    QColor window;  ///< behind everything
    QColor surface; ///< cards, lists, fields
    QColor raised;  ///< navigation, headers, what is hovered
    QColor border;
    QColor text;
    QColor muted;  ///< secondary text
    QColor accent; ///< what can be done, what is chosen
    QColor onAccent;
    QColor accentSoft; ///< ground of what is chosen
    QColor danger;
    QColor dangerSoft;
    QColor warning;
    QColor warningSoft;
    QColor success;
    QColor successSoft;
    QColor customer; ///< bubbles, by who speaks
    QColor agent;
    QColor supporter;
    QColor note;
};

/// The colours that belong to a palette: light or dark as its alternate base is.
const Colors& colorsOf(const QPalette& palette);
const Colors& lightColors();
const Colors& darkColors();
/// What widgets of Qt itself draw with.
QPalette paletteOf(const Colors& colors);
bool isDark(const QPalette& palette);

} // namespace parley::console
