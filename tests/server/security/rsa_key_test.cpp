// SPDX-License-Identifier: MIT
#include "server/security/encoding.h"
#include "server/security/rsa_key.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server::security;

class RsaKeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verifiesTheExampleOfTheRfc()
    {
        // RFC 7515, A.2
        const auto key = RsaKey::fromJwk("ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-"
                                         "Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR"
                                         "T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-"
                                         "bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXB"
                                         "dQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_"
                                         "I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9ia"
                                         "GNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ",
                                         "AQAB");
        const std::string text =
            "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6"
            "Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        const auto signature =
            base64Decode("cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_"
                         "lF5YKt_O8W2Fp5jujGbds9"
                         "uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_"
                         "nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRm"
                         "B_eSN9383LcOLn6_dO--xi12jzDwusC-"
                         "eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98r"
                         "qVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw",
                         Base64::Url);
        QVERIFY(key.has_value());
        QVERIFY(signature.has_value());

        QVERIFY(key->verify(text, *signature));
        QVERIFY(!key->verify(text + "x", *signature));
        QVERIFY(!key->canSign());
    }

    void theKeysNameIsItsThumbprint()
    {
        // RFC 7638, 3.1
        const auto key = RsaKey::fromJwk("0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1"
                                         "RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n"
                                         "3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-"
                                         "65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0"
                                         "zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-"
                                         "bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44"
                                         "-csFCur-kEgU8awapJzKnqDKgw",
                                         "AQAB");
        QVERIFY(key.has_value());

        QCOMPARE(key->kid(), std::string("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"));
    }

    void survivesPem()
    {
        const RsaKey key = RsaKey::generate();

        const auto whole = RsaKey::fromPrivatePem(key.privatePem().reveal());
        const auto half = RsaKey::fromPublicPem(key.publicPem());

        QVERIFY(whole.has_value() && half.has_value());
        QCOMPARE(whole->kid(), key.kid());
        QCOMPARE(half->kid(), key.kid());
        QVERIFY(half->verify("text", whole->sign("text")));
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(half->sign("text")), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(half->privatePem()), std::logic_error);
    }

    void theJwkHoldsNothingPrivate()
    {
        const nlohmann::json jwk = RsaKey::generate().jwk();

        QCOMPARE(jwk.size(), std::size_t{6});
        QCOMPARE(jwk.at("kty").get<std::string>(), std::string("RSA"));
        QCOMPARE(jwk.at("alg").get<std::string>(), std::string("RS256"));
        QCOMPARE(jwk.at("use").get<std::string>(), std::string("sig"));
        QCOMPARE(jwk.at("e").get<std::string>(), std::string("AQAB"));
        QVERIFY(!jwk.contains("d"));
    }

    void weakAndForeignKeysAreRefused()
    {
        QVERIFY(!RsaKey::fromPrivatePem("").has_value());
        QVERIFY(!RsaKey::fromPrivatePem("no PEM").has_value());
        QVERIFY(!RsaKey::fromPrivatePem(RsaKey::generate().publicPem()).has_value());
        // 1024 bits: 128 bytes of modulus
        const std::string modulus = base64Encode(bytesOf(std::string(128, '\xc1')), Base64::Url);
        const auto weak = RsaKey::fromJwk(modulus, "AQAB");
        QVERIFY(!weak.has_value());
        QVERIFY(weak.error().code == ErrorCode::InvalidArgument);
        QVERIFY(!RsaKey::fromJwk("%", "AQAB").has_value());
        QVERIFY(!RsaKey::fromJwk("", "").has_value());
    }
};

PARLEY_TEST("rsa_key", RsaKeyTest)
#include "rsa_key_test.moc"
