// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

namespace parley::console {

/// "12 s", "4 min", "2 h 10 min", "3 d": for columns.
QString durationText(qint64 seconds);
/// "now", "4 min ago", "in 2 h" relative to `now`; the date where it is longer than a week ago.
QString relativeText(const QDateTime& time, const QDateTime& now);
/// Local time, and the day unless it is today.
QString momentText(const QDateTime& time, const QDateTime& now);
/// Local day in words: "Today", "Yesterday", "Monday, 16 November 2026".
QString dayText(const QDate& day, const QDate& today);

} // namespace parley::console
