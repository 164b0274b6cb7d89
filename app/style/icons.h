// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace parley::console {

/// A line icon of resources/icons, drawn in the colour that the palette has for text when it is painted, so
/// that it follows light and dark by itself.
/// @param name file without ".svg"; an unknown one is a programming fault and draws nothing
QIcon icon(const QString& name);
/// The same in one colour, whatever the palette: for delegates.
QPixmap iconPixmap(const QString& name, int sizePx, const QColor& color, qreal devicePixelRatio);
/// The program's own.
QIcon productIcon();

} // namespace parley::console
