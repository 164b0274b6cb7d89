// SPDX-License-Identifier: MIT
#include "server/security/digest.h"
#include "tests/support/test_main.h"

using namespace parley::server::security;

class DigestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sha256GivesThePublishedValues()
    {
        // FIPS 180-4 examples
        QCOMPARE(digestHex(sha256("")),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(digestHex(sha256("abc")),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void hmacGivesThePublishedValues()
    {
        // RFC 4231, test cases 1, 2 and 6 (a key longer than a block)
        QCOMPARE(digestHex(hmacSha256(std::string(20, '\x0b'), "Hi There")),
                 std::string("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
        QCOMPARE(digestHex(hmacSha256("Jefe", "what do ya want for nothing?")),
                 std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        QCOMPARE(digestHex(hmacSha256(std::string(131, '\xaa'),
                                      "Test Using Larger Than Block-Size Key - Hash Key First")),
                 std::string("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
    }

    void equalityIsOfTheWholeText()
    {
        QVERIFY(constantTimeEquals("", ""));
        QVERIFY(constantTimeEquals("secret", "secret"));
        QVERIFY(!constantTimeEquals("secret", "secreT"));
        QVERIFY(!constantTimeEquals("secret", "secret "));
        QVERIFY(!constantTimeEquals("secret", ""));
    }

    void bytesAreThoseOfTheHex()
    {
        const auto bytes = digestBytes(sha256("abc"));

        QCOMPARE(bytes.size(), std::size_t{32});
        QCOMPARE(bytes.front(), std::uint8_t{0xba});
        QCOMPARE(bytes.back(), std::uint8_t{0xad});
    }
};

PARLEY_TEST("digest", DigestTest)
#include "digest_test.moc"
