// SPDX-License-Identifier: MIT
#include "app/workspace/hours_text.h"

#include <QCoreApplication>
#include <QList>
#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace parley::console::hours_text {

namespace {

constexpr int kHourMinutes = 60;
constexpr int kDayMinutes = 1'440;
/// As the server allows.
constexpr int kMostSpans = 8;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::HoursText)
};

struct Span {
    int begin = 0;
    int end = 0;
};

/// "9", "9:30", "09:30", "24:00" as minutes since midnight.
std::optional<int> minutesOf(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,2})(?:[:.](\\d{2}))?$"));
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const int minute = match.captured(2).toInt();
    const int minutes = match.captured(1).toInt() * kHourMinutes + minute;
    return minute < kHourMinutes && minutes <= kDayMinutes ? std::optional(minutes) : std::nullopt;
}

QString clock(int minutes)
{
    return QStringLiteral("%1:%2")
        .arg(minutes / kHourMinutes, 2, 10, QLatin1Char('0'))
        .arg(minutes % kHourMinutes, 2, 10, QLatin1Char('0'));
}

/// @param fault what is wrong, where there is nothing in return
std::optional<QList<Span>> parsed(const QString& text, QString& fault)
{
    static const QRegularExpression dash(QStringLiteral("\\s*[-–—]\\s*"));
    QList<Span> spans;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty()) {
            continue;
        }
        const QStringList ends = part.split(dash);
        const auto begin = ends.size() == 2 ? minutesOf(ends.first()) : std::nullopt;
        const auto end = ends.size() == 2 ? minutesOf(ends.last()) : std::nullopt;
        if (!begin || !end) {
            fault = Words::tr("\"%1\": hours look like 09:00–12:00, 13:00–17:30.").arg(part.trimmed());
            return std::nullopt;
        }
        if (*begin >= *end) {
            fault = Words::tr("\"%1\": the end comes after the beginning.").arg(part.trimmed());
            return std::nullopt;
        }
        if (!spans.isEmpty() && *begin < spans.last().end) {
            fault = Words::tr("\"%1\": begins before the hours before it end.").arg(part.trimmed());
            return std::nullopt;
        }
        spans.append({*begin, *end});
    }
    if (spans.size() > kMostSpans) {
        fault = Words::tr("At most %1 spans a day.").arg(kMostSpans);
        return std::nullopt;
    }
    return spans;
}

} // namespace

QString textOf(const QJsonArray& spans)
{
    QStringList parts;
    for (const QJsonValue& each : spans) {
        const QJsonArray ends = each.toArray();
        parts.append(ends.at(0).toString() + QStringLiteral("–") + ends.at(1).toString());
    }
    return parts.join(QStringLiteral(", "));
}

QJsonArray spansOf(const QString& text)
{
    QString fault;
    QJsonArray spans;
    for (const Span& span : parsed(text, fault).value_or(QList<Span>())) {
        spans.append(QJsonArray{clock(span.begin), clock(span.end)});
    }
    return spans;
}

QString faultIn(const QString& text)
{
    QString fault;
    parsed(text, fault);
    return fault;
}

} // namespace parley::console::hours_text
