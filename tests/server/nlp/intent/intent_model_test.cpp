// SPDX-License-Identifier: MIT
#include "server/nlp/intent/intent_model.h"
#include "tests/server/nlp/intent/shop_examples.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace parley;
using namespace parley::server::nlp;
using parley::tests::shopExamples;

namespace {

using Model = std::shared_ptr<const IntentModel>;

Model trained(const std::vector<IntentExample>& examples, const IntentTraining& options = {})
{
    auto model = IntentModel::train(examples, options);
    return model ? *model : nullptr;
}

std::string best(const IntentModel& model, std::string_view text)
{
    const IntentResult result = model.classify(text);
    return result.guesses.empty() ? std::string() : result.guesses[0].label;
}

IntentResult resultOf(std::vector<double> probabilities, double inScope)
{
    IntentResult result;
    for (const double probability : probabilities) {
        result.guesses.push_back(
            {std::string(1, static_cast<char>('a' + result.guesses.size())), probability});
    }
    result.inScope = inScope;
    return result;
}

} // namespace

class IntentModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenSentencesALabelReachFurtherThanTheirWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("label");
        QTest::newRow("other order of words") << "where's my package?"
                                              << "shipping";
        QTest::newRow("a word of the same concept") << "the courier has not brought my shipment"
                                                    << "shipping";
        QTest::newRow("money") << "i'd like my money back please"
                               << "returns";
        QTest::newRow("bill for invoice") << "can i get a bill"
                                          << "billing";
        QTest::newRow("sign in for log in") << "i can't sign in"
                                            << "account";
        QTest::newRow("a typing error") << "i forgot my pasword"
                                        << "account";
        QTest::newRow("capitals") << "IS THIS JACKET WARM"
                                  << "products";
    }
    void tenSentencesALabelReachFurtherThanTheirWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, label);
        const Model model = trained(shopExamples());
        QVERIFY(model);

        const IntentResult result = model->classify(text.toStdString());

        QCOMPARE(result.guesses.at(0).label, label.toStdString());
        QVERIFY2(result.inScope >= 0.5, std::to_string(result.inScope).c_str());
    }

    void whatBelongsNowhereIsKnown_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"tell me a joke about cats",
                                 "can you book a flight to rome",
                                 "hello",
                                 "recommend a restaurant nearby",
                                 "what time is it in tokyo",
                                 "wie wird das wetter morgen",
                                 "xyzzy qwrtz"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void whatBelongsNowhereIsKnown()
    {
        QFETCH(QString, text);
        const Model model = trained(shopExamples());
        QVERIFY(model);

        const IntentResult result = model->classify(text.toStdString());

        QVERIFY2(result.inScope < 0.5, std::to_string(result.inScope).c_str());
        QVERIFY(clarificationChoices(result).empty());
    }

    void probabilitiesSumToOneAndFall()
    {
        const Model model = trained(shopExamples());
        QVERIFY(model);

        const IntentResult result = model->classify("refund for a late delivery");

        QCOMPARE(result.guesses.size(), std::size_t{5});
        double sum = 0;
        double before = 1;
        for (const IntentGuess& guess : result.guesses) {
            QVERIFY(guess.probability <= before);
            before = guess.probability;
            sum += guess.probability;
        }
        QVERIFY(std::fabs(sum - 1) < 1e-9);
        QCOMPARE(result.margin, result.guesses[0].probability - result.guesses[1].probability);
    }

    void orderOfTheExamplesDoesNotMatter()
    {
        std::vector<IntentExample> examples = shopExamples();
        const Model one = trained(examples);
        std::reverse(examples.begin(), examples.end());
        std::rotate(examples.begin(), examples.begin() + 17, examples.end());
        const Model other = trained(examples);
        QVERIFY(one && other);

        for (const char* text : {"where is it", "refund for the delivery", "hello there"}) {
            const IntentResult a = one->classify(text);
            const IntentResult b = other->classify(text);
            QCOMPARE(a.guesses.at(0).label, b.guesses.at(0).label);
            QCOMPARE(a.guesses.at(0).probability, b.guesses.at(0).probability);
            QCOMPARE(a.inScope, b.inScope);
        }
    }

    void labelledOutOfScopeExamplesAreLearnt()
    {
        std::vector<IntentExample> examples = shopExamples();
        const std::string text = "can i apply for jobs in your company";
        const double before = trained(examples)->classify(text).inScope;
        for (const char* label : {"oos", "none", "Unknown", "out_of_scope"}) {
            examples.push_back({"are there jobs in your company", label, 1});
            examples.push_back({"i want to apply for a job", label, 1});
        }
        const Model model = trained(examples);

        QCOMPARE(model->labels().size(), std::size_t{5});
        QVERIFY(model->classify(text).inScope < before);
        QVERIFY(model->classify(text).inScope < 0.5);
    }

    void heavierCorrectionWins()
    {
        std::vector<IntentExample> examples = shopExamples();
        examples.push_back({"my parcel is broken", "shipping", 1});
        examples.push_back({"my parcel is broken", "returns", 20});

        QCOMPARE(best(*trained(examples), "my parcel is broken"), std::string("returns"));
    }

    void contradictingLabelsOfOneTextShareItsProbability()
    {
        std::vector<IntentExample> examples = shopExamples();
        for (const char* label : {"shipping", "returns"}) {
            examples.push_back({"the zipper of the purse is torn", label, 1});
        }

        const IntentResult result = trained(examples)->classify("the zipper of the purse is torn");

        QVERIFY(result.guesses.at(1).probability > 0.15);
        QVERIFY(result.guesses[0].probability + result.guesses[1].probability > 0.95);
    }

    void oneLabelAloneIsTrained()
    {
        std::vector<IntentExample> examples = shopExamples();
        std::erase_if(examples, [](const IntentExample& one) { return one.label != "shipping"; });
        const Model model = trained(examples);
        QVERIFY(model);

        QCOMPARE(best(*model, "where is my parcel"), std::string("shipping"));
        QVERIFY(model->classify("where is my parcel").inScope > 0.5);
        QVERIFY(model->classify("who painted the mona lisa").inScope < 0.5);
    }

    void oneExampleALabelIsEnoughToBegin()
    {
        const Model model =
            trained({{"where is my parcel", "shipping", 1}, {"reset my password", "account", 1}});
        QVERIFY(model);

        QCOMPARE(best(*model, "my password does not work"), std::string("account"));
        QCOMPARE(best(*model, "the parcel is late"), std::string("shipping"));
    }

    void examplesWithoutWordsAreNoTraining()
    {
        const std::vector<std::vector<IntentExample>> sets{{},
                                                           {{"", "a", 1},
                                                            {"!!!", "b", 1},
                                                            {"\xF0\x9F\x98\x80", "c", 1}},
                                                           {{"a sentence", "", 1}},
                                                           {{"only this", "oos", 1}}};
        for (const auto& examples : sets) {
            const auto model = IntentModel::train(examples);
            QVERIFY(!model);
            QCOMPARE(model.error().code, ErrorCode::InvalidArgument);
        }
    }

    void textWithoutWordsHasNoGuess()
    {
        const Model model = trained(shopExamples());
        for (const char* text : {"", "   ", "?!", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80"}) {
            QVERIFY(model->classify(text).guesses.empty());
            QCOMPARE(model->classify(text).inScope, 0.0);
        }
    }

    void anyBytesAndAnyLengthAreRead()
    {
        const Model model = trained(shopExamples());
        std::string all;
        for (int i = 1; i < 256; ++i) {
            all.push_back(static_cast<char>(i));
        }
        std::string sentences;
        while (sentences.size() < 200'000) {
            sentences += "where is my parcel and why is it late ";
        }
        QCOMPARE(model->classify(all).guesses.size(), std::size_t{5});
        QCOMPARE(model->classify(std::string(100'000, 'x')).guesses.size(), std::size_t{0});
        QCOMPARE(best(*model, sentences), std::string("shipping"));
    }

    void otherScriptsAreClassified_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("german") << QStringLiteral("wo ist mein paket geblieben");
        QTest::newRow("russian") << QStringLiteral("где моя посылка сейчас");
        QTest::newRow("chinese") << QStringLiteral("我的包裹现在在哪里");
        QTest::newRow("arabic") << QStringLiteral("أين طردي الآن");
        QTest::newRow("greek") << QStringLiteral("πού είναι το δέμα μου τώρα");
    }
    void otherScriptsAreClassified()
    {
        QFETCH(QString, text);
        std::vector<IntentExample> examples;
        for (const char* parcel : {"wo ist mein paket",
                                   "где моя посылка",
                                   "我的包裹在哪里",
                                   "أين طردي",
                                   "πού είναι το δέμα μου"}) {
            examples.push_back({parcel, "shipping", 1});
        }
        for (const char* password : {"ich habe mein passwort vergessen",
                                     "я забыл пароль",
                                     "我忘记了密码",
                                     "نسيت كلمة المرور",
                                     "ξέχασα τον κωδικό"}) {
            examples.push_back({password, "account", 1});
        }

        QCOMPARE(best(*trained(examples), text.toStdString()), std::string("shipping"));
    }

    void embeddingsTellApartWhatWordsDoNot()
    {
        std::vector<IntentExample> examples;
        for (int i = 0; i < 8; ++i) {
            const std::string number = "number " + std::string(1, static_cast<char>('a' + i));
            examples.push_back({number + " left", "one", 1});
            examples.push_back({number + " right", "two", 1});
        }
        IntentTraining options;
        options.embed = [](std::span<const std::string> texts) -> Result<std::vector<std::vector<float>>> {
            std::vector<std::vector<float>> rows;
            for (const std::string& text : texts) {
                const bool left = text.find("left") != std::string::npos;
                const bool right = text.find("right") != std::string::npos;
                rows.push_back({left ? 1.0F : 0.0F, right ? 1.0F : 0.0F, 0.1F});
            }
            return rows;
        };
        const Model model = trained(examples, options);
        QVERIFY(model);

        const std::vector<float> right{0, 1, 0.1F};
        QCOMPARE(model->classify("something never seen", right).guesses.at(0).label, std::string("two"));
        QCOMPARE(best(*model, "number a left"), std::string("one")); // without an embedding by its words
    }

    void brokenEmbedderFailsTheTraining()
    {
        IntentTraining options;
        options.embed = [](std::span<const std::string>) -> Result<std::vector<std::vector<float>>> {
            return std::vector<std::vector<float>>{{1.0F}};
        };
        const auto uneven = IntentModel::train(shopExamples(), options);
        QVERIFY(!uneven);
        QCOMPARE(uneven.error().code, ErrorCode::Upstream);

        options.embed = [](std::span<const std::string>) -> Result<std::vector<std::vector<float>>> {
            return fail(ErrorCode::Timeout, "The embedder took too long.");
        };
        const auto late = IntentModel::train(shopExamples(), options);
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Timeout);
    }

    void askingIsForAFewLikelyLabelsInScope_data()
    {
        QTest::addColumn<std::vector<double>>("probabilities");
        QTest::addColumn<double>("inScope");
        QTest::addColumn<std::size_t>("choices");
        using P = std::vector<double>;
        QTest::newRow("two alike") << P{0.48, 0.46, 0.04} << 0.9 << std::size_t{2};
        QTest::newRow("three alike") << P{0.33, 0.32, 0.30, 0.05} << 0.9 << std::size_t{3};
        QTest::newRow("just in scope") << P{0.48, 0.46} << 0.50 << std::size_t{2};
        QTest::newRow("just out of scope") << P{0.48, 0.46} << 0.4999 << std::size_t{0};
        QTest::newRow("one stands out") << P{0.60, 0.40} << 0.9 << std::size_t{0};
        QTest::newRow("just does not stand out") << P{0.5999, 0.4001} << 0.9 << std::size_t{2};
        QTest::newRow("second half as likely") << P{0.5, 0.25, 0.2} << 0.9 << std::size_t{2};
        QTest::newRow("second too far behind") << P{0.5, 0.2499, 0.2} << 0.9 << std::size_t{0};
        QTest::newRow("too many alike") << P{0.25, 0.25, 0.25, 0.25} << 0.9 << std::size_t{0};
        QTest::newRow("all unlikely") << P{0.11, 0.10, 0.09} << 0.9 << std::size_t{0};
        QTest::newRow("one label") << P{0.5} << 0.9 << std::size_t{0};
        QTest::newRow("none") << P{} << 0.9 << std::size_t{0};
    }
    void askingIsForAFewLikelyLabelsInScope()
    {
        QFETCH(std::vector<double>, probabilities);
        QFETCH(double, inScope);
        QFETCH(std::size_t, choices);

        QCOMPARE(clarificationChoices(resultOf(probabilities, inScope)).size(), choices);
    }
};

PARLEY_TEST("intent_model", IntentModelTest)

#include "intent_model_test.moc"
