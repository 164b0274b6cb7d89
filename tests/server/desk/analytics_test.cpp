// SPDX-License-Identifier: MIT
#include "server/desk/analytics.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace parley;
using namespace parley::server;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kDay = 24 * kHour;
/// 2026-03-04, a Wednesday.
constexpr std::int64_t kWednesday = 1'772'582'400'000;

desk::AnalyticsQuery query(std::int64_t from, std::int64_t to, const std::string& interval)
{
    return {from, to, interval};
}

} // namespace

class AnalyticsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPeriodIsRoundedOutwardsToHours()
    {
        const auto period = desk::periodOf(query(kWednesday + 1, kWednesday + kHour + 1, "hour"), 0, kDay);

        QVERIFY(period);
        QCOMPARE(period->fromMs, kWednesday);
        QCOMPARE(period->toMs, kWednesday + 2 * kHour);
        QCOMPARE(period->originMs, kWednesday);
    }

    void weeksBeginOnMonday()
    {
        const auto period = desk::periodOf(query(kWednesday, kWednesday + kDay, "week"), 0, kDay);

        QVERIFY(period);
        QCOMPARE(period->originMs, kWednesday - 2 * kDay);
        QCOMPARE(desk::periodOf(query(0, kDay, "week"), 0, kDay)->originMs, -3 * kDay);
    }

    void withoutAPeriodItIsTheTimeUntilNow()
    {
        const auto period = desk::periodOf({}, kWednesday, 30 * kDay);

        QVERIFY(period);
        QCOMPARE(period->toMs, kWednesday);
        QCOMPARE(period->fromMs, kWednesday - 30 * kDay);
        QCOMPARE(period->stepMs, kDay);
    }

    void tooManyPointsAreRefusedWithWhatSuits_data()
    {
        QTest::addColumn<std::int64_t>("span");
        QTest::addColumn<std::string>("interval");
        QTest::addColumn<std::string>("field"); // empty: accepted
        QTest::addColumn<std::string>("says");
        const std::string none;
        QTest::newRow("400 hours") << 400 * kHour << std::string("hour") << none << none;
        QTest::newRow("401 hours") << 401 * kHour << std::string("hour") << std::string("interval")
                                   << std::string("take day");
        QTest::newRow("400 days") << 400 * kDay << std::string("day") << none << none;
        QTest::newRow("401 days") << 401 * kDay << std::string("day") << std::string("interval")
                                  << std::string("take week");
        QTest::newRow("too long for weeks")
            << 401 * 7 * kDay << std::string("week") << std::string("from") << std::string("400 weeks");
        QTest::newRow("unknown") << kDay << std::string("month") << std::string("interval")
                                 << std::string("one of");
        QTest::newRow("empty") << std::int64_t{0} << std::string("day") << std::string("from")
                               << std::string("before to");
    }
    void tooManyPointsAreRefusedWithWhatSuits()
    {
        QFETCH(std::int64_t, span);
        QFETCH(std::string, interval);
        QFETCH(std::string, field);
        QFETCH(std::string, says);

        const auto period = desk::periodOf(query(kWednesday, kWednesday + span, interval), 0, kDay);

        QCOMPARE(bool(period), field.empty());
        if (!period) {
            QCOMPARE(period.error().code, ErrorCode::InvalidArgument);
            QCOMPARE(period.error().fields.at(0).field, field);
            QVERIFY2(period.error().fields.at(0).message.find(says) != std::string::npos,
                     period.error().fields.at(0).message.c_str());
        }
    }

    void percentilesAreOfTheNearestRank()
    {
        const auto none = desk::spreadOf({});
        const auto one = desk::spreadOf({{"", 7, 1, 0}});
        const auto many = desk::spreadOf({{"", 1, 10, 0}, {"", 2, 9, 0}, {"", 100, 1, 0}});

        QVERIFY(!none.p50 && !none.p95);
        QCOMPARE(*one.p50, std::int64_t{7});
        QCOMPARE(*one.p95, std::int64_t{7});
        QCOMPARE(*many.p50, std::int64_t{1});
        QCOMPARE(*many.p95, std::int64_t{2});
        QCOMPARE(*desk::spreadOf({{"", 1, 18, 0}, {"", 9, 2, 0}}).p95, std::int64_t{9});
    }

    void whatTheCacheSavedIsPricedByTheSameSpan()
    {
        desk::AnalyticsCounts counts;
        counts.savedTokens = 50;
        QVERIFY(!counts.savedMicros());
        QVERIFY(!counts.meanRating());
        counts.inputTokens = 60;
        counts.outputTokens = 40;
        counts.costMicros = 1'000;
        counts.ratings = {1, 0, 0, 0, 3};

        QCOMPARE(*counts.savedMicros(), std::int64_t{500});
        QCOMPARE(*counts.meanRating(), 4.0);
    }
};

PARLEY_TEST("analytics", AnalyticsTest)
#include "analytics_test.moc"
