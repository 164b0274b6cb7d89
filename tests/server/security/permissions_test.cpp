// SPDX-License-Identifier: MIT
#include "server/security/permissions.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace parley::server::security;

namespace {

struct Expected {
    Permission permission;
    const char* name;
    /// One letter for each that has it: n(obody) c(hat_user) s(upporter) t(enant_user) a(dmin), and an
    /// api_client with C(hat), R(ead), M(anage), 0 (no scope at all).
    const char* who;
};

constexpr Expected kExpected[] = {
    {Permission::Public, "public", "ncstaCRM0"},
    {Permission::SignedIn, "signed_in", "cstaCRM0"},
    {Permission::Chat, "chat", "cC"},
    {Permission::ChatOrDesk, "chat_or_desk", "cstaCRM"},
    {Permission::DeskRead, "desk:read", "staRM"},
    {Permission::DeskWrite, "desk:write", "staM"},
    {Permission::ConfigureTenant, "tenant:configure", "taM"},
    {Permission::KnowledgeRead, "knowledge:read", "staRM"},
    {Permission::KnowledgeWrite, "knowledge:write", "taM"},
    {Permission::UsersManage, "users:manage", "taM"},
    {Permission::TenantsManage, "tenants:manage", "a"},
    {Permission::AuditRead, "audit:read", "taM"},
    {Permission::OperatorStatus, "status:read", "staRM"},
};

ScopeSet only(Scope scope)
{
    ScopeSet set;
    set.add(scope);
    return set;
}

std::string whoMay(Permission permission)
{
    ScopeSet all = only(Scope::Chat);
    all.add(Scope::Read);
    all.add(Scope::Manage);
    std::string who;
    const auto note = [&](char letter, Role role, ScopeSet scopes) {
        if (allows(role, scopes, permission)) {
            who += letter;
        }
    };
    // Scopes must mean nothing to anybody but an api_client, so the others get all of them.
    note('n', Role::Anonymous, all);
    note('c', Role::ChatUser, all);
    note('s', Role::Supporter, all);
    note('t', Role::TenantUser, all);
    note('a', Role::Admin, all);
    note('C', Role::ApiClient, only(Scope::Chat));
    note('R', Role::ApiClient, only(Scope::Read));
    note('M', Role::ApiClient, only(Scope::Manage));
    note('0', Role::ApiClient, ScopeSet{});
    return who;
}

} // namespace

class PermissionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPermissionHasItsHolders()
    {
        QCOMPARE(allPermissions().size(), std::size(kExpected));
        for (const auto& [permission, name, who] : kExpected) {
            QCOMPARE(std::string(permissionName(permission)), std::string(name));
            QCOMPARE(whoMay(permission), std::string(who));
        }
    }

    void whereSupporterMayTenantUserAndAdminMay()
    {
        for (const Permission permission : allPermissions()) {
            const bool supporter = allows(Role::Supporter, {}, permission);
            const bool tenantUser = allows(Role::TenantUser, {}, permission);
            QVERIFY(!supporter || tenantUser);
            QVERIFY(!tenantUser || allows(Role::Admin, {}, permission));
        }
    }

    void namesGoBothWays()
    {
        for (const char* name :
             {"anonymous", "chat_user", "api_client", "supporter", "tenant_user", "admin"}) {
            const auto role = roleFromName(name);
            QVERIFY(role.has_value());
            QCOMPARE(std::string(roleName(*role)), std::string(name));
        }
        for (const char* name : {"chat", "read", "manage"}) {
            const auto scope = scopeFromName(name);
            QVERIFY(scope.has_value());
            QCOMPARE(std::string(scopeName(*scope)), std::string(name));
        }
        QVERIFY(!roleFromName("Admin").has_value());
        QVERIFY(!roleFromName("").has_value());
        QVERIFY(!scopeFromName("write").has_value());
    }

    void theTableCanBePrinted()
    {
        const std::string table = permissionTable();

        QVERIFY(table.starts_with(
            "| permission | anonymous | chat_user | api_client | supporter | tenant_user | admin |\n"));
        QVERIFY(table.find("| desk:read |  |  | read, manage | yes | yes | yes |\n") != std::string::npos);
        QVERIFY(table.find("| tenants:manage |  |  |  |  |  | yes |\n") != std::string::npos);
        const auto lines = static_cast<std::size_t>(std::ranges::count(table, '\n'));
        QCOMPARE(lines, allPermissions().size() + 2);
    }
};

PARLEY_TEST("permissions", PermissionsTest)
#include "permissions_test.moc"
