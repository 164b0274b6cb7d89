// SPDX-License-Identifier: MIT
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <limits>
#include <stdexcept>

using namespace parley;
using namespace parley::server::store;

namespace {

constexpr std::string_view kInsert =
    "INSERT INTO tenant_state (id, config_version, index_version) VALUES ($1, $2, $3)";
constexpr std::string_view kCount = "SELECT count(*) FROM tenant_state";

Result<void> insert(Transaction& tx, const std::string& id, std::int64_t version = 1)
{
    auto changed = tx.execute(kInsert, {id, version, version});
    if (!changed) {
        return fail(std::move(changed).error());
    }
    return {};
}

std::int64_t countRows(Database& database, const Scope& scope)
{
    auto job = [](ReadTransaction& tx) -> Result<std::int64_t> {
        auto row = tx.queryOptional(kCount);
        if (!row) {
            return fail(std::move(row).error());
        }
        return (*row)->integer(0);
    };
    const auto count = database.readNow(scope, std::move(job));
    return count ? *count : -1;
}

} // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesOfEveryTypeComeBackAsTheyWere_data() { addRows(); }
    void valuesOfEveryTypeComeBackAsTheyWere()
    {
        PARLEY_DATABASE(database);
        const Blob bytes{0, 1, 255, 39, 92};
        const std::string text = "Grüße, 日本語, 😀 'quoted' \\x";
        auto job = [&](Transaction& tx) -> Result<Row> {
            auto row = tx.queryOptional(
                "SELECT CAST($1 AS TEXT), CAST($2 AS BIGINT), CAST($3 AS DOUBLE PRECISION), secret_hash, "
                "CAST($4 AS TEXT), CAST($5 AS BIGINT), name, CAST($6 AS BIGINT) FROM api_clients",
                {text,
                 std::numeric_limits<std::int64_t>::min(),
                 0.1,
                 std::string(),
                 std::int64_t{0},
                 Value()});
            if (!row) {
                return fail(std::move(row).error());
            }
            return **row;
        };
        auto prepare = [&](Transaction& tx) { return insertClient(tx, "a", bytes); };
        const auto prepared = database->transactNow(Scope::platform(), prepare);
        QVERIFY2(prepared, prepared ? "" : prepared.error().detail.c_str());

        const auto row = database->transactNow(Scope::platform(), job);

        QVERIFY2(row, row ? "" : row.error().detail.c_str());
        QCOMPARE(row->text(0), text);
        QCOMPARE(row->integer(1), std::numeric_limits<std::int64_t>::min());
        QCOMPARE(row->real(2), 0.1);
        QCOMPARE(row->blob(3), bytes);
        QVERIFY(!row->isNull(4));
        QCOMPARE(row->text(4), std::string());
        QCOMPARE(row->integer(5), std::int64_t{0});
        QCOMPARE(row->text(6), std::string("it's"));
        QVERIFY(row->isNull(7));
        QVERIFY(!row->optionalInteger(7));
        QVERIFY_THROWS_EXCEPTION(std::logic_error, static_cast<void>(row->integer(0)));
    }

    void emptyBytesAreNotNull_data() { addRows(); }
    void emptyBytesAreNotNull()
    {
        PARLEY_DATABASE(database);
        auto write = [](Transaction& tx) { return insertClient(tx, "a", Blob()); };
        auto read = [](ReadTransaction& tx) { return tx.query("SELECT secret_hash FROM api_clients"); };

        QVERIFY(database->transactNow(Scope::platform(), write));
        const auto rows = database->readNow(Scope::platform(), read);

        QVERIFY(rows && rows->size() == 1);
        QVERIFY(!rows->front().isNull(0));
        QCOMPARE(rows->front().blob(0), Blob());
    }

    void aParameterMayBeUsedTwiceAndOutOfOrder_data() { addRows(); }
    void aParameterMayBeUsedTwiceAndOutOfOrder()
    {
        PARLEY_DATABASE(database);
        auto job = [](ReadTransaction& tx) {
            return tx.queryOptional("SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($2 AS TEXT)",
                                    {std::string("a"), std::string("b")});
        };

        const auto row = database->readNow(Scope::of(database.first), job);

        QVERIFY2(row, row ? "" : row.error().detail.c_str());
        QCOMPARE((*row)->text(0) + (*row)->text(1) + (*row)->text(2), std::string("bab"));
    }

    void upsertNamesItsKeyWithoutTheTenant_data() { addRows(); }
    void upsertNamesItsKeyWithoutTheTenant()
    {
        PARLEY_DATABASE(database);
        auto job = [](Transaction& tx) {
            return tx.queryOptional(
                "INSERT INTO tenant_state (id, config_version, index_version) VALUES ('x', 1, 1) "
                "ON CONFLICT (id) DO UPDATE SET config_version = tenant_state.config_version + $1 "
                "RETURNING config_version",
                {std::int64_t{10}});
        };

        QVERIFY(database->transactNow(Scope::of(database.first), job));
        const auto row = database->transactNow(Scope::of(database.first), job);

        QVERIFY2(row, row ? "" : row.error().detail.c_str());
        QCOMPARE((*row)->integer(0), std::int64_t{11});
    }

    void executeTellsHowManyRowsChanged_data() { addRows(); }
    void executeTellsHowManyRowsChanged()
    {
        PARLEY_DATABASE(database);
        auto job = [](Transaction& tx) -> Result<std::int64_t> {
            for (const char* id : {"a", "b", "c"}) {
                if (auto done = insert(tx, id); !done) {
                    return fail(std::move(done).error());
                }
            }
            return tx.execute("UPDATE tenant_state SET config_version = 2 WHERE id <> $1",
                              {std::string("a")});
        };

        const auto changed = database->transactNow(Scope::of(database.first), job);

        QVERIFY(changed);
        QCOMPARE(*changed, std::int64_t{2});
    }

    void aReadSeesOneSnapshot_data() { addRows(); }
    void aReadSeesOneSnapshot()
    {
        PARLEY_DATABASE(database);
        const auto scope = Scope::of(database.first);
        auto write = [](Transaction& tx) { return insert(tx, "later"); };
        auto read = [&](ReadTransaction& tx) -> Result<std::pair<std::int64_t, std::int64_t>> {
            auto before = tx.queryOptional(kCount);
            const auto written = database->transactNow(scope, write);
            auto after = tx.queryOptional(kCount);
            if (!before || !written || !after) {
                return fail(ErrorCode::Internal, "a statement failed");
            }
            return std::pair((*before)->integer(0), (*after)->integer(0));
        };

        const auto counts = database->readNow(scope, read);

        QVERIFY(counts);
        QCOMPARE(counts->first, std::int64_t{0});
        QCOMPARE(counts->second, std::int64_t{0});
        QCOMPARE(countRows(*database, scope), std::int64_t{1});
    }

    void aReadCannotWrite_data() { addRows(); }
    void aReadCannotWrite()
    {
        PARLEY_DATABASE(database);
        auto job = [](ReadTransaction& tx) {
            return tx.query("INSERT INTO tenant_state (id, config_version, index_version) VALUES ('x', 1, 1) "
                            "RETURNING id");
        };

        const auto refused = database->readNow(Scope::of(database.first), job);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QCOMPARE(countRows(*database, Scope::of(database.first)), std::int64_t{0});
    }

    void aJobThatFailsLeavesNothing_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<int>("way");
        for (const std::string driver : {"sqlite", "postgresql"}) {
            QTest::newRow((driver + " returns an error").c_str()) << driver << 0;
            QTest::newRow((driver + " throws").c_str()) << driver << 1;
            QTest::newRow((driver + " ignores a failed statement").c_str()) << driver << 2;
        }
    }
    void aJobThatFailsLeavesNothing()
    {
        QFETCH(int, way);
        PARLEY_DATABASE(database);
        std::atomic<int> actions{0};
        auto job = [&](Transaction& tx) -> Result<void> {
            tx.afterCommit([&] { ++actions; });
            if (auto done = insert(tx, "a"); !done) {
                return done;
            }
            if (way == 0) {
                return fail(ErrorCode::NotFound, "There is no such thing.");
            }
            if (way == 1) {
                throw std::runtime_error("a mistake");
            }
            const auto ignored = insert(tx, "a");
            const auto after = tx.query(kCount);
            return !ignored && !after ? Result<void>() : fail(ErrorCode::Internal, "the job went on");
        };
        const ErrorCode expected[] = {ErrorCode::NotFound, ErrorCode::Internal, ErrorCode::Conflict};

        const auto outcome = database->transactNow(Scope::of(database.first), job);

        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, expected[way]);
        QCOMPARE(countRows(*database, Scope::of(database.first)), std::int64_t{0});
        QCOMPARE(actions.load(), 0);
        auto next = [](Transaction& tx) { return insert(tx, "b"); };
        QVERIFY(database->transactNow(Scope::of(database.first), next));
    }

    void refusalsOfTheSchemaAreConflicts_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("sql");
        QTest::addColumn<ErrorCode>("code");
        const std::string duplicate =
            "INSERT INTO tenant_state (id, config_version, index_version) VALUES ('a', 1, 1)";
        const std::string orphan =
            "INSERT INTO customer_identifiers (customer_id, kind, value, verified, created_ms) "
            "VALUES ('nobody', 'email', 'x', 0, 0)";
        const std::string null =
            "INSERT INTO tenant_state (id, config_version, index_version) VALUES ('b', NULL, 1)";
        for (const std::string driver : {"sqlite", "postgresql"}) {
            QTest::newRow((driver + " duplicate").c_str()) << driver << duplicate << ErrorCode::Conflict;
            QTest::newRow((driver + " orphan").c_str()) << driver << orphan << ErrorCode::Conflict;
            QTest::newRow((driver + " null").c_str()) << driver << null << ErrorCode::Storage;
            QTest::newRow((driver + " no table").c_str())
                << driver << std::string("DELETE FROM nothing") << ErrorCode::Storage;
        }
    }
    void refusalsOfTheSchemaAreConflicts()
    {
        QFETCH(std::string, sql);
        QFETCH(ErrorCode, code);
        PARLEY_DATABASE(database);
        auto prepare = [](Transaction& tx) { return insert(tx, "a"); };
        auto job = [&](Transaction& tx) { return tx.execute(sql); };
        QVERIFY(database->transactNow(Scope::of(database.first), prepare));

        const auto outcome = database->transactNow(Scope::of(database.first), job);

        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, code);
        QVERIFY(!outcome.error().detail.empty());
    }

    void textThatOneDatabaseCannotHoldIsRefusedByBoth_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("text");
        for (const std::string driver : {"sqlite", "postgresql"}) {
            QTest::newRow((driver + " NUL").c_str()) << driver << std::string("a\0b", 3);
            QTest::newRow((driver + " not UTF-8").c_str()) << driver << std::string("a\xff");
        }
    }
    void textThatOneDatabaseCannotHoldIsRefusedByBoth()
    {
        QFETCH(std::string, text);
        PARLEY_DATABASE(database);
        auto job = [&](Transaction& tx) { return insert(tx, text); };

        const auto outcome = database->transactNow(Scope::of(database.first), job);

        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::InvalidArgument);
    }

    void coroutinesAwaitTransactionsOnTheirOwnThread_data() { addRows(); }
    void coroutinesAwaitTransactionsOnTheirOwnThread()
    {
        PARLEY_DATABASE(database);
        boost::asio::io_context io;
        std::thread::id resumedOn;
        std::int64_t counted = -1;
        auto write = [](Transaction& tx) { return insert(tx, "a"); };
        auto read = [](ReadTransaction& tx) { return tx.queryOptional(kCount); };
        auto work = [&]() -> boost::asio::awaitable<void> {
            auto written = co_await database->transact(Scope::of(database.first), write);
            auto row = co_await database->read(Scope::of(database.first), read);
            resumedOn = std::this_thread::get_id();
            counted = written && row ? (**row).integer(0) : -1;
        };
        boost::asio::co_spawn(io, work(), [](std::exception_ptr) {});

        io.run();

        QCOMPARE(counted, std::int64_t{1});
        QVERIFY(resumedOn == std::this_thread::get_id());
    }

    void whatWasWrittenIsThereAfterAReopen_data() { addRows(); }
    void whatWasWrittenIsThereAfterAReopen()
    {
        PARLEY_DATABASE(database);
        auto write = [](Transaction& tx) { return insert(tx, "a"); };
        QVERIFY(database->transactNow(Scope::of(database.first), write));

        database.reopen();

        QCOMPARE(countRows(*database, Scope::of(database.first)), std::int64_t{1});
    }

    void closeFinishesWhatIsQueuedAndRefusesTheRest_data() { addRows(); }
    void closeFinishesWhatIsQueuedAndRefusesTheRest()
    {
        PARLEY_DATABASE(database);
        std::atomic<int> done{0};
        for (int i = 0; i < 50; ++i) {
            auto job = [i](Transaction& tx) { return insert(tx, std::to_string(i)); };
            database->submitWrite(Scope::of(database.first), job, [&](Result<void> outcome) {
                done += outcome ? 1 : 0;
            });
        }

        database->close();
        auto late = [](Transaction& tx) { return insert(tx, "late"); };
        const auto refused = database->transactNow(Scope::of(database.first), late);

        QCOMPARE(done.load(), 50);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
        QCOMPARE(database->statistics().waiting, std::uint64_t{0});
    }

    void moreJobsThanTheQueueHoldsAreRefused_data() { addRows(); }
    void moreJobsThanTheQueueHoldsAreRefused()
    {
        StoreOptions options;
        options.queueLimit = 3;
        options.poolSize = 1;
        PARLEY_DATABASE(database, options);
        std::promise<void> gate;
        std::shared_future<void> open = gate.get_future().share();
        auto blocked = [open](Transaction& tx) {
            open.wait();
            return insert(tx, "x");
        };
        std::atomic<int> refused{0};
        const auto count = [&](Result<void> outcome) {
            refused += !outcome && outcome.error().code == ErrorCode::Unavailable ? 1 : 0;
        };

        for (int i = 0; i < 5; ++i) {
            database->submitWrite(Scope::of(database.first), blocked, count);
        }

        QCOMPARE(refused.load(), 2);
        gate.set_value();
        database->close();
        QCOMPARE(database->statistics().refused, std::uint64_t{2});
    }

private:
    static void addRows() { test::addDatabaseRows(); }

    static Result<void> insertClient(Transaction& tx, const std::string& id, const Blob& hash)
    {
        auto changed =
            tx.execute("INSERT INTO api_clients (id, tenant, client_id, name, secret_hash, scopes, "
                       "requests_per_minute, status, "
                       "created_ms, updated_ms) VALUES ($1, 't', $1, $2, $3, '', 1, 'active', 0, 0)",
                       {id, std::string("it's"), hash});
        if (!changed) {
            return fail(std::move(changed).error());
        }
        return {};
    }
};

PARLEY_TEST("database", DatabaseTest)
#include "database_test.moc"
