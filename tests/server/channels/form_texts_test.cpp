// SPDX-License-Identifier: MIT
#include "server/channels/channel_kind.h"
#include "server/channels/form_texts.h"
#include "server/channels/template_text.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace parley::server;

class FormTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTimeIsSaidInTheUnitThatSuitsIt_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<std::string>("text");
        QTest::newRow("one") << 1 << std::string("within 1 minute");
        QTest::newRow("some") << 30 << std::string("within 30 minutes");
        QTest::newRow("last of minutes") << 90 << std::string("within 90 minutes");
        QTest::newRow("first of hours") << 91 << std::string("within 2 hours");
        QTest::newRow("rounded up") << 121 << std::string("within 3 hours");
        QTest::newRow("last of hours") << 1440 << std::string("within 24 hours");
        QTest::newRow("first of days") << 1441 << std::string("within 2 days");
        QTest::newRow("month") << 43200 << std::string("within 30 days");
    }
    void aTimeIsSaidInTheUnitThatSuitsIt()
    {
        QFETCH(int, minutes);
        QFETCH(std::string, text);
        QCOMPARE(channels::responseTimeText("en", minutes), text);
    }

    void everyLanguageNamesTheReference()
    {
        const auto& variables = channels::findChannelKind("form")->facts().templates.front().variables;
        for (const char* locale : {"en", "de", "es", "fr", "", "tlh"}) {
            const std::string text(channels::receivedText(locale));
            QVERIFY(text.find("{reference}") != std::string::npos);
            QVERIFY(channels::unknownVariables(text, variables).empty());
        }
        QCOMPARE(std::string(channels::receivedText("en")),
                 channels::findChannelKind("form")->facts().templates.front().text);
    }
};

PARLEY_TEST("form_texts", FormTextsTest)
#include "form_texts_test.moc"
