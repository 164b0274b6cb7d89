// SPDX-License-Identifier: MIT
#include "server/identity/claims.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server::identity;
using namespace parley::server::security;
using nlohmann::json;

class ClaimsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClientComesBackWhole()
    {
        Principal client;
        client.role = Role::ApiClient;
        client.subject = "c1";
        client.tenant.value = "t1";
        client.family = "f1";
        client.scopes.add(Scope::Chat);
        client.scopes.add(Scope::Manage);
        client.requestsPerMinute = 30;
        client.expiresMs = 2'000'000;

        const auto read = principalOf(claimsOf(client, 1'000'000));

        QVERIFY(read.has_value());
        QVERIFY(read->role == Role::ApiClient);
        QCOMPARE(read->tenant.value, std::string("t1"));
        QVERIFY(read->scopes == client.scopes);
        QCOMPARE(read->requestsPerMinute, 30);
        QCOMPARE(read->expiresMs, std::int64_t{2'000'000});
    }

    void claimsThatDoNotGoTogetherAreRefused_data()
    {
        QTest::addColumn<std::string>("claims");
        QTest::newRow("nobody") << std::string(R"({"role":"supporter","tenant":"t","sid":"f","exp":9})");
        QTest::newRow("no family") << std::string(R"({"role":"supporter","tenant":"t","sub":"u","exp":9})");
        QTest::newRow("no role") << std::string(R"({"tenant":"t","sub":"u","sid":"f","exp":9})");
        QTest::newRow("anonymous") << std::string(R"({"role":"anonymous","sub":"u","sid":"f","exp":9})");
        QTest::newRow("unknown role") << std::string(R"({"role":"root","sub":"u","sid":"f","exp":9})");
        QTest::newRow("supporter of no tenant") << std::string(R"({"role":"supporter","sub":"u","sid":"f"})");
        QTest::newRow("admin of a tenant")
            << std::string(R"({"role":"admin","tenant":"t","sub":"u","sid":"f"})");
        QTest::newRow("customer without conversation")
            << std::string(R"({"role":"chat_user","tenant":"t","sub":"u","sid":"f"})");
        QTest::newRow("supporter with conversation")
            << std::string(R"({"role":"supporter","tenant":"t","sub":"u","sid":"f","conversation":"c"})");
        QTest::newRow("subject is a number") << std::string(R"({"role":"admin","sub":1,"sid":"f"})");
    }

    void claimsThatDoNotGoTogetherAreRefused()
    {
        QFETCH(std::string, claims);

        const auto read = principalOf(json::parse(claims));

        QVERIFY(!read.has_value());
        QVERIFY(read.error().code == ErrorCode::Unauthenticated);
    }

    void scopesGoBothWays()
    {
        QCOMPARE(scopesText(scopesFromText("manage chat nonsense")), std::string("chat manage"));
        QCOMPARE(scopesText(scopesFromText("")), std::string());
    }
};

PARLEY_TEST("claims", ClaimsTest)
#include "claims_test.moc"
