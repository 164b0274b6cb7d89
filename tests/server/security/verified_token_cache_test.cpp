// SPDX-License-Identifier: MIT
#include "server/security/verified_token_cache.h"
#include "tests/support/test_main.h"

#include <string>

using namespace parley::server::security;

namespace {

Principal someone(std::int64_t expiresMs)
{
    Principal principal;
    principal.role = Role::Supporter;
    principal.subject = "u1";
    principal.expiresMs = expiresMs;
    return principal;
}

} // namespace

class VerifiedTokenCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersFor60Seconds_data()
    {
        QTest::addColumn<qlonglong>("expires");
        QTest::addColumn<qlonglong>("asked");
        QTest::addColumn<bool>("known");
        QTest::newRow("just before") << 1'000'000LL << 59'999LL << true;
        QTest::newRow("just then") << 1'000'000LL << 60'000LL << false;
        QTest::newRow("token about to lapse") << 30'000LL << 29'999LL << true;
        QTest::newRow("token lapsed") << 30'000LL << 30'000LL << false;
    }

    void remembersFor60Seconds()
    {
        QFETCH(qlonglong, expires);
        QFETCH(qlonglong, asked);
        QFETCH(bool, known);
        VerifiedTokenCache cache;

        cache.remember("token", someone(expires), 0);

        const auto found = cache.find("token", asked);
        QCOMPARE(found != nullptr, known);
        QCOMPARE(cache.size(), std::size_t{known ? 1U : 0U});
    }

    void knowsOnlyTheExactToken()
    {
        VerifiedTokenCache cache;
        cache.remember("token", someone(100'000), 0);

        QVERIFY(cache.find("tokem", 1) == nullptr);
        QVERIFY(cache.find("", 1) == nullptr);
        QCOMPARE(cache.find("token", 1)->subject, std::string("u1"));
    }

    void aLapsedTokenIsNeverRemembered()
    {
        VerifiedTokenCache cache;

        cache.remember("token", someone(5), 5);

        QCOMPARE(cache.size(), std::size_t{0});
    }

    void neverHoldsMoreThanItsCapacity()
    {
        VerifiedTokenCache cache(160);

        for (int i = 0; i < 5000; ++i) {
            cache.remember("token " + std::to_string(i), someone(100'000), i);
        }

        QVERIFY(cache.size() <= 160);
        QVERIFY(cache.find("token 4999", 5000) != nullptr);
    }
};

PARLEY_TEST("verified_token_cache", VerifiedTokenCacheTest)
#include "verified_token_cache_test.moc"
