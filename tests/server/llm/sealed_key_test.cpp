// SPDX-License-Identifier: MIT
#include "server/llm/sealed_key.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

class SealedKeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyOpensForItsOwnerAndItsHostAlone_data()
    {
        QTest::addColumn<std::string>("owner");
        QTest::addColumn<std::string>("origin");
        QTest::addColumn<bool>("isOpened");
        QTest::newRow("its own") << std::string("t1") << std::string("https://a.example:443") << true;
        QTest::newRow("another owner") << std::string("t2") << std::string("https://a.example:443") << false;
        QTest::newRow("another host") << std::string("t1") << std::string("https://b.example:443") << false;
        QTest::newRow("without TLS") << std::string("t1") << std::string("http://a.example:80") << false;
    }
    void aKeyOpensForItsOwnerAndItsHostAlone()
    {
        QFETCH(std::string, owner);
        QFETCH(std::string, origin);
        QFETCH(bool, isOpened);
        const auto fernet =
            test::must(security::Fernet::fromText(security::FernetKey::generateText().reveal()));
        const std::string sealed =
            llm::sealKey(fernet, "t1", "https://a.example:443", security::Secret("sk-1"), 1'000);

        const auto key = llm::openKey(fernet, owner, origin, sealed);

        QCOMPARE(sealed.find("sk-1"), std::string::npos);
        QCOMPARE(key.has_value(), isOpened);
        QVERIFY(!isOpened || key->reveal() == "sk-1");
    }

    void anotherMasterKeyOpensNothing()
    {
        const auto one = test::must(security::Fernet::fromText(security::FernetKey::generateText().reveal()));
        const auto two = test::must(security::Fernet::fromText(security::FernetKey::generateText().reveal()));
        const std::string sealed = llm::sealKey(one, "t", "https://a:443", security::Secret("sk"), 1'000);

        QVERIFY(!llm::openKey(two, "t", "https://a:443", sealed));
        QVERIFY(test::must(llm::openKey(two, "t", "https://a:443", "")).isEmpty());
    }
};

PARLEY_TEST("sealed_key", SealedKeyTest)
#include "sealed_key_test.moc"
