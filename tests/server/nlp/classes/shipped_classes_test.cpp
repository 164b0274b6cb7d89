// SPDX-License-Identifier: MIT
#include "server/nlp/classes/shipped_classes.h"
#include "tests/support/test_main.h"

using namespace parley::server::nlp;

class ShippedClassesTest : public QObject {
    Q_OBJECT

    static void rows(std::initializer_list<std::pair<const char*, const char*>> all)
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("label");
        for (const auto& [label, text] : all) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(label);
        }
    }

private Q_SLOTS:
    // None of these sentences is among the examples.
    void tellsWhatTheRouterNeeds_data()
    {
        rows({{"FAQ", "Which credit cards can I use?"},
              {"FAQ", "Until what time is the shop in Lyon open?"},
              {"FAQ", "What does the family plan include?"},
              {"FAQ", "How do I install the printer driver?"},
              {"FAQ", "Wie lange habe ich Garantie?"},
              {"COMPLAINT", "The vase came in pieces and nobody answers the phone"},
              {"COMPLAINT", "I am furious, this is the worst hotel I have ever stayed in"},
              {"COMPLAINT", "You charged my card two times!"},
              {"COMPLAINT", "Mein Paket ist kaputt angekommen, ich möchte mich beschweren"},
              {"ACCOUNT", "I can't remember my password"},
              {"ACCOUNT", "Please change the phone number in my profile"},
              {"ACCOUNT", "What is the balance of my account?"},
              {"ACCOUNT", "Quiero cambiar la dirección de mi cuenta"},
              {"UNKNOWN", "Tell me a joke about elephants"},
              {"UNKNOWN", "hello"},
              {"UNKNOWN", "Who painted the Mona Lisa?"}});
    }

    void tellsWhatTheRouterNeeds()
    {
        QFETCH(QString, text);
        QFETCH(QString, label);

        const ShippedClass found = ShippedClasses::instance().routerClass(text.toStdString());

        QCOMPARE(found.label, label.toStdString());
        QVERIFY(found.probability > 0 && found.probability <= 1);
    }

    void tellsWhatATicketIsAbout_data()
    {
        rows({{"billing", "I was invoiced for two licences too many"},
              {"billing", "Do you accept Visa?"},
              {"billing", "Where do I enter a new credit card?"},
              {"technical", "The OAuth token is rejected with error 401"},
              {"technical", "The app crashes on my tablet"},
              {"technical", "How do I connect the calendar to Outlook?"},
              {"general", "Where is your office located?"},
              {"general", "I love your product!"},
              {"general", "Could I book an appointment for Tuesday?"}});
    }

    void tellsWhatATicketIsAbout()
    {
        QFETCH(QString, text);
        QFETCH(QString, label);

        QCOMPARE(ShippedClasses::instance().category({}, text.toStdString()).label, label.toStdString());
    }

    void theFormHasFinerCategories_data()
    {
        rows({{"feedback", "It would be great to have a list view"},
              {"feedback", "Wonderful app, thank you!"},
              {"bug_report", "The app crashes when I press save"},
              {"billing", "I need a copy of my invoice"}});
    }

    void theFormHasFinerCategories()
    {
        QFETCH(QString, text);
        QFETCH(QString, label);

        QCOMPARE(ShippedClasses::instance().formCategory({}, text.toStdString()).label, label.toStdString());
    }

    void aSubjectAloneIsEnough()
    {
        QCOMPARE(ShippedClasses::instance().category("Invoice and refund", "see attachment").label,
                 std::string("billing"));
    }

    void whatSaysNothingIsUnknownAndGeneral_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("emoji") << QString::fromUtf8("🎉🎉");
        QTest::newRow("punctuation") << QStringLiteral("???");
    }

    void whatSaysNothingIsUnknownAndGeneral()
    {
        QFETCH(QString, text);

        QCOMPARE(ShippedClasses::instance().routerClass(text.toStdString()).label, std::string("UNKNOWN"));
        QCOMPARE(ShippedClasses::instance().category({}, text.toStdString()).label, std::string("general"));
    }

    void aHugeTextIsOnlyRead()
    {
        const std::string text(32'000, 'x');

        QCOMPARE(ShippedClasses::instance().routerClass(text).label, std::string("UNKNOWN"));
    }
};

PARLEY_TEST("shipped_classes", ShippedClassesTest)
#include "shipped_classes_test.moc"
