// SPDX-License-Identifier: MIT
#include "server/nlp/language.h"
#include "server/nlp/ngrams.h"
#include "server/nlp/stemmer.h"
#include "server/nlp/terms.h"
#include "server/nlp/tokens.h"
#include "tests/support/test_main.h"

using namespace parley::server::nlp;

namespace {

std::string line(const std::string& text)
{
    std::string out;
    for (const Token& token : tokenize(text)) {
        out += (out.empty() ? "" : "|") + token.text;
    }
    return out;
}

} // namespace

class TokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsFallIntoTheirWords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("tokens");
        const auto row = [](const char* text, const char* tokens) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(tokens);
        };
        row("Hello, World!", "hello|world");
        row("Ärger über ÉTÉ Ελλάδα МОСКВА", "ärger|über|été|ελλάδα|москва");
        row("It costs 1,000.50 or 12,5", "it|costs|1000.50|or|12,5");
        row("mail help@brightcup.example.", "mail|help@brightcup.example");
        row("order PA-12345 of 2024-11-05", "order|pa-12345|of|2024-11-05");
        row("COVID-19 and 24-hour", "covid|19|and|24|hour");
        row("see https://x.example/a?b=1, ok", "see|https://x.example/a?b=1|ok");
        row("don't the customer's", "don't|the|customer");
        row("l'adresse qu'il", "l|adresse|qu|il");
        row("黑豹队", "黑豹|豹队");
        row("", "");
        row("\xFF\xFE\xC3", "");
    }

    void textsFallIntoTheirWords()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, tokens);

        QCOMPARE(line(text.toStdString()), tokens.toStdString());
    }

    void offsetsPointIntoTheText()
    {
        const std::string text = "Über 5 Tage";
        const auto tokens = tokenize(text);

        QCOMPARE(tokens.size(), std::size_t{3});
        QCOMPARE(text.substr(tokens[0].begin, tokens[0].end - tokens[0].begin), std::string("Über"));
        QVERIFY(tokens[0].capitalized);
        QCOMPARE(text.substr(tokens[2].begin), std::string("Tage"));
    }

    void stemsIgnoreEndingsAndDiacritics()
    {
        QCOMPARE(stem("deliveries", Language::English), stem("delivery", Language::English));
        QCOMPARE(stem("réinitialiser", Language::French), stem("reinitialiser", Language::French));
        QCOMPARE(stem("黑豹", Language::Other), std::string("黑豹"));
    }

    void commonWordsTellTheLanguage()
    {
        const auto guess = [](const char* text) { return guessLanguage(tokenize(text)).language; };
        QCOMPARE(guess("How do I return an item?"), Language::English);
        QCOMPARE(guess("Wie kann ich das zurückgeben?"), Language::German);
        QCOMPARE(guess("¿Cómo puedo devolver un pedido?"), Language::Spanish);
        QCOMPARE(guess("Comment puis-je retourner mon article ?"), Language::French);
        QCOMPARE(guess("Как вернуть товар?"), Language::Russian);
        QCOMPARE(guess("zxcv"), Language::English);
    }

    void loggingInIsOneWord()
    {
        const auto terms = contentTerms("I cannot log in", Language::English);
        QCOMPARE(terms.size(), std::size_t{1});
        QCOMPARE(terms[0].stem, std::string("login"));
    }

    void neighboursSwappedAreOneError()
    {
        QCOMPARE(editDistance("pasword", "password", 2), std::size_t{1});
        QCOMPARE(editDistance("recieve", "receive", 2), std::size_t{1});
        QCOMPARE(editDistance("lift", "gift", 0), std::size_t{1});
    }

    void anyBytesEndInLinearTime()
    {
        std::string text;
        for (int i = 0; i < 200'000; ++i) {
            text.push_back(static_cast<char>((i * 7919 + i / 13) % 256));
        }
        QVERIFY(tokenize(text).size() > 1000);
        QVERIFY(tokenize(std::string(200'000, 'A')).empty());
        tokenize(std::string(200'000, '@'));
        tokenize(std::string(200'000, '-'));
    }
};

PARLEY_TEST("tokens", TokensTest)
#include "tokens_test.moc"
