// SPDX-License-Identifier: MIT
#include "server/identity/rate_limiter.h"
#include "tests/server/identity/identity_fixture.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::identity;
using namespace parley::server::security;

Q_DECLARE_METATYPE(Role)

namespace {

Principal principal(Role role, const std::string& subject, int own = 0)
{
    Principal who;
    who.role = role;
    who.subject = subject;
    who.conversation.value = role == Role::ChatUser ? "c-" + subject : "";
    who.requestsPerMinute = own;
    return who;
}

int passed(RateLimiter& limiter, const Principal& who, const std::string& address, int tries)
{
    int count = 0;
    for (int i = 0; i < tries; ++i) {
        count += limiter.take(who, address).count() == 0 ? 1 : 0;
    }
    return count;
}

} // namespace

class RateLimiterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachRoleHasItsLimit_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<int>("own");
        QTest::addColumn<int>("limit");
        QTest::newRow("chat_user") << Role::ChatUser << 0 << 60;
        QTest::newRow("anonymous") << Role::Anonymous << 0 << 120;
        QTest::newRow("supporter") << Role::Supporter << 0 << 1200;
        QTest::newRow("tenant_user") << Role::TenantUser << 0 << 1200;
        QTest::newRow("admin") << Role::Admin << 0 << 1200;
        QTest::newRow("api_client") << Role::ApiClient << 0 << 600;
        QTest::newRow("api_client with its own") << Role::ApiClient << 7 << 7;
    }

    void eachRoleHasItsLimit()
    {
        QFETCH(Role, role);
        QFETCH(int, own);
        QFETCH(int, limit);
        const test::ManualClock clock;
        RateLimiter limiter(clock);
        const Principal who = principal(role, "x", own);

        QCOMPARE(passed(limiter, who, "192.0.2.1", limit), limit);
        QVERIFY(limiter.take(who, "192.0.2.1") >= std::chrono::seconds{1});
    }

    void theSettingScalesAllButAnApiClientsOwn()
    {
        const test::ManualClock clock;
        RateLimiter limiter(clock, RateLimits::fromRequestsPerMinute(6));

        QCOMPARE(passed(limiter, principal(Role::ChatUser, "x"), "a", 300), 6);
        QCOMPARE(passed(limiter, principal(Role::Anonymous, ""), "a", 300), 12);
        QCOMPARE(passed(limiter, principal(Role::Supporter, "x"), "a", 300), 120);
        QCOMPARE(passed(limiter, principal(Role::ApiClient, "x", 200), "a", 300), 200);
    }

    void zeroSwitchesAllOff()
    {
        const test::ManualClock clock;
        RateLimiter limiter(clock, RateLimits::fromRequestsPerMinute(0));

        QCOMPARE(passed(limiter, principal(Role::Anonymous, ""), "a", 5000), 5000);
        QCOMPARE(limiter.trackedKeys(), std::size_t{0});
    }

    void anAddressIsOneHousehold()
    {
        const test::ManualClock clock;
        RateLimiter limiter(clock);
        const Principal nobody;
        QCOMPARE(passed(limiter, nobody, "2001:db8::1", 120), 120);

        QVERIFY(limiter.take(nobody, "2001:db8::ffff").count() > 0);
        QVERIFY(limiter.take(nobody, "2001:db8:0:1::1").count() == 0);
        QCOMPARE(passed(limiter, nobody, "192.0.2.1", 120), 120);
        QVERIFY(limiter.take(nobody, "::ffff:192.0.2.1").count() > 0);
        QVERIFY(limiter.take(nobody, "192.0.2.2").count() == 0);
    }
};

PARLEY_TEST("rate_limiter", RateLimiterTest)
#include "rate_limiter_test.moc"
