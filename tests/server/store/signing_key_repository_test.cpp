// SPDX-License-Identifier: MIT
#include "server/store/signing_key_repository.h"
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const SigningKeyRepository kKeys;

void add(Database& database, const std::string& kid, const std::string& privateKey, std::int64_t createdMs)
{
    const SigningKeyRow row{kid, privateKey, "public " + kid, createdMs, std::nullopt};
    const auto job = [&](Transaction& tx) { return kKeys.add(tx, row); };
    QVERIFY(database.transactNow(Scope::platform(), job).has_value());
}

std::vector<SigningKeyRow> list(Database& database)
{
    return database.readNow(Scope::platform(), [](ReadTransaction& tx) { return kKeys.list(tx); }).value();
}

} // namespace

class SigningKeyRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewestComesFirstAndAnOldOneStaysAsItWas_data() { test::addDatabaseRows(); }
    void theNewestComesFirstAndAnOldOneStaysAsItWas()
    {
        PARLEY_DATABASE(database);
        add(*database, "a", "private", 10);
        add(*database, "b", "", 20);
        add(*database, "a", "overwritten", 30);

        const auto keys = list(*database);

        QCOMPARE(keys.size(), std::size_t{2});
        QCOMPARE(keys[0].kid, std::string("b"));
        QVERIFY(keys[0].privateKey.empty());
        QCOMPARE(keys[1].privateKey, std::string("private"));
        QVERIFY(!keys[1].retiredMs.has_value());
    }

    void aRetiredKeyIsKeptUntilItsTime_data() { test::addDatabaseRows(); }
    void aRetiredKeyIsKeptUntilItsTime()
    {
        PARLEY_DATABASE(database);
        add(*database, "a", "private", 10);
        const auto retire = [](Transaction& tx) { return kKeys.retire(tx, "a", 50); };
        const auto deleteBefore = [&](std::int64_t ms) {
            const auto job = [=](Transaction& tx) { return kKeys.deleteRetired(tx, ms); };
            QVERIFY(database->transactNow(Scope::platform(), job).has_value());
        };

        QVERIFY(*database->transactNow(Scope::platform(), retire));
        QVERIFY(!*database->transactNow(Scope::platform(), retire));
        deleteBefore(50);
        QCOMPARE(list(*database).size(), std::size_t{1});
        deleteBefore(51);
        QCOMPARE(list(*database).size(), std::size_t{0});
    }
};

PARLEY_TEST("signing_key_repository", SigningKeyRepositoryTest)
#include "signing_key_repository_test.moc"
