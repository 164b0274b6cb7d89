// SPDX-License-Identifier: MIT
#include "tests/server/edge/test_client.h"
#include "tests/server/edge/test_server.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::test;
using security::Permission;

class IdempotencyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        TestServer& server = *m_server;
        edge::Route create = TestServer::publicRoute(
            edge::Method::Post, "/things", TestServer::answering([this](edge::RequestContext& context) {
                Result<edge::Response> result =
                    edge::Response::text(201, std::to_string(++m_created), "text/plain");
                result->replayBody = "replayed";
                if (context.request.body == "bad") {
                    result = failField("name", "is missing");
                }
                return result;
            }));
        create.permission = Permission::SignedIn;
        create.tenant = edge::TenantRule::Required;
        create.idempotent = true;
        server.router.add(create);
        security::Principal& supporter = server.fakes.authenticator.principals["supporter"];
        supporter.role = security::Role::Supporter;
        supporter.subject = "s1";
        supporter.tenant = TenantId{"t1"};
        m_created = 0;
        m_port = server.start();
    }

    // Once.

    void aRepeatedKeyGetsTheFirstAnswerWithoutItsSecret()
    {
        QCOMPARE(create("k1", "a").body, std::string("1"));
        const WireResponse again = create("k1", "a");

        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, std::string("replayed"));
        QCOMPARE(again.header("idempotency-replayed"), std::string("true"));
        QCOMPARE(create("k2", "a").body, std::string("2"));
    }

    void aRepeatedKeyWithAnotherBodyIs409()
    {
        QCOMPARE(create("k1", "a").status, 201);

        QCOMPARE(create("k1", "b").status, 409);
        QCOMPARE(m_created, 1);
    }

    void whileTheFirstRunsTheSecondWaits()
    {
        QCOMPARE(create("k1", "a").status, 201);
        m_server->fakes.idempotency.runningAnswers = 2;

        QCOMPARE(create("k1", "a").body, std::string("replayed"));

        QCOMPARE(m_server->fakes.idempotency.waits, 2);
        QCOMPARE(m_created, 1);
    }

    void aFailedRequestMayBeTriedAnew()
    {
        QCOMPARE(create("k1", "bad").status, 422);

        QCOMPARE(create("k1", "good").status, 201);
    }

    void aKeyThatIsNoneIs422_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("status");
        QTest::newRow("empty") << 0 << 422;
        QTest::newRow("longest") << 255 << 201;
        QTest::newRow("too long") << 256 << 422;
    }

    void aKeyThatIsNoneIs422()
    {
        QFETCH(int, size);
        QFETCH(int, status);

        QCOMPARE(create(std::string(static_cast<std::size_t>(size), 'k'), "a").status, status);
    }

private:
    WireResponse create(const std::string& key, const std::string& body)
    {
        TestClient client(m_port);
        client.send("POST /things HTTP/1.1\r\nHost: x\r\n"
                    "Authorization: Bearer supporter\r\n"
                    "Idempotency-Key: " +
                    key + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
        return client.receive();
    }

    std::unique_ptr<TestServer> m_server;
    std::uint16_t m_port = 0;
    int m_created = 0;
};

PARLEY_TEST("idempotency", IdempotencyTest)
#include "idempotency_test.moc"
