// SPDX-License-Identifier: MIT
#include "server/store/api_client_repository.h"
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const ApiClientRepository kClients;

ApiClientRow client(const std::string& id, const std::string& tenant = "t1")
{
    ApiClientRow row;
    row.id = id;
    row.tenant.value = tenant;
    row.clientId = "pc_" + id;
    row.name = "Shop";
    row.secretHash = Blob{0, 255, 39, 92};
    row.scopes = "chat read";
    row.requestsPerMinute = 30;
    row.status = "active";
    row.createdMs = row.updatedMs = 10;
    return row;
}

Result<void> create(Database& database, const ApiClientRow& row)
{
    return database.transactNow(Scope::platform(), [&](Transaction& tx) { return kClients.create(tx, row); });
}

} // namespace

class ApiClientRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyColumnComesBack_data() { test::addDatabaseRows(); }
    void everyColumnComesBack()
    {
        PARLEY_DATABASE(database);
        QVERIFY(create(*database, client("a")).has_value());
        const auto job = [](ReadTransaction& tx) { return kClients.findByClientId(tx, "pc_a"); };

        const auto found = database->readNow(Scope::platform(), job);

        QVERIFY((*found)->secretHash == (Blob{0, 255, 39, 92}));
        QCOMPARE((*found)->scopes, std::string("chat read"));
        QCOMPARE((*found)->requestsPerMinute, 30);
        QCOMPARE((*found)->tenant.value, std::string("t1"));
    }

    void theClientIdIsUnique_data() { test::addDatabaseRows(); }
    void theClientIdIsUnique()
    {
        PARLEY_DATABASE(database);
        QVERIFY(create(*database, client("a")).has_value());
        ApiClientRow other = client("b");
        other.clientId = "pc_a";

        const auto refused = create(*database, other);

        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().code == ErrorCode::Conflict);
    }

    void aDeletedOneIsNotListedButItsChangeIsSeen_data() { test::addDatabaseRows(); }
    void aDeletedOneIsNotListedButItsChangeIsSeen()
    {
        PARLEY_DATABASE(database);
        ApiClientRow row = client("a");
        QVERIFY(create(*database, row).has_value());
        QVERIFY(create(*database, client("b", "t2")).has_value());
        row.status = "deleted";
        const auto update = [&](Transaction& tx) { return kClients.update(tx, row, 20); };
        const auto list = [](ReadTransaction& tx) { return kClients.list(tx, TenantId{"t1"}, "", 10); };
        const auto changed = [](ReadTransaction& tx) { return kClients.changedSince(tx, 20); };
        QCOMPARE(database->readNow(Scope::platform(), list)->size(), std::size_t{1});

        QVERIFY(*database->transactNow(Scope::platform(), update));

        QCOMPARE(database->readNow(Scope::platform(), list)->size(), std::size_t{0});
        const auto seen = database->readNow(Scope::platform(), changed);
        QCOMPARE(seen->size(), std::size_t{1});
        QCOMPARE(seen->front().status, std::string("deleted"));
        QVERIFY(!*database->transactNow(Scope::platform(), update));
    }
};

PARLEY_TEST("api_client_repository", ApiClientRepositoryTest)
#include "api_client_repository_test.moc"
