// SPDX-License-Identifier: MIT
#include "tests/server/edge/test_client.h"
#include "tests/server/edge/test_server.h"
#include "tests/support/test_main.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <future>

using namespace parley;
using namespace parley::test;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kGet = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

/// A server of its own for each test, since each sets other limits.
class LimitedServer : public TestServer {
public:
    LimitedServer()
    {
        add(edge::Method::Get, "/a", saying("a"));
        add(edge::Method::Post, "/echo", echo());
        add(edge::Method::Get, "/large", saying(std::string(32'000'000, 'x')));
    }

    /// One thread: what was sent before on other connections is read once this is answered.
    static bool settle(std::uint16_t port)
    {
        TestClient probe(port);
        probe.send(kGet);
        return probe.receive().status == 200;
    }

    std::size_t connections() const { return server->statistics().connections; }
};

} // namespace

class LimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClientIsDroppedWhenItsTimeIsUp_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("then");
        QTest::addColumn<int>("limitMs");
        QTest::newRow("nothing sent") << QByteArray() << QByteArray() << 10'000;
        QTest::newRow("header begun") << QByteArray() << QByteArray("GET /a HT") << 10'000;
        QTest::newRow("second header begun")
            << QByteArray(kGet.data(), kGet.size()) << QByteArray("GET") << 10'000;
        QTest::newRow("idle") << QByteArray(kGet.data(), kGet.size()) << QByteArray() << 75'000;
        QTest::newRow("body begun") << QByteArray()
                                    << QByteArray(
                                           "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n")
                                    << 30'000;
        QTest::newRow("chunk begun") << QByteArray()
                                     << QByteArray("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                                                   "chunked\r\n\r\n5\r\n")
                                     << 30'000;
    }

    void aClientIsDroppedWhenItsTimeIsUp()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, then);
        QFETCH(int, limitMs);
        LimitedServer server;
        const std::uint16_t port = server.start();
        TestClient client(port);
        if (!first.isEmpty()) {
            client.send(first.toStdString());
            QCOMPARE(client.receive().status, 200);
        }
        client.send(then.toStdString());
        QVERIFY(LimitedServer::settle(port));

        server.advance(std::chrono::milliseconds{limitMs});

        QCOMPARE(client.receiveAll(), std::string());
        QVERIFY(client.isClosed());
    }

    void justBeforeItsTimeIsUpAClientMayGoOn()
    {
        LimitedServer server;
        const std::uint16_t port = server.start();
        TestClient client(port);
        client.send(kGet);
        QCOMPARE(client.receive().status, 200);
        QVERIFY(LimitedServer::settle(port));

        server.advance(74'999ms);

        client.send(kGet);
        QCOMPARE(client.receive().status, 200);
    }

    void aBodyThatKeepsComingEarnsTime()
    {
        LimitedServer server;
        server.options.bodyBytesPerSecond = 10;
        const std::uint16_t port = server.start();
        TestClient client(port);
        client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 101\r\n\r\n" + std::string(100, 'x'));
        QVERIFY(LimitedServer::settle(port));

        server.advance(39'999ms);
        client.send("x");

        QCOMPARE(client.receive().body.size(), std::size_t{101});
    }

    void aClientThatReadsNothingIsDropped()
    {
        LimitedServer server;
        const std::uint16_t port = server.start();
        TestClient client(port, 4096);
        client.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(LimitedServer::settle(port));

        server.advance(30'000ms);

        QVERIFY(client.receiveAll().size() < 32'000'000);
    }

    void connectionsBeyondTheLimitAreTurnedAway()
    {
        LimitedServer server;
        server.options.maxConnections = 2;
        const std::uint16_t port = server.start();
        TestClient one(port);
        TestClient two(port);
        one.send(kGet);
        two.send(kGet);
        QCOMPARE(one.receive().status, 200);
        QCOMPARE(two.receive().status, 200);

        TestClient three(port);
        const WireResponse refused = three.receive();

        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.header("retry-after"), std::string("1"));
        QVERIFY(three.isClosed());
        QCOMPARE(server.server->statistics().refusedConnections, std::uint64_t{1});
    }

    void connectionsOfOneAddressHaveTheirOwnLimit()
    {
        LimitedServer server;
        server.options.maxConnectionsPerAddress = 1;
        const std::uint16_t port = server.start();
        TestClient one(port);
        one.send(kGet);
        QCOMPARE(one.receive().status, 200);

        TestClient two(port);

        QCOMPARE(two.receive().status, 503);
    }

    void drainingClosesWhatIsIdleAndFinishesWhatRuns()
    {
        LimitedServer server;
        std::promise<void> entered;
        std::atomic<bool> mayGoOn{false};
        server.add(edge::Method::Get,
                   "/wait",
                   [&](edge::RequestContext&) -> boost::asio::awaitable<Result<edge::Response>> {
                       entered.set_value();
                       boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
                       while (!mayGoOn) {
                           timer.expires_after(1ms);
                           co_await timer.async_wait(boost::asio::use_awaitable);
                       }
                       co_return edge::Response::text(200, "done", "text/plain");
                   });
        const std::uint16_t port = server.start();
        TestClient idle(port);
        idle.send(kGet);
        QCOMPARE(idle.receive().status, 200);
        TestClient busy(port);
        busy.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
        entered.get_future().wait();

        auto drained = std::async(std::launch::async, [&] { return server.server->drain(20s); });

        QVERIFY(idle.isClosed());
        mayGoOn = true;
        const WireResponse last = busy.receive();
        QCOMPARE(last.body, std::string("done"));
        QCOMPARE(last.header("connection"), std::string("close"));
        busy.finishSending();
        QVERIFY(drained.get());
        QVERIFY_EXCEPTION_THROWN(std::make_unique<TestClient>(port), std::runtime_error);
    }

    void drainingCutsWhatDoesNotEnd()
    {
        LimitedServer server;
        std::promise<void> entered;
        server.add(edge::Method::Get,
                   "/forever",
                   [&](edge::RequestContext&) -> boost::asio::awaitable<Result<edge::Response>> {
                       entered.set_value();
                       boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, 24h);
                       co_await timer.async_wait(boost::asio::use_awaitable);
                       co_return edge::Response::empty(200);
                   });
        const std::uint16_t port = server.start();
        TestClient client(port);
        client.send("GET /forever HTTP/1.1\r\nHost: x\r\n\r\n");
        entered.get_future().wait();

        QVERIFY(!server.server->drain(1ms));

        QVERIFY(client.isClosed());
        QCOMPARE(server.connections(), std::size_t{0});
    }
};

PARLEY_TEST("limits", LimitsTest)
#include "limits_test.moc"
