// SPDX-License-Identifier: MIT
#include "server/store/tenant_repository.h"
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

TenantRow tenant(const std::string& id, const std::string& slug)
{
    TenantRow row;
    row.id.value = id;
    row.slug = slug;
    row.name = "Tenant " + slug;
    row.plan = "free";
    row.publicKey = "pk_" + slug;
    row.ticketPrefix = "TF";
    row.status = "active";
    row.permissions = R"({"quotas":{}})";
    row.identitySecret = "encrypted";
    row.allowedOrigins = R"(["*"])";
    row.createdMs = 10;
    row.updatedMs = 10;
    return row;
}

ErrorCode codeOf(const Result<void>& result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

Result<void> create(Database& database, const TenantRow& row)
{
    return database.transactNow(Scope::platform(),
                                [&](Transaction& tx) { return TenantRepository().create(tx, row); });
}

TenantsFingerprint fingerprint(Database& database)
{
    return *database.readNow(Scope::platform(),
                             [](ReadTransaction& tx) { return TenantRepository().fingerprint(tx); });
}

} // namespace

class TenantRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyColumnComesBack_data() { test::addDatabaseRows(); }
    void everyColumnComesBack()
    {
        PARLEY_DATABASE(database);
        QVERIFY(create(*database, tenant("a", "acme")).has_value());

        const auto job = [](ReadTransaction& tx) { return TenantRepository().findBySlug(tx, "acme"); };
        const auto found = database->readNow(Scope::platform(), job);

        QVERIFY(found.has_value() && found->has_value());
        const TenantRow& row = **found;
        QCOMPARE(row.id.value, std::string("a"));
        QCOMPARE(row.name, std::string("Tenant acme"));
        QCOMPARE(row.publicKey, std::string("pk_acme"));
        QCOMPARE(row.permissions, std::string(R"({"quotas":{}})"));
        QCOMPARE(row.identitySecret, std::string("encrypted"));
        QCOMPARE(row.allowedOrigins, std::string(R"(["*"])"));
        QCOMPARE(row.version, std::int64_t{1});
        QCOMPARE(row.createdMs, std::int64_t{10});
    }

    void slugAndPublicKeyAreUnique_data() { test::addDatabaseRows(); }
    void slugAndPublicKeyAreUnique()
    {
        PARLEY_DATABASE(database);
        QVERIFY(create(*database, tenant("a", "acme")).has_value());
        TenantRow sameKey = tenant("c", "other");
        sameKey.publicKey = "pk_acme";

        QVERIFY(codeOf(create(*database, tenant("b", "acme"))) == ErrorCode::Conflict);
        QVERIFY(codeOf(create(*database, sameKey)) == ErrorCode::Conflict);
    }

    void onlyTheVersionThatWasReadIsWritten_data() { test::addDatabaseRows(); }
    void onlyTheVersionThatWasReadIsWritten()
    {
        PARLEY_DATABASE(database);
        TenantRow row = tenant("a", "acme");
        QVERIFY(create(*database, row).has_value());
        row.name = "Renamed";
        const auto job = [&](Transaction& tx) { return TenantRepository().update(tx, row, 20); };

        QVERIFY(*database->transactNow(Scope::platform(), job));
        QVERIFY(!*database->transactNow(Scope::platform(), job));
    }

    void everyChangeShowsInTheFingerprint_data() { test::addDatabaseRows(); }
    void everyChangeShowsInTheFingerprint()
    {
        PARLEY_DATABASE(database);
        const auto empty = fingerprint(*database);
        TenantRow row = tenant("a", "acme");
        QVERIFY(create(*database, row).has_value());
        const auto one = fingerprint(*database);
        QVERIFY(one != empty);

        row.status = "deleted";
        const auto job = [&](Transaction& tx) { return TenantRepository().update(tx, row, 20); };
        QVERIFY(*database->transactNow(Scope::platform(), job));

        QVERIFY(fingerprint(*database) != one);
        QVERIFY(fingerprint(*database) == fingerprint(*database));
    }

    void deletedAndUnfinishedOnesAreNotListed_data() { test::addDatabaseRows(); }
    void deletedAndUnfinishedOnesAreNotListed()
    {
        PARLEY_DATABASE(database);
        for (const char* status : {"active", "creating", "deleted", "suspended"}) {
            TenantRow row = tenant(status, status);
            row.status = status;
            QVERIFY(create(*database, row).has_value());
        }
        const auto job = [](ReadTransaction& tx) { return TenantRepository().list(tx, "", 10); };
        const auto after = [](ReadTransaction& tx) { return TenantRepository().list(tx, "active", 10); };

        const auto listed = database->readNow(Scope::platform(), job);

        QCOMPARE(listed->size(), std::size_t{2});
        QCOMPARE(listed->at(0).slug, std::string("active"));
        QCOMPARE(listed->at(1).slug, std::string("suspended"));
        QCOMPARE(database->readNow(Scope::platform(), after)->size(), std::size_t{1});
    }
};

PARLEY_TEST("tenant_repository", TenantRepositoryTest)
#include "tenant_repository_test.moc"
