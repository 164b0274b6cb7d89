// SPDX-License-Identifier: MIT
#include "server/identity/tenants.h"
#include "tests/server/identity/identity_fixture.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::identity;
using boost::asio::awaitable;

namespace {

NewTenant wanted(const std::string& slug)
{
    NewTenant tenant;
    tenant.slug = slug;
    tenant.name = "Acme";
    return tenant;
}

} // namespace

class TenantsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewTenantIsWholeAndFoundEveryWay_data() { test::addDatabaseRows(); }
    void aNewTenantIsWholeAndFoundEveryWay()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);

        const auto made = test::makeTenant(node, "acme");

        QCOMPARE(made.status, std::string("active"));
        QCOMPARE(made.ticketPrefix, std::string("TF"));
        QVERIFY(made.publicKey.starts_with("pk_"));
        QVERIFY(node.directory.find(made.id) != nullptr);
        QVERIFY(node.directory.findBySlug("acme") != nullptr);
        QVERIFY(node.directory.findByPublicKey(made.publicKey) != nullptr);
        QVERIFY(node.directory.findByIdOrSlug("acme") != nullptr);
        QVERIFY(node.directory.findByIdOrSlug(made.id.value) != nullptr);
        QVERIFY(node.directory.findBySlug("other") == nullptr);
        QVERIFY(made.identitySecret.starts_with("gAAAA"));
        const auto secret = node.tenants.identitySecret(*node.directory.find(made.id));
        QVERIFY(secret->reveal().starts_with("is_"));
        QCOMPARE(node.run(node.tenants.get(made.id.value))->slug, std::string("acme"));
    }

    void aSlugIsTakenOnce_data() { test::addDatabaseRows(); }
    void aSlugIsTakenOnce()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        test::makeTenant(node, "acme");

        const auto again = node.run(node.tenants.create(wanted("acme"), test::admin()));
        const auto bad = node.run(node.tenants.create(wanted("Acme!"), test::admin()));

        QVERIFY(again.error().code == ErrorCode::Conflict);
        QCOMPARE(bad.error().fields.front().field, std::string("slug"));
    }

    void halfMadeOnesAreHiddenAndTakenUpAgain_data() { test::addDatabaseRows(); }
    void halfMadeOnesAreHiddenAndTakenUpAgain()
    {
        PARLEY_DATABASE(database);
        test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        bool isBroken = true;
        std::vector<std::string> filled;
        node.tenants.addHook([&](TenantId id) -> awaitable<Result<void>> {
            filled.push_back(id.value);
            if (isBroken) {
                co_return fail(ErrorCode::Unavailable, "The hook failed.");
            }
            co_return Result<void>();
        });
        QVERIFY(!node.run(node.tenants.create(wanted("acme"), test::admin())).has_value());
        node.refresh();
        QVERIFY(node.directory.findBySlug("acme") == nullptr);
        QVERIFY(node.run(node.tenants.get("acme")).error().code == ErrorCode::NotFound);
        isBroken = false;

        clock.advance(std::chrono::milliseconds{59'999});
        QVERIFY(node.run(node.tenants.create(wanted("acme"), test::admin())).error().code ==
                ErrorCode::Conflict);
        clock.advance(std::chrono::milliseconds{1});
        const auto made = node.run(node.tenants.create(wanted("acme"), test::admin()));

        QVERIFY2(made.has_value(), made ? "" : made.error().message.c_str());
        QCOMPARE(made->status, std::string("active"));
        QCOMPARE(filled.size(), std::size_t{2});
        QCOMPARE(filled[0], filled[1]);
    }

    void otherNodesSeeChangesAfterTheirRefresh_data() { test::addDatabaseRows(); }
    void otherNodesSeeChangesAfterTheirRefresh()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode here(*database, clock);
        test::IdentityNode there(*database, clock);
        test::makeTenant(here, "acme");
        QVERIFY(there.run(there.directory.refresh()).has_value());
        QVERIFY(there.directory.findBySlug("acme") != nullptr);
        QVERIFY(!there.directory.isOriginAllowedAnywhere("https://shop.example"));
        TenantChanges changes;
        changes.allowedOrigins = std::vector<std::string>{"https://shop.example"};

        QVERIFY(here.run(here.tenants.update("acme", changes, test::admin())).has_value());

        QVERIFY(there.run(there.directory.refresh()).has_value());
        QVERIFY(there.directory.isOriginAllowedAnywhere("https://shop.example"));
        QVERIFY(there.directory.findBySlug("acme")->allowsOrigin("https://shop.example"));
        QVERIFY(!there.directory.findBySlug("acme")->allowsOrigin("https://evil.example"));
        TenantChanges suspended;
        suspended.status = "suspended";
        QVERIFY(here.run(here.tenants.update("acme", suspended, test::admin())).has_value());
        QVERIFY(there.run(there.directory.refresh()).has_value());
        QVERIFY(there.directory.findBySlug("acme") == nullptr);
    }

    void originsMustBeOrigins_data()
    {
        QTest::addColumn<std::string>("origin");
        QTest::addColumn<bool>("ok");
        QTest::newRow("any") << std::string("*") << true;
        QTest::newRow("https") << std::string("https://shop.example") << true;
        QTest::newRow("port") << std::string("http://localhost:3000") << true;
        QTest::newRow("path") << std::string("https://shop.example/") << false;
        QTest::newRow("no scheme") << std::string("shop.example") << false;
        QTest::newRow("other scheme") << std::string("file://shop") << false;
        QTest::newRow("nothing") << std::string("https://") << false;
        QTest::newRow("sign-in") << std::string("https://a@shop.example") << false;
    }

    void originsMustBeOrigins()
    {
        QFETCH(std::string, origin);
        QFETCH(bool, ok);
        test::FreshDatabase database("sqlite");
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        test::makeTenant(node, "acme");
        TenantChanges changes;
        changes.allowedOrigins = std::vector<std::string>{origin};

        QCOMPARE(node.run(node.tenants.update("acme", changes, test::admin())).has_value(), ok);
    }
};

PARLEY_TEST("tenants", TenantsTest)
#include "tenants_test.moc"
