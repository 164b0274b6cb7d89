// SPDX-License-Identifier: MIT
#include "app/analytics/chart_card.h"
#include "app/analytics/charts.h"
#include "app/style/colors.h"
#include "tests/support/test_main.h"

#include <QAbstractBarSeries>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QTextDocument>
#include <QXYSeries>

#include <memory>

using namespace parley::console;

namespace {

Overview twoDays()
{
    Overview overview;
    overview.from = QDateTime(QDate(2026, 11, 19), QTime(0, 0), Qt::UTC);
    overview.to = overview.from.addDays(2);
    for (int day = 0; day < 2; ++day) {
        OverviewPoint point;
        point.start = overview.from.addDays(day);
        point.counts.conversations = 10;
        point.counts.automated = 6 + day;
        point.counts.escalated = 4 - day;
        point.counts.automationRate = point.counts.automated / 10;
        point.counts.tokensIn = 100;
        overview.series.append(point);
    }
    overview.totals.csatCount = 3;
    overview.totals.csat = {0, 0, 1, 0, 2};
    overview.reasons = {{QStringLiteral("refund"), 4}, {QStringLiteral("legal"), 1}};
    overview.channels = {{QStringLiteral("web"), 20, 0.35, 0.1, {400, 2600}}};
    return overview;
}

const QAbstractBarSeries& bars(const QChart& chart)
{
    return *qobject_cast<QAbstractBarSeries*>(chart.series().first());
}

} // namespace

class ChartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutFiguresThereIsNoChart()
    {
        const Overview none;
        for (const auto draw : {charts::automationRate,
                                charts::conversations,
                                charts::reasons,
                                charts::latency,
                                charts::sentiment,
                                charts::cost,
                                charts::satisfaction}) {
            QCOMPARE(draw(none, lightColors()), nullptr);
        }
    }

    void theRateIsDrawnInPercent()
    {
        const std::unique_ptr<QChart> chart(charts::automationRate(twoDays(), lightColors()));

        const auto* line = qobject_cast<QXYSeries*>(chart->series().first());
        QCOMPARE(line->count(), 2);
        QCOMPARE(line->at(1).y(), 70.0);
    }

    void conversationsAreStacked()
    {
        const std::unique_ptr<QChart> chart(charts::conversations(twoDays(), lightColors()));

        QCOMPARE(bars(*chart).count(), 2);
        QCOMPARE(bars(*chart).barSets().at(0)->at(1), 7.0);
        QCOMPARE(bars(*chart).barSets().at(1)->at(0), 4.0);
        QCOMPARE(bars(*chart).type(), QAbstractSeries::SeriesTypeStackedBar);
    }

    void theMostFrequentReasonStandsOnTop()
    {
        const std::unique_ptr<QChart> chart(charts::reasons(twoDays(), lightColors()));

        QCOMPARE(bars(*chart).barSets().first()->at(1), 4.0);
    }

    void latencyIsInSeconds()
    {
        const std::unique_ptr<QChart> chart(charts::latency(twoDays(), lightColors()));

        QCOMPARE(bars(*chart).barSets().at(1)->at(0), 2.6);
    }

    void whereModelsCostNothingTokensAreShown()
    {
        const std::unique_ptr<QChart> chart(charts::cost(twoDays(), lightColors()));

        QCOMPARE(bars(*chart).barSets().first()->at(0), 100.0);
    }

    void aCardDrawsAnewForDarkColours()
    {
        int drawn = 0;
        ChartCard card(QStringLiteral("Rate"),
                       QStringLiteral("none"),
                       [&drawn](const Overview& overview, const Colors& colors) {
                           ++drawn;
                           return charts::automationRate(overview, colors);
                       });
        card.setOverview(twoDays(), QStringLiteral("65 %"));
        const int before = drawn;
        QVERIFY(before >= 1);

        card.setPalette(paletteOf(darkColors()));

        QVERIFY(drawn > before);
        const auto* line = qobject_cast<QXYSeries*>(card.findChild<QChartView*>()->chart()->series().first());
        QCOMPARE(line->pen().color(), darkColors().accent);
    }

    /// Qt's charts take their labels for HTML, and load what it names.
    void namesOfAnAxisAreNoMarkupAndStayApart()
    {
        Overview overview = twoDays();
        const QString picture = QStringLiteral("<img src='nowhere.png'>");
        overview.reasons = {{picture, 4}, {picture, 1}, {QString(500, QLatin1Char('W')), 1}};
        QStringList asked;
        QTextDocument::setDefaultResourceProvider([&asked](const QUrl& url) {
            asked.append(url.toString());
            return QVariant();
        });

        auto* chart = charts::reasons(overview, lightColors());
        QChartView view(chart);
        view.resize(600, 300);
        view.grab();

        QTextDocument::setDefaultResourceProvider({});
        QVERIFY2(asked.isEmpty(), qPrintable(asked.join(QLatin1Char(' '))));
        auto* axis = qobject_cast<QBarCategoryAxis*>(chart->axes(Qt::Vertical).first());
        QVERIFY(axis != nullptr);
        QCOMPARE(axis->count(), 3);
        for (const QString& each : axis->categories()) {
            QVERIFY2(!each.contains(QLatin1Char('<')) && each.size() < 80, qPrintable(each));
        }
    }
};

PARLEY_TEST("charts", ChartsTest)
#include "charts_test.moc"
