// SPDX-License-Identifier: MIT
#include "server/store/llm_usage_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

#include <atomic>

using namespace parley;
using namespace parley::server::store;

namespace {

constexpr const char* kMonth = "2026-11";
const LlmUsageRepository kUsage;

bool reserve(test::FreshDatabase& database,
             const std::string& id,
             std::int64_t tokens,
             std::int64_t limit,
             std::int64_t nowMs = 0)
{
    const LlmReservation wanted{id, kMonth, tokens, nowMs + 100};
    return test::must(
        test::writeTo(database, [&](Transaction& tx) { return kUsage.reserve(tx, wanted, limit, nowMs); }));
}

void settle(test::FreshDatabase& database, const std::string& id, std::int64_t input, std::int64_t output)
{
    const LlmUsageRow used{kMonth, "p", "m", 1, input, output, 5};
    test::must(test::writeTo(database, [&](Transaction& tx) { return kUsage.settle(tx, id, used, 1); }));
}

LlmMonth monthOf(test::FreshDatabase& database)
{
    return test::must(
        test::readFrom(database, [&](ReadTransaction& tx) { return kUsage.month(tx, kMonth); }));
}

} // namespace

class LlmUsageRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWouldBeTooMuchIsNotReserved_data() { test::addDatabaseRows(); }
    void whatWouldBeTooMuchIsNotReserved()
    {
        PARLEY_DATABASE(database);

        QVERIFY(reserve(database, "a", 60, 100));
        QVERIFY(!reserve(database, "b", 41, 100));
        QVERIFY(reserve(database, "c", 40, 100));
        QCOMPARE(monthOf(database).reserved, std::int64_t{100});
        settle(database, "a", 10, 5);
        QCOMPARE(monthOf(database).used, std::int64_t{15});
        QCOMPARE(monthOf(database).reserved, std::int64_t{40});
        QVERIFY(reserve(database, "d", 45, 100));
        QVERIFY(!reserve(database, "e", 1, 100));
    }

    void aReservationThatNobodySettledCountsInFull_data() { test::addDatabaseRows(); }
    void aReservationThatNobodySettledCountsInFull()
    {
        PARLEY_DATABASE(database);
        QVERIFY(reserve(database, "a", 60, 100, 0));

        QVERIFY(reserve(database, "b", 10, 100, 101));

        QCOMPARE(monthOf(database).used, std::int64_t{60});
        QCOMPARE(monthOf(database).reserved, std::int64_t{10});
        settle(database, "a", 50, 50); // too late: it was counted
        QCOMPARE(monthOf(database).used, std::int64_t{60});
    }

    void usageAddsUpByModel_data() { test::addDatabaseRows(); }
    void usageAddsUpByModel()
    {
        PARLEY_DATABASE(database);
        settle(database, "", 10, 1);
        settle(database, "", 20, 2);

        const auto rows = test::must(
            test::readFrom(database, [&](ReadTransaction& tx) { return kUsage.usage(tx, kMonth); }));

        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].requests, std::int64_t{2});
        QCOMPARE(rows[0].inputTokens, std::int64_t{30});
        QCOMPARE(rows[0].outputTokens, std::int64_t{3});
        QCOMPARE(rows[0].costMicros, std::int64_t{10});
        QCOMPARE(monthOf(database).used, std::int64_t{33});
    }

    void manyAtOnceNeverGetMoreThanThereIs_data() { test::addDatabaseRows(); }
    void manyAtOnceNeverGetMoreThanThereIs()
    {
        PARLEY_DATABASE(database);
        std::atomic<int> granted{0};

        test::together(8, [&](int thread) {
            for (int i = 0; i < 10; ++i) {
                granted +=
                    reserve(database, std::to_string(thread) + "-" + std::to_string(i), 7, 100) ? 1 : 0;
            }
        });

        QCOMPARE(granted.load(), 14);
        QCOMPARE(monthOf(database).reserved, std::int64_t{98});
    }
};

PARLEY_TEST("llm_usage_repository", LlmUsageRepositoryTest)
#include "llm_usage_repository_test.moc"
