// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

namespace parley::console {

/// From 1 (the same) to 21 (black on white).
/// @source WCAG 2.2, "contrast ratio" and "relative luminance"
double contrastRatio(const QColor& a, const QColor& b);

/// What the widget writes on a colour: white where it can be read, else black. As resources/widget does it.
QColor textOn(const QColor& ground);
/// The colour itself, or moved to black or white until it can be read on the surface.
QColor readableOn(const QColor& color, const QColor& surface);
/// "#1f5fbf" alone; an invalid colour where the text is none.
QColor colorOf(const QString& text);

} // namespace parley::console
