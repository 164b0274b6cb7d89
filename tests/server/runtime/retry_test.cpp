// SPDX-License-Identifier: MIT
#include "server/runtime/retry.h"
#include "tests/support/test_main.h"

using namespace parley::server::runtime;
using namespace std::chrono_literals;

class RetryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void delaysDoubleUpToTheMost_data()
    {
        QTest::addColumn<unsigned>("attempt");
        QTest::addColumn<double>("random");
        QTest::addColumn<int>("wantMs");
        QTest::newRow("before any attempt") << 0U << 0.0 << 50;
        QTest::newRow("first, shortest") << 1U << 0.0 << 50;
        QTest::newRow("first, middle") << 1U << 0.5 << 75;
        QTest::newRow("second") << 2U << 0.0 << 100;
        QTest::newRow("fourth, just below the most") << 4U << 0.0 << 400;
        QTest::newRow("fifth, cut") << 5U << 0.0 << 500;
        QTest::newRow("fifth, longest") << 5U << 0.999999 << 999;
        QTest::newRow("no overflow") << 4'000'000U << 0.0 << 500;
    }

    void delaysDoubleUpToTheMost()
    {
        QFETCH(unsigned, attempt);
        QFETCH(double, random);
        QFETCH(int, wantMs);
        const RetryPolicy policy{100ms, 1000ms, 5};

        QCOMPARE(static_cast<int>(retryDelay(policy, attempt, random).count()), wantMs);
    }

    void attemptsEnd()
    {
        const RetryPolicy policy{100ms, 1000ms, 3};

        QVERIFY(mayRetry(policy, 2));
        QVERIFY(!mayRetry(policy, 3));
        QVERIFY(!mayRetry(policy, 4));
    }
};

PARLEY_TEST("retry", RetryTest)
#include "retry_test.moc"
