// SPDX-License-Identifier: MIT
#include "tests/server/edge/test_client.h"
#include "tests/server/edge/test_server.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::test;
using security::Permission;
using security::Role;

namespace {

security::Principal principal(Role role, std::string subject, std::string tenant)
{
    security::Principal who;
    who.role = role;
    who.subject = std::move(subject);
    who.tenant = TenantId{std::move(tenant)};
    return who;
}

/// Says who the handler thinks asks, and where.
Result<edge::Response> describe(edge::RequestContext& context)
{
    const nlohmann::json text = {{"role", security::roleName(context.principal.role)},
                                 {"subject", context.principal.subject},
                                 {"tenant", context.tenant.value},
                                 {"peer", context.request.peer},
                                 {"tls", context.request.isTls},
                                 {"loopback", context.request.isLoopback},
                                 {"trace", context.traceId}};
    return edge::Response::json(200, text);
}

edge::Route guarded(std::string pattern, Permission permission, edge::TenantRule tenant)
{
    edge::Route route =
        TestServer::publicRoute(edge::Method::Get, std::move(pattern), TestServer::answering(describe));
    route.permission = permission;
    route.tenant = tenant;
    return route;
}

} // namespace

class MiddlewareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        TestServer& server = *m_server;
        server.options.operatorOrigins = {"https://console.example"};
        server.options.publicUrl = "https://desk.example/";
        server.options.trustedProxies = {"127.0.0.0/8", "10.1.0.0/16"};
        server.router.add(guarded("/open", Permission::Public, edge::TenantRule::None));
        server.router.add(guarded("/mine", Permission::SignedIn, edge::TenantRule::Required));
        server.router.add(guarded("/desk", Permission::DeskRead, edge::TenantRule::Required));
        server.router.add(guarded("/settings", Permission::ConfigureTenant, edge::TenantRule::Optional));
        server.router.add(guarded("/widget/{public_key}/config", Permission::Public, edge::TenantRule::None));
        edge::Route typing = guarded("/typing", Permission::SignedIn, edge::TenantRule::Required);
        typing.rate = edge::RateClass::Uncounted;
        server.router.add(typing);
        addPeople();
        m_port = server.start();
    }

    // Who is asking.

    void permissionsAreChecked_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("status");
        QTest::newRow("open without token") << QByteArray("/open") << QByteArray() << 200;
        QTest::newRow("open with a bad token") << QByteArray("/open") << QByteArray("bad") << 200;
        QTest::newRow("mine without token") << QByteArray("/mine") << QByteArray() << 401;
        QTest::newRow("mine with a bad token") << QByteArray("/mine") << QByteArray("bad") << 401;
        QTest::newRow("mine of a customer") << QByteArray("/mine") << QByteArray("customer") << 200;
        QTest::newRow("desk of a customer") << QByteArray("/desk") << QByteArray("customer") << 403;
        QTest::newRow("desk of a supporter") << QByteArray("/desk") << QByteArray("supporter") << 200;
        QTest::newRow("settings of a supporter") << QByteArray("/settings") << QByteArray("supporter") << 403;
        QTest::newRow("settings of a tenant user") << QByteArray("/settings") << QByteArray("owner") << 200;
    }

    void permissionsAreChecked()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, token);
        QFETCH(int, status);

        const WireResponse response = get(path.toStdString(), bearer(token.toStdString()));

        QCOMPARE(response.status, status);
        if (status == 401) {
            QCOMPARE(response.header("www-authenticate"), std::string("Bearer"));
        }
    }

    void aTokenInTheUrlIsNotRead()
    {
        QCOMPARE(get("/mine?access_token=supporter&token=supporter").status, 401);
    }

    void aSubprotocolIsATokenForWebSocketsAlone_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("status");
        const QByteArray protocol = "Sec-WebSocket-Protocol: parley.v1, bearer.supporter\r\n";
        QTest::newRow("plain request") << protocol << 401;
        QTest::newRow("upgrade") << protocol + "Connection: Upgrade\r\nUpgrade: websocket\r\n" << 200;
    }

    void aSubprotocolIsATokenForWebSocketsAlone()
    {
        QFETCH(QByteArray, lines);
        QFETCH(int, status);

        QCOMPARE(get("/mine", lines.toStdString()).status, status);
    }

    // Where.

    void tenantsAreResolved_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("named");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("tenant");
        QTest::newRow("own") << QByteArray("/desk") << QByteArray("supporter") << QByteArray() << 200
                             << QByteArray("t1");
        QTest::newRow("own by id") << QByteArray("/desk") << QByteArray("supporter") << QByteArray("t1")
                                   << 200 << QByteArray("t1");
        QTest::newRow("own by slug") << QByteArray("/desk") << QByteArray("supporter") << QByteArray("one")
                                     << 200 << QByteArray("t1");
        QTest::newRow("another's") << QByteArray("/desk") << QByteArray("supporter") << QByteArray("two")
                                   << 403 << QByteArray();
        QTest::newRow("nobody's") << QByteArray("/desk") << QByteArray("supporter") << QByteArray("none")
                                  << 403 << QByteArray();
        QTest::newRow("admin without")
            << QByteArray("/desk") << QByteArray("admin") << QByteArray() << 422 << QByteArray();
        QTest::newRow("admin by slug")
            << QByteArray("/desk") << QByteArray("admin") << QByteArray("two") << 200 << QByteArray("t2");
        QTest::newRow("admin, unknown")
            << QByteArray("/desk") << QByteArray("admin") << QByteArray("none") << 404 << QByteArray();
        QTest::newRow("admin, optional")
            << QByteArray("/settings") << QByteArray("admin") << QByteArray() << 200 << QByteArray();
    }

    void tenantsAreResolved()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, named);
        QFETCH(int, status);
        QFETCH(QByteArray, tenant);
        std::string lines = bearer(token.toStdString());
        if (!named.isEmpty()) {
            lines += "X-Tenant: " + named.toStdString() + "\r\n";
        }

        const WireResponse response = get(path.toStdString(), lines);

        QCOMPARE(response.status, status);
        const auto body = nlohmann::json::parse(response.body);
        if (status == 200) {
            QCOMPARE(body["tenant"].get<std::string>(), tenant.toStdString());
        } else if (status == 422) {
            QCOMPARE(body["code"].get<std::string>(), std::string("tenant_required"));
        }
    }

    // From which page.

    void originsAreChecked_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isReadable");
        const auto row = [](const char* name,
                            const char* path,
                            const char* token,
                            const char* origin,
                            int status,
                            bool isReadable) {
            QTest::newRow(name) << QByteArray(path) << QByteArray(token) << QByteArray(origin) << status
                                << isReadable;
        };
        row("shop's customer", "/mine", "customer", "https://shop.example", 200, true);
        row("customer on another page", "/mine", "customer", "https://evil.example", 403, false);
        row("another tenant's page", "/mine", "customer", "https://other.example", 403, false);
        row("null origin", "/mine", "customer", "null", 403, false);
        row("operator on the console", "/desk", "supporter", "https://console.example", 200, true);
        row("operator on the shop", "/desk", "supporter", "https://shop.example", 403, false);
        row("operator on the own origin", "/desk", "supporter", "https://desk.example", 200, true);
        row("own host", "/desk", "supporter", "http://x", 200, true);
        row("own host, other scheme", "/desk", "supporter", "https://x", 403, false);
        row("widget by key", "/widget/key1/config", "", "https://shop.example", 200, true);
        row("widget by key elsewhere", "/widget/key1/config", "", "https://evil.example", 403, false);
        row("form by key", "/open?tenant=key1", "", "https://shop.example", 200, true);
        row("form by key elsewhere", "/open?tenant=key1", "", "https://evil.example", 403, false);
        row("public without a tenant", "/open", "", "https://evil.example", 200, false);
    }

    void originsAreChecked()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, origin);
        QFETCH(int, status);
        QFETCH(bool, isReadable);

        const WireResponse response =
            get(path.toStdString(), bearer(token.toStdString()) + "Origin: " + origin.toStdString() + "\r\n");

        QCOMPARE(response.status, status);
        QCOMPARE(response.header("access-control-allow-origin"),
                 isReadable ? origin.toStdString() : std::string());
        QCOMPARE(response.header("vary"), std::string("Origin"));
        QVERIFY(response.header("access-control-allow-credentials").empty());
        if (status == 403) {
            QCOMPARE(nlohmann::json::parse(response.body)["code"].get<std::string>(),
                     std::string("origin_refused"));
        }
    }

    void preflightsAreGrantedToWhatAnyTenantAllows_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<int>("status");
        QTest::newRow("a tenant's") << QByteArray("https://other.example") << 204;
        QTest::newRow("the console's") << QByteArray("https://console.example") << 204;
        QTest::newRow("nobody's") << QByteArray("https://evil.example") << 403;
    }

    void preflightsAreGrantedToWhatAnyTenantAllows()
    {
        QFETCH(QByteArray, origin);
        QFETCH(int, status);
        TestClient client(m_port);

        client.send("OPTIONS /mine HTTP/1.1\r\nHost: x\r\nOrigin: " + origin.toStdString() +
                    "\r\nAccess-Control-Request-Method: GET\r\n\r\n");
        const WireResponse response = client.receive();

        QCOMPARE(response.status, status);
        if (status == 204) {
            QCOMPARE(response.header("access-control-allow-origin"), origin.toStdString());
            QCOMPARE(response.header("access-control-allow-methods"), std::string("GET, HEAD, OPTIONS"));
            QCOMPARE(response.header("access-control-allow-headers"),
                     std::string("Authorization, Content-Type, Idempotency-Key, Last-Event-ID, X-Request-Id, "
                                 "traceparent"));
        }
    }

    // How often.

    void eachIsCountedByWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("counted");
        QTest::newRow("nobody") << QByteArray() << QByteArray("address:127.0.0.1 120");
        QTest::newRow("bad token") << QByteArray("bad") << QByteArray("address:127.0.0.1 120");
        QTest::newRow("customer") << QByteArray("customer") << QByteArray("session:c1 60");
        QTest::newRow("supporter") << QByteArray("supporter") << QByteArray("user:s1 1200");
        QTest::newRow("client") << QByteArray("client") << QByteArray("client:k1 600");
        QTest::newRow("client with its own limit") << QByteArray("busy") << QByteArray("client:k2 9000");
    }

    void eachIsCountedByWhatItIs()
    {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, counted);

        get("/open", bearer(token.toStdString()));

        const std::lock_guard lock(m_server->fakes.rateLimiter.mutex);
        QCOMPARE(m_server->fakes.rateLimiter.counted, std::vector<std::string>{counted.toStdString()});
    }

    void oneTooManyIs429WithRetryAfter()
    {
        m_server->fakes.rateLimiter.refused = {"session:c1"};

        const WireResponse response = get("/mine", bearer("customer"));

        QCOMPARE(response.status, 429);
        QCOMPARE(response.header("retry-after"), std::string("7"));
        QCOMPARE(get("/typing", bearer("customer")).status, 200);
    }

    // Through whom.

    void forwardingHeadersAreBelievedFromProxiesAlone_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("peer");
        QTest::addColumn<bool>("isTls");
        QTest::addColumn<bool>("isLoopback");
        QTest::newRow("none") << QByteArray() << QByteArray("127.0.0.1") << false << true;
        QTest::newRow("one") << QByteArray("X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n")
                             << QByteArray("203.0.113.9") << true << false;
        QTest::newRow("a client's lie in front") << QByteArray("X-Forwarded-For: 1.1.1.1, 203.0.113.9\r\n")
                                                 << QByteArray("203.0.113.9") << false << false;
        QTest::newRow("two proxies") << QByteArray("X-Forwarded-For: 203.0.113.9, 10.1.2.3\r\n")
                                     << QByteArray("203.0.113.9") << false << false;
        QTest::newRow("two lines") << QByteArray(
                                          "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 10.1.2.3\r\n")
                                   << QByteArray("203.0.113.9") << false << false;
        QTest::newRow("nonsense") << QByteArray("X-Forwarded-For: nonsense\r\n") << QByteArray("127.0.0.1")
                                  << false << false;
    }

    void forwardingHeadersAreBelievedFromProxiesAlone()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QByteArray, peer);
        QFETCH(bool, isTls);
        QFETCH(bool, isLoopback);

        const auto body = nlohmann::json::parse(get("/open", lines.toStdString()).body);

        QCOMPARE(body["peer"].get<std::string>(), peer.toStdString());
        QCOMPARE(body["tls"].get<bool>(), isTls);
        QCOMPARE(body["loopback"].get<bool>(), isLoopback);
    }

    void withoutTrustedProxiesForwardingHeadersMeanNothing()
    {
        TestServer server;
        server.router.add(guarded("/open", Permission::Public, edge::TenantRule::None));
        TestClient client(server.start());

        client.send("GET /open HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: "
                    "https\r\n\r\n");
        const auto body = nlohmann::json::parse(client.receive().body);

        QCOMPARE(body["peer"].get<std::string>(), std::string("127.0.0.1"));
        QCOMPARE(body["tls"].get<bool>(), false);
        QCOMPARE(body["loopback"].get<bool>(), false);
    }

    // Under which name.

    void aSaneRequestIdIsKept_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("sane") << QByteArray("abc-DEF_12.3") << true;
        QTest::newRow("too short") << QByteArray("1234567") << false;
        QTest::newRow("shortest") << QByteArray("12345678") << true;
        QTest::newRow("longest") << QByteArray(64, 'a') << true;
        QTest::newRow("too long") << QByteArray(65, 'a') << false;
        QTest::newRow("quotes") << QByteArray("\"12345678\"") << false;
    }

    void aSaneRequestIdIsKept()
    {
        QFETCH(QByteArray, id);
        QFETCH(bool, isKept);

        const std::string answered =
            get("/open", "X-Request-Id: " + id.toStdString() + "\r\n").header("x-request-id");

        QCOMPARE(answered == id.toStdString(), isKept);
        QVERIFY(isKept || isUuid(answered));
    }

    void aTraceIsContinued_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("isContinued");
        const QByteArray trace = "0af7651916cd43dd8448eb211c80319c";
        QTest::newRow("sound") << "00-" + trace + "-b7ad6b7169203331-01" << true;
        QTest::newRow("upper case") << "00-" + trace.toUpper() + "-b7ad6b7169203331-01" << false;
        QTest::newRow("no parent") << "00-" + trace + "-0000000000000000-01" << false;
        QTest::newRow("version ff") << "ff-" + trace + "-b7ad6b7169203331-01" << false;
        QTest::newRow("cut") << "00-" + trace + "-b7ad6b7169203331" << false;
    }

    void aTraceIsContinued()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, isContinued);

        const auto body =
            nlohmann::json::parse(get("/open", "traceparent: " + header.toStdString() + "\r\n").body);
        const auto trace = body["trace"].get<std::string>();

        QCOMPARE(trace == "0af7651916cd43dd8448eb211c80319c", isContinued);
        QCOMPARE(trace.size(), std::size_t{32});
    }

