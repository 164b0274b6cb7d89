// SPDX-License-Identifier: MIT
#include "app/widgets/text_delegate.h"

#include "app/widgets/display_text.h"

namespace parley::console {

QString TextDelegate::displayText(const QVariant& value, const QLocale& locale) const
{
    const bool isText = value.typeId() == QMetaType::QString;
    const QString text = isText ? value.toString() : QStyledItemDelegate::displayText(value, locale);
    QStringList lines = displayLines(text).split(QLatin1Char('\n'));
    for (QString& each : lines) {
        each = inOwnDirection(each);
    }
    return lines.join(QChar(QChar::LineSeparator));
}

} // namespace parley::console
