// SPDX-License-Identifier: MIT
#include "server/security/digest.h"
#include "server/security/encoding.h"
#include "server/security/jwt.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <thread>

using namespace parley;
using namespace parley::server::security;
using nlohmann::json;

namespace {

constexpr std::int64_t kNowMs = 1'800'000'000'000;
constexpr std::int64_t kNow = kNowMs / 1000;

/// Made once: a key takes a tenth of a second.
const RsaKey& keyA()
{
    static const RsaKey key = RsaKey::generate();
    return key;
}

const RsaKey& keyB()
{
    static const RsaKey key = RsaKey::generate();
    return key;
}

std::string part(std::string_view text)
{
    return base64Encode(bytesOf(text), Base64::Url);
}

std::string header()
{
    return R"({"alg":"RS256","typ":"JWT","kid":")" + keyA().kid() + R"("})";
}

json claims()
{
    return {{"iss", "parley"}, {"aud", "parley"}, {"sub", "u1"}, {"iat", kNow}, {"exp", kNow + 900}};
}

/// A token whose signature is right, whatever it says.
std::string signedBy(const RsaKey& key, std::string_view headerText, std::string_view claimsText)
{
    const std::string text = part(headerText) + "." + part(claimsText);
    return text + "." + part(key.sign(text));
}

std::string withClaim(const char* name, const json& value)
{
    json changed = claims();
    changed[name] = value;
    return signedBy(keyA(), header(), changed.dump());
}

std::string without(const char* name)
{
    json changed = claims();
    changed.erase(name);
    return signedBy(keyA(), header(), changed.dump());
}

std::string hmacConfusion()
{
    const std::string text =
        part(R"({"alg":"HS256","typ":"JWT","kid":")" + keyA().kid() + R"("})") + "." + part(claims().dump());
    return text + "." + part(textOf(hmacSha256(keyA().publicPem(), text)));
}

std::string tampered()
{
    const std::string good = signedBy(keyA(), header(), claims().dump());
    json other = claims();
    other["sub"] = "u2";
    const std::size_t first = good.find('.');
    return good.substr(0, first + 1) + part(other.dump()) + good.substr(good.rfind('.'));
}

std::string otherHeader(std::string_view alg, std::string_view rest = {})
{
    const std::string text = R"({"alg":")" + std::string(alg) + R"(","typ":"JWT","kid":")" + keyA().kid() +
                             "\"" + std::string(rest) + "}";
    return signedBy(keyA(), text, claims().dump());
}

} // namespace

class JwtTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItSigned()
    {
        const SigningKeys keys(keyA(), "parley", "parley");

        const auto read = keys.verify(keys.sign({{"sub", "u1"}, {"exp", kNow + 900}}), kNowMs);

        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QCOMPARE(read->at("sub").get<std::string>(), std::string("u1"));
        QCOMPARE(read->at("iss").get<std::string>(), std::string("parley"));
    }

    void anythingElseIsRefusedInTheSameWords_data()
    {
        QTest::addColumn<std::string>("token");
        const std::string good = signedBy(keyA(), header(), claims().dump());
        const std::string unsignedText =
            part(R"({"alg":"none","typ":"JWT","kid":")" + keyA().kid() + R"("})") + "." +
            part(claims().dump());
        QTest::newRow("empty") << std::string();
        QTest::newRow("dots") << std::string("..");
        QTest::newRow("two parts") << good.substr(0, good.rfind('.'));
        QTest::newRow("four parts") << good + ".e30";
        QTest::newRow("alg none") << unsignedText + ".";
        QTest::newRow("alg none with a signature") << otherHeader("none");
        QTest::newRow("HS256 with the public key") << hmacConfusion();
        QTest::newRow("RS512") << otherHeader("RS512");
        QTest::newRow("PS256") << otherHeader("PS256");
        QTest::newRow("rs256") << otherHeader("rs256");
        QTest::newRow("embedded jwk") << signedBy(
            keyB(),
            json{{"alg", "RS256"}, {"typ", "JWT"}, {"kid", keyB().kid()}, {"jwk", keyB().jwk()}}.dump(),
            claims().dump());
        QTest::newRow("embedded jwk, our kid") << otherHeader("RS256", R"(,"jwk":{})");
        QTest::newRow("jku") << otherHeader("RS256", R"(,"jku":"keys.example")");
        QTest::newRow("crit") << otherHeader("RS256", R"(,"crit":["exp"])");
        QTest::newRow("no kid") << signedBy(keyA(), R"({"alg":"RS256","typ":"JWT"})", claims().dump());
        QTest::newRow("other kid") << signedBy(keyA(),
                                               R"({"alg":"RS256","typ":"JWT","kid":"x"})",
                                               claims().dump());
        QTest::newRow("other typ") << signedBy(
            keyA(), R"({"alg":"RS256","typ":"JWE","kid":")" + keyA().kid() + R"("})", claims().dump());
        QTest::newRow("kid is no text")
            << signedBy(keyA(), R"({"alg":"RS256","typ":"JWT","kid":1})", claims().dump());
        QTest::newRow("alg twice") << otherHeader("none", R"(,"alg":"RS256")");
        QTest::newRow("kid twice, then three members")
            << signedBy(keyA(),
                        R"({"kid":"x","alg":"RS256","typ":"JWT","kid":")" + keyA().kid() + R"("})",
                        claims().dump());
        QTest::newRow("header is a list") << signedBy(keyA(), "[]", claims().dump());
        QTest::newRow("other key, our kid") << signedBy(keyB(), header(), claims().dump());
        QTest::newRow("tampered claims") << tampered();
        QTest::newRow("no signature") << good.substr(0, good.rfind('.') + 1);
        QTest::newRow("space before") << " " + good;
        QTest::newRow("line end after") << good + "\n";
        QTest::newRow("padded") << good + "==";
        QTest::newRow("oversize") << withClaim("x", std::string(8 * 1024, 'x'));
        QTest::newRow("claims are no object") << signedBy(keyA(), header(), "\"x\"");
        QTest::newRow("sub twice") << signedBy(keyA(),
                                               header(),
                                               R"({"sub":"u1","sub":"u2",)" + claims().dump().substr(1));
        QTest::newRow("other issuer") << withClaim("iss", "elsewhere");
        QTest::newRow("issuer is a list") << withClaim("iss", json::array({"parley"}));
        QTest::newRow("other audience") << withClaim("aud", "elsewhere");
        QTest::newRow("no issuer") << without("iss");
        QTest::newRow("no audience") << without("aud");
        QTest::newRow("no exp") << without("exp");
        QTest::newRow("exp is text") << withClaim("exp", std::to_string(kNow + 900));
        QTest::newRow("exp has a fraction") << withClaim("exp", 1.9e9);
        QTest::newRow("exp in milliseconds") << withClaim("exp", kNowMs + 900'000);
        QTest::newRow("exp overflows") << withClaim("exp", 18'446'744'073'709'551'615ULL);
        QTest::newRow("exp negative") << withClaim("exp", -1);
        QTest::newRow("exp before iat") << withClaim("iat", kNow + 901);
    }

    void anythingElseIsRefusedInTheSameWords()
    {
        QFETCH(std::string, token);
        const SigningKeys keys(keyA(), "parley", "parley");

        const auto read = keys.verify(token, kNowMs);

        QVERIFY(!read.has_value());
        QVERIFY(read.error().code == ErrorCode::Unauthenticated);
        QCOMPARE(read.error().message, std::string("The access token is not valid."));
    }

    void datesAreExact_data()
    {
        QTest::addColumn<std::string>("token");
        QTest::addColumn<bool>("ok");
        QTest::newRow("expires in a second") << withClaim("exp", kNow + 1) << true;
        json now = claims();
        now["iat"] = kNow - 900;
        now["exp"] = kNow;
        QTest::newRow("expires now") << signedBy(keyA(), header(), now.dump()) << false;
        QTest::newRow("valid as far ahead as clocks may differ") << withClaim("nbf", kNow + 5) << true;
        QTest::newRow("not valid yet") << withClaim("nbf", kNow + 6) << false;
        QTest::newRow("issued as far ahead as clocks may differ") << withClaim("iat", kNow + 5) << true;
        QTest::newRow("issued in the future") << withClaim("iat", kNow + 6) << false;
        QTest::newRow("issued never said") << without("iat") << true;
    }

    void datesAreExact()
    {
        QFETCH(std::string, token);
        QFETCH(bool, ok);
        const SigningKeys keys(keyA(), "parley", "parley");

        QCOMPARE(keys.verify(token, kNowMs).has_value(), ok);
    }

    void aKeyLivesOnUntilItsTokensHaveLapsed()
    {
        SigningKeys keys(keyA(), "parley", "parley");
        const std::string older = keys.sign({{"sub", "u1"}, {"exp", kNow + 10'000}});

        keys.rotate(keyB(), kNowMs + 900'000);
        const std::string newer = keys.sign({{"sub", "u1"}, {"exp", kNow + 10'000}});

        QCOMPARE(keys.currentKid(), keyB().kid());
        QCOMPARE(keys.jwks(kNowMs).at("keys").size(), std::size_t{2});
        QVERIFY(keys.verify(older, kNowMs + 899'999).has_value());
        QVERIFY(!keys.verify(older, kNowMs + 900'000).has_value());
        QVERIFY(keys.verify(newer, kNowMs + 900'000).has_value());
        QCOMPARE(keys.jwks(kNowMs + 900'000).at("keys").size(), std::size_t{1});
        keys.dropExpired(kNowMs + 900'000);
        QVERIFY(!keys.verify(older, kNowMs).has_value());
    }

    void anotherNodesKeyCanBeAdded()
    {
        SigningKeys mine(keyA(), "parley", "parley");
        const SigningKeys theirs(keyB(), "parley", "parley");
        const std::string token = theirs.sign({{"sub", "u1"}, {"exp", kNow + 10}});
        QVERIFY(!mine.verify(token, kNowMs).has_value());

        mine.addVerification(*RsaKey::fromPublicPem(keyB().publicPem()));

        QVERIFY(mine.verify(token, kNowMs).has_value());
    }

    void keysMayBeReplacedWhileTokensAreRead()
    {
        SigningKeys keys(keyA(), "parley", "parley");
        const std::string token = keys.sign({{"sub", "u1"}, {"exp", kNow + 900}});
        std::atomic<int> refusedCount{0};
        std::vector<std::thread> readers;

        for (int i = 0; i < 3; ++i) {
            readers.emplace_back([&] {
                for (int n = 0; n < 300; ++n) {
                    refusedCount += keys.verify(token, kNowMs).has_value() ? 0 : 1;
                }
            });
        }
        for (int n = 0; n < 100; ++n) {
            keys.rotate(n % 2 == 0 ? keyB() : keyA(), kNowMs + 1);
        }
        for (std::thread& reader : readers) {
            reader.join();
        }

        QCOMPARE(refusedCount.load(), 0);
    }
};

PARLEY_TEST("jwt", JwtTest)
#include "jwt_test.moc"
