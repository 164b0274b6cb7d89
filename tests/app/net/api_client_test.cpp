// SPDX-License-Identifier: MIT
#include "app/net/api_client.h"
#include "tests/support/fake_api.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace parley::console;
using parley::test::FakeApi;

namespace {

/// A network that wants one to sign in first: it answers everything itself, with a page.
class Portal : public QTcpServer {
public:
    explicit Portal(const QByteArray& status)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, status] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, status] {
                const QByteArray page = "<html><body>Welcome to the Grand Hotel</body></html>";
                socket->write("HTTP/1.1 " + status +
                              "\r\nContent-Type: text/html; charset=utf-8\r\nLocation: http://hotel.example/"
                              "\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nConnection: close\r\n"
                              "Content-Length: " +
                              QByteArray::number(page.size()) + "\r\n\r\n" + page);
                socket->disconnectFromHost();
            });
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
};

} // namespace

class ApiClientTest : public QObject {
    Q_OBJECT

private:
    /// Waits for the answer.
    static ApiReply asked(const std::function<void(QObject*, ApiClient::Then)>& ask)
    {
        QObject context;
        std::optional<ApiReply> answered;
        ask(&context, [&answered](const ApiReply& reply) { answered = reply; });
        [&answered] { QTRY_VERIFY(answered.has_value()); }();
        return answered.value_or(ApiReply());
    }

private Q_SLOTS:
    void sendsTokenTenantAndBodyAndReadsTheAnswer()
    {
        FakeApi server;
        server.on("POST", QStringLiteral("/teams"), {{QStringLiteral("id"), QStringLiteral("team-1")}}, 201);
        ApiClient api;
        api.setServer(server.url());
        api.setAccessToken(QStringLiteral("abc"));
        api.setTenant(QStringLiteral("acme"));

        const ApiReply reply = asked([&api](QObject* context, ApiClient::Then then) {
            api.post(QStringLiteral("/teams"),
                     {{QStringLiteral("name"), QStringLiteral("Größe")}},
                     context,
                     std::move(then));
        });

        QVERIFY(reply.isOk());
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.object.value(QLatin1String("id")).toString(), QStringLiteral("team-1"));
        const FakeApi::Request sent = server.requests("POST", QStringLiteral("/teams")).value(0);
        QCOMPARE(sent.headers.value("authorization"), QByteArray("Bearer abc"));
        QCOMPARE(sent.headers.value("x-tenant"), QByteArray("acme"));
        QVERIFY(!sent.headers.value("idempotency-key").isEmpty());
        QCOMPARE(sent.json().value(QLatin1String("name")).toString(), QStringLiteral("Größe"));
    }

    void aPageOfTheNetworksOwnIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("as if all were well") << QByteArray("200 OK");
        QTest::newRow("leads elsewhere") << QByteArray("302 Found");
        QTest::newRow("wants a sign-in of its own") << QByteArray("401 Unauthorized");
    }

    void aPageOfTheNetworksOwnIsNoAnswer()
    {
        QFETCH(QByteArray, status);
        const Portal portal(status);
        ApiClient api;
        QSignalSpy refused(&api, &ApiClient::tokenRefused);
        api.setServer(portal.url());

        const ApiReply reply = asked([&api](QObject* context, ApiClient::Then then) {
            api.post(QStringLiteral("/conversations/c/messages"), {}, context, std::move(then));
        });

        QVERIFY(!reply.isOk()); // else a message would count as sent
        QCOMPARE(reply.error->kind, ApiError::Kind::Unreachable);
        QVERIFY(reply.error->isPassing());
        QVERIFY(reply.error->message.contains(QLatin1String("sign in first")));
        QCOMPARE(refused.count(), 0);
        QVERIFY(qAbs(api.clockSkewS()) < 60); // its clock is not the server's
    }

    void namesEachFieldThatTheServerFoundWrong()
    {
        FakeApi server;
        server.on("PATCH", QStringLiteral("/teams/1"), [](const FakeApi::Request&) {
            return FakeApi::problem(422,
                                    QStringLiteral("validation_failed"),
                                    QStringLiteral("A field is wrong."),
                                    {{QStringLiteral("name"), QStringLiteral("must not be empty")}});
        });
        ApiClient api;
        api.setServer(server.url());

        const ApiReply reply = asked([&api](QObject* context, ApiClient::Then then) {
            api.patch(QStringLiteral("/teams/1"), {}, context, std::move(then));
        });

        QVERIFY(reply.error);
        QCOMPARE(reply.error->code, QStringLiteral("validation_failed"));
        QCOMPARE(reply.error->fields.value(QStringLiteral("name")), QStringLiteral("must not be empty"));
        QCOMPARE(reply.error->requestId, QStringLiteral("r-1"));
        QVERIFY(!reply.error->isPassing());
        QVERIFY(reply.error->describe().contains(QLatin1String("must not be empty")));
    }

    void requestsWaitWhileTheTokenIsRenewedAndGoAgain()
    {
        FakeApi server;
        server.on("GET", QStringLiteral("/tickets"), [](const FakeApi::Request& request) {
            return request.headers.value("authorization") == "Bearer new"
                       ? FakeApi::Answer{200, FakeApi::list({}), {}, false}
                       : FakeApi::problem(401, QStringLiteral("unauthorized"), QStringLiteral("Expired."));
        });
        ApiClient api;
        api.setServer(server.url());
        api.setAccessToken(QStringLiteral("old"));
        QSignalSpy refused(&api, &ApiClient::tokenRefused);
        QObject context;
        int answered = 0;
        for (int i = 0; i < 3; ++i) {
            api.get(QStringLiteral("/tickets"), &context, [&answered](const ApiReply& reply) {
                answered += reply.isOk() ? 1 : 100;
            });
        }
        QTRY_COMPARE(refused.count(), 1);
        api.get(QStringLiteral("/tickets"), &context, [&answered](const ApiReply& reply) {
            answered += reply.isOk() ? 1 : 100;
        });
        QCOMPARE(answered, 0);

        api.setAccessToken(QStringLiteral("new"));

        QTRY_COMPARE(answered, 4);
        QCOMPARE(refused.count(), 1);
    }

    void waitingRequestsFailWhenThereIsNoOtherToken()
    {
        FakeApi server;
        server.on("GET", QStringLiteral("/tickets"), [](const FakeApi::Request&) {
            return FakeApi::problem(401, QStringLiteral("unauthorized"), QStringLiteral("Expired."));
        });
        ApiClient api;
        api.setServer(server.url());
        api.setAccessToken(QStringLiteral("old"));
        connect(&api, &ApiClient::tokenRefused, &api, &ApiClient::failWaiting);

        const ApiReply reply = asked([&api](QObject* context, ApiClient::Then then) {
            api.get(QStringLiteral("/tickets"), context, std::move(then));
        });

        QVERIFY(reply.error);
        QCOMPARE(reply.error->status, 401);
    }

    void tellsAServerThatIsNotThereFromOneThatIsNoParley()
    {
        ApiClient api;
        api.setServer(QUrl(QStringLiteral("http://127.0.0.1:1")));
        const ApiReply nobody = asked([&api](QObject* context, ApiClient::Then then) {
            api.get(QStringLiteral("/me"), context, std::move(then));
        });
        QVERIFY(nobody.error);
        QCOMPARE(nobody.error->kind, ApiError::Kind::Unreachable);
        QVERIFY(nobody.error->isPassing());

        FakeApi server;
        server.on("GET", QStringLiteral("/me"), QJsonObject(), 302);
        api.setServer(server.url());
        const ApiReply stranger = asked([&api](QObject* context, ApiClient::Then then) {
            api.get(QStringLiteral("/me"), context, std::move(then));
        });
        QVERIFY(stranger.error);
        QCOMPARE(stranger.error->kind, ApiError::Kind::NotParley);
    }

    void nobodyIsCalledAfterCancellingOrWhenTheContextIsGone()
    {
        FakeApi server;
        server.on("GET", QStringLiteral("/a"), QJsonObject());
        ApiClient api;
        api.setServer(server.url());
        bool isCalled = false;
        QObject context;
        auto gone = std::make_unique<QObject>();
        const auto id =
            api.get(QStringLiteral("/a"), &context, [&isCalled](const ApiReply&) { isCalled = true; });
        api.cancel(id);
        api.get(QStringLiteral("/a"), gone.get(), [&isCalled](const ApiReply&) { isCalled = true; });
        gone.reset();

        const ApiReply last = asked([&api](QObject* other, ApiClient::Then then) {
            api.get(QStringLiteral("/a"), other, std::move(then));
        });

        QVERIFY(last.isOk());
        QVERIFY(!isCalled);
    }

    void countsTimeByTheServersClock()
    {
        FakeApi server;
        server.on("GET", QStringLiteral("/a"), [](const FakeApi::Request&) {
            return FakeApi::Answer{200, {}, {{"Date", "Sat, 21 Nov 2020 08:00:00 GMT"}}, false};
        });
        ApiClient api;
        api.setServer(server.url());

        asked([&api](QObject* context, ApiClient::Then then) {
            api.get(QStringLiteral("/a"), context, std::move(then));
        });

        QCOMPARE(api.serverNow().date(), QDate(2020, 11, 21));
        QVERIFY(api.clockSkewS() > 3600);
    }
};

PARLEY_TEST("api_client", ApiClientTest)
#include "api_client_test.moc"
