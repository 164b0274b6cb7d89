// SPDX-License-Identifier: MIT
#include "app/analytics/charts.h"

#include "app/analytics/chart_parts.h"
#include "app/workspace/figure_text.h"

#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QCoreApplication>
#include <QDateTimeAxis>
#include <QHorizontalBarSeries>
#include <QLineSeries>
#include <QScatterSeries>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <functional>

namespace parley::console::charts {

namespace {

constexpr double kPercent = 100;
constexpr double kSecondMs = 1000;
constexpr int kMostReasons = 8;
constexpr int kLinePx = 2;
constexpr double kDotPx = 7;
constexpr double kBarWidth = 0.7;
/// A line of this many points shows them as dots too; a single one would be nothing else.
constexpr int kMostDots = 31;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Charts)
};

struct TimeSet {
    QString name;
    QColor color;
    std::function<double(const Counts&)> value;
};

/// The series' own end: the last interval may reach beyond what was asked for.
QDateTime endOf(const Overview& overview)
{
    const auto& series = overview.series;
    if (series.size() < 2) {
        return overview.to;
    }
    const qint64 step = series.at(0).start.secsTo(series.at(1).start);
    return series.last().start.addSecs(step);
}

/// Bars by interval, above an axis of days: names for ninety bars would not fit.
QChart* overTime(const Overview& overview,
                 const Colors& colors,
                 const QList<TimeSet>& sets,
                 bool isStacked,
                 const QString& format)
{
    if (overview.series.isEmpty()) {
        return nullptr;
    }
    QAbstractBarSeries* bars =
        isStacked ? static_cast<QAbstractBarSeries*>(new QStackedBarSeries) : new QBarSeries;
    bars->setBarWidth(kBarWidth);
    double most = 0;
    QStringList names;
    QList<QBarSet*> made;
    for (const TimeSet& set : sets) {
        made.append(barSet(set.name, set.color));
    }
    for (const OverviewPoint& point : overview.series) {
        names.append(point.start.toUTC().toString(Qt::ISODate));
        double sum = 0;
        for (qsizetype at = 0; at < sets.size(); ++at) {
            const double value = sets.at(at).value(point.counts);
            made.at(at)->append(value);
            sum = isStacked ? sum + value : std::max(sum, value);
        }
        most = std::max(most, sum);
    }
    if (most <= 0) {
        qDeleteAll(made);
        delete bars;
        return nullptr;
    }
    bars->append(made);
    QChart* chart = newChart(colors, true);
    place(chart,
          bars,
          nameAxis(names, colors),
          valueAxis(most, colors, format),
          timeAxis(overview.series.first().start, endOf(overview), colors));
    return chart;
}

} // namespace

QChart* automationRate(const Overview& overview, const Colors& colors)
{
    auto* line = new QLineSeries;
    line->setPen(QPen(colors.accent, kLinePx));
    auto* dots = new QScatterSeries;
    dots->setMarkerSize(kDotPx);
    dots->setColor(colors.accent);
    dots->setBorderColor(colors.accent);
    for (qsizetype at = 0; at < overview.series.size(); ++at) {
        const OverviewPoint& point = overview.series.at(at);
        if (point.counts.automationRate) {
            const QDateTime end =
                at + 1 < overview.series.size() ? overview.series.at(at + 1).start : endOf(overview);
            const auto middle =
                static_cast<double>(point.start.toMSecsSinceEpoch() + point.start.msecsTo(end) / 2);
            line->append(middle, *point.counts.automationRate * kPercent);
            dots->append(middle, *point.counts.automationRate * kPercent);
        }
    }
    if (line->count() == 0) {
        delete line;
        delete dots;
        return nullptr;
    }
    QChart* chart = newChart(colors, false);
    QValueAxis* up = valueAxis(kPercent, colors);
    up->setRange(0, kPercent);
    QDateTimeAxis* along = timeAxis(overview.series.first().start, endOf(overview), colors);
    place(chart, line, along, up);
    if (dots->count() <= kMostDots) {
        chart->addSeries(dots);
        dots->attachAxis(along);
        dots->attachAxis(up);
    } else {
        delete dots;
    }
    return chart;
}

QChart* conversations(const Overview& overview, const Colors& colors)
{
    return overTime(
        overview,
        colors,
        {{Words::tr("Answered by the agents"), colors.accent, [](const Counts& c) { return c.automated; }},
         {Words::tr("Taken by people"), colors.warning, [](const Counts& c) { return c.escalated; }}},
        true,
        QStringLiteral("%.0f"));
}

