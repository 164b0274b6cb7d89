// SPDX-License-Identifier: MIT
#include "app/analytics/chart_parts.h"

#include "app/widgets/display_text.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QDateTimeAxis>
#include <QGuiApplication>
#include <QLegend>
#include <QLocale>
#include <QValueAxis>

namespace parley::console {

namespace {

constexpr int kFewSteps = 5;
constexpr int kMostTicks = 7;
constexpr qint64 kDayS = 24 * 60 * 60;

template <class Axis>
Axis* styled(Axis* axis, const Colors& colors, bool hasGrid)
{
    axis->setLabelsColor(colors.muted);
    axis->setLabelsFont(QGuiApplication::font());
    axis->setGridLineVisible(hasGrid);
    axis->setGridLineColor(colors.border);
    axis->setLinePenColor(colors.border);
    axis->setLineVisible(!hasGrid);
    return axis;
}

} // namespace

QChart* newChart(const Colors& colors, bool hasLegend)
{
    auto* chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setMargins(QMargins(0, 0, 0, 0));
    chart->legend()->setVisible(hasLegend);
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setLabelColor(colors.text);
    chart->legend()->setFont(QGuiApplication::font());
    chart->legend()->setMarkerShape(QLegend::MarkerShapeCircle);
    chart->setLocalizeNumbers(true);
    chart->setLocale(QLocale());
    return chart;
}

QValueAxis* valueAxis(double most, const Colors& colors, const QString& format)
{
    auto* axis = styled(new QValueAxis, colors, true);
    axis->setLabelFormat(format);
    if (most <= kFewSteps && format == QLatin1String("%.0f")) {
        const int steps = qMax(1, static_cast<int>(most));
        axis->setRange(0, steps);
        axis->setTickCount(steps + 1);
        return axis;
    }
    axis->setRange(0, most > 0 ? most : 1);
    axis->applyNiceNumbers();
    return axis;
}

QDateTimeAxis* timeAxis(const QDateTime& from, const QDateTime& to, const Colors& colors)
{
    auto* axis = styled(new QDateTimeAxis, colors, false);
    const bool isShort = from.secsTo(to) <= 2 * kDayS;
    axis->setFormat(isShort ? QStringLiteral("HH:mm") : QStringLiteral("d MMM"));
    axis->setTickCount(qBound(2, static_cast<int>(from.daysTo(to)) + 1, kMostTicks));
    axis->setRange(from.toLocalTime(), to.toLocalTime());
    return axis;
}

QAbstractAxis* nameAxis(const QStringList& names, const Colors& colors)
{
    auto* axis = styled(new QBarCategoryAxis, colors, false);
    QStringList shown;
    for (const QString& name : names) { // labels of charts are HTML to Qt
        QString label = displayUntagged(name);
        while (shown.contains(label)) {
            label += QChar(kWordBreak); // an axis has each name once
        }
        shown.append(label);
    }
    axis->append(shown);
    return axis;
}

QBarSet* barSet(const QString& name, const QColor& color)
{
    auto* set = new QBarSet(name);
    set->setColor(color);
    set->setBorderColor(Qt::transparent);
    return set;
}

void place(QChart* chart, QAbstractSeries* series, QAbstractAxis* along, QAbstractAxis* up)
{
    chart->addSeries(series);
    chart->addAxis(along, Qt::AlignBottom);
    chart->addAxis(up, Qt::AlignLeft);
    series->attachAxis(along);
    series->attachAxis(up);
}

void place(
    QChart* chart, QAbstractSeries* series, QAbstractAxis* along, QAbstractAxis* up, QAbstractAxis* shown)
{
    place(chart, series, along, up);
    along->setVisible(false);
    chart->addAxis(shown, Qt::AlignBottom);
}

} // namespace parley::console
