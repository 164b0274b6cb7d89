// SPDX-License-Identifier: MIT
#include "app/conversation/height_cache.h"
#include "tests/support/test_main.h"

#include <QRandomGenerator>

using parley::console::HeightCache;

class HeightCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyHasNoRowAnywhere()
    {
        HeightCache heights;
        heights.reset({});
        QCOMPARE(heights.rowAt(0), -1);
        QCOMPARE(heights.total(), 0);
    }

    void findsTheRowAtEachHeight()
    {
        HeightCache heights;
        heights.reset({10, 20, 30});
        QCOMPARE(heights.rowAt(0), 0);
        QCOMPARE(heights.rowAt(9), 0);
        QCOMPARE(heights.rowAt(10), 1);
        QCOMPARE(heights.rowAt(29), 1);
        QCOMPARE(heights.rowAt(30), 2);
        QCOMPARE(heights.rowAt(1'000), 2);
        QCOMPARE(heights.total(), 60);
    }

    void measuringMovesWhatIsBelow()
    {
        HeightCache heights;
        heights.reset({10, 20, 30});
        QVERIFY(!heights.isMeasured(1));
        QCOMPARE(heights.set(1, 50), 30);
        QVERIFY(heights.isMeasured(1));
        QCOMPARE(heights.offsetOf(2), 60);
        QCOMPARE(heights.rowAt(59), 1);
        heights.forget(1);
        QVERIFY(!heights.isMeasured(1));
        QCOMPARE(heights.height(1), 50);
    }

    /// Against sums counted one by one, while rows are added and measured in any order.
    void agreesWithPlainSums()
    {
        QRandomGenerator random(7);
        HeightCache heights;
        std::vector<int> plain;
        heights.reset(plain);
        for (int i = 0; i < 700; ++i) {
            const int guess = 1 + random.bounded(80);
            heights.append(guess);
            plain.push_back(guess);
            const int row = random.bounded(static_cast<int>(plain.size()));
            const int height = 1 + random.bounded(200);
            heights.set(row, height);
            plain[static_cast<std::size_t>(row)] = height;
        }
        qint64 sum = 0;
        for (int row = 0; row < heights.count(); ++row) {
            QCOMPARE(heights.offsetOf(row), sum);
            QCOMPARE(heights.rowAt(sum), row);
            sum += plain[static_cast<std::size_t>(row)];
            QCOMPARE(heights.rowAt(sum - 1), row);
        }
        QCOMPARE(heights.total(), sum);
    }
};

PARLEY_TEST("height_cache", HeightCacheTest)
#include "height_cache_test.moc"
