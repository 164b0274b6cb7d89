// SPDX-License-Identifier: MIT
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

#include <QFile>

using namespace parley;
using namespace parley::server::store;

namespace {

Result<void> insert(Transaction& tx, const std::string& id)
{
    auto changed =
        tx.execute("INSERT INTO tenant_state (id, config_version, index_version) VALUES ($1, 1, 1)", {id});
    return changed ? Result<void>() : fail(changed.error());
}

TenantId tenant(int number)
{
    const std::string digits = std::to_string(10000 + number);
    return TenantId{"33333333-3333-7333-8333-3333333" + digits};
}

std::int64_t countRows(Database& database, const TenantId& id)
{
    auto job = [](ReadTransaction& tx) { return tx.query("SELECT count(*) FROM tenant_state"); };
    const auto rows = database.readNow(Scope::of(id), job);
    return rows ? rows->front().integer(0) : -1;
}

} // namespace

class SqliteFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachTenantHasAFileOfItsOwn()
    {
        const test::FreshDatabase database("sqlite");
        const auto folder = database.options().folder;

        QVERIFY(std::filesystem::exists(folder / "platform.sqlite"));
        QVERIFY(std::filesystem::exists(folder / "tenants" / (database.first.value + ".sqlite")));
    }

    void aTenantNobodyPreparedDoesNotExist()
    {
        test::FreshDatabase database("sqlite");
        auto job = [](Transaction& tx) { return insert(tx, "x"); };

        const auto refused = database->transactNow(Scope::of(tenant(1)), job);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        QVERIFY(
            !std::filesystem::exists(database.options().folder / "tenants" / (tenant(1).value + ".sqlite")));
    }

    void theLogIsWrittenOverAgainAndAgain()
    {
        constexpr int kTransactions = 600;
        constexpr std::uintmax_t kLongestLog = 2'000'000; // all of them would take more than 5 MB
        test::FreshDatabase database("sqlite");
        const auto file = database.options().folder / "tenants" / (database.first.value + ".sqlite");
        for (int i = 0; i < kTransactions; ++i) {
            auto job = [&](Transaction& tx) { return insert(tx, "row " + std::to_string(i)); };
            QVERIFY(database->transactNow(Scope::of(database.first), job));
        }

        const auto log = std::filesystem::file_size(file.string() + "-wal");

        QVERIFY2(log < kLongestLog, std::to_string(log).c_str());
        QCOMPARE(countRows(*database, database.first), std::int64_t{kTransactions});
    }

    void writersWorkDurablyAndEraseWhatIsDeleted_data()
    {
        QTest::addColumn<std::string>("pragma");
        QTest::addColumn<std::string>("value");
        QTest::newRow("WAL") << std::string("journal_mode") << std::string("wal");
        QTest::newRow("FULL") << std::string("synchronous") << std::string("2");
        QTest::newRow("secure_delete") << std::string("secure_delete") << std::string("1");
        QTest::newRow("foreign_keys") << std::string("foreign_keys") << std::string("1");
    }
    void writersWorkDurablyAndEraseWhatIsDeleted()
    {
        QFETCH(std::string, pragma);
        QFETCH(std::string, value);
        test::FreshDatabase database("sqlite");
        auto job = [&](Transaction& tx) {
            return tx.query("SELECT CAST(" + pragma + " AS TEXT) FROM pragma_" + pragma);
        };

        const auto rows = database->transactNow(Scope::of(database.first), job);

        QVERIFY2(rows, rows ? "" : rows.error().detail.c_str());
        QCOMPARE(rows->front().text(0), value);
    }

    void noMoreFilesAreOpenThanAllowed()
    {
        StoreOptions options;
        options.writers = 2;
        options.readers = 2;
        options.openTenants = 4;
        test::FreshDatabase database("sqlite", options);
        auto job = [](Transaction& tx) { return insert(tx, "x"); };
        for (int i = 0; i < 20; ++i) {
            QVERIFY(database->prepareTenant(tenant(i)));
        }

        for (int i = 0; i < 20; ++i) {
            QVERIFY(database->transactNow(Scope::of(tenant(i)), job));
            QCOMPARE(countRows(*database, tenant(i)), std::int64_t{1});
            // Four a kind, and one more for a thread that had none.
            QVERIFY(database->statistics().connections <= 10);
        }

        // The ones that were closed open again.
        QVERIFY(database->statistics().connections >= 4);
        QCOMPARE(countRows(*database, tenant(0)), std::int64_t{1});
    }

    void theWriteAheadLogIsReusedWhileOthersRead()
    {
        test::FreshDatabase database("sqlite");
        const auto wal = database.options().folder / "tenants" / (database.first.value + ".sqlite-wal");
        auto job = [n = std::make_shared<int>(0)](Transaction& tx) -> Result<void> {
            for (int i = 0; i < 200; ++i) {
                if (auto done = insert(tx, std::to_string(++*n) + std::string(2000, 'x')); !done) {
                    return done;
                }
            }
            return {};
        };

        for (int i = 0; i < 50; ++i) {
            QVERIFY(database->transactNow(Scope::of(database.first), job));
            QCOMPARE(countRows(*database, database.first), std::int64_t{200 * (i + 1)});
        }

        // 50 transactions wrote over 40 MB.
        QVERIFY2(std::filesystem::file_size(wal) < 16U * 1024 * 1024,
                 std::to_string(std::filesystem::file_size(wal)).c_str());
    }

    void aDamagedFileFailsItsOwnTenantOnly()
    {
        test::FreshDatabase database("sqlite");
        database->close();
        QFile file(QString::fromStdString(
            (database.options().folder / "tenants" / (database.first.value + ".sqlite")).string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(4096, 'x'));
        file.close();
        const auto opened = openDatabase(database.options());
        QVERIFY(opened);
        auto job = [](Transaction& tx) { return insert(tx, "x"); };

        const auto damaged = (*opened)->transactNow(Scope::of(database.first), job);
        const auto intact = (*opened)->transactNow(Scope::of(database.second), job);

        QVERIFY(!damaged);
        QCOMPARE(damaged.error().code, ErrorCode::Storage);
        QVERIFY(intact);
    }
};

PARLEY_TEST("sqlite_files", SqliteFilesTest)
#include "sqlite_files_test.moc"
