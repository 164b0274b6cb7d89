// SPDX-License-Identifier: MIT
#include "app/analytics/period_picker.h"
#include "app/workspace/figure_text.h"
#include "tests/support/test_main.h"

using namespace parley::console;

class FigureTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void latenciesTakeTheUnitThatReadsBest()
    {
        QCOMPARE(latencyText(std::nullopt), QStringLiteral("–"));
        QCOMPARE(latencyText(999), QStringLiteral("999 ms"));
        QCOMPARE(latencyText(1000), QStringLiteral("1.0 s"));
        QCOMPARE(latencyText(59'000), QStringLiteral("59 s"));
        QCOMPARE(latencyText(240'000), QStringLiteral("4 min"));
    }

    void aChangeIsGoodOrBadByWhatIsWished()
    {
        QCOMPARE(changeBetween(120, 100, Better::More).tone, Tone::Success);
        QCOMPARE(changeBetween(120, 100, Better::Less).tone, Tone::Warning);
        QCOMPARE(changeBetween(120, 100, Better::Neither).tone, Tone::Neutral);
        QCOMPARE(changeBetween(120, 100, Better::More).text, QStringLiteral("+20 %"));
        QCOMPARE(shareChange(0.8, 0.75, Better::More).text, QStringLiteral("+5 points"));
        QCOMPARE(shareChange(0.75, 0.8, Better::More).tone, Tone::Warning);
    }

    void whatCannotBeComparedHasNoChange()
    {
        QVERIFY(changeBetween(5, 0, Better::More).text.isEmpty());
        QVERIFY(changeBetween(std::nullopt, 4, Better::More).text.isEmpty());
        QVERIFY(shareChange(0.5, std::nullopt, Better::More).text.isEmpty());
    }

    void thePeriodBeforeIsAsLongAndEndsWhereThisBegins()
    {
        const QDateTime from(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);
        const Period period{from, from.addDays(30)};

        QCOMPARE(period.before().to, from);
        QCOMPARE(period.before().from, from.addDays(-30));
    }

    void intervalsKeepThePointsFew_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("interval");
        QTest::newRow("1") << 1 << QStringLiteral("hour");
        QTest::newRow("3") << 3 << QStringLiteral("hour");
        QTest::newRow("4") << 4 << QStringLiteral("day");
        QTest::newRow("45") << 45 << QStringLiteral("day");
        QTest::newRow("46") << 46 << QStringLiteral("week");
    }

    void intervalsKeepThePointsFew()
    {
        QFETCH(int, days);
        QFETCH(QString, interval);
        const QDateTime from(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);

        QCOMPARE((Period{from, from.addDays(days)}.interval()), interval);
    }
};

PARLEY_TEST("figure_text", FigureTextTest)
#include "figure_text_test.moc"
