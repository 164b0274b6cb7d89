// SPDX-License-Identifier: MIT
#include "app/widgets/roles.h"

#include "app/widgets/display_text.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace parley::console {

namespace {

/// A tooltip that fills the screen hides what it explains.
constexpr int kLongestToolTip = 1'000;
constexpr int kMostToolTipLines = 20;

void setProperty(QWidget* widget, const char* name, const QVariant& value)
{
    if (widget->property(name) == value) {
        return;
    }
    widget->setProperty(name, value);
    // The sheet's rules are looked up again only when the widget is polished again.
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

void setRole(QWidget* widget, const char* role)
{
    setProperty(widget, "role", QString::fromLatin1(role));
}

void setInvalid(QWidget* widget, bool isInvalid)
{
    setProperty(widget, "invalid", isInvalid);
}

QString plainToolTip(const QString& text)
{
    if (text.isEmpty()) {
        return {};
    }
    QString shown =
        displayLabel(text.size() > kLongestToolTip ? text.left(kLongestToolTip) + QChar(0x2026) : text);
    if (const QStringList lines = shown.split(QLatin1Char('\n')); lines.size() > kMostToolTipLines) {
        shown = lines.mid(0, kMostToolTipLines).join(QLatin1Char('\n')) + QChar(0x2026);
    }
    return QStringLiteral("<span style='white-space:pre-wrap'>%1</span>").arg(shown.toHtmlEscaped());
}

void setPlainToolTip(QWidget* widget, const QString& text)
{
    widget->setToolTip(plainToolTip(text));
}

} // namespace parley::console
