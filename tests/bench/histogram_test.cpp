// SPDX-License-Identifier: MIT
#include "tests/bench/histogram.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

using parley::bench::Histogram;

class HistogramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingRecordedIsZeroEverywhere()
    {
        const Histogram empty;

        QCOMPARE(empty.count(), std::uint64_t{0});
        QCOMPARE(empty.quantile(0.99), std::uint64_t{0});
        QCOMPARE(empty.mean(), 0.0);
    }

    void smallValuesAreExact()
    {
        Histogram histogram;
        for (std::uint64_t value = 1; value <= 100; ++value) {
            histogram.record(value);
        }

        QCOMPARE(histogram.quantile(0.5), std::uint64_t{50});
        QCOMPARE(histogram.quantile(0.99), std::uint64_t{99});
        QCOMPARE(histogram.quantile(1), std::uint64_t{100});
        QCOMPARE(histogram.quantile(0), std::uint64_t{1});
        QCOMPARE(histogram.mean(), 50.5);
    }

    void aQuantileIsTheValueThatSortingGivesWithinOnePercent_data()
    {
        QTest::addColumn<double>("q");
        for (const double q : {0.01, 0.25, 0.5, 0.9, 0.99, 0.999}) {
            QTest::addRow("%g", q) << q;
        }
    }
    void aQuantileIsTheValueThatSortingGivesWithinOnePercent()
    {
        QFETCH(double, q);
        Histogram histogram;
        std::vector<std::uint64_t> values;
        std::uint64_t state = 42;
        for (int i = 0; i < 10'000; ++i) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            values.push_back(1'000 + (state >> 33) % 1'000'000'000);
            histogram.record(values.back());
        }
        std::ranges::sort(values);

        const auto exact = static_cast<double>(values[static_cast<std::size_t>(q * 10'000) - 1]);
        const auto found = static_cast<double>(histogram.quantile(q));

        QVERIFY(found >= exact);
        QVERIFY2(found <= exact * 1.01, qPrintable(QString::number(found / exact)));
    }

    void bucketEdgesKeepTheirOrder_data()
    {
        QTest::addColumn<quint64>("value");
        for (const quint64 value : {quint64{255},
                                    quint64{256},
                                    quint64{257},
                                    quint64{511},
                                    quint64{512},
                                    quint64{1} << 40,
                                    (quint64{1} << 40) - 1,
                                    std::numeric_limits<quint64>::max()}) {
            QTest::addRow("%llu", static_cast<unsigned long long>(value)) << value;
        }
    }
    void bucketEdgesKeepTheirOrder()
    {
        QFETCH(quint64, value);
        Histogram histogram;
        histogram.record(value / 2);
        histogram.record(value);

        QCOMPARE(histogram.quantile(1), std::uint64_t{value});
        QVERIFY(histogram.quantile(0.5) >= value / 2);
        QVERIFY(histogram.quantile(0.5) < value);
    }

    void mergingCountsBoth()
    {
        Histogram one;
        Histogram other;
        one.record(10);
        other.record(30);
        other.record(20);

        one.merge(other);

        QCOMPARE(one.count(), std::uint64_t{3});
        QCOMPARE(one.quantile(0.5), std::uint64_t{20});
        QCOMPARE(one.max(), std::uint64_t{30});
        QCOMPARE(one.mean(), 20.0);
    }
};

PARLEY_TEST("histogram", HistogramTest)
#include "histogram_test.moc"
