// SPDX-License-Identifier: MIT
#include "server/store/migrations.h"
#include "tests/support/databases.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <set>
#include <thread>

using namespace parley;
using namespace parley::server::store;

namespace {

using List = std::vector<Migration>;

// Names of the platform's list, so that PostgreSQL's start-up check has nothing against them.
const Migration kFirst{1,
                       MigrationKind::Platform,
                       "0001_a.platform",
                       "CREATE TABLE due (id TEXT PRIMARY KEY);"};
const Migration kFirstEdited{1,
                             MigrationKind::Platform,
                             "0001_a.platform",
                             "CREATE TABLE due (id TEXT PRIMARY KEY );"};
const Migration kSecond{2,
                        MigrationKind::Platform,
                        "0002_b.platform",
                        "ALTER TABLE due ADD COLUMN kind TEXT; INSERT INTO due VALUES ('x', 'y');"};
const Migration kBroken{2,
                        MigrationKind::Platform,
                        "0002_b.platform",
                        "ALTER TABLE due ADD COLUMN kind TEXT; INSERT INTO nothing VALUES (1);"};

/// Opens with the same migrations for whichever database `options` name.
Result<std::unique_ptr<Database>> open(const StoreOptions& options, const List& migrations)
{
    return openDatabase(options, migrations, migrations);
}

std::int64_t columnsOfDue(Database& database)
{
    auto job = [](ReadTransaction& tx) { return tx.query("SELECT * FROM due"); };
    auto rows = database.readNow(Scope::platform(), job);
    return rows && !rows->empty() ? static_cast<std::int64_t>(rows->front().size()) : -1;
}

} // namespace

class MigrationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsAppliedIsNotAppliedAgain()
    {
        const List known{kFirst, kSecond};
        const std::vector<AppliedMigration> applied{{1, "0001_a.platform", migrationChecksum(kFirst)}};

        const auto pending = pendingMigrations(known, applied);

        QVERIFY(pending);
        QCOMPARE(pending->size(), std::size_t{1});
        QVERIFY(pending->front().name == kSecond.name);
    }

    void theChecksumIsTheTextsSha256()
    {
        const Migration migration{1, MigrationKind::Tenant, "0001_x.tenant", "abc"};

        // The vector of FIPS 180-2, appendix B.1.
        QCOMPARE(migrationChecksum(migration),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void bothDatabasesHaveTheSameMigrations()
    {
        std::vector<std::string> names[2];
        for (const Migration& migration : embeddedMigrations(Dialect::Sqlite)) {
            names[0].emplace_back(migration.name);
        }
        for (const Migration& migration : embeddedMigrations(Dialect::Postgres)) {
            names[1].emplace_back(migration.name);
            QVERIFY((migration.kind == MigrationKind::Platform) == migration.name.ends_with(".platform"));
        }

        QVERIFY(!names[0].empty());
        QCOMPARE(names[0], names[1]);
        QCOMPARE(std::set<std::string>(names[0].begin(), names[0].end()).size(), names[0].size());
    }

    void aDatabaseIsBroughtUpToDateOnce_data() { test::addDatabaseRows(); }
    void aDatabaseIsBroughtUpToDateOnce()
    {
        const Place place;
        if (!place.why.empty()) {
            QSKIP(place.why.c_str());
        }

        QVERIFY(open(place.options, {kFirst}));
        QVERIFY(open(place.options, {kFirst, kSecond}));
        const auto again = open(place.options, {kFirst, kSecond});

        QVERIFY2(again, again ? "" : again.error().detail.c_str());
        QCOMPARE(columnsOfDue(**again), std::int64_t{2});
    }

    void aChangedOrUnknownMigrationRefusesTheStart_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<bool>("edited");
        QTest::addColumn<std::string>("says");
        for (const std::string driver : {"sqlite", "postgresql"}) {
            QTest::newRow((driver + " edited").c_str())
                << driver << true << std::string("its checksum differs");
            QTest::newRow((driver + " newer").c_str())
                << driver << false
                << std::string("newer Parley: it has migration 0002_b.platform (schema 2)");
        }
    }
    void aChangedOrUnknownMigrationRefusesTheStart()
    {
        QFETCH(bool, edited);
        QFETCH(std::string, says);
        const Place place;
        if (!place.why.empty()) {
            QSKIP(place.why.c_str());
        }
        QVERIFY(open(place.options, {kFirst, kSecond}));

        const auto refused = open(place.options, edited ? List{kFirstEdited, kSecond} : List{kFirst});

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QVERIFY2(refused.error().detail.find(says) != std::string::npos, refused.error().detail.c_str());
    }

    void aMigrationThatFailsChangesNothing_data() { test::addDatabaseRows(); }
    void aMigrationThatFailsChangesNothing()
    {
        const Place place;
        if (!place.why.empty()) {
            QSKIP(place.why.c_str());
        }
        QVERIFY(open(place.options, {kFirst}));

        const auto refused = open(place.options, {kFirst, kBroken});
        const auto repaired = open(place.options, {kFirst, kSecond});

        QVERIFY(!refused);
        QVERIFY2(repaired, repaired ? "" : repaired.error().detail.c_str());
    }

    void aTenantOfANewerProgramIsRefusedAndTheOthersAreNot()
    {
        const Migration tenantFirst{1, MigrationKind::Tenant, "0001_a.tenant", "CREATE TABLE a (id TEXT);"};
        const Migration tenantSecond{2, MigrationKind::Tenant, "0002_b.tenant", "CREATE TABLE b (id TEXT);"};
        const TenantId old{"11111111-1111-7111-8111-111111111111"};
        const TenantId newer{"22222222-2222-7222-8222-222222222222"};
        const QTemporaryDir folder;
        StoreOptions options;
        options.folder = folder.path().toStdString();
        QVERIFY((*open(options, {tenantFirst}))->prepareTenant(old));
        QVERIFY((*open(options, {tenantFirst, tenantSecond}))->prepareTenant(newer));
        const auto database = open(options, {tenantFirst});
        QVERIFY(database);
        auto job = [](Transaction& tx) { return tx.execute("INSERT INTO a VALUES ('x')"); };

        const auto refused = (*database)->transactNow(Scope::of(newer), job);
        const auto served = (*database)->transactNow(Scope::of(old), job);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QVERIFY(refused.error().detail.find("newer Parley") != std::string::npos);
        QVERIFY(served);
    }

    void nodesThatStartTogetherTakeTurns()
    {
        if (const auto why = test::unavailableDatabase("postgresql"); !why.empty()) {
            QSKIP(why.c_str());
        }
        StoreOptions options;
        options.url = test::makePostgresDatabase();
        std::vector<std::string> failures(4);
        std::vector<std::thread> nodes;
        for (std::string& failure : failures) {
            nodes.emplace_back([&options, &failure] {
                const auto opened = openDatabase(options);
                failure = opened ? "" : opened.error().detail;
            });
        }
        for (std::thread& node : nodes) {
            node.join();
        }

        for (const std::string& failure : failures) {
            QCOMPARE(failure, std::string());
        }
    }

private:
    /// An empty place for the database that the row names.
    struct Place {
        Place()
        {
            QFETCH(std::string, driver);
            why = test::unavailableDatabase(driver);
            options.folder = folder.path().toStdString();
            if (driver == "postgresql" && why.empty()) {
                options.url = test::makePostgresDatabase();
            }
        }
        QTemporaryDir folder;
        StoreOptions options;
        std::string why;
    };
};

PARLEY_TEST("migrations", MigrationsTest)
#include "migrations_test.moc"
