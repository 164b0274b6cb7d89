// SPDX-License-Identifier: MIT
#include "tests/server/edge/test_client.h"
#include "tests/server/edge/test_server.h"
#include "tests/support/test_main.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::test;

namespace {

std::string get(std::string_view path, std::string_view lines = {})
{
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n" + std::string(lines) + "\r\n";
}

/// Waits until it is cancelled.
boost::asio::awaitable<Result<edge::Response>> never(edge::RequestContext&)
{
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, std::chrono::hours{24});
    co_await timer.async_wait(boost::asio::use_awaitable);
    co_return edge::Response::empty(200);
}

boost::asio::awaitable<Result<edge::Response>> throwing(edge::RequestContext&)
{
    throw std::runtime_error("secret detail");
    co_return edge::Response::empty(200);
}

} // namespace

class HttpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server.options.protocolVersion = "1.7";
        m_server.add(edge::Method::Get, "/a", TestServer::saying("a"));
        m_server.add(edge::Method::Get, "/b", TestServer::saying("b"));
        m_server.add(
            edge::Method::Get, "/items/{id}", TestServer::answering([](edge::RequestContext& context) {
                return edge::Response::text(200, std::string(context.pathParameter("id")), "text/plain");
            }));
        m_server.add(edge::Method::Post, "/echo", TestServer::echo());
        edge::Route small = TestServer::publicRoute(edge::Method::Post, "/small", TestServer::echo());
        small.bodyLimitBytes = 10;
        m_server.router.add(small);
        m_server.add(edge::Method::Get, "/throws", throwing);
        edge::Route slow = TestServer::publicRoute(edge::Method::Get, "/slow", never);
        slow.timeout = std::chrono::milliseconds{5'000};
        m_server.router.add(slow);
        m_server.add(edge::Method::Get, "/large", TestServer::saying(std::string(3'000'000, 'x')));
        m_server.add(edge::Method::Get, "/evil", TestServer::answering([](edge::RequestContext&) {
                         edge::Response response = edge::Response::text(200, "x", "text/plain");
                         response.headers.add("X-Evil", "a\r\nX-Split: b");
                         return response;
                     }));
        m_port = m_server.start();
        QVERIFY(m_port != 0);
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        TestClient client(m_port);
        std::string requests;
        for (int i = 0; i < 50; ++i) {
            requests += get(i % 2 == 0 ? "/a" : "/b");
        }

        client.send(requests);

        for (int i = 0; i < 50; ++i) {
            QCOMPARE(client.receive().body, std::string(i % 2 == 0 ? "a" : "b"));
        }
    }

    void aConnectionIsKeptUnlessTheClientWantsItClosed()
    {
        TestClient client(m_port);
        client.send(get("/a"));
        QCOMPARE(client.receive().status, 200);
        client.send(get("/b", "Connection: close\r\n"));

        const WireResponse last = client.receive();

        QCOMPARE(last.body, std::string("b"));
        QCOMPARE(last.header("connection"), std::string("close"));
        QVERIFY(client.isClosed());
    }

    void http10IsClosedAfterItsAnswer()
    {
        TestClient client(m_port);

        client.send("GET /a HTTP/1.0\r\n\r\n");

        QCOMPARE(client.receive().body, std::string("a"));
        QVERIFY(client.isClosed());
    }

    void headHasTheLengthAndNoBody()
    {
        TestClient client(m_port);

        client.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n" + get("/b"));

        QCOMPARE(client.receive(true).header("content-length"), std::string("1"));
        QCOMPARE(client.receive().body, std::string("b"));
    }

    void whatIsNotThereIsAProblemWithTheRequestId()
    {
        TestClient client(m_port);

        client.send(get("/nothing", "X-Request-Id: my-request-7\r\n"));
        const WireResponse response = client.receive();

        QCOMPARE(response.status, 404);
        QCOMPARE(response.header("x-request-id"), std::string("my-request-7"));
        const auto problem = nlohmann::json::parse(response.body);
        QCOMPARE(problem["code"].get<std::string>(), std::string("not_found"));
        QCOMPARE(problem["request_id"].get<std::string>(), std::string("my-request-7"));
        QCOMPARE(problem["status"].get<int>(), 404);
    }

    void aMethodThatIsNotThereIs405WithAllow()
    {
        TestClient client(m_port);

        client.send("DELETE /a HTTP/1.1\r\nHost: x\r\n\r\nOPTIONS /echo HTTP/1.1\r\nHost: x\r\n\r\n");
        const WireResponse refused = client.receive();
        const WireResponse options = client.receive();

        QCOMPARE(refused.status, 405);
        QCOMPARE(refused.header("allow"), std::string("GET, HEAD, OPTIONS"));
        QCOMPARE(options.status, 204);
        QCOMPARE(options.header("allow"), std::string("POST, OPTIONS"));
    }

    void everyAnswerCarriesTheSecurityHeaders_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char* path : {"/a", "/nothing", "/throws"}) {
            QTest::newRow(path) << QByteArray(path);
        }
    }

    void everyAnswerCarriesTheSecurityHeaders()
    {
        QFETCH(QByteArray, path);
        TestClient client(m_port);

        client.send(get(path.toStdString()));
        const WireResponse response = client.receive();

        QCOMPARE(response.header("parley-protocol"), std::string("1.7"));
        QCOMPARE(response.header("x-content-type-options"), std::string("nosniff"));
        QCOMPARE(response.header("content-security-policy"),
                 std::string("default-src 'none'; frame-ancestors 'none'"));
        QVERIFY(response.header("date").ends_with(" GMT"));
        QVERIFY(response.header("strict-transport-security").empty());
    }

    void whatAHandlerThrowsIsA500WithoutDetail()
    {
        TestClient client(m_port);

        client.send(get("/throws") + get("/a"));
        const WireResponse response = client.receive();

        QCOMPARE(response.status, 500);
        QVERIFY(response.body.find("secret") == std::string::npos);
        QCOMPARE(client.receive().body, std::string("a"));
    }

    void aHeaderWithALineBreakIsLeftOut()
    {
        TestClient client(m_port);

        client.send(get("/evil"));
        const WireResponse response = client.receive();

        QCOMPARE(response.status, 200);
        QVERIFY(response.header("x-split").empty());
    }

    void aPathParameterIsDecoded()
    {
        TestClient client(m_port);

        client.send(get("/items/%C3%A4%20b"));

        QCOMPARE(client.receive().body, std::string("\xc3\xa4 b"));
    }

    void bodyLimitIsExact_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<bool>("isChunked");
        QTest::addColumn<int>("status");
        for (const bool isChunked : {false, true}) {
            const QByteArray kind = isChunked ? "chunked " : "sized ";
            QTest::newRow((kind + "just below").constData()) << 9 << isChunked << 200;
            QTest::newRow((kind + "exactly").constData()) << 10 << isChunked << 200;
            QTest::newRow((kind + "just above").constData()) << 11 << isChunked << 413;
        }
        QTest::newRow("100 MB announced") << 100'000'000 << false << 413;
    }

    void bodyLimitIsExact()
    {
        QFETCH(int, bytes);
        QFETCH(bool, isChunked);
        QFETCH(int, status);
        const std::string body(static_cast<std::size_t>(std::min(bytes, 1000)), 'x');
        TestClient client(m_port);

        const std::string begin = "POST /small HTTP/1.1\r\nHost: x\r\n";
        if (isChunked) {
            // Two chunks: the sum counts.
            const std::string rest = "4\r\nxxxx\r\n" + QByteArray::number(bytes - 4, 16).toStdString() +
                                     "\r\n" + body.substr(4) + "\r\n0\r\n\r\n";
            client.send(begin + "Transfer-Encoding: chunked\r\n\r\n" + rest);
        } else {
            client.send(begin + "Content-Length: " + std::to_string(bytes) + "\r\n\r\n" + body);
        }

        QCOMPARE(client.receive().status, status);
        if (status == 413) {
            client.finishSending();
            QCOMPARE(client.receiveAll(), std::string());
        }
    }

    void aClientThatExpectsContinueGetsIt()
    {
        TestClient client(m_port);

        client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.receiveUntil("\r\n\r\n"), std::string("HTTP/1.1 100 Continue\r\n\r\n"));
        client.send("hello");

        QCOMPARE(client.receive().body, std::string("hello"));
    }

    void aClientThatExpectsContinueForTooMuchIsToldNo()
    {
        TestClient client(m_port);

        client.send("POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");

        QCOMPARE(client.receive().status, 413);
    }

    void aLargeAnswerArrivesWhole()
    {
        TestClient client(m_port);

        client.send(get("/large") + get("/a"));

        QCOMPARE(client.receive().body.size(), std::size_t{3'000'000});
        QCOMPARE(client.receive().body, std::string("a"));
    }

    void aHandlerBeyondItsDeadlineIs504AndTheConnectionLives()
    {
        TestClient client(m_port);
        client.send(get("/a"));
        QCOMPARE(client.receive().status, 200);
        client.send(get("/slow"));
        waitForRequests(1);

        m_server.advance(std::chrono::milliseconds{5'001});

        QCOMPARE(client.receive().status, 504);
        client.send(get("/a"));
        QCOMPARE(client.receive().body, std::string("a"));
    }

    void theObserverIsToldPatternsNotPaths()
    {
        TestClient client(m_port);

        client.send(get("/items/4711?secret=1", "X-Request-Id: observed-1\r\n") + get("/a"));
        QCOMPARE(client.receive().status, 200);
        QCOMPARE(client.receive().status, 200);

        const std::lock_guard lock(m_server.fakes.observer.mutex);
        bool isSeen = false;
        for (const auto& line : m_server.fakes.observer.lines) {
            if (line.requestId == "observed-1") {
                isSeen = true;
                QCOMPARE(line.route, std::string("/items/{id}"));
                QCOMPARE(line.status, 200);
                QVERIFY(line.bytes > 0);
            }
        }
        QVERIFY(isSeen);
    }

private:
    /// The server has read what was sent once a later request on another connection was answered: one thread.
    void waitForRequests(int count)
    {
        for (int i = 0; i < count; ++i) {
            TestClient probe(m_port);
            probe.send(get("/a"));
            QCOMPARE(probe.receive().status, 200);
        }
    }

    std::uint16_t m_port = 0;
    TestServer m_server;
};

PARLEY_TEST("http", HttpTest)
#include "http_test.moc"
