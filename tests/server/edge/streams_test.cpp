// SPDX-License-Identifier: MIT
#include "server/edge/http_event_stream.h"
#include "tests/server/edge/test_client.h"
#include "tests/server/edge/test_server.h"
#include "tests/support/test_main.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <future>

using namespace parley;
using namespace parley::test;
using namespace std::chrono_literals;
using boost::asio::awaitable;

namespace {

std::string get(std::string_view path, std::string_view version = "1.1")
{
    return "GET " + std::string(path) + " HTTP/" + std::string(version) + "\r\nHost: x\r\n\r\n";
}

edge::Handler streaming(edge::StreamBody body)
{
    return [body](edge::RequestContext&) -> awaitable<Result<edge::Response>> {
        Result<edge::Response> response = edge::Response::events(body);
        co_return response;
    };
}

awaitable<void> threeEvents(edge::EventStream& stream)
{
    co_await stream.send("token", "{\"text\":\"a\"}");
    co_await stream.send("token", "{\"text\":\"b\"}", "17");
    co_await stream.ping();
}

awaitable<void> failing(edge::EventStream& stream)
{
    co_await stream.send("token", "{}");
    throw std::runtime_error("broken");
}

/// Waits until the stream is closed and says so.
edge::StreamBody waiting(std::promise<void>& begun, std::promise<bool>& ended)
{
    return [&](edge::EventStream& stream) -> awaitable<void> {
        boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, 24h);
        stream.onClosed([&timer] { timer.cancel(); });
        co_await stream.send("hello", "{}");
        begun.set_value();
        boost::system::error_code ignored;
        co_await timer.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
        const bool wasSent = co_await stream.send("late", "{}");
        ended.set_value(wasSent);
    };
}

/// Pushes what is given and leaves the rest to the stream until the client goes.
edge::StreamBody pushing(std::vector<edge::SharedFrame> chunks, std::promise<bool>& pushed)
{
    return [chunks = std::move(chunks), &pushed](edge::EventStream& stream) -> awaitable<void> {
        boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, 24h);
        stream.onClosed([&timer] { timer.cancel(); });
        bool isOpen = true;
        for (const edge::SharedFrame& chunk : chunks) {
            isOpen = isOpen && stream.push(chunk);
        }
        pushed.set_value(isOpen);
        boost::system::error_code ignored;
        co_await timer.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
    };
}

} // namespace

class StreamsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsArriveAndTheConnectionGoesOn()
    {
        TestServer server;
        server.add(edge::Method::Get, "/events", streaming(threeEvents));
        server.add(edge::Method::Get, "/a", TestServer::saying("a"));
        TestClient client(server.start());

        client.send(get("/events"));
        const std::string head = client.receiveUntil("\r\n\r\n");
        const std::string body = client.receiveUntil("0\r\n\r\n");
        client.send(get("/a"));

        QVERIFY(head.find("Content-Type: text/event-stream\r\n") != std::string::npos);
        QVERIFY(head.find("Cache-Control: no-store\r\n") != std::string::npos);
        QVERIFY(head.find("X-Accel-Buffering: no\r\n") != std::string::npos);
        QVERIFY(head.find("Transfer-Encoding: chunked\r\n") != std::string::npos);
        QCOMPARE(body,
                 std::string("21\r\nevent: token\ndata: {\"text\":\"a\"}\n\n\r\n"
                             "28\r\nevent: token\nid: 17\ndata: {\"text\":\"b\"}\n\n\r\n"
                             "3\r\n:\n\n\r\n0\r\n\r\n"));
        QCOMPARE(client.receive().body, std::string("a"));
    }

    void http10GetsThemUntilTheConnectionCloses()
    {
        TestServer server;
        server.add(edge::Method::Get, "/events", streaming(threeEvents));
        TestClient client(server.start());

        client.send(get("/events", "1.0"));

        QVERIFY(client.receiveUntil("\r\n\r\n").find("chunked") == std::string::npos);
        QVERIFY(client.receiveAll().ends_with("data: {\"text\":\"b\"}\n\n:\n\n"));
    }

    void aStreamThatFailsIsCutWithoutItsRegularEnd()
    {
        TestServer server;
        server.add(edge::Method::Get, "/events", streaming(failing));
        TestClient client(server.start());

        client.send(get("/events"));

        QVERIFY(!client.receiveAll().ends_with("0\r\n\r\n"));
        QVERIFY(client.isClosed());
    }

    void aClientThatLeavesIsNoticed()
    {
        std::promise<void> begun;
        std::promise<bool> ended;
        TestServer server;
        server.add(edge::Method::Get, "/events", streaming(waiting(begun, ended)));
        const std::uint16_t port = server.start();
        {
            TestClient client(port);
            client.send(get("/events"));
            client.receiveUntil("hello");
            begun.get_future().wait();
        }

        QVERIFY(!ended.get_future().get());
    }

    void drainingWakesAStreamThatWaits()
    {
        std::promise<void> begun;
        std::promise<bool> ended;
        TestServer server;
        server.add(edge::Method::Get, "/events", streaming(waiting(begun, ended)));
        TestClient client(server.start());
        client.send(get("/events"));
        client.receiveUntil("hello");
        begun.get_future().wait();
        QCOMPARE(server.server->statistics().streams, std::size_t{1});

        QVERIFY(server.server->drain(20s));

        QVERIFY(!ended.get_future().get());
        QVERIFY(client.receiveAll().ends_with("0\r\n\r\n"));
        QCOMPARE(server.server->statistics().streams, std::size_t{0});
    }

    void aSilentStreamSendsComments()
    {
        std::promise<void> begun;
        std::promise<bool> ended;
        TestServer server;
        server.add(edge::Method::Get, "/events", streaming(waiting(begun, ended)));
        TestClient client(server.start());
        client.send(get("/events"));
        client.receiveUntil("data: {}\n\n\r\n");
        begun.get_future().wait();

        server.advance(15'000ms);

        QCOMPARE(client.receiveBytes(8), std::string("3\r\n:\n\n\r\n"));
    }

    void aClientThatNeverReadsIsDropped()
    {
        std::promise<void> stuck;
        std::promise<void> ended;
        TestServer server;
        auto flood = [&](edge::EventStream& stream) -> awaitable<void> {
            const std::string data(100'000, 'x');
            bool isTold = false;
            for (int i = 0; co_await stream.send("token", data); ++i) {
                // The first event is on its way; how many more the socket takes is the system's affair.
                if (i == 0 && !std::exchange(isTold, true)) {
                    stuck.set_value();
                }
            }
            ended.set_value();
        };
        server.add(edge::Method::Get, "/events", streaming(flood));
        const std::uint16_t port = server.start();
        TestClient client(port, 4096);
        client.send(get("/events"));
        stuck.get_future().wait();

        auto future = ended.get_future();
        // The clock moves on until the write that got stuck is old enough.
        while (future.wait_for(1ms) != std::future_status::ready) {
            server.advance(1'000ms);
        }

        QCOMPARE(server.server->statistics().streams, std::size_t{0});
    }

    void whatOneStreamMayLetWaitIsBounded()
    {
        TestServer server;
        server.options.sendBacklogBytes = 50'000;
        std::promise<bool> sent;
        auto tooMuch = [&](edge::EventStream& stream) -> awaitable<void> {
            const std::string data(60'000, 'x');
            const bool wasSent = co_await stream.send("token", data);
            sent.set_value(wasSent);
        };
        server.add(edge::Method::Get, "/events", streaming(tooMuch));
        TestClient client(server.start());

        client.send(get("/events"));

        QVERIFY(!sent.get_future().get());
        QVERIFY(client.isClosed());
    }

    void aSharedChunkIsWhatSendWrites()
    {
        const edge::SharedFrame chunk = edge::eventChunk("token", "{\"text\":\"b\"}", "17");

        QCOMPARE(*chunk, std::string("28\r\nevent: token\nid: 17\ndata: {\"text\":\"b\"}\n\n\r\n"));
        QCOMPARE(std::string(edge::insideOf(*chunk)), edge::encodeEvent("token", "{\"text\":\"b\"}", "17"));
    }

    void aSharedChunkForHttp10IsItsInside()
    {
        std::promise<bool> pushed;
        TestServer server;
        const edge::SharedFrame chunk = edge::eventChunk("token", "{}", "1");
        server.add(edge::Method::Get, "/events", streaming(pushing({chunk, chunk}, pushed)));
        TestClient client(server.start());

        client.send(get("/events", "1.0"));
        client.receiveUntil("\r\n\r\n");

        const std::string inside(edge::insideOf(*chunk));
        QCOMPARE(client.receiveBytes(2 * inside.size()), inside + inside);
    }

    void whoReadsLateGetsEveryPushedChunk()
    {
        std::vector<edge::SharedFrame> chunks;
        for (int i = 0; i < 200; ++i) {
            chunks.push_back(edge::eventChunk("token", std::string(100'000, 'x'), std::to_string(i)));
        }
        std::promise<bool> pushed;
        TestServer server;
        server.options.sendBacklogBytes = 64 * 1024 * 1024;
        server.add(edge::Method::Get, "/events", streaming(pushing(chunks, pushed)));
        TestClient client(server.start(), 4096);
        client.send(get("/events"));
        client.receiveUntil("\r\n\r\n");
        QVERIFY(pushed.get_future().get());

        for (const edge::SharedFrame& chunk : chunks) {
            QVERIFY(client.receiveBytes(chunk->size()) == *chunk);
        }
    }

    void tooMuchPushedDropsTheClient()
    {
        std::promise<bool> pushed;
        TestServer server;
        server.options.sendBacklogBytes = 50'000;
        const edge::SharedFrame chunk = edge::eventChunk("token", std::string(60'000, 'x'), {});
        server.add(edge::Method::Get, "/events", streaming(pushing({chunk}, pushed)));
        TestClient client(server.start());

        client.send(get("/events"));

        QVERIFY(!pushed.get_future().get());
        QVERIFY(client.isClosed());
    }

    void lineBreaksInDataMakeSeveralDataLines_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("none") << QByteArray("a") << QByteArray("event: e\ndata: a\n\n");
        QTest::newRow("lf") << QByteArray("a\nb") << QByteArray("event: e\ndata: a\ndata: b\n\n");
        QTest::newRow("crlf") << QByteArray("a\r\nb") << QByteArray("event: e\ndata: a\ndata: b\n\n");
        QTest::newRow("cr") << QByteArray("a\rb") << QByteArray("event: e\ndata: a\ndata: b\n\n");
        QTest::newRow("empty") << QByteArray() << QByteArray("event: e\ndata: \n\n");
    }

    void lineBreaksInDataMakeSeveralDataLines()
    {
        QFETCH(QByteArray, data);
        QFETCH(QByteArray, text);

        QCOMPARE(edge::encodeEvent("e", data.toStdString(), {}), text.toStdString());
    }
};

PARLEY_TEST("streams", StreamsTest)
#include "streams_test.moc"
