// SPDX-License-Identifier: MIT
#include "server/security/password.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::security;

class PasswordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verifiesWhatItHashed()
    {
        const auto hash = hashPassword("correct horse", kMinPasswordCost);
        QVERIFY(hash.has_value());

        QVERIFY(hash->starts_with("$2b$04$"));
        QVERIFY(verifyPassword("correct horse", *hash));
        QVERIFY(!verifyPassword("correct horsf", *hash));
        QVERIFY(!verifyPassword("", *hash));
    }

    void saltsDiffer()
    {
        QVERIFY(*hashPassword("same", kMinPasswordCost) != *hashPassword("same", kMinPasswordCost));
    }

    void knowsThePublishedHash()
    {
        // OpenBSD bcrypt, the test vector that Openwall's crypt_blowfish ships (prefix 2a and 2b agree on it)
        const std::string hash = "$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

        QVERIFY(verifyPassword("U*U", hash));
        QVERIFY(!verifyPassword("U*U*", hash));
    }

    void aDamagedHashIsNeverRight_data()
    {
        QTest::addColumn<std::string>("hash");
        QTest::newRow("empty") << std::string();
        QTest::newRow("plain text") << std::string("secret");
        QTest::newRow("cut") << std::string("$2b$04$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe");
        QTest::newRow("other scheme") << std::string("$1$CCCCCCCC$") + std::string(48, 'x');
    }

    void aDamagedHashIsNeverRight()
    {
        QFETCH(std::string, hash);

        QVERIFY(!verifyPassword("secret", hash));
    }

    void lengthIsWhatCounts_data()
    {
        QTest::addColumn<std::string>("password");
        QTest::addColumn<bool>("ok");
        QTest::newRow("9 of 10") << std::string(9, 'a') << false;
        QTest::newRow("10 of 10") << std::string(10, 'a') << true;
        QTest::newRow("9 umlauts are 18 bytes") << std::string("äöüäöüäöü") << false;
        QTest::newRow("10 umlauts") << std::string("äöüäöüäöüä") << true;
        QTest::newRow("72 bytes") << std::string(72, 'a') << true;
        QTest::newRow("73 bytes") << std::string(73, 'a') << false;
        QTest::newRow("NUL inside") << std::string("0123456789\0abc", 14) << false;
        QTest::newRow("not UTF-8") << std::string("0123456789\xff") << false;
    }

    void lengthIsWhatCounts()
    {
        QFETCH(std::string, password);
        QFETCH(bool, ok);

        const auto checked = checkPasswordPolicy(password, kProductionPasswordLength);

        QCOMPARE(checked.has_value(), ok);
        if (!ok) {
            QVERIFY(checked.error().code == ErrorCode::InvalidArgument);
            QCOMPARE(checked.error().fields.front().field, std::string("password"));
        }
    }

    void whatBcryptWouldCutIsRefusedOnBothSides()
    {
        const std::string longest(72, 'a');
        const auto hash = hashPassword(longest, kMinPasswordCost);

        QVERIFY(hash.has_value());
        QVERIFY(verifyPassword(longest, *hash));
        QVERIFY(!verifyPassword(longest + "b", *hash));
        QVERIFY(!hashPassword(longest + "b", kMinPasswordCost).has_value());
        QVERIFY(!hashPassword(std::string("a\0b", 3), kMinPasswordCost).has_value());
    }
};

PARLEY_TEST("password", PasswordTest)
#include "password_test.moc"
