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
using boost::asio::awaitable;

namespace {

constexpr std::uint8_t kText = 1;
constexpr std::uint8_t kBinary = 2;
constexpr std::uint8_t kClose = 8;
constexpr std::uint8_t kPing = 9;
constexpr std::uint8_t kPong = 10;

struct Frame {
    int opcode = -1;
    std::string payload;

    [[nodiscard]] int closeCode() const
    {
        return payload.size() < 2
                   ? 0
                   : static_cast<std::uint8_t>(payload[0]) * 256 + static_cast<std::uint8_t>(payload[1]);
    }
};

std::string bigEndian(std::size_t value, int bytes)
{
    std::string text;
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
        text.push_back(static_cast<char>((value >> shift) & 0xff));
    }
    return text;
}

/// A client's frame, masked with zeros. @source RFC 6455, 5.2
std::string frame(std::uint8_t opcode, std::string_view payload)
{
    std::string bytes(1, static_cast<char>(0x80 | opcode));
    if (payload.size() < 126) {
        bytes.push_back(static_cast<char>(0x80 | payload.size()));
    } else if (payload.size() < 65536) {
        bytes.push_back(static_cast<char>(0x80 | 126));
        bytes += bigEndian(payload.size(), 2);
    } else {
        bytes.push_back(static_cast<char>(0x80 | 127));
        bytes += bigEndian(payload.size(), 8);
    }
    return bytes + std::string(4, '\0') + std::string(payload);
}

Frame receiveFrame(TestClient& client)
{
    Frame frame;
    const std::string head = client.receiveBytes(2);
    if (head.size() < 2) {
        return frame;
    }
    std::size_t size = static_cast<std::uint8_t>(head[1]) & 0x7fU;
    if (size >= 126) {
        const std::string more = client.receiveBytes(size == 126 ? 2 : 8);
        size = 0;
        for (const char c : more) {
            size = size * 256 + static_cast<std::uint8_t>(c);
        }
    }
    frame.payload = size > 0 ? client.receiveBytes(size) : std::string();
    frame.opcode = static_cast<std::uint8_t>(head[0]) & 0x0f;
    return frame;
}

std::string handshake(std::string_view path, std::string_view lines = {})
{
    return "GET " + std::string(path) +
           " HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
           std::string(lines) + "\r\n";
}

edge::Handler upgrading(edge::UpgradeBody body)
{
    return [body](edge::RequestContext&) -> awaitable<Result<edge::Response>> {
        Result<edge::Response> response = edge::Response::webSocket(body, "parley.v1");
        co_return response;
    };
}

awaitable<void> echo(edge::WebSocket& socket)
{
    while (true) {
        auto message = co_await socket.receive();
        if (!message) {
            break;
        }
        if (*message == "bye") {
            socket.close(4321, "as asked");
        } else {
            socket.send("echo " + *message);
        }
    }
}

} // namespace

class WebsocketTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_server->add(edge::Method::Get, "/ws", upgrading(echo));
        m_port = m_server->start();
    }

    void theHandshakeSelectsTheSubprotocol()
    {
        TestClient client(m_port);

        client.send(
            handshake("/ws", "Sec-WebSocket-Protocol: parley.v1, bearer.abc\r\nX-Request-Id: request-9\r\n"));
        const std::string head = client.receiveUntil("\r\n\r\n");

        QVERIFY(head.starts_with("HTTP/1.1 101 "));
        // The accept value for this key is the one of RFC 6455, 1.3.
        QVERIFY(head.find("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n") != std::string::npos);
        QVERIFY(head.find("Sec-WebSocket-Protocol: parley.v1\r\n") != std::string::npos);
        QVERIFY(head.find("X-Request-Id: request-9\r\n") != std::string::npos);
        QVERIFY(head.find("Parley-Protocol: 1.0\r\n") != std::string::npos);
    }

    void messagesAreAnsweredInOrder()
    {
        auto client = connected();
        std::string frames;
        for (int i = 0; i < 100; ++i) {
            frames += frame(kText, std::to_string(i));
        }

        client->send(frames);

        for (int i = 0; i < 100; ++i) {
            QCOMPARE(receiveFrame(*client).payload, "echo " + std::to_string(i));
        }
    }

    void aMessageMayHaveTheLimitAndNoMore_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("just below") << 65535 << true;
        QTest::newRow("exactly") << 65536 << true;
        QTest::newRow("just above") << 65537 << false;
    }

    void aMessageMayHaveTheLimitAndNoMore()
    {
        QFETCH(int, bytes);
        QFETCH(bool, isTaken);
        auto client = connected();

        client->send(frame(kText, std::string(static_cast<std::size_t>(bytes), 'x')));
        const Frame answer = receiveFrame(*client);

        QCOMPARE(answer.opcode, static_cast<int>(isTaken ? kText : kClose));
        if (!isTaken) {
            QCOMPARE(answer.closeCode(), 1009);
        }
    }

    void binaryClosesWith1003()
    {
        auto client = connected();

        client->send(frame(kBinary, "x"));
        const Frame answer = receiveFrame(*client);

        QCOMPARE(answer.opcode, static_cast<int>(kClose));
        QCOMPARE(answer.closeCode(), 1003);
    }

    void invalidUtf8ClosesWith1007()
    {
        auto client = connected();

        client->send(frame(kText, "\xff\xfe"));

        QCOMPARE(receiveFrame(*client).closeCode(), 1007);
    }

    void theHandlersCloseCodeArrives()
    {
        auto client = connected();

        client->send(frame(kText, "bye"));
        const Frame answer = receiveFrame(*client);
        client->send(frame(kClose, answer.payload));

        QCOMPARE(answer.closeCode(), 4321);
        QVERIFY(client->isClosed());
    }

    void aPingIsAnswered()
    {
        auto client = connected();

        client->send(frame(kPing, "are you there"));
        const Frame answer = receiveFrame(*client);

        QCOMPARE(answer.opcode, static_cast<int>(kPong));
        QCOMPARE(answer.payload, std::string("are you there"));
    }

    void theServerPingsAndDropsWhoStaysSilent()
    {
        auto client = connected();

        m_server->advance(20'000ms);
        QCOMPARE(receiveFrame(*client).opcode, static_cast<int>(kPing));
        client->send(frame(kPong, {}));
        client->send(frame(kText, "still here"));
        QCOMPARE(receiveFrame(*client).payload, std::string("echo still here"));
        m_server->advance(59'999ms);
        QCOMPARE(receiveFrame(*client).opcode, static_cast<int>(kPing));
        m_server->advance(1ms);

        QVERIFY(client->isClosed());
    }

    void whoIsTooFarBehindIsClosedWith4008()
    {
        std::promise<void> closed;
        TestServer server;
        auto flood = [&](edge::WebSocket& socket) -> awaitable<void> {
            const std::string text(60'000, 'x');
            boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
            bool isTold = false;
            // Ends when the backlog is over its limit, which it never gets while the client reads.
            socket.onClosed([&] { isTold = true; });
            while (socket.isOpen() && !isTold) {
                socket.send(text);
                timer.expires_after(0ms);
                co_await timer.async_wait(boost::asio::use_awaitable);
                if (socket.isOpen() && ++m_sent > 400) {
                    break;
                }
            }
            closed.set_value();
            co_await socket.receive();
        };
        server.add(edge::Method::Get, "/ws", upgrading(flood));
        TestClient client(server.start(), 4096);
        m_sent = 0;
        client.send(handshake("/ws"));
        QVERIFY(client.receiveUntil("\r\n\r\n").starts_with("HTTP/1.1 101 "));
        closed.get_future().wait();

        Frame last = receiveFrame(client);
        while (last.opcode == kText) {
            last = receiveFrame(client);
        }

        QCOMPARE(last.opcode, static_cast<int>(kClose));
        QCOMPARE(last.closeCode(), 4008);
    }

    void sharedFramesKeepTheirPlaceAmongTheOthers_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {0, 1, 125, 126, 65535, 65536}) {
            QTest::addRow("%d bytes", bytes) << bytes;
        }
    }

    void sharedFramesKeepTheirPlaceAmongTheOthers()
    {
        QFETCH(int, bytes);
        const std::string shared(static_cast<std::size_t>(bytes), 's');
        TestServer server;
        auto both = [&](edge::WebSocket& socket) -> awaitable<void> {
            const edge::SharedFrame frame = edge::textFrame(shared);
            for (int i = 0; i < 10; ++i) {
                socket.push(frame);
                socket.send(std::to_string(i));
            }
            co_await socket.receive();
        };
        server.add(edge::Method::Get, "/ws", upgrading(both));
        TestClient client(server.start());
        client.send(handshake("/ws"));
        client.receiveUntil("\r\n\r\n");

        for (int i = 0; i < 10; ++i) {
            const Frame frame = receiveFrame(client);
            QCOMPARE(frame.opcode, static_cast<int>(kText));
            QVERIFY(frame.payload == shared);
            QCOMPARE(receiveFrame(client).payload, std::to_string(i));
        }
    }

    void whoReadsLateGetsEverythingInOrder_data()
    {
        QTest::addColumn<bool>("pings");
        QTest::newRow("silent meanwhile") << false;
        QTest::newRow("pinging meanwhile") << true;
    }

    void whoReadsLateGetsEverythingInOrder()
    {
        QFETCH(bool, pings);
        constexpr int kFrames = 300;
        std::promise<void> pushed;
        TestServer server;
        server.options.sendBacklogBytes = 64 * 1024 * 1024;
        auto flood = [&](edge::WebSocket& socket) -> awaitable<void> {
            for (int i = 0; i < kFrames; ++i) {
                socket.push(edge::textFrame(std::to_string(i) + std::string(60'000, 'x')));
            }
            pushed.set_value();
            co_await socket.receive();
        };
        server.add(edge::Method::Get, "/ws", upgrading(flood));
        TestClient client(server.start(), 4096);
        client.send(handshake("/ws"));
        client.receiveUntil("\r\n\r\n");
        pushed.get_future().wait();
        if (pings) {
            client.send(frame(kPing, "first") + frame(kPing, "second"));
        }

        std::vector<std::string> pongs;
        for (int i = 0; i < kFrames;) {
            const Frame frame = receiveFrame(client);
            if (frame.opcode == kPong) {
                pongs.push_back(frame.payload);
                continue;
            }
            QCOMPARE(frame.opcode, static_cast<int>(kText));
            QVERIFY(frame.payload == std::to_string(i) + std::string(60'000, 'x'));
            ++i;
        }
        while (pings && pongs.size() < 2) {
            pongs.push_back(receiveFrame(client).payload);
        }
        QVERIFY(!pings || pongs == (std::vector<std::string>{"first", "second"}));
    }

    void nothingFollowsTheCloseFrame()
    {
        TestServer server;
        auto closing = [&](edge::WebSocket& socket) -> awaitable<void> {
            socket.push(edge::textFrame("before"));
            socket.close(4321, {});
            socket.push(edge::textFrame("after"));
            socket.send("after");
            co_return;
        };
        server.add(edge::Method::Get, "/ws", upgrading(closing));
        TestClient client(server.start());
        client.send(handshake("/ws"));
        client.receiveUntil("\r\n\r\n");

        QCOMPARE(receiveFrame(client).payload, std::string("before"));
        const Frame last = receiveFrame(client);
        client.send(frame(kClose, last.payload));

        QCOMPARE(last.closeCode(), 4321);
        QVERIFY(client.isClosed());
        QVERIFY(client.receiveAll().empty());
    }

    void drainingSaysGoingAway()
    {
        auto client = connected();

        auto drained = std::async(std::launch::async, [this] { return m_server->server->drain(20s); });
        const Frame answer = receiveFrame(*client);
        client->send(frame(kClose, answer.payload));

        QCOMPARE(answer.closeCode(), 1001);
        QVERIFY(drained.get());
    }

    void aPlainRequestToTheRouteIs426()
    {
        TestClient client(m_port);

        client.send("GET /ws HTTP/1.1\r\nHost: x\r\n\r\n");

        QCOMPARE(client.receive().status, 426);
    }

    void aHandshakeWithoutItsKeyIsRefused()
    {
        TestClient client(m_port);

        client.send("GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    "Sec-WebSocket-Version: 13\r\n\r\n");

        QCOMPARE(client.receive().status, 400);
    }

private:
    std::unique_ptr<TestClient> connected()
    {
        auto client = std::make_unique<TestClient>(m_port);
        client->send(handshake("/ws"));
        client->receiveUntil("\r\n\r\n");
        return client;
    }

    std::unique_ptr<TestServer> m_server;
    std::uint16_t m_port = 0;
    int m_sent = 0;
};

PARLEY_TEST("websocket", WebsocketTest)
#include "websocket_test.moc"
