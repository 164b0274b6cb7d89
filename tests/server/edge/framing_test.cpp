// SPDX-License-Identifier: MIT
#include "tests/server/edge/test_client.h"
#include "tests/server/edge/test_server.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::test;

namespace {

/// Follows every bad request: if it is ever interpreted, framing has failed.
constexpr std::string_view kSmuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

std::string get(std::string_view lines)
{
    return "GET /a HTTP/1.1\r\nHost: x\r\n" + std::string(lines) + "\r\n";
}

std::string post(std::string_view lines, std::string_view body)
{
    return "POST /a HTTP/1.1\r\nHost: x\r\n" + std::string(lines) + "\r\n" + std::string(body);
}

std::string chunked(std::string_view body)
{
    return post("Transfer-Encoding: chunked\r\n", body);
}

std::string target(std::string_view text)
{
    return "GET " + std::string(text) + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

struct Case {
    const char* name;
    std::string request;
    int status;
};

std::vector<Case> transferCases()
{
    return {
        {"te xchunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 400},
        {"te chunked, identity", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"), 400},
        {"te identity", post("Transfer-Encoding: identity\r\n", ""), 400},
        {"te chunked, chunked", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"), 400},
        {"te gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 400},
        {"te twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
        {"te upper case", post("Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n"), 400},
        {"te quoted", post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n"), 400},
        {"te with parameter", post("Transfer-Encoding: chunked;a=b\r\n", "0\r\n\r\n"), 400},
        {"te empty", post("Transfer-Encoding:\r\n", "0\r\n\r\n"), 400},
        {"te behind vertical tab",
         post("Transfer-Encoding: \x0b"
              "chunked\r\n",
              "0\r\n\r\n"),
         400},
        {"te and cl", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
        {"cl and te", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), 400},
        {"te and cl zero", post("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
        {"te on http 1.0", "POST /a HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"cl twice the same", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), 400},
        {"cl twice different", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello"), 400},
        {"cl list", post("Content-Length: 5, 5\r\n", "hello"), 400},
        {"cl plus", post("Content-Length: +5\r\n", "hello"), 400},
        {"cl minus", post("Content-Length: -5\r\n", "hello"), 400},
        {"cl hex", post("Content-Length: 0x5\r\n", "hello"), 400},
        {"cl empty", post("Content-Length:\r\n", "hello"), 400},
        {"cl with space inside", post("Content-Length: 5 5\r\n", "hello"), 400},
        {"cl fraction", post("Content-Length: 5.0\r\n", "hello"), 400},
        {"cl overflow", post("Content-Length: 18446744073709551621\r\n", "hello"), 400},
        {"cl word", post("Content-Length: five\r\n", "hello"), 400},
    };
}

std::vector<Case> headerCases()
{
    return {
        {"host missing", "GET /a HTTP/1.1\r\nAccept: */*\r\n\r\n", 400},
        {"host doubled", "GET /a HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", 400},
        {"host empty", "GET /a HTTP/1.1\r\nHost:\r\n\r\n", 400},
        {"host with user", "GET /a HTTP/1.1\r\nHost: u@x\r\n\r\n", 400},
        {"host list", "GET /a HTTP/1.1\r\nHost: x, y\r\n\r\n", 400},
        {"host with path", "GET /a HTTP/1.1\r\nHost: x/y\r\n\r\n", 400},
        {"host bad port", "GET /a HTTP/1.1\r\nHost: x:99999\r\n\r\n", 400},
        {"host port word", "GET /a HTTP/1.1\r\nHost: x:http\r\n\r\n", 400},
        {"host broken ipv6", "GET /a HTTP/1.1\r\nHost: [::1\r\n\r\n", 400},
        {"folded line", get("X-A: b\r\n c\r\n"), 400},
        {"folded with tab", get("X-A: b\r\n\tc\r\n"), 400},
        {"folded first line", "GET /a HTTP/1.1\r\n Host: x\r\n\r\n", 400},
        {"bare lf after line", "GET /a HTTP/1.1\nHost: x\r\n\r\n", 400},
        {"bare lf everywhere", "GET /a HTTP/1.1\nHost: x\n\n", 400},
        {"bare lf ends header", "GET /a HTTP/1.1\r\nHost: x\r\n\n", 400},
        {"bare cr in value", get("X-A: b\rX-B: c\r\n"), 400},
        {"bare cr in request line", "GET /a\r HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"nul in value", get(std::string_view("X-A: b\0c\r\n", 10)), 400},
        {"nul in name", get(std::string_view("X-\0A: b\r\n", 9)), 400},
        {"escape in value", get("X-A: \x1b[0m\r\n"), 400},
        {"delete in value", get("X-A: \x7f\r\n"), 400},
        {"space before colon", get("X-A : b\r\n"), 400},
        {"te space before colon", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), 400},
        {"tab before colon", get("X-A\t: b\r\n"), 400},
        {"name empty", get(": b\r\n"), 400},
        {"no colon", get("Nothing\r\n"), 400},
        {"name with bracket", get("X(A): b\r\n"), 400},
        {"name not ascii", get("X-\xc3\xa4: b\r\n"), 400},
        {"authorization twice", get("Authorization: Bearer a\r\nAuthorization: Bearer b\r\n"), 400},
        {"content type twice",
         post("Content-Type: a/b\r\nContent-Type: c/d\r\nContent-Length: 1\r\n", "x"),
         400},
        {"tenant twice", get("X-Tenant: a\r\nX-Tenant: b\r\n"), 400},
        {"expect something", post("Expect: 200-ok\r\nContent-Length: 1\r\n", "x"), 417},
    };
}

std::vector<Case> lineCases()
{
    return {
        {"method lower case", "get /a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"method mixed", "Get /a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"method unknown", "BREW /a HTTP/1.1\r\nHost: x\r\n\r\n", 501},
        {"method with bracket", "GET( /a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"method missing", " /a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"method endless", std::string(40, 'G') + " /a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"empty line first", "\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"version 2", "GET /a HTTP/2.0\r\nHost: x\r\n\r\n", 400},
        {"version 1.2", "GET /a HTTP/1.2\r\nHost: x\r\n\r\n", 400},
        {"version 0.9", "GET /a\r\n\r\n", 400},
        {"version lower case", "GET /a http/1.1\r\nHost: x\r\n\r\n", 400},
        {"version 1.10", "GET /a HTTP/1.10\r\nHost: x\r\n\r\n", 400},
        {"http 2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        {"tab for space", "GET\t/a\tHTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"two spaces", "GET  /a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"space at end", "GET /a HTTP/1.1 \r\nHost: x\r\n\r\n", 400},
        {"absolute form", target("http://x/a"), 400},
        {"authority form", "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"asterisk form", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"no slash", target("a"), 400},
        {"fragment", target("/a#b"), 400},
        {"raw utf-8", target("/\xc3\xa4"), 400},
        {"raw high byte", target("/\xff"), 400},
        {"space in target", target("/a b"), 400},
        {"delete in target", target("/a\x7f"), 400},
        {"escape cut", target("/a%4"), 400},
        {"query not UTF-8", target("/a?b=%ff"), 400},
        {"query with half a character", target("/a?b=%c3"), 400},
        {"escape not hex", target("/a%zz"), 400},
        {"escape in query", target("/a?b=%g0"), 400},
        {"encoded nul", target("/a%00"), 400},
        {"encoded nul in query", target("/a?b=%00"), 400},
        {"encoded line break", target("/a%0d%0ab"), 400},
        {"encoded slash", target("/a%2fb"), 400},
        {"encoded slash upper case", target("/a%2Fb"), 400},
        {"encoded backslash", target("/a%5cb"), 400},
        {"backslash", target("/a\\b"), 400},
        {"dot segment", target("/./a"), 400},
        {"dot dot segment", target("/b/../a"), 400},
        {"dot dot at end", target("/a/.."), 400},
        {"encoded dot dot", target("/b/%2e%2e/a"), 400},
        {"half encoded dot dot", target("/b/.%2E/a"), 400},
        {"overlong utf-8", target("/a%c0%af"), 400},
    };
}

std::vector<Case> chunkCases()
{
    return {
        {"chunk bare lf", chunked("5\nhello\r\n0\r\n\r\n"), 400},
        {"chunk plus", chunked("+5\r\nhello\r\n0\r\n\r\n"), 400},
        {"chunk minus", chunked("-5\r\nhello\r\n0\r\n\r\n"), 400},
        {"chunk 0x", chunked("0x5\r\nhello\r\n0\r\n\r\n"), 400},
        {"chunk empty size", chunked("\r\nhello\r\n0\r\n\r\n"), 400},
        {"chunk space before", chunked(" 5\r\nhello\r\n0\r\n\r\n"), 400},
        {"chunk space after", chunked("5 \r\nhello\r\n0\r\n\r\n"), 400},
        {"chunk extension", chunked("5;a=b\r\nhello\r\n0\r\n\r\n"), 400},
        {"chunk extension with lf", chunked("5;\nhello\r\n0\r\n\r\n"), 400},
        {"chunk overflow", chunked("fffffffffffffffff\r\nhello\r\n0\r\n\r\n"), 400},
        {"chunk nine digits", chunked("000000005\r\nhello\r\n0\r\n\r\n"), 400},
        {"chunk too short", chunked("5\r\nhell\r\n0\r\n\r\n"), 400},
        {"chunk too long", chunked("5\r\nhelloo\r\n0\r\n\r\n"), 400},
        {"chunk data ends in lf", chunked("5\r\nhello\n0\r\n\r\n"), 400},
        {"chunk cr without lf", chunked("5\rhello\r\n0\r\n\r\n"), 400},
        {"trailer", chunked("5\r\nhello\r\n0\r\nX-A: b\r\n\r\n"), 400},
        {"chunk larger than the limit", chunked("100001\r\nhello"), 413},
    };
}

} // namespace

class FramingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server.add(edge::Method::Get, "/a", TestServer::saying("fine"));
        m_server.add(edge::Method::Post, "/a", TestServer::echo());
        m_server.add(edge::Method::Get, "/smuggled", TestServer::answering([this](edge::RequestContext&) {
                         ++m_smuggled;
                         return edge::Response::text(200, "smuggled", "text/plain");
                     }));
        m_port = m_server.start();
        QVERIFY(m_port != 0);
    }

    void refusesAndClosesAndReadsNothingBehindIt_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        for (const auto& cases : {transferCases(), headerCases(), lineCases(), chunkCases()}) {
            for (const Case& row : cases) {
                const QByteArray bytes(row.request.data(), static_cast<qsizetype>(row.request.size()));
                QTest::newRow(row.name) << bytes << row.status;
            }
        }
    }

    void refusesAndClosesAndReadsNothingBehindIt()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        TestClient client(m_port);

        client.send(request.toStdString() + std::string(kSmuggled));
        const WireResponse response = client.receive();

        QCOMPARE(response.status, status);
        QCOMPARE(response.header("connection"), std::string("close"));
        QCOMPARE(response.header("content-type"), std::string("application/problem+json"));
        QVERIFY(!response.header("x-request-id").empty());
        client.finishSending();
        QCOMPARE(client.receiveAll(), std::string());
        QCOMPARE(m_smuggled.load(), 0);
    }

    void aBadByteIsRefusedBeforeTheHeaderEnds()
    {
        TestClient client(m_port);

        client.send("GET /a HTTP/1.1\nHo");

        QCOMPARE(client.receive().status, 400);
    }

    void soundRequestsPass_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray("GET /a HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("fine");
        QTest::newRow("host with port")
            << QByteArray("GET /a HTTP/1.1\r\nHost: x.example:8080\r\n\r\n") << QByteArray("fine");
        QTest::newRow("ipv6 host") << QByteArray("GET /a HTTP/1.1\r\nHost: [::1]:80\r\n\r\n")
                                   << QByteArray("fine");
        QTest::newRow("http 1.0") << QByteArray("GET /a HTTP/1.0\r\n\r\n") << QByteArray("fine");
        QTest::newRow("query with escapes")
            << QByteArray("GET /a?b=%2F&c=d+e HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("fine");
        QTest::newRow("encoded letter")
            << QByteArray("GET /%61 HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("fine");
        QTest::newRow("white space around a value")
            << QByteArray("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: \t5 \r\n\r\nhello")
            << QByteArray("hello");
        QTest::newRow("two chunks") << QByteArray(
                                           "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                           "5\r\nhello\r\n00000006\r\n world\r\n0\r\n\r\n")
                                    << QByteArray("hello world");
    }

    void soundRequestsPass()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, body);
        TestClient client(m_port);

        client.send(request.toStdString());
        const WireResponse response = client.receive();

        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, body.toStdString());
    }

    void everySplitOfARequestReadsTheSame()
    {
        const std::string request = chunked("5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n");
        for (std::size_t at = 1; at < request.size(); at += 3) {
            TestClient client(m_port);

            client.send(std::string_view(request).substr(0, at));
            client.send(std::string_view(request).substr(at));

            QCOMPARE(client.receive().body, std::string("hello world"));
        }
    }

    void headerLimitIsExact_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("just below") << 16 * 1024 - 1 << 200;
        QTest::newRow("exactly") << 16 * 1024 << 200;
        QTest::newRow("just above") << 16 * 1024 + 1 << 431;
        QTest::newRow("far above") << 64 * 1024 << 431;
    }

    void headerLimitIsExact()
    {
        QFETCH(int, bytes);
        QFETCH(int, status);
        const std::string begin = "GET /a HTTP/1.1\r\nHost: x\r\nX-Pad: ";
        const std::string end = "\r\n\r\n";
        TestClient client(m_port);

        client.send(begin + std::string(static_cast<std::size_t>(bytes) - begin.size() - end.size(), 'p') +
                    end);

        QCOMPARE(client.receive().status, status);
    }

    void tooManyFieldsAre431()
    {
        std::string lines;
        for (int i = 0; i < 101; ++i) {
            lines += "A: b\r\n";
        }
        TestClient client(m_port);

        client.send(get(lines));

        QCOMPARE(client.receive().status, 431);
    }

private:
    std::atomic<int> m_smuggled{0};
    std::uint16_t m_port = 0;
    TestServer m_server;
};

PARLEY_TEST("framing", FramingTest)
#include "framing_test.moc"
