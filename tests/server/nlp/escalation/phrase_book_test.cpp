// SPDX-License-Identifier: MIT
#include "server/nlp/escalation/phrase_book.h"
#include "server/nlp/escalation/phrase_evidence.h"
#include "tests/support/test_main.h"

#include <array>
#include <stdexcept>

using namespace parley::server::nlp;

namespace {

constexpr std::array<std::string_view, 13> kLines{"# what is left out",
                                                  "@want = want need|require",
                                                  "[question]",
                                                  "1 how do i",
                                                  "[refund]",
                                                  "4 @want ~2 refund*",
                                                  "3n never ~2 repaid",
                                                  "2q money back",
                                                  "1q0 returns",
                                                  "2 ^ cash $",
                                                  "2 give back? coins",
                                                  "mask refund policy",
                                                  ""};

double weightOf(std::string_view text)
{
    const PhraseBook book(readPhrases(kLines));
    const std::vector<Evidence> evidence = evidenceIn(book, readPhraseText({}, text));
    return evidence[book.sectionNamed("refund")].weight;
}

} // namespace

class PhraseBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsPhrasesAsTheirLinesSay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("weight");
        const auto row = [](const char* text, double weight) {
            QTest::newRow(text) << QString::fromUtf8(text) << weight;
        };
        row("I want a refund", 4);
        row("we require the full refunding", 4);
        row("I want my own hard earned refund", 0); // four words lie between, two may
        row("I want it. Refund", 0);                // not within one sentence
        row("I don't want a refund", 0);
        row("Don't worry, I want a refund", 4); // another clause
        row("why don't you see I want a refund", 4);
        row("it was never repaid", 3);
        row("I want the refund policy", 0);
        row("money back", 2);
        row("How do I get my money back?", 1);
        row("How do I post returns?", 0);
        row("your returns", 1);
        row("Cash!", 2);
        row("Cash now", 0);
        row("give coins", 2);
        row("give back coins", 2);
        row("I want a refund and my money back", 5);
        row("", 0);
    }

    void findsPhrasesAsTheirLinesSay()
    {
        QFETCH(QString, text);
        QFETCH(double, weight);

        QCOMPARE(weightOf(text.toStdString()), weight);
    }

    void refusesLinesThatAreNoPhrases_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line : {"refund",
                                 "0 refund",
                                 "4x refund",
                                 "4 ~3 refund",
                                 "4 want ~12 refund",
                                 "4 @nobody",
                                 "4",
                                 "[open",
                                 "@empty =",
                                 "4 please? refund"}) {
            QTest::newRow(line) << QString::fromUtf8(line);
        }
    }

    void refusesLinesThatAreNoPhrases()
    {
        QFETCH(QString, line);
        const std::string text = line.toStdString();
        const std::array<std::string_view, 2> lines{"[refund]", text};

        QVERIFY_EXCEPTION_THROWN(readPhrases(lines), std::logic_error);
    }

    void quotesTheCustomersOwnWords()
    {
        const PhraseBook book(readPhrases(kLines));
        const PhraseText text = readPhraseText("Hello", "We NEED a Refund, please");

        const std::vector<Evidence> evidence = evidenceIn(book, text);

        const std::vector<PhraseMatch>& matches = evidence[book.sectionNamed("refund")].matches;
        QCOMPARE(matches.size(), std::size_t{1});
        QCOMPARE(std::string(text.quote(matches[0].first, matches[0].last)), std::string("NEED a Refund"));
    }
};

PARLEY_TEST("phrase_book", PhraseBookTest)
#include "phrase_book_test.moc"
