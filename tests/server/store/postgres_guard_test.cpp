// SPDX-License-Identifier: MIT
#include "server/store/postgres/pq_connection.h"
#include "tests/support/databases.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

void runAsSuperuser(const std::string& url, const std::string& sql)
{
    auto connection = PqConnection::connect(url);
    QVERIFY(connection);
    const auto done = (*connection)->run(sql);
    QVERIFY2(done, done ? "" : done.error().error.detail.c_str());
}

std::string databaseOf(const std::string& url)
{
    return url.substr(url.find("dbname=") + 7);
}

} // namespace

class PostgresGuardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto& why = test::PostgresServer::instance().unavailable(); !why.empty()) {
            test::skipSuite(why);
        }
    }

    void everyFaultRefusesTheStart_data()
    {
        QTest::addColumn<std::string>("sql");
        QTest::addColumn<std::string>("says");
        QTest::addColumn<std::string>("undo");
        const auto row = [](const char* name, std::string sql, std::string says, std::string undo = "") {
            QTest::newRow(name) << std::move(sql) << std::move(says) << std::move(undo);
        };
        row("row security off",
            "ALTER TABLE messages DISABLE ROW LEVEL SECURITY",
            "table \"messages\" has row-level security switched off");
        row("not forced",
            "ALTER TABLE messages NO FORCE ROW LEVEL SECURITY",
            "table \"messages\" does not force row-level security");
        row("no policy", "DROP POLICY customers_tenant ON customers", "table \"customers\" has no policy");
        row("a second, open policy",
            "CREATE POLICY leak ON customers USING (true)",
            "policy \"leak\" of table \"customers\" does not ask for app.tenant");
        row("open to inserts",
            "CREATE POLICY leak ON customers FOR INSERT WITH CHECK (true)",
            "policy \"leak\" of table \"customers\"");
        row("key without the tenant",
            "CREATE UNIQUE INDEX leak ON customers (email)",
            "unique key \"leak\" of table \"customers\" does not begin with tenant_id");
        row("table of nobody", "CREATE TABLE stray (id TEXT)", "table \"stray\" has no tenant_id");
        row("view", "CREATE VIEW leak AS SELECT * FROM customers", "view \"leak\" lacks security_invoker");
        row("materialized view",
            "CREATE MATERIALIZED VIEW leak AS SELECT * FROM customers",
            "\"leak\" is a materialized view");
        row("role owns a table",
            "ALTER TABLE customers OWNER TO parley_app",
            "role \"parley_app\" owns tables: customers");
        row("role bypasses",
            "ALTER ROLE parley_app BYPASSRLS",
            "role \"parley_app\" may bypass row-level security",
            "ALTER ROLE parley_app NOBYPASSRLS");
        row("role is superuser",
            "ALTER ROLE parley_app SUPERUSER",
            "role \"parley_app\" is a superuser",
            "ALTER ROLE parley_app NOSUPERUSER");
    }

    void everyFaultRefusesTheStart()
    {
        QFETCH(std::string, sql);
        QFETCH(std::string, says);
        QFETCH(std::string, undo);
        const test::FreshDatabase database("postgresql");
        runAsSuperuser(database.options().url, sql);

        const auto refused = openDatabase(database.options());
        if (!undo.empty()) {
            runAsSuperuser(database.options().url, undo);
        }

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QVERIFY2(refused.error().detail.find(says) != std::string::npos, refused.error().detail.c_str());
    }

    void allFaultsAreNamedAtOnce()
    {
        const test::FreshDatabase database("postgresql");
        runAsSuperuser(database.options().url,
                       "CREATE TABLE stray (id TEXT); DROP POLICY messages_tenant ON messages");

        const auto refused = openDatabase(database.options());

        QVERIFY(!refused);
        QVERIFY(refused.error().detail.find("\"stray\"") != std::string::npos);
        QVERIFY(refused.error().detail.find("\"messages\"") != std::string::npos);
    }

    void aViewThatRunsAsItsCallerIsFine()
    {
        const test::FreshDatabase database("postgresql");
        runAsSuperuser(database.options().url,
                       "CREATE VIEW fine WITH (security_invoker = true) AS SELECT * FROM customers");

        const auto opened = openDatabase(database.options());

        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
    }

    void inProductionTheLoginItselfMustBeHarmless()
    {
        const test::FreshDatabase database("postgresql");
        StoreOptions options = database.options();
        options.checkSessionUser = true;

        const auto refused = openDatabase(options);
        runAsSuperuser(options.url, "CREATE ROLE app_login LOGIN IN ROLE parley_app");
        options.ownerUrl = options.url;
        options.url = test::PostgresServer::instance().url(databaseOf(options.url), "app_login");
        const auto opened = openDatabase(options);

        QVERIFY(!refused);
        QVERIFY(refused.error().detail.find("role \"postgres\" is a superuser") != std::string::npos);
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
    }
};

PARLEY_TEST("postgres_guard", PostgresGuardTest)
#include "postgres_guard_test.moc"
