// SPDX-License-Identifier: MIT
#include "server/cache/cacheability.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace parley::server;
using namespace parley::server::cache;

class CacheabilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void questionsOfOneCustomerAreNobodyElses_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* why, const char* question) {
            QTest::newRow(question) << QString::fromUtf8(question) << QString::fromUtf8(why);
        };
        row("", "How do I reset my password?");
        row("", "What does the Pro plan cost?");
        row("", "Where do I find my invoices?");
        row("", "Can I cancel my order?");
        row("", "Do you ship to Norway?");
        row("", "What happens to my order if I am not at home?");
        row("case_specific", "Where is my order?");
        row("case_specific", "When will my parcel arrive?");
        row("case_specific", "Has my refund been sent?");
        row("case_specific", "Why was I charged twice?");
        row("case_specific", "Where is order ORD-12345?");
        row("case_specific", "What is wrong with PA-20391?");
        row("case_specific", "What about 8839201?");
        row("personal_data", "Is [email-1] registered?");
        row("personal_data", "Can you call me at [phone-2]?");
        row("depends_on_context", "How do I fix this problem?");
        row("depends_on_context", "And for the Pro plan?");
        row("depends_on_context", "Is it free?");
        row("no_question", "How much?");
        row("no_question", "");
    }
    void questionsOfOneCustomerAreNobodyElses()
    {
        QFETCH(QString, question);
        QFETCH(QString, why);
        const std::string text = question.toStdString();
        QCOMPARE(questionRefusal(text, readQuestion(text), nlp::findEntities(text, {}, 0)),
                 why.toStdString());
    }

    void aTaleIsNoQuestion()
    {
        std::string text = "How do I mount the shelf ";
        while (text.size() < 500) {
            text += "in a room with a heater ";
        }
        QCOMPARE(questionRefusal(text, readQuestion(text), {}), std::string("too_long"));
    }

    void answersToOneCustomerAreNobodyElses_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* why, const char* answer) {
            QTest::newRow(answer) << QString::fromUtf8(answer) << QString::fromUtf8(why);
        };
        row("", "No, but you can pay by card.");
        row("", "Hello! Orders are sent within two days.");
        row("", "Hi there, press the button for ten seconds.");
        row("personal_data", "Hi Anna, press the button for ten seconds.");
        row("personal_data", "Write to anna.smith@example.com, please.");
        row("case_specific", "I have refunded the amount.");
        row("case_specific", "We've just sent a new one.");
        row("case_specific", "Your order was sent yesterday.");
        row("case_specific", "It is under ORD-12345.");
    }
    void answersToOneCustomerAreNobodyElses()
    {
        QFETCH(QString, answer);
        QFETCH(QString, why);
        QCOMPARE(answerRefusal(answer.toStdString()), why.toStdString());
    }
};

PARLEY_TEST("cacheability", CacheabilityTest)
#include "cacheability_test.moc"
