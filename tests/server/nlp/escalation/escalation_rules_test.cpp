// SPDX-License-Identifier: MIT
#include "server/nlp/escalation/escalation_rules.h"
#include "server/nlp/sentiment/sentiment.h"
#include "tests/support/test_main.h"

#include <chrono>

using namespace parley::server::nlp;

namespace {

EscalationVerdict judged(std::string_view text)
{
    static const EscalationRules kRules;
    return kRules.judge({.subject = {}, .text = text, .sentiment = sentiment(text), .category = {}});
}

} // namespace

class EscalationRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsOverForAReason_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* reason, const char* text) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(reason);
        };
        row("refund", "I want my money back");
        row("refund", "Refund me please");
        row("refund", "Why haven't you refunded my ticket yet?");
        row("billing_dispute", "You charged me twice");
        row("billing_dispute", "I dispute the fee on my last statement.");
        row("legal", "You will hear from my lawyer");
        row("legal", "We are considering legal action");
        row("legal", "Please find attached a subpoena for call records");
        row("legal", "We need a DPA to sign before we start");
        row("security", "My account was hacked");
        row("security", "I found a vulnerability in your login form");
        row("security", "Is there a data breach? Somebody logged in to my account from abroad");
        row("data_loss", "All my files disappeared");
        row("outage", "Production is down and all our users cannot log in");
        row("outage", "Is everything down?");
        row("deletion", "Delete my account and all my data");
        row("deletion", "This is a request for erasure under GDPR");
        row("ownership", "The owner left, please transfer ownership of the workspace to me");
        row("churn", "We are cancelling and moving to another provider");
        row("anger", "This is unacceptable, it is the third time I write to you");
        row("anger", "YOUR SUPPORT IS THE WORST COMPANY I EVER HAD TO DEAL WITH");
        row("human_request", "I want to talk to a human");
        row("human_request", "Please call me back tomorrow morning");
        row("pricing", "Can we negotiate the price for 200 seats?");
        row("safety", "The battery exploded and burned my hand");
        row("press", "I am a journalist and need a statement");
        row("refund", "Ich verlange mein Geld zurück");
        row("security", "Hackearon mi cuenta");
        row("billing_dispute", "J'ai été prélevé deux fois");
    }

    void handsOverForAReason()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);

        const EscalationVerdict verdict = judged(text.toStdString());

        QVERIFY2(verdict.escalate, qPrintable(QString::number(verdict.score)));
        QCOMPARE(verdict.reason, reason.toStdString());
        QVERIFY(verdict.score >= 0.5);
        QVERIFY(!verdict.evidence.empty());
    }

    void leavesToTheAgentWhatOnlyLooksLikeIt_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"What is your refund policy?",
                                 "How long do refunds take?",
                                 "How do I refund a customer in the till app?",
                                 "I don't want a refund, I only want to swap the size",
                                 "How do I download my invoice?",
                                 "Will I be charged twice if I upgrade mid month?",
                                 "My phone was not fully charged this morning",
                                 "Where can I change our legal entity name?",
                                 "Please send me the link to your terms of service",
                                 "Can I share legal documents with a client?",
                                 "Where do I find the tennis court booking?",
                                 "Where are the security settings?",
                                 "How do I enable 2FA?",
                                 "We organise a hackathon in May",
                                 "The request returns 401 Unauthorized error",
                                 "How do I restore a deleted task?",
                                 "Will I lose my data if I change the plan?",
                                 "Is there a status page?",
                                 "The drop down menu is cut off",
                                 "Is there planned maintenance on Sunday?",
                                 "How do I delete a task?",
                                 "How do I remove a user from the team?",
                                 "How can I change the owner of a card?",
                                 "How do I cancel a single seat?",
                                 "Where can I switch to dark mode?",
                                 "How do we track complaints in the CRM?",
                                 "How do I add a third party app?",
                                 "How many agents can share an inbox?",
                                 "How do I configure escalation rules?",
                                 "My discount code is not accepted",
                                 "How do I kill a background process?",
                                 "The burn down chart is wrong",
                                 "Can I see the press kit?",
                                 "Wo finde ich die Rechnung?",
                                 "¿Cómo cambio la razón social?",
                                 "Où se trouvent les mentions légales ?",
                                 "Thank you, it works now!",
                                 "hello"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }

    void leavesToTheAgentWhatOnlyLooksLikeIt()
    {
        QFETCH(QString, text);

        const EscalationVerdict verdict = judged(text.toStdString());

        const QString why = QString::fromStdString(verdict.reason) + QString::number(verdict.score);
        QVERIFY2(!verdict.escalate, qPrintable(why));
    }

    void sayNothingOfTextsThatSayNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("spaces") << QStringLiteral(" \n\t ");
        QTest::newRow("emoji") << QString::fromUtf8("😀😀😀🎉");
        QTest::newRow("digits") << QStringLiteral("123 456 789");
        QTest::newRow("one long word") << QString(8000, QLatin1Char('a'));
        QTest::newRow("no spaces") << QString::fromUtf8("漢").repeated(8000);
        QTest::newRow("punctuation") << QString(8000, QLatin1Char('.'));
    }

    void sayNothingOfTextsThatSayNothing()
    {
        QFETCH(QString, text);

        const EscalationVerdict verdict = judged(text.toStdString());

        QVERIFY(!verdict.escalate);
        QVERIFY(verdict.reason.empty());
        QVERIFY(verdict.evidence.empty());
    }

    void readsBytesThatAreNoText()
    {
        const EscalationVerdict verdict = judged("refund me \xff\xfe\xc3 now please");

        QCOMPARE(verdict.reason, std::string("refund"));
    }

    void aLongMessageTakesNoLongerThanItsWords()
    {
        // What repeats the beginnings of many phrases must not multiply: all words are tried, none twice.
        std::string text;
        while (text.size() < 32'000) {
            text += "i want my our the please how do i never not all the we ";
        }

        const EscalationVerdict verdict = judged(text);

        QVERIFY(!verdict.escalate);
    }

    void moodDeepensAngerAndDoesNotMakeIt()
    {
        const EscalationRules rules;
        const std::string_view fault = "The export fails with an error since yesterday.";

        const auto calm = rules.judge({.subject = {}, .text = fault, .sentiment = 0, .category = {}});
        const auto sour = rules.judge({.subject = {}, .text = fault, .sentiment = -1, .category = {}});

        QVERIFY(!calm.escalate);
        QVERIFY(!sour.escalate);
        QVERIFY(sour.score > calm.score);
    }

    void readsTheSubjectToo()
    {
        const EscalationRules rules;

        const auto verdict = rules.judge({.subject = "Refund request",
                                          .text = "Order 5512, see attachment.",
                                          .sentiment = 0,
                                          .category = {}});

        QVERIFY(verdict.escalate);
        QCOMPARE(verdict.reason, std::string("refund"));
    }
};

PARLEY_TEST("escalation_rules", EscalationRulesTest)
#include "escalation_rules_test.moc"
