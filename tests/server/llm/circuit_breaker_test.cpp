// SPDX-License-Identifier: MIT
#include "server/llm/circuit_breaker.h"
#include "tests/support/test_main.h"

using namespace parley::server::llm;
using std::chrono::milliseconds;

class CircuitBreakerTest : public QObject {
    Q_OBJECT

private:
    CircuitBreaker::Time m_now{milliseconds{1'000'000}};
    BreakerOptions m_options{3, milliseconds{1'000}, milliseconds{3'000}};

    void failTimes(CircuitBreaker& breaker, int times) const
    {
        for (int i = 0; i < times; ++i) {
            QVERIFY(breaker.enter(m_now));
            breaker.failed(m_now);
        }
    }

private Q_SLOTS:
    void opensAfterFailuresInARow_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("just below") << 2 << false;
        QTest::newRow("exactly") << 3 << true;
    }
    void opensAfterFailuresInARow()
    {
        QFETCH(int, failures);
        QFETCH(bool, isOpen);
        CircuitBreaker breaker(m_options);

        failTimes(breaker, failures);

        QCOMPARE(breaker.state(m_now) == BreakerState::Open, isOpen);
        QCOMPARE(breaker.enter(m_now), !isOpen);
    }

    void aSuccessBetweenThemForgets()
    {
        CircuitBreaker breaker(m_options);
        failTimes(breaker, 2);
        breaker.succeeded();
        failTimes(breaker, 2);

        QCOMPARE(breaker.state(m_now), BreakerState::Closed);
    }

    void afterThePauseOneMayTry()
    {
        CircuitBreaker breaker(m_options);
        failTimes(breaker, 3);

        QVERIFY(!breaker.enter(m_now + milliseconds{999}));
        QVERIFY(breaker.enter(m_now + milliseconds{1'000}));
        QCOMPARE(breaker.state(m_now + milliseconds{1'000}), BreakerState::HalfOpen);
        QVERIFY(!breaker.enter(m_now + milliseconds{1'000}));
        breaker.succeeded();
        QCOMPARE(breaker.state(m_now + milliseconds{1'000}), BreakerState::Closed);
    }

    void eachPauseIsTwiceAsLongUpToTheLongest()
    {
        CircuitBreaker breaker(m_options);
        failTimes(breaker, 3);
        for (const int expected : {1'000, 2'000, 3'000, 3'000}) {
            QCOMPARE(breaker.pause(m_now).count(), expected);
            m_now += milliseconds{expected};
            QVERIFY(breaker.enter(m_now));
            breaker.failed(m_now);
        }
    }

    void whoeverLeavesWithoutAWordLetsTheNextTry()
    {
        CircuitBreaker breaker(m_options);
        failTimes(breaker, 3);
        m_now += milliseconds{1'000};
        QVERIFY(breaker.enter(m_now));

        breaker.abandoned();

        QVERIFY(breaker.enter(m_now));
    }

    void aProviderThatAsksForTimeGetsIt_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("pause");
        QTest::newRow("a moment") << 2'000 << 0;
        QTest::newRow("more") << 2'500 << 2'500;
        QTest::newRow("an hour") << 3'600'000 << 3'000;
    }
    void aProviderThatAsksForTimeGetsIt()
    {
        QFETCH(int, asked);
        QFETCH(int, pause);
        CircuitBreaker breaker(m_options);

        breaker.failed(m_now, milliseconds{asked});

        QCOMPARE(breaker.pause(m_now).count(), pause);
    }
};

PARLEY_TEST("circuit_breaker", CircuitBreakerTest)
#include "circuit_breaker_test.moc"
