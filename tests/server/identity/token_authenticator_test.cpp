// SPDX-License-Identifier: MIT
#include "server/identity/token_authenticator.h"
#include "tests/server/identity/identity_fixture.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::identity;
using namespace parley::server::security;

namespace {

std::string tokenOf(test::IdentityNode& node, const std::string& email)
{
    const auto issued = node.run(node.signIn.password(email, Secret("password-1"), "192.0.2.1"));
    return issued ? issued->accessToken : "";
}

} // namespace

/// Two nodes on one database: what one changes, the other refuses after its next refresh.
class TokenAuthenticatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatOneNodeChangesTheOtherRefusesAfterItsRefresh_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("change");
        QTest::addColumn<bool>("refused");
        for (const char* driver : {"sqlite", "postgresql"}) {
            for (const char* change : {"role", "disable", "password", "delete", "revoke", "tenant"}) {
                QTest::addRow("%s %s", driver, change) << std::string(driver) << std::string(change) << true;
            }
            QTest::addRow("%s name", driver) << std::string(driver) << std::string("name") << false;
        }
    }

    void whatOneNodeChangesTheOtherRefusesAfterItsRefresh()
    {
        QFETCH(std::string, change);
        QFETCH(bool, refused);
        PARLEY_DATABASE(database);
        test::ManualClock clock;
        test::IdentityNode here(*database, clock);
        test::IdentityNode there(*database, clock);
        const auto tenant = test::makeTenant(here);
        const auto user = test::makeUser(here, tenant.id, "ana@a.example");
        const auto issued =
            here.run(here.signIn.password("ana@a.example", Secret("password-1"), "192.0.2.1"));
        there.refresh();
        QVERIFY(there.authenticator.authenticate(issued->accessToken).has_value());
        clock.advance(std::chrono::seconds{1});

        apply(here, change, tenant, user, issued->principal);

        QCOMPARE(!here.authenticator.authenticate(issued->accessToken).has_value(), refused);
        there.refresh();
        QCOMPARE(!there.authenticator.authenticate(issued->accessToken).has_value(), refused);
        QCOMPARE(!there.authenticator.check(issued->principal).has_value(), refused);
    }

    void anErasedCustomerIsRefused_data() { test::addDatabaseRows(); }
    void anErasedCustomerIsRefused()
    {
        PARLEY_DATABASE(database);
        test::ManualClock clock;
        test::IdentityNode here(*database, clock);
        test::IdentityNode there(*database, clock);
        const auto tenant = test::makeTenant(here);
        const CustomerId customer{here.ids.next()};
        const ConversationId conversation{here.ids.next()};
        const std::string token = here.signIn.issueCustomerToken(tenant.id, customer, conversation, false);
        const std::string other =
            here.signIn.issueCustomerToken(tenant.id, CustomerId{here.ids.next()}, conversation, false);
        there.refresh();
        QVERIFY(there.authenticator.authenticate(token).has_value());
        const server::store::ErasureMark mark{tenant.id,
                                              server::store::erasureHash(tenant.id, customer.value),
                                              clock.nowMs()};
        auto note = [&](server::store::Transaction& tx) {
            return server::store::ErasureLedgerRepository().add(tx, mark);
        };
        QVERIFY(database->transactNow(server::store::Scope::platform(), note).has_value());

        here.revocations.noteErased(mark.hash);
        there.refresh();

        QVERIFY(!here.authenticator.authenticate(token).has_value());
        QVERIFY(!there.authenticator.authenticate(token).has_value());
        QVERIFY(there.authenticator.authenticate(other).has_value());
    }

    void aDeletedClientIsRefusedAndAChangedOneHasItsNewScopes_data() { test::addDatabaseRows(); }
    void aDeletedClientIsRefusedAndAChangedOneHasItsNewScopes()
    {
        PARLEY_DATABASE(database);
        test::ManualClock clock;
        test::IdentityNode here(*database, clock);
        test::IdentityNode there(*database, clock);
        const auto tenant = test::makeTenant(here);
        NewApiClient wanted;
        wanted.name = "Shop";
        wanted.scopes = {"manage"};
        const auto client = here.run(here.clients.create(tenant.id, wanted, test::admin()));
        const auto issued =
            here.run(here.signIn.clientCredentials(client->row.clientId, client->secret, "192.0.2.1"));
        there.refresh();
        QVERIFY(there.authenticator.authenticate(issued->accessToken)->may(Permission::ConfigureTenant));
        clock.advance(std::chrono::seconds{1});
        ApiClientChanges less;
        less.scopes = std::vector<std::string>{"read"};
        QVERIFY(here.run(here.clients.update(tenant.id, client->row.id, less, test::admin())).has_value());
        there.refresh();
        QVERIFY(!there.authenticator.authenticate(issued->accessToken)->may(Permission::ConfigureTenant));

        QVERIFY(here.run(here.clients.remove(tenant.id, client->row.id, test::admin())).has_value());

        there.refresh();
        QVERIFY(!here.authenticator.authenticate(issued->accessToken).has_value());
        QVERIFY(!there.authenticator.authenticate(issued->accessToken).has_value());
    }

    void aNodeThatStartsKnowsWhatWasRevokedBefore_data() { test::addDatabaseRows(); }
    void aNodeThatStartsKnowsWhatWasRevokedBefore()
    {
        PARLEY_DATABASE(database);
        test::ManualClock clock;
        test::IdentityNode here(*database, clock);
        const auto tenant = test::makeTenant(here);
        test::makeUser(here, tenant.id, "ana@a.example");
        const auto issued =
            here.run(here.signIn.password("ana@a.example", Secret("password-1"), "192.0.2.1"));
        QVERIFY(here.run(here.signIn.revoke(issued->principal)).has_value());
        clock.advance(std::chrono::minutes{10});

        test::IdentityNode late(*database, clock);
        late.refresh();

        QVERIFY(!late.authenticator.authenticate(issued->accessToken).has_value());
    }

    void tokensLapseAlsoWhenTheyAreRemembered_data() { test::addDatabaseRows(); }
    void tokensLapseAlsoWhenTheyAreRemembered()
    {
        PARLEY_DATABASE(database);
        test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);
        test::makeUser(node, tenant.id, "ana@a.example");
        const std::string token = tokenOf(node, "ana@a.example");
        clock.advance(std::chrono::minutes{15} - std::chrono::milliseconds{1});
        QVERIFY(node.authenticator.authenticate(token).has_value());

        clock.advance(std::chrono::milliseconds{1});

        QVERIFY(!node.authenticator.authenticate(token).has_value());
        QVERIFY(!node.authenticator.authenticate("").has_value());
        QVERIFY(!node.authenticator.authenticate(std::string(9000, 'x')).has_value());
    }

private:
    static void apply(test::IdentityNode& node,
                      const std::string& change,
                      const server::store::TenantRow& tenant,
                      const server::store::UserRow& user,
                      const Principal& principal)
    {
        UserChanges changes;
        if (change == "tenant") {
            QVERIFY(node.run(node.tenants.remove(tenant.slug, test::admin())).has_value());
            return;
        }
        if (change == "delete") {
            QVERIFY(node.run(node.users.remove(tenant.id, user.id, test::admin())).has_value());
            return;
        }
        if (change == "revoke") {
            QVERIFY(node.run(node.signIn.revoke(principal)).has_value());
            return;
        }
        if (change == "role") {
            changes.role = "tenant_user";
        } else if (change == "disable") {
            changes.status = "disabled";
        } else if (change == "password") {
            changes.password = Secret("password-2");
        } else {
            changes.displayName = "Other";
        }
        QVERIFY(node.run(node.users.update(tenant.id, user.id, changes, test::admin())).has_value());
    }
};

PARLEY_TEST("token_authenticator", TokenAuthenticatorTest)
#include "token_authenticator_test.moc"
