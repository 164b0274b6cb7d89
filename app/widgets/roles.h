// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QWidget;

namespace parley::console {

/// What a widget is for, by the names that style/console.qss knows: "primary", "danger" and "flat" (buttons),
/// "title", "heading", "muted", "error", "success", "mono" (labels), "card" and "banner-…" (frames). May be
/// changed while it is shown.
void setRole(QWidget* widget, const char* role);
/// Red border, as long as what is in it is wrong.
void setInvalid(QWidget* widget, bool isInvalid);
/// A tooltip that shows its text as it is: Qt would read HTML in it, and load what that names.
void setPlainToolTip(QWidget* widget, const QString& text);
/// For Qt::ToolTipRole of models.
QString plainToolTip(const QString& text);

} // namespace parley::console
