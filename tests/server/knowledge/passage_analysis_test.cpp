// SPDX-License-Identifier: MIT
#include "server/knowledge/passage_analysis.h"
#include "server/knowledge/sentence_check.h"
#include "tests/server/knowledge/gate_index.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <array>
#include <memory>

using namespace parley;
using namespace parley::server;
using namespace parley::server::knowledge;

namespace {

constexpr std::string_view kArticle = "# Refunds\n\nWe refund every order within 30 days.\n\n"
                                      "## How long does it take?\n\nA refund takes 5 days. This is never "
                                      "faster.\n\n1. Open the order.\n2. Choose Refund.\n";

bool hasWord(const PassageAnalysis& passage, std::string_view word)
{
    return std::binary_search(passage.words.begin(), passage.words.end(), wordKey(word));
}

} // namespace

class PassageAnalysisTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sentencesCarryWhatAnsweringAsksOfThem()
    {
        const std::string text = "The Hub costs 79 euros. This is not a rent.\n1. Open the app.\nYes, today.";
        const PassageAnalysis passage = analysePassage("Hub", "Prices", text, nlp::Language::English);
        QCOMPARE(passage.sentences.size(), std::size_t{4});
        QCOMPARE(text.substr(passage.sentences[1].begin, passage.sentences[1].size),
                 std::string("This is not a rent."));
        QVERIFY(passage.sentences[0].given.digit && !passage.sentences[0].negated);
        QVERIFY(passage.sentences[1].dangling && passage.sentences[1].negated);
        QVERIFY(passage.sentences[2].numbered && !passage.sentences[2].given.digit);
        QVERIFY(passage.sentences[3].verdict && passage.sentences[3].given.time);
        QVERIFY(hasWord(passage, "79") && hasWord(passage, "hub") && !hasWord(passage, "the"));
    }

    void aTitleRunsOnIntoTheFirstSentence()
    {
        const PassageAnalysis open =
            analysePassage("Trial", "Length", "It lasts 30 days. Then it ends.", nlp::Language::English);
        QCOMPARE(open.heads.size(), std::size_t{1});
        QCOMPARE(open.inHeads, std::size_t{1});
        const PassageAnalysis closed =
            analysePassage("Is there a trial?", "", "It lasts 30 days.", nlp::Language::English);
        QCOMPARE(closed.heads.size(), std::size_t{1});
        QCOMPARE(closed.inHeads, std::size_t{0});
        QVERIFY(analysePassage("", "", "It lasts 30 days.", nlp::Language::English).heads.empty());
    }

    void theLastHeadingIsItsOwn()
    {
        const PassageAnalysis passage =
            analysePassage("Help", "Orders > How many boxes?", "Two.", nlp::Language::English);
        QCOMPARE(passage.of(passage.headings).size(), passage.of(passage.ownHeading).size() + 1);
        QVERIFY(passage.headingKind == QuestionKind::Amount);
        QVERIFY(passage.headingCounts);
        QCOMPARE(passage.of(passage.headingCounted).size(), std::size_t{1});
    }

    void anAnswerIsTheSameWithAndWithoutTheAnalysis()
    {
        KnowledgeIndex index;
        QVERIFY(index.put(test::indexedMarkdown("", kArticle)));
        const std::string question = "How long does a refund take?";
        SearchResult found = index.search(question);
        QVERIFY(!found.hits.empty() && found.hits.front().analysis);
        const Draft ahead = draftAnswer(question, found);
        QVERIFY(joined(ahead).find("5 days") != std::string::npos);
        for (Hit& hit : found.hits) {
            hit.analysis.reset();
        }
        const Draft anew = draftAnswer(question, found);
        QCOMPARE(joined(anew), joined(ahead));
        QCOMPARE(anew.confidence.value, ahead.confidence.value);
    }

    void aPassageReadInAnotherLanguageIsReadAgain()
    {
        Hit hit;
        hit.text = "Die Rücksendungen sind für alle Kunden und auch für Geschäfte kostenlos.";
        hit.analysis = std::make_shared<const PassageAnalysis>(
            analysePassage(hit.title, hit.headings, "Nothing of this.", nlp::Language::English));
        QVERIFY(checkSentenceAgainst("Die Rücksendung ist für alle Kunden kostenlos.", hit).isSupported());
    }

    void aHitIsCheckedLikeItsTexts_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, const char* sentence, SentenceFault fault) {
            QTest::newRow(name) << QString::fromUtf8(sentence) << static_cast<int>(fault);
        };
        row("as it stands", "A refund takes 5 days.", SentenceFault::None);
        row("other number", "A refund takes 6 days.", SentenceFault::Number);
        row("other name", "A refund by Acme takes 5 days.", SentenceFault::Name);
        row("turned round", "A refund never takes 5 days.", SentenceFault::Negation);
        row("of elsewhere", "Our shop sells green bicycles cheaply.", SentenceFault::Unsupported);
        row("from the heading", "Refunds: how long.", SentenceFault::None);
        row("nothing claimed", "Sure, thanks!", SentenceFault::None);
    }

    void aHitIsCheckedLikeItsTexts()
    {
        QFETCH(QString, sentence);
        QFETCH(int, fault);
        Hit hit;
        hit.title = "Refunds";
        hit.headings = "How long does it take?";
        hit.text = "A refund takes 5 days. It is paid to the card.";
        const std::array passages = {hit.title + "\n" + hit.headings + "\n" + hit.text};
        const SentenceCheck ofTexts = checkSentence(sentence.toStdString(), passages);
        for (const bool analysed : {false, true}) {
            if (analysed) {
                hit.analysis = std::make_shared<const PassageAnalysis>(
                    analysePassage(hit.title, hit.headings, hit.text, nlp::Language::English));
            }
            const SentenceCheck check = checkSentenceAgainst(sentence.toStdString(), hit);
            QCOMPARE(static_cast<int>(check.fault), fault);
            QCOMPARE(check.support, ofTexts.support);
            QCOMPARE(static_cast<int>(ofTexts.fault), fault);
        }
    }
};

PARLEY_TEST("passage_analysis", PassageAnalysisTest)
#include "passage_analysis_test.moc"
