// SPDX-License-Identifier: MIT
#include "server/security/encoding.h"
#include "tests/support/test_main.h"

using namespace parley::server::security;

Q_DECLARE_METATYPE(Base64)

class EncodingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void base64FollowsTheRfc_data()
    {
        QTest::addColumn<std::string>("plain");
        QTest::addColumn<std::string>("text");
        // RFC 4648, 10
        QTest::newRow("empty") << std::string() << std::string();
        QTest::newRow("f") << std::string("f") << std::string("Zg==");
        QTest::newRow("fo") << std::string("fo") << std::string("Zm8=");
        QTest::newRow("foo") << std::string("foo") << std::string("Zm9v");
        QTest::newRow("foob") << std::string("foob") << std::string("Zm9vYg==");
        QTest::newRow("fooba") << std::string("fooba") << std::string("Zm9vYmE=");
        QTest::newRow("foobar") << std::string("foobar") << std::string("Zm9vYmFy");
        QTest::newRow("high bits") << std::string("\xfb\xff\xfe") << std::string("+//+");
    }

    void base64FollowsTheRfc()
    {
        QFETCH(std::string, plain);
        QFETCH(std::string, text);

        QCOMPARE(base64Encode(bytesOf(plain)), text);
        QCOMPARE(base64Decode(text).value_or("refused"), plain);
        const std::string url = base64Encode(bytesOf(plain), Base64::Url);
        QVERIFY(url.find_first_of("+/=") == std::string::npos);
        QCOMPARE(base64Decode(url, Base64::Url).value_or("refused"), plain);
        const std::string padded = base64Encode(bytesOf(plain), Base64::UrlPadded);
        QCOMPARE(padded.size(), text.size());
        QCOMPARE(base64Decode(padded, Base64::UrlPadded).value_or("refused"), plain);
    }

    void whatIsNotCanonicalIsRefused_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<Base64>("kind");
        QTest::newRow("padding where there is none") << std::string("Zg==") << Base64::Url;
        QTest::newRow("no padding") << std::string("Zg") << Base64::Standard;
        QTest::newRow("half the padding") << std::string("Zg=") << Base64::UrlPadded;
        QTest::newRow("too much padding") << std::string("Z===") << Base64::Standard;
        QTest::newRow("a whole group of padding") << std::string("Zm9v====") << Base64::Standard;
        QTest::newRow("padding inside") << std::string("Zg==Zg==") << Base64::Standard;
        QTest::newRow("one character") << std::string("Z") << Base64::Url;
        QTest::newRow("unused bits set") << std::string("Zh") << Base64::Url;
        QTest::newRow("unused bits set, padded") << std::string("Zm9=") << Base64::Standard;
        QTest::newRow("space") << std::string("Zm 9") << Base64::Url;
        QTest::newRow("line end") << std::string("Zm9v\n") << Base64::Url;
        QTest::newRow("other alphabet") << std::string("+//+") << Base64::Url;
        QTest::newRow("other alphabet back") << std::string("-__-") << Base64::Standard;
        QTest::newRow("NUL") << std::string("Zm9\0", 4) << Base64::Url;
        QTest::newRow("not ASCII") << std::string("Zm\xc3\xa9") << Base64::Url;
    }

    void whatIsNotCanonicalIsRefused()
    {
        QFETCH(std::string, text);
        QFETCH(Base64, kind);

        QVERIFY(!base64Decode(text, kind).has_value());
    }

    void hexGoesBothWays()
    {
        const std::string bytes("\x00\x7f\x80\xff", 4);

        QCOMPARE(hexEncode(bytesOf(bytes)), std::string("007f80ff"));
        QCOMPARE(hexDecode("007F80ff").value_or("refused"), bytes);
        QVERIFY(!hexDecode("0").has_value());
        QVERIFY(!hexDecode("0g").has_value());
        QVERIFY(!hexDecode(" 0").has_value());
    }
};

PARLEY_TEST("encoding", EncodingTest)
#include "encoding_test.moc"
