// SPDX-License-Identifier: MIT
#include "server/identity/user_rules.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::identity;
using namespace parley::server::security;

Q_DECLARE_METATYPE(Role)

class UserRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emails_data()
    {
        QTest::addColumn<std::string>("email");
        QTest::addColumn<std::string>("stored");
        const std::string refused;
        QTest::newRow("lower-cased") << std::string(" Ana@Example.COM ") << std::string("ana@example.com");
        QTest::newRow("plus") << std::string("a+b@x.example") << std::string("a+b@x.example");
        QTest::newRow("not ASCII") << std::string("änä@x.example") << std::string("änä@x.example");
        QTest::newRow("empty") << std::string() << refused;
        QTest::newRow("no at") << std::string("x.example") << refused;
        QTest::newRow("no local part") << std::string("@x.example") << refused;
        QTest::newRow("no dot") << std::string("a@localhost") << refused;
        QTest::newRow("dot last") << std::string("a@x.") << refused;
        QTest::newRow("dots together") << std::string("a@x..example") << refused;
        QTest::newRow("two ats") << std::string("a@b@x.example") << refused;
        QTest::newRow("space") << std::string("a b@x.example") << refused;
        QTest::newRow("header injection") << std::string("a@x.example\r\nBcc: b@x.example") << refused;
        QTest::newRow("NUL") << std::string("a\0@x.example", 12) << refused;
        QTest::newRow("invalid UTF-8") << std::string("a\xff@x.example") << refused;
        QTest::newRow("local part of 64")
            << std::string(64, 'a') + "@x.example" << std::string(64, 'a') + "@x.example";
        QTest::newRow("local part of 65") << std::string(65, 'a') + "@x.example" << refused;
        QTest::newRow("255 bytes") << "a@" + std::string(245, 'b') + ".example" << refused;
    }

    void emails()
    {
        QFETCH(std::string, email);
        QFETCH(std::string, stored);

        QCOMPARE(normalisedEmail(email).value_or(""), stored);
    }

    void slugs_data()
    {
        QTest::addColumn<std::string>("slug");
        QTest::addColumn<bool>("ok");
        QTest::newRow("1") << std::string("a") << false;
        QTest::newRow("2") << std::string("a1") << true;
        QTest::newRow("63") << std::string(63, 'a') << true;
        QTest::newRow("64") << std::string(64, 'a') << false;
        QTest::newRow("hyphen inside") << std::string("my-shop") << true;
        QTest::newRow("hyphen first") << std::string("-shop") << false;
        QTest::newRow("hyphen last") << std::string("shop-") << false;
        QTest::newRow("two hyphens") << std::string("my--shop") << false;
        QTest::newRow("capital") << std::string("Shop") << false;
        QTest::newRow("path") << std::string("../x") << false;
        QTest::newRow("an id") << std::string("0192f5a0-0000-7000-8000-00000000000a") << false;
    }

    void slugs()
    {
        QFETCH(std::string, slug);
        QFETCH(bool, ok);

        QCOMPARE(checkedSlug(slug).has_value(), ok);
    }

    void ticketPrefixes()
    {
        QVERIFY(checkedTicketPrefix("TF").has_value());
        QVERIFY(checkedTicketPrefix("ABCDEFG8").has_value());
        QVERIFY(!checkedTicketPrefix("T").has_value());
        QVERIFY(!checkedTicketPrefix("ABCDEFGH9").has_value());
        QVERIFY(!checkedTicketPrefix("tf").has_value());
        QVERIFY(!checkedTicketPrefix("1T").has_value());
    }

    void whoMayGiveWhichRole_data()
    {
        QTest::addColumn<Role>("actor");
        QTest::addColumn<std::string>("actorTenant");
        QTest::addColumn<Role>("role");
        QTest::addColumn<std::string>("tenant");
        QTest::addColumn<std::string>("problem");
        const std::string mine = "t1";
        const std::string none;
        const auto row = [](const char* name,
                            Role who,
                            const std::string& of,
                            Role role,
                            const std::string& in,
                            const std::string& problem) {
            QTest::newRow(name) << who << of << role << in << problem;
        };
        row("admin: admin", Role::Admin, none, Role::Admin, none, "");
        row("admin: tenant_user of a tenant", Role::Admin, none, Role::TenantUser, mine, "");
        row("admin: supporter of no tenant", Role::Admin, none, Role::Supporter, none, "tenant_required");
        row("admin: admin in a tenant", Role::Admin, none, Role::Admin, mine, "validation_failed");
        row("tenant_user: supporter", Role::TenantUser, mine, Role::Supporter, mine, "");
        row("tenant_user: tenant_user", Role::TenantUser, mine, Role::TenantUser, mine, "");
        row("tenant_user: admin", Role::TenantUser, mine, Role::Admin, mine, "forbidden");
        row("tenant_user: admin of the platform", Role::TenantUser, mine, Role::Admin, none, "forbidden");
        row("tenant_user: elsewhere", Role::TenantUser, mine, Role::Supporter, "t2", "forbidden");
        row("supporter: supporter", Role::Supporter, mine, Role::Supporter, mine, "forbidden");
        row("admin: chat_user", Role::Admin, none, Role::ChatUser, mine, "validation_failed");
        row("admin: api_client", Role::Admin, none, Role::ApiClient, mine, "validation_failed");
    }

    void whoMayGiveWhichRole()
    {
        QFETCH(Role, actor);
        QFETCH(std::string, actorTenant);
        QFETCH(Role, role);
        QFETCH(std::string, tenant);
        QFETCH(std::string, problem);
        Principal who;
        who.role = actor;
        who.tenant.value = actorTenant;

        const auto allowed = checkRoleFor(who, role, TenantId{tenant});

        QCOMPARE(allowed ? std::string() : std::string(problemCode(allowed.error())), problem);
    }
};

PARLEY_TEST("user_rules", UserRulesTest)
#include "user_rules_test.moc"
