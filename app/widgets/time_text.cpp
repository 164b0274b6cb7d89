// SPDX-License-Identifier: MIT
#include "app/widgets/time_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace parley::console {

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kWeek = 7 * kDay;
constexpr qint64 kNow = 10;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::TimeText)
};

} // namespace

QString durationText(qint64 seconds)
{
    seconds = qMax<qint64>(0, seconds);
    if (seconds < kMinute) {
        return Words::tr("%1 s").arg(seconds);
    }
    if (seconds < kHour) {
        return Words::tr("%1 min").arg(seconds / kMinute);
    }
    if (seconds < kDay) {
        const qint64 minutes = seconds % kHour / kMinute;
        return minutes == 0 ? Words::tr("%1 h").arg(seconds / kHour)
                            : Words::tr("%1 h %2 min").arg(seconds / kHour).arg(minutes);
    }
    return Words::tr("%1 d").arg(seconds / kDay);
}

QString relativeText(const QDateTime& time, const QDateTime& now)
{
    if (!time.isValid()) {
        return {};
    }
    const qint64 ago = time.secsTo(now);
    if (qAbs(ago) < kNow) {
        return Words::tr("now");
    }
    if (qAbs(ago) > kWeek) {
        return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
    }
    return ago > 0 ? Words::tr("%1 ago").arg(durationText(ago)) : Words::tr("in %1").arg(durationText(-ago));
}

QString momentText(const QDateTime& time, const QDateTime& now)
{
    if (!time.isValid()) {
        return {};
    }
    const QDateTime local = time.toLocalTime();
    const QString clock = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (local.date() == now.toLocalTime().date()) {
        return clock;
    }
    return QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') + clock;
}

QString dayText(const QDate& day, const QDate& today)
{
    if (day == today) {
        return Words::tr("Today");
    }
    if (day == today.addDays(-1)) {
        return Words::tr("Yesterday");
    }
    return QLocale().toString(day, QLocale::LongFormat);
}

} // namespace parley::console
