// SPDX-License-Identifier: MIT
#include "server/store/user_repository.h"
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const UserRepository kUsers;

UserRow user(const std::string& id, const std::string& tenant = "t1")
{
    UserRow row;
    row.id.value = id;
    row.tenant.value = tenant;
    row.email = id + "@a.example";
    row.displayName = "Name";
    row.role = tenant.empty() ? "admin" : "supporter";
    row.passwordHash = "hash";
    row.status = "active";
    row.createdMs = row.updatedMs = 10;
    return row;
}

Result<void> create(Database& database, const UserRow& row)
{
    return database.transactNow(Scope::platform(), [&](Transaction& tx) { return kUsers.create(tx, row); });
}

UserRow find(Database& database, const std::string& id)
{
    const auto job = [&](ReadTransaction& tx) { return kUsers.find(tx, UserId{id}); };
    return database.readNow(Scope::platform(), job).value().value_or(UserRow());
}

} // namespace

class UserRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void absentTenantAndPasswordComeBackAbsent_data() { test::addDatabaseRows(); }
    void absentTenantAndPasswordComeBackAbsent()
    {
        PARLEY_DATABASE(database);
        UserRow admin = user("u1", "");
        admin.passwordHash.clear();
        QVERIFY(create(*database, admin).has_value());

        const UserRow found = find(*database, "u1");

        QVERIFY(found.tenant.isEmpty());
        QVERIFY(found.passwordHash.empty());
        QCOMPARE(found.email, std::string("u1@a.example"));
        QCOMPARE(found.role, std::string("admin"));
    }

    void emailIsUniqueOverAllTenants_data() { test::addDatabaseRows(); }
    void emailIsUniqueOverAllTenants()
    {
        PARLEY_DATABASE(database);
        QVERIFY(create(*database, user("u1", "t1")).has_value());
        UserRow other = user("u2", "t2");
        other.email = "u1@a.example";

        const auto refused = create(*database, other);

        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().code == ErrorCode::Conflict);
    }

    void listsOneTenantInOrder_data() { test::addDatabaseRows(); }
    void listsOneTenantInOrder()
    {
        PARLEY_DATABASE(database);
        for (const char* id : {"u3", "u1", "u2"}) {
            QVERIFY(create(*database, user(id, "t1")).has_value());
        }
        QVERIFY(create(*database, user("u4", "t2")).has_value());
        QVERIFY(create(*database, user("u5", "")).has_value());
        const auto listed = [&](const char* tenant, const char* after, int limit) {
            const auto job = [=](ReadTransaction& tx) {
                return kUsers.list(tx, TenantId{tenant}, after, limit);
            };
            std::string ids;
            const auto rows = database->readNow(Scope::platform(), job);
            for (const UserRow& row : *rows) {
                ids += row.id.value + " ";
            }
            return ids;
        };

        QCOMPARE(listed("t1", "", 2), std::string("u1 u2 "));
        QCOMPARE(listed("t1", "u2", 2), std::string("u3 "));
        QCOMPARE(listed("t2", "", 9), std::string("u4 "));
        QCOMPARE(listed("", "", 9), std::string("u5 "));
    }

    void onlyWhatEndsTokensCountsTheVersionUp_data() { test::addDatabaseRows(); }
    void onlyWhatEndsTokensCountsTheVersionUp()
    {
        PARLEY_DATABASE(database);
        UserRow row = user("u1");
        QVERIFY(create(*database, row).has_value());
        row.displayName = "Other";
        const auto keep = [&](Transaction& tx) { return kUsers.update(tx, row, TokensAfter::Keep, 20); };
        const auto refuse = [&](Transaction& tx) { return kUsers.update(tx, row, TokensAfter::Refuse, 30); };

        QVERIFY(*database->transactNow(Scope::platform(), keep));
        QCOMPARE(find(*database, "u1").version, std::int64_t{1});
        QVERIFY(*database->transactNow(Scope::platform(), refuse));
        QCOMPARE(find(*database, "u1").version, std::int64_t{2});
        QCOMPARE(find(*database, "u1").displayName, std::string("Other"));
    }

    void aRemovedUserLeavesNoPersonAndFreesTheAddress_data() { test::addDatabaseRows(); }
    void aRemovedUserLeavesNoPersonAndFreesTheAddress()
    {
        PARLEY_DATABASE(database);
        QVERIFY(create(*database, user("u1")).has_value());
        const auto remove = [](Transaction& tx) { return kUsers.remove(tx, UserId{"u1"}, 20); };

        QVERIFY(*database->transactNow(Scope::platform(), remove));

        const UserRow left = find(*database, "u1");
        QCOMPARE(left.status, std::string("deleted"));
        QVERIFY(left.displayName.empty() && left.passwordHash.empty());
        QCOMPARE(left.version, std::int64_t{2});
        UserRow next = user("u2");
        next.email = "u1@a.example";
        QVERIFY(create(*database, next).has_value());
        QVERIFY(!*database->transactNow(Scope::platform(), remove));
    }

    void changesAreFoundFromTheirTimeOn_data() { test::addDatabaseRows(); }
    void changesAreFoundFromTheirTimeOn()
    {
        PARLEY_DATABASE(database);
        QVERIFY(create(*database, user("u1")).has_value());
        const auto since = [&](std::int64_t ms) {
            const auto job = [=](ReadTransaction& tx) { return kUsers.changedSince(tx, ms); };
            return database->readNow(Scope::platform(), job)->size();
        };

        QCOMPARE(since(9), std::size_t{1});
        QCOMPARE(since(10), std::size_t{1});
        QCOMPARE(since(11), std::size_t{0});
    }
};

PARLEY_TEST("user_repository", UserRepositoryTest)
#include "user_repository_test.moc"
