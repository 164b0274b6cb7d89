// SPDX-License-Identifier: MIT
#include "server/store/token_family_repository.h"
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

#include <atomic>
#include <thread>

using namespace parley;
using namespace parley::server::store;

namespace {

const TokenFamilyRepository kFamilies;
const Blob kFirst(32, 1);
const Blob kSecond(32, 2);

TokenFamilyRow family(const std::string& id = "f1")
{
    TokenFamilyRow row;
    row.id = id;
    row.subject = "u1";
    row.refreshHash = kFirst;
    row.createdMs = row.updatedMs = 10;
    row.expiresMs = 1000;
    return row;
}

void create(Database& database, const TokenFamilyRow& row)
{
    const auto job = [&](Transaction& tx) { return kFamilies.create(tx, row); };
    QVERIFY(database.transactNow(Scope::platform(), job).has_value());
}

bool rotate(Database& database, const Blob& used, const Blob& next, std::int64_t nowMs)
{
    const auto job = [&](Transaction& tx) { return kFamilies.rotate(tx, "f1", used, next, 2000, nowMs); };
    return database.transactNow(Scope::platform(), job).value();
}

std::size_t revokedSince(Database& database, std::int64_t ms)
{
    const auto job = [=](ReadTransaction& tx) { return kFamilies.revokedSince(tx, ms); };
    return database.readNow(Scope::platform(), job)->size();
}

} // namespace

class TokenFamilyRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsUsedOnce_data() { test::addDatabaseRows(); }
    void aTokenIsUsedOnce()
    {
        PARLEY_DATABASE(database);
        create(*database, family());

        QVERIFY(rotate(*database, kFirst, kSecond, 20));
        QVERIFY(!rotate(*database, kFirst, kSecond, 21));

        const auto job = [](ReadTransaction& tx) { return kFamilies.find(tx, "f1"); };
        const auto row = database->readNow(Scope::platform(), job);
        QVERIFY((*row)->refreshHash == kSecond);
        QCOMPARE((*row)->generation, std::int64_t{2});
        QCOMPARE((*row)->expiresMs, std::int64_t{2000});
        QVERIFY(!(*row)->revokedMs.has_value());
    }

    void anExpiredFamilyDoesNotRotate_data() { test::addDatabaseRows(); }
    void anExpiredFamilyDoesNotRotate()
    {
        PARLEY_DATABASE(database);
        create(*database, family());

        QVERIFY(!rotate(*database, kFirst, kSecond, 1000));
        QVERIFY(rotate(*database, kFirst, kSecond, 999));
    }

    void aRevokedFamilyDoesNotRotate_data() { test::addDatabaseRows(); }
    void aRevokedFamilyDoesNotRotate()
    {
        PARLEY_DATABASE(database);
        create(*database, family());
        const auto revoke = [](Transaction& tx) { return kFamilies.revoke(tx, family(), 20); };
        QVERIFY(database->transactNow(Scope::platform(), revoke).has_value());

        QVERIFY(!rotate(*database, kFirst, kSecond, 21));
        QCOMPARE(revokedSince(*database, 20), std::size_t{1});
        QCOMPARE(revokedSince(*database, 21), std::size_t{0});
    }

    void anUnknownFamilyCanBeRevoked_data() { test::addDatabaseRows(); }
    void anUnknownFamilyCanBeRevoked()
    {
        PARLEY_DATABASE(database);
        const auto revoke = [](Transaction& tx) { return kFamilies.revoke(tx, family("unseen"), 20); };

        QVERIFY(database->transactNow(Scope::platform(), revoke).has_value());
        QVERIFY(database->transactNow(Scope::platform(), revoke).has_value());

        QCOMPARE(revokedSince(*database, 0), std::size_t{1});
    }

    void allOfAUserAreRevokedTogether_data() { test::addDatabaseRows(); }
    void allOfAUserAreRevokedTogether()
    {
        PARLEY_DATABASE(database);
        create(*database, family("f1"));
        create(*database, family("f2"));
        TokenFamilyRow other = family("f3");
        other.subject = "u2";
        create(*database, other);
        const auto revoke = [](Transaction& tx) { return kFamilies.revokeAllOf(tx, "u1", 20); };

        QVERIFY(database->transactNow(Scope::platform(), revoke).has_value());

        QCOMPARE(revokedSince(*database, 0), std::size_t{2});
    }

    void ofManyThatPresentTheSameTokenOneWins_data() { test::addDatabaseRows(); }
    void ofManyThatPresentTheSameTokenOneWins()
    {
        PARLEY_DATABASE(database);
        create(*database, family());
        std::atomic<int> winners{0};
        std::vector<std::thread> callers;

        for (std::uint8_t i = 0; i < 8; ++i) {
            callers.emplace_back([&, i] {
                const Blob next(32, static_cast<std::uint8_t>(i + 10));
                winners += rotate(*database, kFirst, next, 20) ? 1 : 0;
            });
        }
        for (std::thread& caller : callers) {
            caller.join();
        }

        QCOMPARE(winners.load(), 1);
    }

    void expiredOnesAreForgotten_data() { test::addDatabaseRows(); }
    void expiredOnesAreForgotten()
    {
        PARLEY_DATABASE(database);
        create(*database, family());
        const auto before = [&](std::int64_t ms) {
            const auto job = [=](Transaction& tx) { return kFamilies.deleteExpired(tx, ms); };
            return database->transactNow(Scope::platform(), job).value();
        };

        QCOMPARE(before(1000), std::int64_t{0});
        QCOMPARE(before(1001), std::int64_t{1});
    }
};

PARLEY_TEST("token_family_repository", TokenFamilyRepositoryTest)
#include "token_family_repository_test.moc"
