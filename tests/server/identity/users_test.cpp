// SPDX-License-Identifier: MIT
#include "server/identity/users.h"
#include "tests/server/identity/identity_fixture.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::identity;
using namespace parley::server::security;

namespace {

NewUser wanted(const TenantId& tenant, const std::string& email)
{
    NewUser user;
    user.tenant = tenant;
    user.email = email;
    user.displayName = "Ana";
    user.role = "supporter";
    user.password = Secret("password-1");
    return user;
}

std::string auditOf(server::store::Database& database, const TenantId& tenant)
{
    const auto job = [](server::store::ReadTransaction& tx) {
        return server::store::AuditRepository().list(tx, server::store::AuditFilter());
    };
    std::string text;
    const auto rows = database.readNow(server::store::Scope::of(tenant), job);
    for (const auto& row : *rows) {
        text += row.action + " " + row.actorRole + " " + row.before + row.after + "\n";
    }
    return text;
}

} // namespace

class UsersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsTakenInAllTenantsAtOnce_data() { test::addDatabaseRows(); }
    void anAddressIsTakenInAllTenantsAtOnce()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto one = test::makeTenant(node, "one");
        const auto two = test::makeTenant(node, "two");
        test::makeUser(node, one.id, "ana@a.example");

        const auto refused = node.run(node.users.create(wanted(two.id, "ANA@a.example"), test::admin()));

        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().code == ErrorCode::Conflict);
    }

    void badFieldsAreNamed_data() { test::addDatabaseRows(); }
    void badFieldsAreNamed()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);
        const auto fieldOf = [&](NewUser user) {
            const auto made = node.run(node.users.create(std::move(user), test::admin()));
            return made || made.error().fields.empty() ? std::string() : made.error().fields.front().field;
        };
        NewUser noName = wanted(tenant.id, "a@a.example");
        noName.displayName = " ";
        NewUser noRole = wanted(tenant.id, "a@a.example");
        noRole.role = "root";
        NewUser shortPassword = wanted(tenant.id, "a@a.example");
        shortPassword.password = Secret("1234567");

        QCOMPARE(fieldOf(wanted(tenant.id, "nobody")), std::string("email"));
        QCOMPARE(fieldOf(noName), std::string("display_name"));
        QCOMPARE(fieldOf(noRole), std::string("role"));
        QCOMPARE(fieldOf(shortPassword), std::string("password"));
        QCOMPARE(fieldOf(wanted(tenant.id, "a@a.example")), std::string());
    }

    void anotherTenantsUserIsNotThere_data() { test::addDatabaseRows(); }
    void anotherTenantsUserIsNotThere()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto one = test::makeTenant(node, "one");
        const auto two = test::makeTenant(node, "two");
        const auto user = test::makeUser(node, one.id, "ana@a.example");
        const auto boss = test::actor(Role::TenantUser, two.id);

        QVERIFY(node.run(node.users.get(two.id, user.id)).error().code == ErrorCode::NotFound);
        QVERIFY(node.run(node.users.remove(two.id, user.id, boss)).error().code == ErrorCode::NotFound);
        QCOMPARE(node.run(node.users.list(two.id, "", 50))->size(), std::size_t{0});
        QCOMPARE(node.run(node.users.list(one.id, "", 50))->size(), std::size_t{1});
    }

    void nobodyLocksHimselfOutOrRises_data() { test::addDatabaseRows(); }
    void nobodyLocksHimselfOutOrRises()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);
        const auto user = test::makeUser(node, tenant.id, "ana@a.example", "tenant_user");
        const auto self = test::actor(Role::TenantUser, tenant.id, user.id.value);
        UserChanges toAdmin;
        toAdmin.role = "admin";
        UserChanges toSupporter;
        toSupporter.role = "supporter";

        QVERIFY(node.run(node.users.remove(tenant.id, user.id, self)).error().code == ErrorCode::Conflict);
        QVERIFY(node.run(node.users.update(tenant.id, user.id, toSupporter, self)).error().code ==
                ErrorCode::Conflict);
        QVERIFY(node.run(node.users.update(tenant.id, user.id, toAdmin, self)).error().code ==
                ErrorCode::Forbidden);
    }

    void whatIsDoneIsAuditedWithoutThePassword_data() { test::addDatabaseRows(); }
    void whatIsDoneIsAuditedWithoutThePassword()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);
        const auto user = test::makeUser(node, tenant.id, "ana@a.example");
        QVERIFY(node.run(node.users.remove(tenant.id, user.id, test::admin())).has_value());

        const std::string trail = auditOf(*database, tenant.id);

        QVERIFY(trail.find("tenant.create admin") != std::string::npos);
        QVERIFY(trail.find("user.create admin") != std::string::npos);
        QVERIFY(trail.find("user.delete admin") != std::string::npos);
        QVERIFY(trail.find("********") != std::string::npos);
        QVERIFY(trail.find("$2b$") == std::string::npos);
    }

    void theFirstAdminIsMadeOnceAndResetOnlyOnDemand_data() { test::addDatabaseRows(); }
    void theFirstAdminIsMadeOnceAndResetOnlyOnDemand()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto ensure = [&](const char* password, IfThere ifThere) {
            return node.users.ensureAdmin("Root@a.example", Secret(password), ifThere)->did;
        };
        const auto mayEnter = [&](const char* password) {
            return node.run(node.signIn.password("root@a.example", Secret(password), "192.0.2.1"))
                .has_value();
        };

        QVERIFY(ensure("password-1", IfThere::Keep) == EnsuredAdmin::Did::Created);
        QVERIFY(ensure("password-2", IfThere::Keep) == EnsuredAdmin::Did::Kept);
        QVERIFY(mayEnter("password-1"));
        QVERIFY(!mayEnter("password-2"));
        QVERIFY(ensure("password-2", IfThere::ResetPassword) == EnsuredAdmin::Did::PasswordReset);
        QVERIFY(mayEnter("password-2"));
        QVERIFY(!mayEnter("password-1"));
        QVERIFY(!node.users.ensureAdmin("root@a.example", Secret("short"), IfThere::Keep).has_value());
        const auto tenant = test::makeTenant(node);
        test::makeUser(node, tenant.id, "ana@a.example");
        QVERIFY(!node.users.ensureAdmin("ana@a.example", Secret("password-1"), IfThere::Keep).has_value());
    }
};

PARLEY_TEST("users", UsersTest)
#include "users_test.moc"
