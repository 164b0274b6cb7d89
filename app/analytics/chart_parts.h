// SPDX-License-Identifier: MIT
#pragma once

#include "app/style/colors.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

class QAbstractAxis;
class QAbstractSeries;
class QBarSet;
class QChart;
class QDateTimeAxis;
class QValueAxis;

/// What all charts have in common: quiet lines, the program's colours and font.
namespace parley::console {

/// Without a title of its own: the card around it has one.
QChart* newChart(const Colors& colors, bool hasLegend);
/// From 0 to a round number above `most`, whole numbers where they are few.
/// @param format of printf, such as "%.0f"
QValueAxis* valueAxis(double most, const Colors& colors, const QString& format = QStringLiteral("%.0f"));
QDateTimeAxis* timeAxis(const QDateTime& from, const QDateTime& to, const Colors& colors);
QAbstractAxis* nameAxis(const QStringList& names, const Colors& colors);
QBarSet* barSet(const QString& name, const QColor& color);
/// Adds the series with its axes: `along` at the foot, `up` at the leading side.
void place(QChart* chart, QAbstractSeries* series, QAbstractAxis* along, QAbstractAxis* up);
void place(
    QChart* chart, QAbstractSeries* series, QAbstractAxis* along, QAbstractAxis* up, QAbstractAxis* shown);

} // namespace parley::console
