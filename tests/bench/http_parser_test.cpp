// SPDX-License-Identifier: MIT
#include "tests/bench/http_parser.h"
#include "tests/support/test_main.h"

#include <string>
#include <string_view>

using parley::bench::ResponseParser;

namespace {

const std::string kFixed = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\ncontent-length: 5\r\n\r\nhello";
const std::string kChunked = "HTTP/1.1 201 Created\r\nTransfer-Encoding: Chunked\r\n\r\n"
                             "5\r\nhello\r\nA;note=1\r\n, customer\r\n0\r\nTrailer: x\r\n\r\n";
const std::string kEmpty = "HTTP/1.1 204 No Content\r\nX-Request-Id: 1\r\n\r\n";
const std::string kInterim =
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 422 Unprocessable\r\nContent-Length: 0\r\n\r\n";

} // namespace

class HttpParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aResponseIsReadHoweverItIsCutUp_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<std::string>("body");
        QTest::newRow("content-length") << kFixed << 200 << std::string("hello");
        QTest::newRow("chunked") << kChunked << 201 << std::string("hello, customer");
        QTest::newRow("no content") << kEmpty << 204 << std::string();
        QTest::newRow("interim first") << kInterim << 422 << std::string();
    }
    void aResponseIsReadHoweverItIsCutUp()
    {
        QFETCH(std::string, bytes);
        QFETCH(int, status);
        QFETCH(std::string, body);
        for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
            ResponseParser parser;
            for (std::size_t at = 0; at < bytes.size(); at += piece) {
                const std::string_view part = std::string_view(bytes).substr(at, piece);
                QVERIFY(!parser.isDone());
                QCOMPARE(parser.feed(part), part.size());
            }

            QVERIFY(parser.isDone());
            QCOMPARE(parser.status(), status);
            QCOMPARE(parser.body(), body);
            QVERIFY(parser.keepsAlive());
        }
    }

    void whatFollowsAResponseIsLeft()
    {
        ResponseParser parser;

        QCOMPARE(parser.feed(kFixed + kChunked), kFixed.size());
        parser.reset();
        QCOMPARE(parser.feed(kChunked), kChunked.size());

        QCOMPARE(parser.body(), std::string("hello, customer"));
    }

    void theConnectionHeaderAndTheVersionDecideWhetherItStaysOpen_data()
    {
        QTest::addColumn<std::string>("head");
        QTest::addColumn<bool>("keepsAlive");
        QTest::newRow("1.1") << std::string("HTTP/1.1 200 OK\r\n") << true;
        QTest::newRow("1.1 close") << std::string("HTTP/1.1 200 OK\r\nConnection: Close\r\n") << false;
        QTest::newRow("1.0") << std::string("HTTP/1.0 200 OK\r\n") << false;
        QTest::newRow("1.0 keep-alive")
            << std::string("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n") << true;
    }
    void theConnectionHeaderAndTheVersionDecideWhetherItStaysOpen()
    {
        QFETCH(std::string, head);
        QFETCH(bool, keepsAlive);
        ResponseParser parser;

        parser.feed(head + "Content-Length: 0\r\n\r\n");

        QVERIFY(parser.isDone());
        QCOMPARE(parser.keepsAlive(), keepsAlive);
    }

    void aBodyWithoutLengthEndsWithTheConnection()
    {
        ResponseParser parser;
        parser.feed("HTTP/1.1 200 OK\r\n\r\nall of it");
        QVERIFY(!parser.isDone());

        parser.finish();

        QVERIFY(parser.isDone());
        QVERIFY(!parser.keepsAlive());
        QCOMPARE(parser.body(), std::string("all of it"));
    }

    void aStreamIsReadWhileItIsOpen()
    {
        ResponseParser parser;
        parser.feed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n:\n\n\r\n");
        QVERIFY(parser.hasHead());
        QCOMPARE(parser.body(), std::string(":\n\n"));

        parser.body().clear();
        parser.feed("4\r\nid: \r\n2\r\n1\n\r\n");

        QCOMPARE(parser.body(), std::string("id: 1\n"));
        QVERIFY(!parser.isDone());
    }

    void whatIsNotHttpIsBroken_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::newRow("no status") << std::string("HTTP/1.1 OK\r\n");
        QTest::newRow("status of four digits") << std::string("HTTP/1.1 2000 OK\r\n");
        QTest::newRow("other protocol") << std::string("SSH-2.0-x 200 \r\n");
        QTest::newRow("bare line feed") << std::string("HTTP/1.1 200 OK\n");
        QTest::newRow("no colon") << std::string("HTTP/1.1 200 OK\r\nContent-Length 5\r\n");
        QTest::newRow("length no number") << std::string("HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n");
        QTest::newRow("two lengths") << std::string(
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n");
        QTest::newRow("length and chunked")
            << std::string("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n");
        QTest::newRow("unknown coding") << std::string("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n");
        QTest::newRow("chunk size no number")
            << std::string("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
        QTest::newRow("chunk longer than told")
            << std::string("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n");
        QTest::newRow("endless head") << "HTTP/1.1 200 OK\r\nX: " + std::string(70'000, 'x');
    }
    void whatIsNotHttpIsBroken()
    {
        QFETCH(std::string, bytes);
        ResponseParser parser;

        parser.feed(bytes);

        QVERIFY(parser.isBroken());
        QVERIFY(!parser.isDone());
        QCOMPARE(parser.feed(kFixed), std::size_t{0});
    }

    void aConnectionThatEndsTooEarlyIsBroken_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::newRow("before anything") << std::string();
        QTest::newRow("in the head") << kFixed.substr(0, 20);
        QTest::newRow("in the body") << kFixed.substr(0, kFixed.size() - 1);
        QTest::newRow("before the last chunk") << kChunked.substr(0, kChunked.size() - 15);
    }
    void aConnectionThatEndsTooEarlyIsBroken()
    {
        QFETCH(std::string, bytes);
        ResponseParser parser;
        parser.feed(bytes);

        parser.finish();

        QVERIFY(parser.isBroken());
    }
};

PARLEY_TEST("http_parser", HttpParserTest)
#include "http_parser_test.moc"
