// SPDX-License-Identifier: MIT
#include "tests/bench/report.h"
#include "tests/support/test_main.h"

#include <string>

using namespace parley::bench;

class ReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreGrouped_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<std::string>("text");
        QTest::newRow("digit after the point") << 99.94 << std::string("99.9");
        QTest::newRow("hundred") << 100.0 << std::string("100");
        QTest::newRow("three digits") << 999.4 << std::string("999");
        QTest::newRow("four digits") << 1000.0 << std::string("1,000");
        QTest::newRow("seven digits") << 1234567.0 << std::string("1,234,567");
    }
    void numbersAreGrouped()
    {
        QFETCH(double, value);
        QFETCH(std::string, text);
        QCOMPARE(grouped(value), text);
    }

    void durationsHaveTheUnitThatFits_data()
    {
        QTest::addColumn<quint64>("nanoseconds");
        QTest::addColumn<std::string>("text");
        QTest::newRow("microseconds") << quint64{2'500} << std::string("2.5 µs");
        QTest::newRow("many microseconds") << quint64{850'400} << std::string("850 µs");
        QTest::newRow("milliseconds") << quint64{1'000'000} << std::string("1.0 ms");
        QTest::newRow("many milliseconds") << quint64{150'000'000} << std::string("150 ms");
        QTest::newRow("seconds") << quint64{3'400'000'000} << std::string("3.4 s");
    }
    void durationsHaveTheUnitThatFits()
    {
        QFETCH(quint64, nanoseconds);
        QFETCH(std::string, text);
        QCOMPARE(duration(std::uint64_t{nanoseconds}), text);
    }

    void aLoadIsAShareOfItsCeilingAndTellsWhatFailed()
    {
        LoadResult result;
        result.answered = 600;
        result.refused = 2;
        result.seconds = 2;
        result.latency.record(100);

        const Row row = loadRow("turns", result, 1200, "bare POST");

        QCOMPARE(row.value, std::string("300/s"));
        QCOMPARE(row.ceiling, std::string("1,200/s bare POST"));
        QCOMPARE(row.share.value_or(0), 0.25);
        QCOMPARE(row.note, std::string("2 refused, 0 broken, 0 unanswered"));
    }

    void theTableNamesTheCommandAndEveryRow()
    {
        Report report("parleyd", "parley_bench --only health");
        report.add({.what = "health",
                    .value = "5/s",
                    .ceiling = "10/s bare",
                    .share = 0.5,
                    .p50 = "1 ms",
                    .p99 = "2 ms",
                    .note = "n"});

        const std::string text = report.markdown("A machine.");

        QVERIFY(text.find("Made by `parley_bench --only health`.") != std::string::npos);
        QVERIFY(text.find("A machine.") != std::string::npos);
        QVERIFY(text.find("| health | 5/s | 10/s bare | 50 % | 1 ms | 2 ms | n |") != std::string::npos);
    }
};

PARLEY_TEST("report", ReportTest)
#include "report_test.moc"
