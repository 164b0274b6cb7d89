// SPDX-License-Identifier: MIT
#include "shared/core/clock.h"

#include "tests/support/test_main.h"

using namespace parley;

class ClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timesGoToTheWireAndBack()
    {
        QCOMPARE(toRfc3339(1795237200123), std::string("2026-11-21T05:00:00.123Z"));
        QCOMPARE(fromRfc3339("2026-11-21T05:00:00.123Z").value_or(0), std::int64_t{1795237200123});
        QCOMPARE(fromRfc3339("2026-11-21T05:00:00Z").value_or(0), std::int64_t{1795237200000});
        QCOMPARE(fromRfc3339("2026-11-21T05:00:00.123456Z").value_or(0), std::int64_t{1795237200123});
    }

    void anythingElseIsNoTime()
    {
        for (const char* text : {"", "2026-11-21", "2026-13-21T05:00:00Z", "2026-02-30T05:00:00Z",
                                 "2026-11-21T24:00:00Z", "2026-11-21T05:00:00+01:00", "2026-11-21T05:00:00.Z"}) {
            QVERIFY2(!fromRfc3339(text), text);
        }
    }
};

PARLEY_TEST("clock", ClockTest)
#include "clock_test.moc"