private:
    void addPeople()
    {
        auto& people = m_server->fakes.authenticator.principals;
        people["customer"] = principal(Role::ChatUser, "u1", "t1");
        people["customer"].conversation = ConversationId{"c1"};
        people["supporter"] = principal(Role::Supporter, "s1", "t1");
        people["owner"] = principal(Role::TenantUser, "o1", "t1");
        people["admin"] = principal(Role::Admin, "a1", "");
        people["client"] = principal(Role::ApiClient, "k1", "t1");
        people["busy"] = principal(Role::ApiClient, "k2", "t1");
        people["busy"].requestsPerMinute = 9000;
        m_server->fakes.tenants.tenants = {{"t1", TenantId{"t1"}},
                                           {"one", TenantId{"t1"}},
                                           {"two", TenantId{"t2"}}};
        m_server->fakes.origins.origins = {{"t1", "https://shop.example"},
                                           {"key1", "https://shop.example"},
                                           {"t2", "https://other.example"}};
    }

    static std::string bearer(const std::string& token)
    {
        return token.empty() ? std::string() : "Authorization: Bearer " + token + "\r\n";
    }

    WireResponse get(const std::string& path, const std::string& lines = {})
    {
        TestClient client(m_port);
        client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n");
        return client.receive();
    }

    std::unique_ptr<TestServer> m_server;
    std::uint16_t m_port = 0;
};

PARLEY_TEST("middleware", MiddlewareTest)
#include "middleware_test.moc"
