// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/sentiment.h"
#include "server/nlp/sentiment/support_sentiment.h"
#include "server/nlp/sentiment/vader_lexicon.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <random>

using namespace parley::server::nlp;

namespace {

void row(const char* text)
{
    QTest::newRow(text) << QByteArray(text);
}

} // namespace

class SentimentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void customersAreUnhappy_data()
    {
        QTest::addColumn<QByteArray>("text");
        row("I was charged twice and I am still waiting for my refund.");
        row("Your app doesn't work on my phone, it keeps crashing");
        row("This is the third time I write and nobody has answered");
        row("Great, another outage. Just what I needed.");
        row("Thanks for nothing.");
        row("So much for your \"excellent\" support");
        row("I love how your app crashes every time I open my order");
        row("I'm not happy with the service");
        row("THIS IS UNACCEPTABLE. GIVE ME MY MONEY BACK");
        row("hi, I emailed you on Monday about my order. still havent heard back 😤");
        row("I want to speak to a manager, your support team ignored me");
        row("😡😡");
        row("Ich bin sehr enttäuscht, seit drei Wochen warte ich auf meine Bestellung!");
        row("Das ist eine Frechheit! Sie haben mir zweimal abgebucht.");
        row("Esto es inaceptable, me han cobrado dos veces y nadie responde.");
        row("No funciona la aplicación y estoy muy decepcionada con el servicio.");
        row("C'est inadmissible, je n'ai toujours pas reçu ma commande !");
        row("L'application ne marche plus depuis hier.");
    }

    void customersAreUnhappy()
    {
        QFETCH(QByteArray, text);
        const double score = sentiment(text.toStdString());
        QVERIFY2(score < -0.15, qPrintable(QString::number(score)));
    }

    void customersAreHappy_data()
    {
        QTest::addColumn<QByteArray>("text");
        row("Thank you so much, that fixed it!");
        row("The issue is resolved now, works great.");
        row("I love your product, it has made our work so much easier.");
        row("Your support team is excellent, keep up the good work");
        row("👍");
        row("Vielen Dank, alles funktioniert wieder, toller Service!");
        row("Muchas gracias, excelente servicio, ya funciona.");
        row("Merci beaucoup, c'est parfait.");
    }

    void customersAreHappy()
    {
        QFETCH(QByteArray, text);
        const double score = sentiment(text.toStdString());
        QVERIFY2(score > 0.2, qPrintable(QString::number(score)));
    }

    void politenessIsNoJoy_data()
    {
        QTest::addColumn<QByteArray>("text");
        row("Could you please help me change my address? Thanks in advance!");
        row("Hi, can you help me reset my password? Best regards, John");
        row("Hello, I'd like to upgrade my plan. Can you tell me the price?");
        row("Where can I find my invoice?");
        row("Hallo, wie kann ich meine Adresse ändern? Vielen Dank im Voraus.");
        row("Hola, ¿cómo puedo cambiar mi contraseña? Gracias de antemano.");
        row("Bonjour, comment puis-je changer mon adresse ? Merci d'avance.");
        row("12345");
        row("");
    }

    void politenessIsNoJoy()
    {
        QFETCH(QByteArray, text);
        const double score = sentiment(text.toStdString());
        QVERIFY2(std::abs(score) < 0.2, qPrintable(QString::number(score)));
    }

    void angerIsWorseThanAProblem()
    {
        const double problem = sentiment("My order arrived late and one item is missing.");
        const double anger = sentiment("My order arrived late again. This is ridiculous, I am furious!");

        QVERIFY(problem < -0.1);
        QVERIFY(anger < problem - 0.1);
    }

    void postsAreReadByThePlainMethod()
    {
        const std::string post = "lol best concert ever #summer @friend";

        QVERIFY(supportReading(post).likeness < 0.4);
        QVERIFY(supportReading("Hi, can you check my order? I need an invoice.").likeness > 0.8);
        if (!kVaderLexicon.empty()) {
            QVERIFY(std::abs(sentimentOf(post).score - sentimentOf(post).vader) < 0.25);
        }
    }

    void anyBytesHaveAScore()
    {
        std::mt19937 random(3);
        for (int round = 0; round < 2000; ++round) {
            std::string text;
            for (std::size_t i = 0, n = random() % 200; i < n; ++i) {
                text += static_cast<char>(random() % 256);
            }
            const Sentiment found = sentimentOf(text);
            QVERIFY(std::abs(found.score) <= 1 && std::abs(found.vader) <= 1);
        }
    }

    void hugeTextsHaveAScore_data()
    {
        QTest::addColumn<QByteArray>("unit");
        for (const char* unit : {"a", "bad ", "not ", "!", "😡", "字", "still waiting ", "'"}) {
            QTest::newRow(unit) << QByteArray(unit);
        }
    }

    /// What is not linear takes minutes here.
    void hugeTextsHaveAScore()
    {
        QFETCH(QByteArray, unit);
        const double score = sentiment(unit.repeated(400'000 / unit.size()).toStdString());
        QVERIFY(std::isfinite(score) && std::abs(score) <= 1);
    }
};

PARLEY_TEST("sentiment", SentimentTest)
#include "sentiment_test.moc"
