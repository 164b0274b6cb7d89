// SPDX-License-Identifier: MIT
#include "app/net/api_client.h"
#include "app/net/live_link.h"
#include "app/session/credential_store.h"
#include "app/session/session.h"
#include "tests/support/fake_api.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace parley::console;
using parley::test::FakeApi;

namespace {

/// Everything a session needs, on a folder of its own.
struct Bench {
    QTemporaryDir folder;
    FakeApi server;
    QSettings settings{folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat};
    ApiClient api;
    LiveLink live;
    CredentialStore credentials;
    ProfileStore profiles{settings};
    Session session{api, live, credentials, profiles};

    std::optional<ApiError> signIn(const QString& password = QStringLiteral("right"))
    {
        Profile profile;
        profile.server = server.url();
        profile.email = QStringLiteral("sam@example.com");
        bool isDone = false;
        std::optional<ApiError> failed;
        session.signIn(profile, password, false, [&](const std::optional<ApiError>& error) {
            failed = error;
            isDone = true;
        });
        [&isDone] { QTRY_VERIFY(isDone); }();
        return failed;
    }
};

QJsonObject token(const QString& number, int expiresS = 900)
{
    return {{QStringLiteral("access_token"), QStringLiteral("access-") + number},
            {QStringLiteral("refresh_token"), QStringLiteral("refresh-") + number},
            {QStringLiteral("expires_in"), expiresS}};
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signingInMakesTheUserKnownAndOpensTheLink()
    {
        Bench bench;
        QSignalSpy signedIn(&bench.session, &Session::signedIn);

        QVERIFY(!bench.signIn());

        QCOMPARE(signedIn.count(), 1);
        QCOMPARE(bench.session.user().displayName, QStringLiteral("Sam Support"));
        QVERIFY(bench.session.may(QStringLiteral("desk:write")));
        QVERIFY(!bench.session.may(QStringLiteral("tenant:configure")));
        QTRY_COMPARE(bench.live.state(), LiveLink::State::Online);
        QCOMPARE(bench.profiles.all().size(), 1);
    }

    void aWrongPasswordIsSaidAndNothingIsKept()
    {
        Bench bench;
        bench.server.on("POST", QStringLiteral("/oauth/token"), [](const FakeApi::Request&) {
            return FakeApi::problem(401, QStringLiteral("invalid_credentials"), QStringLiteral("No."));
        });

        const auto error = bench.signIn(QStringLiteral("wrong"));

        QVERIFY(error);
        QCOMPARE(error->code, QStringLiteral("invalid_credentials"));
        QVERIFY(!bench.session.isSignedIn());
        QVERIFY(bench.profiles.all().isEmpty());
    }

    void aServerOfAnotherVersionIsRefusedInWords()
    {
        Bench bench;
        bench.server.on("GET",
                        QStringLiteral("/me"),
                        {{QStringLiteral("id"), QStringLiteral("u")},
                         {QStringLiteral("role"), QStringLiteral("supporter")},
                         {QStringLiteral("protocol"), QStringLiteral("2.0")}});

        const auto error = bench.signIn();

        QVERIFY(error);
        QCOMPARE(error->code, QStringLiteral("other_version"));
        QVERIFY(error->message.contains(QLatin1String("2.0")));
        QVERIFY(!bench.session.isSignedIn());
    }

    void aTokenThatRunsOutInMidChatIsRenewedUnseen()
    {
        Bench bench;
        QVERIFY(!bench.signIn());
        QString accepted = QStringLiteral("Bearer access-2");
        bench.server.on("POST", QStringLiteral("/oauth/token"), token(QStringLiteral("2")));
        bench.server.on("POST",
                        QStringLiteral("/conversations/c/messages"),
                        [&accepted](const FakeApi::Request& request) {
                            return QString::fromLatin1(request.headers.value("authorization")) == accepted
                                       ? FakeApi::Answer{201, {}, {}, false}
                                       : FakeApi::problem(401,
                                                          QStringLiteral("unauthorized"),
                                                          QStringLiteral("Expired."));
                        });
        int status = 0;

        bench.api.post(QStringLiteral("/conversations/c/messages"),
                       {},
                       this,
                       [&status](const ApiReply& reply) { status = reply.status; });

        QTRY_COMPARE(status, 201);
        const auto attempts = bench.server.requests("POST", QStringLiteral("/conversations/c/messages"));
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts.at(0).headers.value("idempotency-key"),
                 attempts.at(1).headers.value("idempotency-key"));
        QVERIFY(bench.session.isSignedIn());
    }

    void anEndedSignInIsSaidAndSignsOut()
    {
        Bench bench;
        QVERIFY(!bench.signIn());
        QSignalSpy signedOut(&bench.session, &Session::signedOut);
        bench.server.on("POST", QStringLiteral("/oauth/token"), [](const FakeApi::Request&) {
            return FakeApi::problem(401,
                                    QStringLiteral("invalid_credentials"),
                                    QStringLiteral("The token was revoked."));
        });
        bench.server.on("GET", QStringLiteral("/tickets"), [](const FakeApi::Request&) {
            return FakeApi::problem(401, QStringLiteral("unauthorized"), QStringLiteral("Expired."));
        });
        int status = 0;

        bench.api.get(QStringLiteral("/tickets"), this, [&status](const ApiReply& reply) {
            status = reply.status;
        });

        QTRY_COMPARE(signedOut.count(), 1);
        QCOMPARE(status, 401);
        QVERIFY(signedOut.first().first().toString().contains(QLatin1String("revoked")));
        QVERIFY(!bench.session.isSignedIn());
    }

    void theChosenTenantGoesWithEveryRequestOfAnAdmin()
    {
        Bench bench;
        bench.server.on("GET",
                        QStringLiteral("/me"),
                        {{QStringLiteral("id"), QStringLiteral("u")},
                         {QStringLiteral("role"), QStringLiteral("admin")},
                         {QStringLiteral("protocol"), QStringLiteral("1.0")}});
        QVERIFY(!bench.signIn());
        QVERIFY(!bench.session.hasTenant());
        QCOMPARE(bench.live.state(), LiveLink::State::Off); // nothing happens outside of tenants

        bench.session.actIn(QStringLiteral("t-9"), QStringLiteral("Nine"));

        QVERIFY(bench.session.hasTenant());
        QCOMPARE(bench.api.tenant(), QStringLiteral("t-9"));
        QCOMPARE(bench.profiles.all().first().tenant, QStringLiteral("t-9"));
        QTRY_COMPARE(bench.live.state(), LiveLink::State::Online);
        bench.session.actIn({}, {});
        QCOMPARE(bench.live.state(), LiveLink::State::Off);
    }
};

PARLEY_TEST("session", SessionTest)
#include "session_test.moc"
