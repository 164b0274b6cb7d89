// SPDX-License-Identifier: MIT
#include "server/identity/failure_limiter.h"
#include "tests/server/identity/identity_fixture.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::identity;

namespace {

std::string number(int i)
{
    return std::to_string(i);
}

} // namespace

class FailureLimiterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAccountHasFiveFailuresFromOneAddress()
    {
        const test::ManualClock clock;
        FailureLimiter limiter(clock);

        for (int i = 0; i < 5; ++i) {
            QVERIFY(limiter.begin("ana", "192.0.2.1").has_value());
        }

        const auto refused = limiter.begin("ana", "192.0.2.1");
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().code == ErrorCode::RateLimited);
        QVERIFY(refused.error().retryAfter >= std::chrono::minutes{15});
        QVERIFY(limiter.begin("ana", "192.0.2.2").has_value());
        QVERIFY(limiter.begin("bob", "192.0.2.1").has_value());
    }

    void anAddressHasTwenty()
    {
        const test::ManualClock clock;
        FailureLimiter limiter(clock);

        for (int i = 0; i < 20; ++i) {
            QVERIFY(limiter.begin("account " + number(i), "192.0.2.1").has_value());
        }

        QVERIFY(!limiter.begin("one more", "192.0.2.1").has_value());
        QVERIFY(limiter.begin("one more", "192.0.2.2").has_value());
    }

    void anAccountHasAHundredFromAnywhere()
    {
        const test::ManualClock clock;
        FailureLimiter limiter(clock);

        for (int i = 0; i < 100; ++i) {
            QVERIFY(limiter.begin("ana", "address " + number(i)).has_value());
        }

        QVERIFY(!limiter.begin("ana", "another").has_value());
        QVERIFY(limiter.begin("bob", "another").has_value());
    }

    void successForgivesAndTimeDoes()
    {
        test::ManualClock clock;
        FailureLimiter limiter(clock);
        for (int i = 0; i < 50; ++i) {
            QVERIFY(limiter.begin("ana", "192.0.2.1").has_value());
            limiter.succeeded("ana", "192.0.2.1");
        }
        for (int i = 0; i < 5; ++i) {
            QVERIFY(limiter.begin("ana", "192.0.2.1").has_value());
        }
        QVERIFY(!limiter.begin("ana", "192.0.2.1").has_value());

        clock.advance(std::chrono::minutes{30});

        QVERIFY(limiter.begin("ana", "192.0.2.1").has_value());
    }

    void aFaultOfOursForgivesNothing()
    {
        const test::ManualClock clock;
        FailureLimiter limiter(clock);
        for (int i = 0; i < 4; ++i) {
            QVERIFY(limiter.begin("ana", "192.0.2.1").has_value());
        }
        QVERIFY(limiter.begin("ana", "192.0.2.1").has_value());
        limiter.takeBack("ana", "192.0.2.1");

        QVERIFY(limiter.begin("ana", "192.0.2.1").has_value());
        QVERIFY(!limiter.begin("ana", "192.0.2.1").has_value());
    }
};

PARLEY_TEST("failure_limiter", FailureLimiterTest)
#include "failure_limiter_test.moc"
