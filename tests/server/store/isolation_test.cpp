// SPDX-License-Identifier: MIT
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

constexpr std::string_view kSelect = "SELECT id FROM tenant_state";

Result<void> insert(Transaction& tx, const std::string& id)
{
    auto changed =
        tx.execute("INSERT INTO tenant_state (id, config_version, index_version) VALUES ($1, 1, 1)", {id});
    return changed ? Result<void>() : fail(changed.error());
}

Result<std::vector<Row>> selectAll(Database& database, const Scope& scope)
{
    auto job = [](ReadTransaction& tx) { return tx.query(kSelect); };
    return database.readNow(scope, job);
}

StoreOptions oneConnection()
{
    StoreOptions options;
    options.poolSize = 1;
    return options;
}

} // namespace

class IsolationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTenantSeesAndTouchesItsOwnRowsOnly_data() { test::addDatabaseRows(); }
    void aTenantSeesAndTouchesItsOwnRowsOnly()
    {
        PARLEY_DATABASE(database, oneConnection());
        auto mine = [](Transaction& tx) { return insert(tx, "mine"); };
        auto wipe = [](Transaction& tx) { return tx.execute("DELETE FROM tenant_state"); };
        QVERIFY(database->transactNow(Scope::of(database.first), mine));

        const auto seen = selectAll(*database, Scope::of(database.second));
        const auto wiped = database->transactNow(Scope::of(database.second), wipe);
        const auto left = selectAll(*database, Scope::of(database.first));

        QVERIFY(seen && wiped && left);
        QCOMPARE(seen->size(), std::size_t{0});
        QCOMPARE(*wiped, std::int64_t{0});
        QCOMPARE(left->size(), std::size_t{1});
    }

    void twoTenantsMayUseTheSameKey_data() { test::addDatabaseRows(); }
    void twoTenantsMayUseTheSameKey()
    {
        PARLEY_DATABASE(database);
        auto job = [](Transaction& tx) { return insert(tx, "same"); };

        QVERIFY(database->transactNow(Scope::of(database.first), job));
        QVERIFY(database->transactNow(Scope::of(database.second), job));
    }

    void withoutATenantNothingIsVisibleOrWritable_data() { test::addDatabaseRows(); }
    void withoutATenantNothingIsVisibleOrWritable()
    {
        PARLEY_DATABASE(database, oneConnection());
        auto job = [](Transaction& tx) { return insert(tx, "x"); };
        QVERIFY(database->transactNow(Scope::of(database.first), job));

        const auto seen = selectAll(*database, Scope::platform());
        const auto written = database->transactNow(Scope::platform(), job);

        // SQLite: the platform's file has no such table. PostgreSQL: no row passes the policy.
        QVERIFY(!seen || seen->empty());
        QVERIFY(!written);
    }

    void anIdThatIsNoTenantOpensNothing_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("id");
        for (const std::string driver : {"sqlite", "postgresql"}) {
            QTest::newRow((driver + " path").c_str()) << driver << std::string("../platform");
            QTest::newRow((driver + " quote").c_str())
                << driver << std::string("x', true); DROP TABLE due; --");
            QTest::newRow((driver + " short").c_str()) << driver << std::string("1");
        }
    }
    void anIdThatIsNoTenantOpensNothing()
    {
        QFETCH(std::string, id);
        PARLEY_DATABASE(database);
        auto job = [](Transaction& tx) { return insert(tx, "x"); };

        const auto read = selectAll(*database, Scope::of(TenantId{id}));
        const auto written = database->transactNow(Scope::of(TenantId{id}), job);
        const auto prepared = database->prepareTenant(TenantId{id});

        QVERIFY(!read && !written && !prepared);
        QCOMPARE(read.error().code, ErrorCode::NotFound);
        QCOMPARE(written.error().code, ErrorCode::NotFound);
        QCOMPARE(prepared.error().code, ErrorCode::InvalidArgument);
    }

    void anotherTenantsIdIsRefusedEvenWhenNamed_data() { addPostgres(); }
    void anotherTenantsIdIsRefusedEvenWhenNamed()
    {
        PARLEY_DATABASE(database);
        auto job = [&](Transaction& tx) {
            return tx.execute("INSERT INTO tenant_state (tenant_id, id, config_version, index_version) "
                              "VALUES ($1, 'x', 1, 1)",
                              {database.second.value});
        };

        const auto written = database->transactNow(Scope::of(database.first), job);

        QVERIFY(!written);
        QCOMPARE(selectAll(*database, Scope::of(database.second))->size(), std::size_t{0});
    }

    void theRoleCannotChangeTheSchema_data() { addPostgres(); }
    void theRoleCannotChangeTheSchema()
    {
        PARLEY_DATABASE(database);
        for (const char* sql : {"ALTER TABLE tenant_state DISABLE ROW LEVEL SECURITY",
                                "DROP POLICY tenant_state_tenant ON tenant_state",
                                "TRUNCATE tenant_state",
                                "DELETE FROM schema_migrations"}) {
            auto job = [sql](Transaction& tx) { return tx.execute(sql); };
            QVERIFY2(!database->transactNow(Scope::of(database.first), job), sql);
        }
    }

private:
    static void addPostgres()
    {
        QTest::addColumn<std::string>("driver");
        QTest::newRow("postgresql") << std::string("postgresql");
    }
};

PARLEY_TEST("isolation", IsolationTest)
#include "isolation_test.moc"
