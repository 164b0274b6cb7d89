// SPDX-License-Identifier: MIT
#include "server/identity/sign_in.h"
#include "tests/server/identity/identity_fixture.h"
#include "tests/support/test_main.h"

#include <boost/asio/co_spawn.hpp>

using namespace parley;
using namespace parley::server::identity;
using namespace parley::server::security;

namespace {

constexpr const char* kAddress = "192.0.2.1";

Result<IssuedTokens> signIn(test::IdentityNode& node,
                            const std::string& email = "ana@a.example",
                            const std::string& password = "password-1",
                            const std::string& address = kAddress)
{
    return node.run(node.signIn.password(email, Secret(password), address));
}

Result<IssuedTokens> refresh(test::IdentityNode& node, const Secret& token)
{
    return node.run(node.signIn.refresh(token, kAddress));
}

bool isInvalidCredentials(const Result<IssuedTokens>& issued)
{
    return !issued && issued.error().code == ErrorCode::Unauthenticated &&
           issued.error().problem == "invalid_credentials" &&
           issued.error().message == "The credentials are not valid.";
}

} // namespace

class SignInTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPasswordGivesATokenThatIsAccepted_data() { test::addDatabaseRows(); }
    void aPasswordGivesATokenThatIsAccepted()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);
        const auto user = test::makeUser(node, tenant.id, "Ana@A.example");

        const auto issued = signIn(node, " ANA@a.example ");

        QVERIFY2(issued.has_value(), issued ? "" : issued.error().detail.c_str());
        QCOMPARE(issued->expiresIn.count(), 900);
        const auto who = node.authenticator.authenticate(issued->accessToken);
        QVERIFY(who.has_value());
        QVERIFY(who->role == Role::Supporter);
        QCOMPARE(who->subject, user.id.value);
        QCOMPARE(who->tenant.value, tenant.id.value);
        QVERIFY(!who->family.empty());
        QCOMPARE(issued->user->email, std::string("ana@a.example"));
    }

    void whoeverIsRefusedReadsTheSame_data() { test::addDatabaseRows(); }
    void whoeverIsRefusedReadsTheSame()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);
        test::makeUser(node, tenant.id, "ana@a.example");
        const auto disabled = test::makeUser(node, tenant.id, "off@a.example");
        UserChanges off;
        off.status = "disabled";
        QVERIFY(node.run(node.users.update(tenant.id, disabled.id, off, test::admin())).has_value());
        NewUser without;
        without.tenant = tenant.id;
        without.email = "none@a.example";
        without.displayName = "None";
        without.role = "supporter";
        QVERIFY(node.run(node.users.create(without, test::admin())).has_value());

        QVERIFY(isInvalidCredentials(signIn(node, "ana@a.example", "password-2")));
        QVERIFY(isInvalidCredentials(signIn(node, "nobody@a.example", "password-1")));
        QVERIFY(isInvalidCredentials(signIn(node, "off@a.example", "password-1")));
        QVERIFY(isInvalidCredentials(signIn(node, "none@a.example", "")));
        QVERIFY(isInvalidCredentials(signIn(node, "no address", "password-1")));
        QVERIFY(isInvalidCredentials(signIn(node, std::string("a\0@a.example", 12), "x")));
        QVERIFY(isInvalidCredentials(signIn(node, "ana@a.example", std::string(100, 'x'))));
    }

    void theSixthFailureIsNotEvenTried_data() { test::addDatabaseRows(); }
    void theSixthFailureIsNotEvenTried()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);
        test::makeUser(node, tenant.id, "ana@a.example");
        for (const char* who : {"ana@a.example", "nobody@a.example"}) {
            for (int i = 0; i < 5; ++i) {
                QVERIFY(isInvalidCredentials(signIn(node, who, "wrong")));
            }
            const auto refused = signIn(node, who, "password-1");
            QVERIFY(!refused.has_value());
            QVERIFY(refused.error().code == ErrorCode::RateLimited);
            QVERIFY(refused.error().retryAfter.count() > 0);
        }

        QVERIFY(signIn(node, "ana@a.example", "password-1", "192.0.2.2").has_value());
    }

    void aRefreshTokenIsUsedOnceAndItsReuseEndsTheFamily_data() { test::addDatabaseRows(); }
    void aRefreshTokenIsUsedOnceAndItsReuseEndsTheFamily()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);
        test::makeUser(node, tenant.id, "ana@a.example");
        const auto first = signIn(node);
        QVERIFY(first.has_value());

        const auto second = refresh(node, first->refreshToken);
        QVERIFY(second.has_value());
        QVERIFY(second->refreshToken.reveal() != first->refreshToken.reveal());
        QCOMPARE(second->principal.family, first->principal.family);
        QVERIFY(node.authenticator.authenticate(second->accessToken).has_value());

        QVERIFY(isInvalidCredentials(refresh(node, first->refreshToken)));
        QVERIFY(isInvalidCredentials(refresh(node, second->refreshToken)));
        QVERIFY(!node.authenticator.authenticate(second->accessToken).has_value());
        QVERIFY(!node.authenticator.authenticate(first->accessToken).has_value());
    }

    void ofTwoRefreshesAtOnceOneWins_data() { test::addDatabaseRows(); }
    void ofTwoRefreshesAtOnceOneWins()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);
        test::makeUser(node, tenant.id, "ana@a.example");
        const auto first = signIn(node);
        QVERIFY(first.has_value());
        int winners = 0;
        int losers = 0;
        const auto count = [&](std::exception_ptr error, Result<IssuedTokens> outcome) {
            winners += !error && outcome ? 1 : 0;
            losers += !error && isInvalidCredentials(outcome) ? 1 : 0;
        };

        for (int i = 0; i < 4; ++i) {
            boost::asio::co_spawn(node.io, node.signIn.refresh(first->refreshToken, kAddress), count);
        }
        node.io.restart();
        node.io.run();

        QCOMPARE(winners, 1);
        QCOMPARE(losers, 3);
    }

    void refreshTokensLapse_data() { test::addDatabaseRows(); }
    void refreshTokensLapse()
    {
        PARLEY_DATABASE(database);
        test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);
        test::makeUser(node, tenant.id, "ana@a.example");
        const auto first = signIn(node);
        clock.advance(std::chrono::hours{24 * 30} - std::chrono::milliseconds{1});
        const auto second = refresh(node, first->refreshToken);
        QVERIFY(second.has_value());

        clock.advance(std::chrono::hours{24 * 30});

        QVERIFY(isInvalidCredentials(refresh(node, second->refreshToken)));
        QVERIFY(isInvalidCredentials(refresh(node, Secret("nonsense"))));
        QVERIFY(isInvalidCredentials(refresh(node, Secret("0192f5a0-0000-7000-8000-00000000000a.x"))));
    }

    void aRevokedFamilyIsOver_data() { test::addDatabaseRows(); }
    void aRevokedFamilyIsOver()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);
        test::makeUser(node, tenant.id, "ana@a.example");
        const auto ended = signIn(node);
        const auto other = signIn(node);

        QVERIFY(node.run(node.signIn.revoke(ended->principal)).has_value());

        QVERIFY(!node.authenticator.authenticate(ended->accessToken).has_value());
        QVERIFY(isInvalidCredentials(refresh(node, ended->refreshToken)));
        QVERIFY(node.authenticator.authenticate(other->accessToken).has_value());
    }

    void aMachineClientSignsInWithItsSecret_data() { test::addDatabaseRows(); }
    void aMachineClientSignsInWithItsSecret()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);
        NewApiClient wanted;
        wanted.name = "Shop";
        wanted.scopes = {"read", "chat"};
        const auto client = node.run(node.clients.create(tenant.id, wanted, test::admin()));
        QVERIFY(client.has_value());
        const std::string id = client->row.clientId;

        const auto issued = node.run(node.signIn.clientCredentials(id, client->secret, kAddress));

        QVERIFY(issued.has_value());
        QVERIFY(issued->refreshToken.isEmpty());
        const auto who = node.authenticator.authenticate(issued->accessToken);
        QVERIFY(who->may(Permission::Chat) && who->may(Permission::DeskRead));
        QVERIFY(!who->may(Permission::ConfigureTenant));
        QVERIFY(isInvalidCredentials(node.run(node.signIn.clientCredentials(id, Secret("x"), kAddress))));
        QVERIFY(isInvalidCredentials(node.run(node.signIn.clientCredentials("x", client->secret, kAddress))));
        QVERIFY(node.run(node.signIn.revoke(*who)).has_value());
        QVERIFY(!node.authenticator.authenticate(issued->accessToken).has_value());
    }

    void aCustomersTokenIsBoundToHisConversation_data() { test::addDatabaseRows(); }
    void aCustomersTokenIsBoundToHisConversation()
    {
        PARLEY_DATABASE(database);
        test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        const auto tenant = test::makeTenant(node);

        const std::string token =
            node.signIn.issueCustomerToken(tenant.id, CustomerId{"c1"}, ConversationId{"v1"}, true);

        const auto who = node.authenticator.authenticate(token);
        QVERIFY(who.has_value());
        QVERIFY(who->role == Role::ChatUser);
        QCOMPARE(who->subject, std::string("c1"));
        QCOMPARE(who->conversation.value, std::string("v1"));
        QCOMPARE(who->tenant.value, tenant.id.value);
        QVERIFY(who->isVerified);
        const std::string resumed =
            node.signIn.issueCustomerToken(tenant.id, CustomerId{"c1"}, ConversationId{"v1"}, false);
        QVERIFY(!node.authenticator.authenticate(resumed)->isVerified);
        clock.advance(std::chrono::hours{24});
        QVERIFY(!node.authenticator.authenticate(token).has_value());
    }
};

PARLEY_TEST("sign_in", SignInTest)
#include "sign_in_test.moc"
