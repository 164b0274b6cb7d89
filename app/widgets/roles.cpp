// SPDX-License-Identifier: MIT
#include "app/widgets/roles.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace parley::console {

namespace {

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
    return text.isEmpty()
               ? QString()
               : QStringLiteral("<span style='white-space:pre-wrap'>%1</span>").arg(text.toHtmlEscaped());
}

void setPlainToolTip(QWidget* widget, const QString& text)
{
    widget->setToolTip(plainToolTip(text));
}

} // namespace parley::console
