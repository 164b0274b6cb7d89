// SPDX-License-Identifier: MIT
#include "server/store/postgres/pq_connection.h"
#include "tests/support/databases.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_main.h"

#include <barrier>
#include <future>

using namespace parley;
using namespace parley::server::store;

namespace {

Result<void> insert(Transaction& tx, const std::string& id)
{
    auto changed =
        tx.execute("INSERT INTO tenant_state (id, config_version, index_version) VALUES ($1, 1, 1)", {id});
    return changed ? Result<void>() : fail(changed.error());
}

void runAsSuperuser(const std::string& url, const std::string& sql)
{
    auto connection = PqConnection::connect(url);
    QVERIFY(connection);
    const auto done = (*connection)->run(sql);
    QVERIFY2(done, done ? "" : done.error().error.detail.c_str());
}

void endAllSessions(const test::FreshDatabase& database)
{
    runAsSuperuser(database.options().url,
                   "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                   "WHERE datname = current_database() AND pid <> pg_backend_pid()");
}

/// Fails the way a transaction does that cannot be serialized.
constexpr std::string_view kSerializationFailure =
    "DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$";

} // namespace

class PostgresPoolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto& why = test::PostgresServer::instance().unavailable(); !why.empty()) {
            test::skipSuite(why);
        }
    }

    void connectionsAreMadeWhenThereIsWorkForThem()
    {
        StoreOptions options;
        options.poolSize = 3;
        test::FreshDatabase database("postgresql", options);
        auto one = [](Transaction& tx) { return insert(tx, "one"); };
        const auto before = database->statistics().connections;

        QVERIFY(database->transactNow(Scope::of(database.first), one));
        const auto afterOne = database->statistics().connections;
        std::barrier together(3);
        std::vector<std::future<bool>> jobs;
        for (int i = 0; i < 3; ++i) {
            jobs.push_back(std::async(std::launch::async, [&, i] {
                // Ends only when three run at once.
                auto job = [&, i](Transaction& tx) {
                    together.arrive_and_wait();
                    return insert(tx, std::to_string(i));
                };
                return database->transactNow(Scope::of(database.first), job).has_value();
            }));
        }

        for (auto& job : jobs) {
            QVERIFY(job.get());
        }
        QCOMPARE(before, std::uint64_t{0});
        QCOMPARE(afterOne, std::uint64_t{1});
        QCOMPARE(database->statistics().connections, std::uint64_t{3});
    }

    void aConnectionLostWhileIdleCostsNoJob()
    {
        StoreOptions options;
        options.poolSize = 1;
        test::FreshDatabase database("postgresql", options);
        auto job = [n = 0](Transaction& tx) mutable { return insert(tx, std::to_string(++n)); };
        auto other = [](Transaction& tx) { return insert(tx, "other"); };
        QVERIFY(database->transactNow(Scope::of(database.first), job));

        endAllSessions(database);
        const auto after = database->transactNow(Scope::of(database.first), other);

        QVERIFY2(after, after ? "" : after.error().detail.c_str());
    }

    void aConnectionLostInAJobFailsThatJobAlone()
    {
        StoreOptions options;
        options.poolSize = 1;
        test::FreshDatabase database("postgresql", options);
        int runs = 0;
        auto job = [&](Transaction& tx) -> Result<void> {
            ++runs;
            if (auto done = insert(tx, "lost"); !done) {
                return done;
            }
            endAllSessions(database);
            return insert(tx, "never");
        };
        auto count = [](ReadTransaction& tx) { return tx.query("SELECT id FROM tenant_state"); };

        const auto lost = database->transactNow(Scope::of(database.first), job);
        const auto next = database->readNow(Scope::of(database.first), count);

        QVERIFY(!lost);
        QCOMPARE(lost.error().code, ErrorCode::Storage);
        QCOMPARE(runs, 1);
        QVERIFY2(next, next ? "" : next.error().detail.c_str());
        QCOMPARE(next->size(), std::size_t{0});
    }

    void aJobThatCannotBeSerializedRunsAgain_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("runs");
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("never") << 0 << 1 << true;
        QTest::newRow("three times") << 3 << 4 << true;
        QTest::newRow("four times") << 4 << 4 << false;
    }
    void aJobThatCannotBeSerializedRunsAgain()
    {
        QFETCH(int, failures);
        QFETCH(int, runs);
        QFETCH(bool, succeeds);
        test::FreshDatabase database("postgresql");
        int count = 0;
        int actions = 0;
        auto job = [&](Transaction& tx) -> Result<void> {
            tx.afterCommit([&] { ++actions; });
            if (++count <= failures) {
                const auto failed = tx.execute(kSerializationFailure);
                return fail(failed.error());
            }
            return insert(tx, "x");
        };

        const auto outcome = database->transactNow(Scope::of(database.first), job);

        QCOMPARE(outcome.has_value(), succeeds);
        QCOMPARE(count, runs);
        QCOMPARE(actions, succeeds ? 1 : 0);
    }

    void ofTwoDeadlockedJobsBothSucceed()
    {
        test::FreshDatabase database("postgresql");
        const std::string url = database.options().url;
        runAsSuperuser(url,
                       "ALTER DATABASE " + url.substr(url.find("dbname=") + 7) +
                           " SET deadlock_timeout = '20ms'");
        auto rows = [](Transaction& tx) -> Result<void> {
            auto done = insert(tx, "a");
            return done ? insert(tx, "b") : done;
        };
        QVERIFY(database->transactNow(Scope::of(database.first), rows));
        std::barrier together(2);
        const auto lockBoth = [&](std::string first, std::string second) {
            auto job = [&, first, second, runs = 0](Transaction& tx) mutable -> Result<void> {
                constexpr std::string_view kLock = "UPDATE tenant_state SET config_version = 2 WHERE id = $1";
                auto one = tx.execute(kLock, {first});
                if (++runs == 1) {
                    together.arrive_and_wait();
                }
                auto two = tx.execute(kLock, {second});
                return one && two ? Result<void>() : fail(one ? two.error() : one.error());
            };
            return database->transactNow(Scope::of(database.first), std::move(job)).has_value();
        };

        auto other = std::async(std::launch::async, [&] { return lockBoth("b", "a"); });
        const bool mine = lockBoth("a", "b");

        QVERIFY(mine);
        QVERIFY(other.get());
    }

    void aStatementThatTakesTooLongIsEnded()
    {
        StoreOptions options;
        options.statementTimeout = std::chrono::milliseconds(20);
        test::FreshDatabase database("postgresql", options);
        auto slow = [](ReadTransaction& tx) { return tx.query("SELECT pg_sleep(60)::text"); };
        auto quick = [](ReadTransaction& tx) { return tx.query("SELECT 1"); };

        const auto ended = database->readNow(Scope::of(database.first), slow);
        const auto next = database->readNow(Scope::of(database.first), quick);

        QVERIFY(!ended);
        QCOMPARE(ended.error().code, ErrorCode::Storage);
        QVERIFY(next);
    }

    void aServerThatIsNotThereIsAStorageError()
    {
        StoreOptions options;
        options.url = "host=/nonexistent dbname=x";

        const auto refused = openDatabase(options);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
    }
};

PARLEY_TEST("postgres_pool", PostgresPoolTest)
#include "postgres_pool_test.moc"
