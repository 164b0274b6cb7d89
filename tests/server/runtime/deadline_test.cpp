// SPDX-License-Identifier: MIT
#include "server/runtime/deadline.h"
#include "tests/support/test_main.h"

using namespace parley::server::runtime;
using namespace std::chrono_literals;

class DeadlineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPassedDeadlineLeavesNothing()
    {
        const Budget spent{std::chrono::steady_clock::now() - 5s};

        QVERIFY(spent.isSpent());
        QCOMPARE(spent.remaining().count(), std::chrono::milliseconds::rep{0});
    }

    void aBudgetWithoutEndIsADayAtMost()
    {
        QVERIFY(Budget{}.remaining() == 24h);
        QVERIFY(!Budget{}.isSpent());
    }

    void theSoonerEndWins()
    {
        const Budget hour = Budget::of(1h);

        QVERIFY(hour.atMost(1min).remaining() <= 1min);
        QCOMPARE(hour.atMost(2h).deadline == hour.deadline, true);
    }
};

PARLEY_TEST("deadline", DeadlineTest)
#include "deadline_test.moc"
