// SPDX-License-Identifier: MIT
#include "server/net/sse_parser.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using server::net::SseParser;

namespace {

/// The events as "name|data;".
std::string eventsOf(SseParser& parser)
{
    std::string all;
    while (const auto* event = test::must(parser.next())) {
        all += event->name + "|" + event->data + ";";
    }
    return all;
}

} // namespace

class SseParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsAreTheSameHoweverTheyAreCut_data()
    {
        QTest::addColumn<std::string>("stream");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* name, const char* stream, const char* expected) {
            QTest::newRow(name) << std::string(stream) << std::string(expected);
        };
        row("one", "data: a\n\n", "|a;");
        row("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", "|a;|b;");
        row("CR", "data: a\r\rdata: b\r\r", "|a;|b;");
        row("mixed ends", "data: a\r\n\ndata: b\n\r\n", "|a;|b;");
        row("several lines", "data: a\ndata: b\ndata:\ndata: c\n\n", "|a\nb\n\nc;");
        row("named", "event: error\ndata: a\n\ndata: b\n\n", "error|a;|b;");
        row("comments", ": hello\n\n:\ndata: a\n: in between\ndata: b\n\n", "|a\nb;");
        row("one space is the format's", "data:  a\n\ndata:b\n\n", "| a;|b;");
        row("unknown fields", "id: 7\nretry: 5\nfoo\nfoo: bar\ndata: a\n\n", "|a;");
        row("no data, no event", "event: ping\n\ndata\n\ndata: a\n\n", "|a;");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            "|a;");
        row("unfinished", "data: a\n\ndata: b\n", "|a;");
        row("colons in data", "data: {\"a\": \"b:c\"}\n\n", "|{\"a\": \"b:c\"};");
    }
    void eventsAreTheSameHoweverTheyAreCut()
    {
        QFETCH(std::string, stream);
        QFETCH(std::string, expected);

        for (std::size_t size = 1; size <= stream.size(); ++size) {
            SseParser parser;
            std::string all;
            for (std::size_t at = 0; at < stream.size(); at += size) {
                parser.feed(std::string_view(stream).substr(at, size));
                all += eventsOf(parser);
            }
            QCOMPARE(all, expected);
        }
    }

    void whatIsTooLongIsRefused_data()
    {
        QTest::addColumn<std::string>("stream");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("just fits") << "data: " + std::string(100, 'x') + "\n\n" << true;
        QTest::newRow("an event") << "data: " + std::string(60, 'x') + "\ndata: " + std::string(60, 'x') +
                                         "\n\n"
                                  << false;
        QTest::newRow("a line without end") << "data: " + std::string(200, 'x') << false;
        QTest::newRow("a name") << "event: " + std::string(101, 'x') + "\n" << false;
    }
    void whatIsTooLongIsRefused()
    {
        QFETCH(std::string, stream);
        QFETCH(bool, isTaken);
        SseParser parser(100);
        parser.feed(stream);

        const auto event = parser.next();

        QCOMPARE(event.has_value(), isTaken);
        QVERIFY(isTaken || event.error().code == ErrorCode::Upstream);
    }
};

PARLEY_TEST("sse_parser", SseParserTest)
#include "sse_parser_test.moc"
