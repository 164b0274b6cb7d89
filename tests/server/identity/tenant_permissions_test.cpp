// SPDX-License-Identifier: MIT
#include "server/identity/tenant_permissions.h"
#include "tests/server/identity/identity_fixture.h"
#include "tests/support/test_main.h"

#include <array>

using namespace parley;
using namespace parley::server::identity;
using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 2> kAgents{"faq", "domain"};
constexpr std::array<std::string_view, 1> kTools{"http"};
constexpr std::array<std::string_view, 1> kProviders{"local"};

std::vector<std::string> faultsOf(const json& wanted)
{
    const auto checked = TenantPermissions::check(wanted, {kAgents, kTools, kProviders});
    std::vector<std::string> fields;
    if (!checked) {
        for (const FieldError& each : checked.error().fields) {
            fields.push_back(each.field);
        }
    }
    return fields;
}

} // namespace

class TenantPermissionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMissingListAllowsAllAndAnEmptyOneNothing()
    {
        const auto all = TenantPermissions::of("{}");
        const auto none = TenantPermissions::of(R"({"agent_kinds":[]})");
        const auto one = TenantPermissions::of(R"({"agent_kinds":["faq",3]})");

        QVERIFY(TenantPermissions::allows(all.agentKinds, "faq"));
        QVERIFY(!TenantPermissions::allows(none.agentKinds, "faq"));
        QVERIFY(TenantPermissions::allows(one.agentKinds, "faq"));
        QVERIFY(!TenantPermissions::allows(one.agentKinds, "domain"));
        QVERIFY(TenantPermissions::allows(one.toolKinds, "http"));
    }

    void theLesserOfQuotaAndLimitCounts()
    {
        const auto some = TenantPermissions::of(R"({"quotas":{"agents":3,"users":-1,"tools":"x"}})");

        QCOMPARE(some.most("agents", 200), std::int64_t{3});
        QCOMPARE(some.most("agents", 2), std::int64_t{2});
        QCOMPARE(some.most("users", 200), std::int64_t{200});
        QCOMPARE(some.most("tools", 200), std::int64_t{200});
    }

    void whatCannotBeReadPermits()
    {
        for (const char* stored : {"", "[]", "null", "{", R"({"quotas":[],"tool_kinds":"http"})"}) {
            const auto permissions = TenantPermissions::of(stored);
            QVERIFY(TenantPermissions::allows(permissions.toolKinds, "http"));
            QVERIFY(permissions.quotas.empty());
        }
    }

    void everyWrongFieldIsNamed()
    {
        QVERIFY(faultsOf({{"agent_kinds", {"faq"}}, {"tool_kinds", nullptr}, {"quotas", {{"users", 0}}}})
                    .empty());
        const json wrong = {{"agent_kinds", {"oracle"}},
                            {"providers", "local"},
                            {"quotas", {{"cars", 1}, {"users", 1.5}}},
                            {"other", 1}};
        const std::vector<std::string> wanted{"permissions.agent_kinds",
                                              "permissions.other",
                                              "permissions.providers",
                                              "permissions.quotas.cars",
                                              "permissions.quotas.users"};
        QCOMPARE(faultsOf(wrong), wanted);
        QCOMPARE(faultsOf({{"quotas", 3}}), std::vector<std::string>{"permissions.quotas"});
    }

    void aQuotaIsExactAmongManyAtOnce_data() { test::addDatabaseRows(); }
    void aQuotaIsExactAmongManyAtOnce()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node, "acme");
        TenantChanges changes;
        changes.permissions = json{{"quotas", {{"users", 1}, {"api_clients", 0}}}};
        QVERIFY(node.run(node.tenants.update("acme", changes, test::admin())).has_value());
        test::makeUser(node, tenant.id, "one@acme.example");

        NewUser another;
        another.tenant = tenant.id;
        another.email = "two@acme.example";
        another.displayName = "Two";
        another.role = "supporter";
        const auto user = node.run(node.users.create(another, test::admin()));
        NewApiClient machine;
        machine.name = "m";
        machine.scopes = {"read"};
        const auto client = node.run(node.clients.create(tenant.id, machine, test::admin()));

        QVERIFY(user.error().code == ErrorCode::Conflict);
        QVERIFY(client.error().code == ErrorCode::Conflict);
        QVERIFY(client.error().message.find("may have 0 ") != std::string::npos);
    }

    void aNewIdentitySecretTakesThePlaceOfTheOldOne_data() { test::addDatabaseRows(); }
    void aNewIdentitySecretTakesThePlaceOfTheOldOne()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node, "acme");
        const auto old = node.tenants.identitySecret(*node.directory.find(tenant.id));

        const auto fresh = node.run(node.tenants.rotateIdentitySecret(tenant.id, test::admin()));

        QVERIFY(fresh.has_value());
        const auto now = node.tenants.identitySecret(*node.directory.find(tenant.id));
        QCOMPARE(now->reveal(), fresh->reveal());
        QVERIFY(now->reveal() != old->reveal());
    }
};

PARLEY_TEST("tenant_permissions", TenantPermissionsTest)
#include "tenant_permissions_test.moc"
