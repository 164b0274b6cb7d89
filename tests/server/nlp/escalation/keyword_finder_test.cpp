// SPDX-License-Identifier: MIT
#include "server/nlp/escalation/keyword_finder.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

class KeywordFinderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreFoundWholeInAnyCaseAndForm_data()
    {
        QTest::addColumn<std::string>("keyword");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("isThere");
        const auto row = [](const char* keyword, const char* text, bool isThere) {
            QTest::addRow("%s in %s", keyword, text) << std::string(keyword) << std::string(text) << isThere;
        };
        row("chargeback", "I will file a CHARGEBACK.", true);
        row("chargeback", "Two chargebacks are open", true);
        row("journalist", "I am writing for journalists", true);
        row("data breach", "is this a data breach?", true);
        row("data breach", "the data of the breach", false);
        row("data breach", "Data breaches worry me", true);
        row("sue", "I am Susan, my issue is pursued", false);
        row("sue", "then I sue you", true);
        row("hub", "Two HUBS, please", true);
        row("hub", "a hubbub", false);
        row("charge*", "a chargeback", true);
        row("charge*", "it was discharged", false);
        row("kündigen", "Ich habe gekauft und kündige jetzt den Vertrag", true);
        row("kundigen", "ich will kündigen", true);
        row("GDPR", "under gdpr art. 15", true);
        row("ombudsman", "", false);
    }
    void wordsAreFoundWholeInAnyCaseAndForm()
    {
        QFETCH(std::string, keyword);
        QFETCH(std::string, text);
        QFETCH(bool, isThere);
        const nlp::KeywordFinder finder({"unrelated words", keyword});

        const auto found = finder.find(text);

        QCOMPARE(found.has_value(), isThere);
        QVERIFY(!isThere || *found == keyword);
    }

    void withoutKeywordsNothingIsFound()
    {
        QVERIFY(nlp::KeywordFinder({}).isEmpty());
        QVERIFY(nlp::KeywordFinder({"?!"}).isEmpty());
        QVERIFY(!nlp::KeywordFinder({}).find("anything"));
    }
};

PARLEY_TEST("keyword_finder", KeywordFinderTest)
#include "keyword_finder_test.moc"
