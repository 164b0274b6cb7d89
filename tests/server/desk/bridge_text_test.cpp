// SPDX-License-Identifier: MIT
#include "server/desk/bridge_text.h"
#include "tests/support/test_main.h"

using namespace parley::server::desk;

class BridgeTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speaksTheConversationsLanguage_data()
    {
        QTest::addColumn<std::string>("locale");
        QTest::addColumn<std::string>("begin");
        QTest::newRow("German") << std::string("de-AT") << std::string("Gern: ");
        QTest::newRow("Spanish") << std::string("es") << std::string("Por supuesto: ");
        QTest::newRow("French") << std::string("fr-CA") << std::string("Bien sûr");
        QTest::newRow("unknown") << std::string("ja")
                                 << std::string(bridgeText("en", "customer_request", ""), 0, 9);
        QTest::newRow("none") << std::string() << std::string(bridgeText("en", "customer_request", ""), 0, 9);
    }
    void speaksTheConversationsLanguage()
    {
        QFETCH(std::string, locale);
        QFETCH(std::string, begin);

        const std::string text = bridgeText(locale, kReasonCustomerRequest, "TF-1");

        QVERIFY2(text.starts_with(begin), text.c_str());
        QVERIFY2(text.find(" TF-1.") != std::string::npos, text.c_str());
        QVERIFY2(text.find("{}") == std::string::npos, text.c_str());
    }

    void saysSomethingElseToWhomNobodyCouldAnswer()
    {
        const std::string asked = bridgeText("en", kReasonCustomerRequest, "TF-1");

        for (const auto reason : {kReasonLowConfidence, kReasonNoAnswer, kReasonFailure, kReasonTimeout}) {
            QVERIFY(bridgeText("en", reason, "TF-1") != asked);
        }
    }
};

PARLEY_TEST("bridge_text", BridgeTextTest)
#include "bridge_text_test.moc"