QChart* sentiment(const Overview& overview, const Colors& colors)
{
    return overTime(overview,
                    colors,
                    {{Words::tr("Content"), colors.success, [](const Counts& c) { return c.positive; }},
                     {Words::tr("Neutral"), colors.border, [](const Counts& c) { return c.neutral; }},
                     {Words::tr("Upset"), colors.danger, [](const Counts& c) { return c.negative; }}},
                    true,
                    QStringLiteral("%.0f"));
}

QChart* cost(const Overview& overview, const Colors& colors)
{
    const Counts& totals = overview.totals;
    if (totals.cost > 0 || totals.savedCost.value_or(0) > 0) {
        return overTime(overview,
                        colors,
                        {{Words::tr("Spent"), colors.accent, [](const Counts& c) { return c.cost; }},
                         {Words::tr("Saved by remembered answers"),
                          colors.success,
                          [](const Counts& c) { return c.savedCost.value_or(0); }}},
                        false,
                        QStringLiteral("%.2f"));
    }
    return overTime(
        overview,
        colors,
        {{Words::tr("Tokens used"), colors.accent, [](const Counts& c) { return c.tokensIn + c.tokensOut; }},
         {Words::tr("Tokens saved by remembered answers"),
          colors.success,
          [](const Counts& c) { return c.savedTokens; }}},
        false,
        QStringLiteral("%.0f"));
}

QChart* reasons(const Overview& overview, const Colors& colors)
{
    const QList<NamedFigure> shown = overview.reasons.mid(0, kMostReasons);
    if (shown.isEmpty()) {
        return nullptr;
    }
    QBarSet* set = barSet(Words::tr("Conversations"), colors.warning);
    QStringList names;
    double most = 0;
    // From the foot up, so that the most frequent stands on top.
    for (auto each = shown.rbegin(); each != shown.rend(); ++each) {
        set->append(each->count);
        names.append(nameText(each->name));
        most = std::max(most, each->count);
    }
    auto* bars = new QHorizontalBarSeries;
    bars->setBarWidth(kBarWidth);
    bars->append(set);
    QChart* chart = newChart(colors, false);
    place(chart, bars, valueAxis(most, colors), nameAxis(names, colors));
    return chart;
}

QChart* latency(const Overview& overview, const Colors& colors)
{
    QBarSet* half = barSet(Words::tr("Half within"), colors.accent);
    QBarSet* nearlyAll = barSet(Words::tr("95 of 100 within"), colors.muted);
    QStringList names;
    double most = 0;
    for (const ChannelFigures& each : overview.channels) {
        most = std::max({most, each.latencyMs.p50.value_or(0), each.latencyMs.p95.value_or(0)});
    }
    const double unit = most < kSecondMs ? 1 : kSecondMs;
    for (const ChannelFigures& each : overview.channels) {
        if (each.latencyMs.p50 || each.latencyMs.p95) {
            names.append(nameText(each.channel));
            half->append(each.latencyMs.p50.value_or(0) / unit);
            nearlyAll->append(each.latencyMs.p95.value_or(0) / unit);
        }
    }
    if (names.isEmpty()) {
        delete half;
        delete nearlyAll;
        return nullptr;
    }
    auto* bars = new QBarSeries;
    bars->setBarWidth(names.size() == 1 ? kBarWidth / 2 : kBarWidth);
    bars->append(half);
    bars->append(nearlyAll);
    QChart* chart = newChart(colors, true);
    const QString format = unit > 1 ? QStringLiteral("%.1f s") : QStringLiteral("%.0f ms");
    place(chart, bars, nameAxis(names, colors), valueAxis(most / unit, colors, format));
    return chart;
}

QChart* satisfaction(const Overview& overview, const Colors& colors)
{
    if (overview.totals.csatCount <= 0) {
        return nullptr;
    }
    QBarSet* set = barSet(Words::tr("Customers"), colors.accent);
    QStringList names;
    double most = 0;
    for (std::size_t mark = 0; mark < overview.totals.csat.size(); ++mark) {
        names.append(QString::number(mark + 1) + QStringLiteral(" ★"));
        set->append(overview.totals.csat.at(mark));
        most = std::max(most, overview.totals.csat.at(mark));
    }
    auto* bars = new QBarSeries;
    bars->setBarWidth(kBarWidth);
    bars->append(set);
    QChart* chart = newChart(colors, false);
    place(chart, bars, nameAxis(names, colors), valueAxis(most, colors));
    return chart;
}

} // namespace parley::console::charts
