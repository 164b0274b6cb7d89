// SPDX-License-Identifier: MIT
#include "server/cache/match.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace parley::server::cache;

namespace {

constexpr double kThreshold = 0.9;

} // namespace

class MatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void questionsThatWantTheSameAnswerMatch_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        const auto row = [](const char* one, const char* other) {
            QTest::newRow(one) << QString::fromUtf8(one) << QString::fromUtf8(other);
        };
        row("How do I reset my password?", "how can i reset my password");
        row("How do I change the e-mail address?", "What is the best way to change the email address?");
        row("Hello, could you please tell me how to cancel my subscription?",
            "How do I cancel a subscription?");
        row("How much does shipping cost?", "What is the price of delivery?");
        row("How can I get my money back?", "How do I get a refund?");
        row("Is it possible to export invoices?", "Can I export invoices?");
        row("In Germany, how do I pay by invoice?", "How do I pay by invoice in Germany?");
        row("In winter, can I pay monthly?", "Can I pay monthly in winter?");
        row("Where can I download the app?", "Where do I download the app?");
        row("What happens when I cancel?", "What happens if I cancel?");
        row("Does it work with cats and dogs?", "Does it work with dogs and cats?");
        row("What's included in the Pro plan?", "What is included in the Pro plan?");
        row("Why can't I log in?", "Why can I not sign in?");
        row("Can I add three users?", "Can I add 3 users?");
        row("¿Cómo cancelo la suscripción?", "como cancelo suscripcion");
    }
    void questionsThatWantTheSameAnswerMatch()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        const Match match = matchQuestions(one.toStdString(), other.toStdString());
        QVERIFY2(match.probability >= kThreshold, std::string(disagreementName(match.disagreement)).c_str());
        const Match back = matchQuestions(other.toStdString(), one.toStdString());
        QCOMPARE(back.probability, match.probability);
    }

    void whatDiffersIsRefusedByName_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* why, const char* one, const char* other) {
            QTest::newRow(one) << QString::fromUtf8(one) << QString::fromUtf8(other)
                               << QString::fromUtf8(why);
        };
        row("word_order", "How do I move from Basic to Pro?", "How do I move from Pro to Basic?");
        row("word_order", "Can a buyer block a seller?", "Can a seller block a buyer?");
        row("word_order", "Is Basic cheaper than Pro?", "Is Pro cheaper than Basic?");
        row("negation", "What happens if I pay?", "What happens if I do not pay?");
        row("number", "Can I add 3 users?", "Can I add 5 users?");
        row("number", "Is there a plan for two people?", "Is there a plan for six people?");
        row("number", "Do you deliver on 3 May?", "Do you deliver on 4 May?");
        row("name", "Do you ship to Canada?", "Do you ship to Norway?");
        row("opposite", "How do I enable backups?", "How do I disable backups?");
        row("opposite", "How do I turn on backups?", "How do I turn off backups?");
        row("opposite", "Can I pay before delivery?", "Can I pay after delivery?");
        row("question_word", "How can I cancel my plan?", "When can I cancel my plan?");
        row("question_word", "How do I delete my account?", "Can I delete my account?");
        row("quantity", "Can I delete every report?", "Can I delete the reports?");
        row("time", "Was my card charged?", "Will my card be charged?");
        row("time", "Must I verify my phone?", "Can I verify my phone?");
        row("person", "Can you delete my profile?", "Can I delete my profile?");
        row("words", "Is it harmful for plants?", "Is it harmless for plants?");
        row("words", "How do I delete my account?", "How do I delete my report?");
        row("words", "What is integrity?", "What is integral?");
        row("context", "How do I fix this problem?", "How can I fix this problem?");
        row("relation", "Can I get it if I am late?", "Can I get it unless I am late?");
        row("name", "Where is the IT office?", "Where is the office?");
        row("words", "Wie kündige ich meinen Vertrag?", "Wie verlängere ich meinen Vertrag?");
    }
    void whatDiffersIsRefusedByName()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(QString, why);
        const Match match = matchQuestions(one.toStdString(), other.toStdString());
        QVERIFY(match.probability < kThreshold);
        QCOMPARE(std::string(disagreementName(match.disagreement)), why.toStdString());
    }

    void theExactKeyIsBlindToFormAlone()
    {
        const std::string key = exactKey("How do I reset my password?");
        QCOMPARE(exactKey("  HOW do I   reset my password ?!"), key);
        QCOMPARE(exactKey("how do i reset “my” password"), key);
        QCOMPARE(exactKey("¿Qué pasó?"), exactKey("que paso"));
        QVERIFY(exactKey("Is it $5?") != exactKey("Is it 5 euros?"));
        QVERIFY(exactKey("Do you teach C#?") != exactKey("Do you teach C?"));
        QVERIFY(exactKey("order 12") != exactKey("order 21"));
        QVERIFY(exactKey("你好吗") != exactKey("你吗好"));
    }

    void anyBytesAreRead()
    {
        for (const std::string& text : {std::string(),
                                        std::string("\xff\xfe\x80"),
                                        std::string(3, '\0'),
                                        std::string("?!…"),
                                        std::string(20'000, 'a'),
                                        std::string("how ") + std::string(5'000, ' ') + "do"}) {
            (void)matchQuestions(text, "How do I pay?");
            QVERIFY(matchQuestions(text, "How do I pay?").probability < kThreshold);
        }
    }
};

PARLEY_TEST("match", MatchTest)
#include "match_test.moc"
