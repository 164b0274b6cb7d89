// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QApplication;

namespace parley::console {

enum class Appearance { System, Light, Dark };

/// Sets style, palette and style sheet of the whole program; may be called again when the choice changes.
/// @param appearance System: as the desktop's palette was when the program started
void applyAppearance(QApplication& application, Appearance appearance);
/// "system", "light", "dark"; anything else is System.
Appearance appearanceOf(const QString& name);
QString nameOf(Appearance appearance);

} // namespace parley::console
