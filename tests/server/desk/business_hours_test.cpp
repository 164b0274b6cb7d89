// SPDX-License-Identifier: MIT
#include "server/desk/business_hours.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace parley;
using server::desk::BusinessHours;

namespace {

/// Monday, 2026-11-16, 00:00 UTC.
constexpr std::int64_t kMonday = 1'794'787'200'000;

constexpr std::int64_t at(int day, int hour, int minute = 0)
{
    return kMonday + ((day * 24LL + hour) * 60 + minute) * 60'000;
}

BusinessHours office()
{
    return test::must(BusinessHours::parse(nlohmann::json::parse(
        R"({"monday":[["09:00","12:00"],["13:00","17:00"]],"tuesday":[["09:00","17:00"]]})")));
}

} // namespace

class BusinessHoursTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whenPeopleWorkNext_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<qint64>("next");
        QTest::newRow("before work") << qint64{at(0, 7)} << qint64{at(0, 9)};
        QTest::newRow("at the first minute") << qint64{at(0, 9)} << qint64{at(0, 9)};
        QTest::newRow("at lunch") << qint64{at(0, 12)} << qint64{at(0, 13)};
        QTest::newRow("in the last minute") << qint64{at(0, 16, 59)} << qint64{at(0, 16, 59)};
        QTest::newRow("in the evening") << qint64{at(0, 17)} << qint64{at(1, 9)};
        QTest::newRow("after the week's last day") << qint64{at(1, 18)} << qint64{at(7, 9)};
        QTest::newRow("on Sunday") << qint64{at(6, 23, 59)} << qint64{at(7, 9)};
        QTest::newRow("before 1970") << qint64{at(0, 7) - 3000LL * 7 * 86'400'000}
                                     << qint64{at(0, 9) - 3000LL * 7 * 86'400'000};
    }
    void whenPeopleWorkNext()
    {
        QFETCH(qint64, now);
        QFETCH(qint64, next);
        QCOMPARE(qint64{office().nextOpen(now)}, next);
        QCOMPARE(office().isOpen(now), now == next);
    }

    void workingTimeEndsWhereItIsUsedUp_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<qint64>("end");
        QTest::newRow("within a span") << qint64{at(0, 9)} << 60 << qint64{at(0, 10)};
        QTest::newRow("over lunch") << qint64{at(0, 11)} << 120 << qint64{at(0, 14)};
        QTest::newRow("from the night") << qint64{at(0, 3)} << 30 << qint64{at(0, 9, 30)};
        QTest::newRow("over the week") << qint64{at(1, 16)} << 120 << qint64{at(7, 10)};
        QTest::newRow("exactly the day") << qint64{at(0, 9)} << 420 << qint64{at(0, 17)};
    }
    void workingTimeEndsWhereItIsUsedUp()
    {
        QFETCH(qint64, from);
        QFETCH(int, minutes);
        QFETCH(qint64, end);
        QCOMPARE(qint64{office().after(from, std::chrono::minutes(minutes))}, end);
    }

    void withoutHoursPeopleWorkAroundTheClock()
    {
        const BusinessHours always = test::must(BusinessHours::parse(nullptr));
        QVERIFY(always.isOpen(at(6, 3)));
        QCOMPARE(qint64{always.after(at(6, 3), std::chrono::minutes(90))}, qint64{at(6, 4, 30)});
    }

    void anOffsetMovesTheDay()
    {
        const auto hours = test::must(BusinessHours::parse(
            nlohmann::json::parse(R"({"utc_offset_minutes":120,"monday":[["01:00","02:00"]]})")));
        QVERIFY(hours.isOpen(at(0, -1, 30)));
        QVERIFY(!hours.isOpen(at(0, 1, 30)));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<std::string>("json");
        QTest::addColumn<std::string>("field");
        QTest::newRow("no object") << std::string("[]") << std::string("hours");
        QTest::newRow("no day") << std::string(R"({"someday":[]})") << std::string("hours.someday");
        QTest::newRow("backwards") << std::string(R"({"monday":[["12:00","09:00"]]})")
                                   << std::string("hours.monday");
        QTest::newRow("overlapping") << std::string(R"({"monday":[["09:00","12:00"],["11:00","13:00"]]})")
                                     << std::string("hours.monday");
        QTest::newRow("no time") << std::string(R"({"monday":[["9","12:00"]]})")
                                 << std::string("hours.monday");
        QTest::newRow("25 o'clock") << std::string(R"({"monday":[["09:00","25:00"]]})")
                                    << std::string("hours.monday");
        QTest::newRow("70 minutes") << std::string(R"({"monday":[["09:70","12:00"]]})")
                                    << std::string("hours.monday");
        QTest::newRow("far offset") << std::string(R"({"utc_offset_minutes":900})")
                                    << std::string("hours.utc_offset_minutes");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(std::string, json);
        QFETCH(std::string, field);
        const auto hours = BusinessHours::parse(nlohmann::json::parse(json));
        QVERIFY(!hours);
        QCOMPARE(hours.error().fields.front().field, field);
    }
};

PARLEY_TEST("business_hours", BusinessHoursTest)
#include "business_hours_test.moc"
