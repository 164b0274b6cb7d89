// SPDX-License-Identifier: MIT
#include "server/security/digest.h"
#include "server/security/encoding.h"
#include "server/security/fernet.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::security;
using namespace std::chrono_literals;

namespace {

// The specification's generate and verify vectors.
constexpr const char* kKey = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
constexpr const char* kToken =
    "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";
constexpr std::int64_t kMadeMs = 499'162'800'000; // 1985-10-26T01:20:00-07:00

Fernet fernet()
{
    return *Fernet::fromText(kKey);
}

/// A token with a right signature over whatever it carries.
std::string signedToken(std::string content)
{
    content += textOf(hmacSha256(FernetKey::fromText(kKey)->signing(), content));
    return base64Encode(bytesOf(content), Base64::UrlPadded);
}

} // namespace

class FernetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesTheSpecificationsToken()
    {
        std::array<std::uint8_t, 16> iv{};
        for (std::uint8_t i = 0; i < 16; ++i) {
            iv[i] = i;
        }

        QCOMPARE(fernet().encryptWith("hello", kMadeMs, iv), std::string(kToken));
    }

    void readsTheSpecificationsToken()
    {
        const auto plain = fernet().decrypt(kToken, kMadeMs + 1000, 60s);

        QVERIFY(plain.has_value());
        QCOMPARE(plain->reveal(), std::string("hello"));
    }

    void ageIsLimitedOnBothSides_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("ok");
        QTest::newRow("just from too far ahead") << -61 << false;
        QTest::newRow("ahead as far as it may") << -60 << true;
        QTest::newRow("new") << 0 << true;
        QTest::newRow("just young enough") << 60 << true;
        QTest::newRow("just too old") << 61 << false;
    }

    void ageIsLimitedOnBothSides()
    {
        QFETCH(int, seconds);
        QFETCH(bool, ok);

        QCOMPARE(fernet().decrypt(kToken, kMadeMs + seconds * 1000, 60s).has_value(), ok);
    }

    void withoutALimitAnyAgeIsRead() { QVERIFY(fernet().decrypt(kToken).has_value()); }

    void everyChangedByteIsNoticed()
    {
        const std::string bytes = base64Decode(kToken, Base64::UrlPadded).value();

        for (std::size_t at = 0; at < bytes.size(); ++at) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            const auto plain = fernet().decrypt(base64Encode(bytesOf(changed), Base64::UrlPadded));
            QVERIFY(!plain.has_value());
            QVERIFY(plain.error().code == ErrorCode::InvalidArgument);
        }
    }

    void damagedTokensAreRefused_data()
    {
        const std::string head = std::string("\x80") + std::string(8 + 16, '\0');
        QTest::addColumn<std::string>("token");
        QTest::newRow("empty") << std::string();
        QTest::newRow("not base64") << std::string("%%%%");
        QTest::newRow("without padding") << std::string(kToken).substr(0, std::string(kToken).size() - 2);
        QTest::newRow("nothing encrypted") << signedToken(head);
        QTest::newRow("half a block") << signedToken(head + std::string(24, 'x'));
        QTest::newRow("wrong padding inside") << signedToken(head + std::string(16, 'x'));
        QTest::newRow("other version") << signedToken("\x81" + head.substr(1) + std::string(16, 'x'));
    }

    void damagedTokensAreRefused()
    {
        QFETCH(std::string, token);

        QVERIFY(!fernet().decrypt(token).has_value());
    }

    void everyLengthComesBack()
    {
        for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 4096U}) {
            const std::string plain(size, 'k');
            const auto back = fernet().decrypt(fernet().encrypt(Secret(plain), kMadeMs));
            QVERIFY(back.has_value());
            QCOMPARE(back->reveal(), plain);
        }
    }

    void anOlderKeyStillReadsAndRotationMovesOn()
    {
        const std::string newer = FernetKey::generateText().reveal();
        const auto both = Fernet::fromText(newer + "," + kKey);
        QVERIFY(both.has_value());

        const auto moved = both->rotate(kToken, kMadeMs);

        QVERIFY(moved.has_value());
        QVERIFY(!fernet().decrypt(*moved).has_value());
        const auto onlyNewer = Fernet::fromText(newer);
        QCOMPARE(onlyNewer->decrypt(*moved)->reveal(), std::string("hello"));
        QVERIFY(!onlyNewer->decrypt(kToken).has_value());
    }

    void badKeysAreRefused()
    {
        QVERIFY(!Fernet::fromText("").has_value());
        QVERIFY(!Fernet::fromText("cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4").has_value());
        QVERIFY(!Fernet::fromText("cw_0x689RpI=").has_value());
        QVERIFY(!Fernet::fromText(std::string(kKey) + ",").has_value());
    }
};

PARLEY_TEST("fernet", FernetTest)
#include "fernet_test.moc"
