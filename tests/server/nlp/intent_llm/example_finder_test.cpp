// SPDX-License-Identifier: MIT
#include "server/nlp/intent_llm/example_finder.h"
#include "server/nlp/intent_llm/intent_prompt.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::nlp;

class ExampleFinderTest : public QObject {
    Q_OBJECT

private:
    static std::vector<IntentExample> examples(int labels)
    {
        std::vector<IntentExample> made;
        for (int i = 0; i < labels; ++i) {
            const std::string word =
                "thing" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i);
            made.push_back({"what about " + word, "label" + std::to_string(100 + i), 1});
            made.push_back({"tell me of " + word + " and more", "label" + std::to_string(100 + i), 1});
        }
        return made;
    }

private Q_SLOTS:
    void theLikestComesFirst()
    {
        const std::vector<IntentExample> known{{"Where is my parcel?", "delivery", 1},
                                               {"The parcels have not arrived", "delivery", 1},
                                               {"Reset my password", "password", 1}};
        const ExampleFinder finder(known);

        const auto matches = finder.find("my parcel did not arrive", 1);

        QCOMPARE(matches.byLabel.size(), std::size_t{2});
        QCOMPARE(matches.byLabel[0].size(), std::size_t{1});
        QCOMPARE(std::string(matches.byLabel[0][0].text), std::string("The parcels have not arrived"));
        QVERIFY(matches.similarityOf("delivery") > 0.5);
        QVERIFY(matches.similarityOf("delivery") <= 1.0);
        QVERIFY(matches.similarityOf("password") < 0.2);
        QCOMPARE(matches.similarityOf("nobody"), 0.0);
    }

    void theSameTextIsWholeSimilarity()
    {
        const std::vector<IntentExample> known{{"Reset my password", "password", 1}};
        const ExampleFinder finder(known);

        QVERIFY(std::abs(finder.find("reset my PASSWORD!", 3).similarityOf("password") - 1) < 1e-9);
    }

    void nothingIsLikeNothing_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("empty") << std::string();
        QTest::newRow("only marks") << std::string("?!...");
        QTest::newRow("broken bytes") << std::string("\xFF\xFE");
    }
    void nothingIsLikeNothing()
    {
        QFETCH(std::string, text);
        const ExampleFinder finder(examples(3));

        QCOMPARE(finder.find(text, 3).similarityOf("label100"), 0.0);
    }

    void theOrderOfTheExamplesDoesNotMatter()
    {
        auto known = examples(10);
        const ExampleFinder forwards(known);
        std::reverse(known.begin(), known.end());
        const ExampleFinder backwards(known);

        const auto a = forwards.find("thinga0 thingb1", 2);
        const auto b = backwards.find("thinga0 thingb1", 2);

        for (std::size_t i = 0; i < a.byLabel.size(); ++i) {
            QCOMPARE(std::string(a.byLabel[i][0].text), std::string(b.byLabel[i][0].text));
            QCOMPARE(a.byLabel[i][0].similarity, b.byLabel[i][0].similarity);
        }
    }

    void aLongListIsCutToWhatMayBeMeant()
    {
        const ExampleFinder finder(examples(90));
        const std::vector<IntentGuess> local{{"label177", 0.4}, {"gone", 0.3}};

        const auto labels = offeredLabels(finder.find("thingc2", 3), local, 5);

        QCOMPARE(labels.size(), std::size_t{5});
        QVERIFY(std::is_sorted(labels.begin(), labels.end()));
        QVERIFY(std::find(labels.begin(), labels.end(), "label102") != labels.end());
        QVERIFY(std::find(labels.begin(), labels.end(), "label177") != labels.end());
        QVERIFY(std::find(labels.begin(), labels.end(), "gone") == labels.end());
    }

    void labelsAreSortedAndWithoutWhatBelongsNowhere()
    {
        const std::vector<IntentExample> known{{"b", "beta", 1}, {"a", "alpha", 1}, {"x", "oos", 1}};

        QCOMPARE(ExampleFinder(known).labels(), (std::vector<std::string>{"alpha", "beta"}));
    }
};

PARLEY_TEST("example_finder", ExampleFinderTest)
#include "example_finder_test.moc"
