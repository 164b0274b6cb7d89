// SPDX-License-Identifier: MIT
#include "app/customers/erasure_words.h"

#include "app/net/json.h"
#include "app/workspace/desk_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::ErasureWords)
};

QString dateOf(const QDateTime& time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::LongFormat);
}

} // namespace

QString erasureWords(const QJsonObject& receipt)
{
    QStringList lines;
    lines.append(Words::tr("Erased on %1.").arg(dateOf(json::time(receipt, QLatin1String("erased_ts")))));
    const QJsonObject removed = json::object(receipt, QLatin1String("removed"));
    for (auto each = removed.begin(); each != removed.end(); ++each) {
        if (const qint64 count = each.value().toInteger(); count > 0) {
            lines.append(QStringLiteral("• %1: %2").arg(words::plain(each.key()), QLocale().toString(count)));
        }
    }
    lines.append(json::text(receipt, QLatin1String("disk")) == QLatin1String("clean")
                     ? Words::tr("Nothing of it is left on the server's disk.")
                     : Words::tr("The server still clears the freed space on its disk."));
    const QDateTime backups = json::time(receipt, QLatin1String("backups_expire_ts"));
    lines.append(
        backups.isValid()
            ? Words::tr("The last backup that may have it is removed on %1.").arg(dateOf(backups))
            : Words::tr("The server has no backup that expires; backups kept for ever have to be looked "
                        "through by whoever runs it."));
    lines.append(Words::tr("Receipt: %1").arg(json::text(receipt, QLatin1String("id"))));
    return lines.join(QLatin1Char('\n'));
}

} // namespace parley::console
