// SPDX-License-Identifier: MIT
#include "server/net/http_url.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using server::net::parseHttpUrl;
using server::net::resolveLocation;
using server::net::Trust;

class HttpUrlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsAreThoseThatAreReached_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("origin");

        const auto row = [](const char* text, const char* origin) {
            QTest::newRow(text) << std::string(text) << std::string(origin);
        };
        row("https://Example.COM", "https://example.com:443");
        row("http://example.com:8080/a?b#c", "http://example.com:8080");
        row("http://2130706433/", "http://127.0.0.1:80");
        row("http://0x7f000001/", "http://127.0.0.1:80");
        row("http://017700000001/", "http://127.0.0.1:80");
        row("http://0177.0.0.1/", "http://127.0.0.1:80");
        row("http://0x7f.1/", "http://127.0.0.1:80");
        row("http://127.1/", "http://127.0.0.1:80");
        row("http://%31%32%37.0.0.1/", "http://127.0.0.1:80");
        row("http://[::1]/", "http://::1:80");
        row("http://[0:0:0:0:0:0:0:1]:81/", "http://::1:81");
        row("http://[::ffff:127.0.0.1]/", "http://::ffff:127.0.0.1:80");
    }
    void partsAreThoseThatAreReached()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, origin);

        QCOMPARE(test::must(parseHttpUrl(text, Trust::Guarded)).origin(), origin);
    }

    void fragmentsStayHere()
    {
        QCOMPARE(test::must(parseHttpUrl("https://a.example/x?y=1#z", Trust::Guarded)).text,
                 std::string("https://a.example/x?y=1"));
    }

    void tricksAreRefused_data()
    {
        QTest::addColumn<int>("unused");
        for (const char* text : {"",
                                 "example.com",
                                 "//example.com",
                                 "ftp://example.com/",
                                 "file:///etc/passwd",
                                 "gopher://127.0.0.1:6379/_INFO",
                                 "dict://127.0.0.1/",
                                 "javascript:alert(1)",
                                 "data:text/plain,x",
                                 "http://",
                                 "http://user@example.com/",
                                 "http://user:password@example.com/",
                                 "http://example.com@127.0.0.1/",
                                 "http://example.com:80@127.0.0.1/",
                                 "http://127.0.0.1\\@example.com/",
                                 "http://example.com\\.evil.example/",
                                 "http://localhost./",
                                 "http://127.0.0.1./",
                                 "http://.example.com/",
                                 "http://example.com../",
                                 "http://exam ple.com/",
                                 "http://example.com/a b",
                                 "http://example.com\t/",
                                 "http://example.com\r\nHost: evil/",
                                 "http://example.com:99999/",
                                 "http://example.com:0/",
                                 "http://example.com:80a/",
                                 "http://[fe80::1%25eth0]/",
                                 "http://[::1",
                                 "http://[not:an:address]/",
                                 "http://\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x97.0.0.1/",
                                 "http://127\xE3\x80\x82"
                                 "0\xE3\x80\x82"
                                 "0\xE3\x80\x82"
                                 "1/",
                                 "http://\xE2\x91\xA0\xE2\x91\xA1\xE2\x91\xA6.0.0.1/",
                                 "http://b\xC3\xBC"
                                 "cher.example/",
                                 "http://%00example.com/",
                                 "http://example.com%2f@evil/",
                                 "http://exa%23mple.com/"}) {
            QTest::newRow(text) << 0;
        }
    }
    void tricksAreRefused()
    {
        const auto url = parseHttpUrl(QTest::currentDataTag(), Trust::Guarded);

        QVERIFY2(!url, url ? url->text.c_str() : "");
        QCOMPARE(url.error().code, ErrorCode::InvalidArgument);
    }

    void veryLongAddressesAreRefused()
    {
        QVERIFY(!parseHttpUrl("http://example.com/" + std::string(10'000, 'a'), Trust::Guarded));
    }

    void locationsAreSeenFromWhereTheyStand_data()
    {
        QTest::addColumn<std::string>("location");
        QTest::addColumn<std::string>("expected");

        QTest::newRow("absolute") << std::string("http://b.example/x") << std::string("http://b.example/x");
        QTest::newRow("path") << std::string("/x") << std::string("https://a.example:444/x");
        QTest::newRow("beside") << std::string("x?y") << std::string("https://a.example:444/one/x?y");
        QTest::newRow("scheme kept") << std::string("//b.example/x") << std::string("https://b.example/x");
    }
    void locationsAreSeenFromWhereTheyStand()
    {
        QFETCH(std::string, location);
        QFETCH(std::string, expected);
        const auto from = test::must(parseHttpUrl("https://a.example:444/one/two", Trust::Guarded));

        QCOMPARE(test::must(resolveLocation(from, location, Trust::Guarded)).text, expected);
    }

    void aLocationOfAnotherKindIsTheServersFault()
    {
        const auto from = test::must(parseHttpUrl("https://a.example/", Trust::Guarded));

        const auto target = resolveLocation(from, "file:///etc/passwd", Trust::Guarded);

        QVERIFY(!target);
        QCOMPARE(target.error().code, ErrorCode::Upstream);
    }
};

PARLEY_TEST("http_url", HttpUrlTest)
#include "http_url_test.moc"
