// SPDX-License-Identifier: MIT
#include "server/store/idempotency_repository.h"
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const IdempotencyRepository kRequests;

IdempotencyRow request(std::int64_t nowMs = 1000)
{
    IdempotencyRow row;
    row.principal = "supporter:u1";
    row.route = "POST /users";
    row.key = "k";
    row.bodyHash = "h";
    row.createdMs = nowMs;
    row.expiresMs = nowMs + 100'000;
    return row;
}

template <class Job>
bool won(Database& database, const TenantId& tenant, Job job)
{
    return database.transactNow(Scope::of(tenant), job).value();
}

bool insert(Database& database, const TenantId& tenant, const IdempotencyRow& row)
{
    return won(database, tenant, [&](Transaction& tx) { return kRequests.insertRunning(tx, row); });
}

} // namespace

class IdempotencyRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsTakenOncePerTenant_data() { test::addDatabaseRows(); }
    void aKeyIsTakenOncePerTenant()
    {
        PARLEY_DATABASE(database);

        QVERIFY(insert(*database, database.first, request()));
        QVERIFY(!insert(*database, database.first, request()));
        QVERIFY(insert(*database, database.second, request()));
        IdempotencyRow otherRoute = request();
        otherRoute.route = "POST /agents";
        QVERIFY(insert(*database, database.first, otherRoute));
    }

    void anExpiredKeyIsFreeAgain_data() { test::addDatabaseRows(); }
    void anExpiredKeyIsFreeAgain()
    {
        PARLEY_DATABASE(database);
        QVERIFY(insert(*database, database.first, request(1000)));

        QVERIFY(!insert(*database, database.first, request(100'999)));
        QVERIFY(insert(*database, database.first, request(101'000)));
    }

    void theAnswerComesBack_data() { test::addDatabaseRows(); }
    void theAnswerComesBack()
    {
        PARLEY_DATABASE(database);
        IdempotencyRow row = request();
        QVERIFY(insert(*database, database.first, row));
        row.responseStatus = 201;
        row.responseBody = R"({"id":"x"})";
        row.customer.value = "c1";
        const auto finish = [&](Transaction& tx) { return kRequests.finish(tx, row); };

        QVERIFY(won(*database, database.first, finish));
        QVERIFY(!won(*database, database.first, finish));

        const auto job = [](ReadTransaction& tx) {
            return kRequests.find(tx, "supporter:u1", "POST /users", "k");
        };
        const auto found = database->readNow(Scope::of(database.first), job);
        QVERIFY((*found)->isDone);
        QCOMPARE((*found)->responseStatus, 201);
        QCOMPARE((*found)->responseBody, std::string(R"({"id":"x"})"));
    }

    void onlyAStaleAttemptIsTakenOverAndItsOwnerNotices_data() { test::addDatabaseRows(); }
    void onlyAStaleAttemptIsTakenOverAndItsOwnerNotices()
    {
        PARLEY_DATABASE(database);
        const IdempotencyRow first = request(1000);
        QVERIFY(insert(*database, database.first, first));
        const IdempotencyRow next = request(50'000);
        const auto takeOver = [&](std::int64_t staleMs) {
            return won(*database, database.first, [&](Transaction& tx) {
                return kRequests.takeOver(tx, next, staleMs);
            });
        };

        QVERIFY(!takeOver(999));
        QVERIFY(takeOver(1000));
        QVERIFY(!takeOver(1000));
        QVERIFY(
            !won(*database, database.first, [&](Transaction& tx) { return kRequests.finish(tx, first); }));
        QVERIFY(
            !won(*database, database.first, [&](Transaction& tx) { return kRequests.abandon(tx, first); }));
        QVERIFY(won(*database, database.first, [&](Transaction& tx) { return kRequests.abandon(tx, next); }));
        QVERIFY(insert(*database, database.first, first));
    }

    void aCustomersRowsGoWithHim_data() { test::addDatabaseRows(); }
    void aCustomersRowsGoWithHim()
    {
        PARLEY_DATABASE(database);
        IdempotencyRow row = request();
        row.customer.value = "c1";
        QVERIFY(insert(*database, database.first, row));
        const auto job = [](Transaction& tx) { return kRequests.deleteOf(tx, CustomerId{"c1"}); };

        QVERIFY(database->transactNow(Scope::of(database.first), job).has_value());

        QVERIFY(insert(*database, database.first, row));
    }
};

PARLEY_TEST("idempotency_repository", IdempotencyRepositoryTest)
#include "idempotency_repository_test.moc"
