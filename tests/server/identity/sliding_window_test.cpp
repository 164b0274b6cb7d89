// SPDX-License-Identifier: MIT
#include "server/identity/sliding_window.h"
#include "tests/support/test_main.h"

using namespace parley::server::identity;
using namespace std::chrono_literals;

namespace {

/// How many of `tries` pass.
int taken(SlidingWindow& window, int limit, int tries, std::int64_t nowMs)
{
    int passed = 0;
    for (int i = 0; i < tries; ++i) {
        passed += window.take("k", limit, nowMs).count() == 0 ? 1 : 0;
    }
    return passed;
}

} // namespace

class SlidingWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letsThroughWhatTheLimitSays_data()
    {
        QTest::addColumn<int>("tries");
        QTest::addColumn<int>("passed");
        QTest::newRow("just below") << 59 << 59;
        QTest::newRow("exactly") << 60 << 60;
        QTest::newRow("just above") << 61 << 60;
    }

    void letsThroughWhatTheLimitSays()
    {
        QFETCH(int, tries);
        QFETCH(int, passed);
        SlidingWindow window(60s, 1000);

        QCOMPARE(taken(window, 60, tries, 0), passed);
    }

    void theWaitItNamesIsEnoughAndNotTooLong()
    {
        SlidingWindow window(60s, 1000);
        QCOMPARE(taken(window, 60, 61, 5000), 60);

        const auto wait = window.take("k", 60, 5000);

        QVERIFY(wait > 60s && wait <= 62s);
        QVERIFY(window.take("k", 60, 5000 + wait.count() - 1).count() > 0);
        QVERIFY(window.take("k", 60, 5000 + wait.count()).count() == 0);
    }

    void theWindowBeforeFadesEvenly()
    {
        SlidingWindow window(60s, 1000);
        QCOMPARE(taken(window, 60, 60, 0), 60);

        QCOMPARE(taken(window, 60, 60, 60'000 + 30'000), 30);
        QCOMPARE(taken(window, 60, 60, 300'000), 60);
    }

    void keysDoNotKnowOfEachOther()
    {
        SlidingWindow window(60s, 1000);

        QVERIFY(window.take("a", 1, 0).count() == 0);
        QVERIFY(window.take("a", 1, 0).count() > 0);
        QVERIFY(window.take("b", 1, 0).count() == 0);
    }

    void whatIsGivenBackMayBeTakenAgain()
    {
        SlidingWindow window(60s, 1000);
        QVERIFY(window.take("a", 1, 0).count() == 0);

        window.giveBack("a", 0);

        QVERIFY(window.take("a", 1, 0).count() == 0);
        QVERIFY(window.take("a", 1, 0).count() > 0);
        window.forget("a");
        QVERIFY(window.take("a", 1, 0).count() == 0);
    }

    void memoryIsBounded()
    {
        SlidingWindow window(60s, 160);

        for (int i = 0; i < 10'000; ++i) {
            window.take("key " + std::to_string(i), 5, i);
        }

        QVERIFY(window.size() <= 160);
    }
};

PARLEY_TEST("sliding_window", SlidingWindowTest)
#include "sliding_window_test.moc"
