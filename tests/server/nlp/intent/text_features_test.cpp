// SPDX-License-Identifier: MIT
#include "server/nlp/intent/concepts.h"
#include "server/nlp/intent/text_features.h"
#include "server/nlp/intent/vocabulary.h"
#include "server/nlp/stemmer.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace parley::server::nlp;

namespace {

std::set<std::uint64_t> keysOf(std::string_view text, FeatureGroup group)
{
    std::set<std::uint64_t> keys;
    for (const TextFeature& feature : featuresOf(text, Language::English)) {
        if (groupOf(feature.key) == group) {
            keys.insert(feature.key);
        }
    }
    return keys;
}

double lengthOf(const SparseVector& x)
{
    double squares = 0;
    for (const float value : x.value) {
        squares += static_cast<double>(value) * static_cast<double>(value);
    }
    return std::sqrt(squares);
}

} // namespace

class TextFeaturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupsReadWhatTheySay()
    {
        QCOMPARE(keysOf("Pays!", FeatureGroup::Stems), keysOf("pay", FeatureGroup::Stems));
        QVERIFY(keysOf("Pays!", FeatureGroup::Words) != keysOf("pay", FeatureGroup::Words));
        QCOMPARE(keysOf("card lost", FeatureGroup::Pairs), keysOf("lost card", FeatureGroup::Pairs));
        QVERIFY(keysOf("card lost", FeatureGroup::Bigrams) != keysOf("lost card", FeatureGroup::Bigrams));
        QCOMPARE(keysOf("12 days", FeatureGroup::Stems), keysOf("47 days", FeatureGroup::Stems));
        QVERIFY(keysOf("12 days", FeatureGroup::Words) != keysOf("47 days", FeatureGroup::Words));
    }

    void featuresAreSortedOnceEach()
    {
        const auto features = featuresOf("the cat and the dog and the cat", Language::English);
        for (std::size_t i = 1; i < features.size(); ++i) {
            QVERIFY(features[i - 1].key < features[i].key);
        }
        QVERIFY(
            std::any_of(features.begin(), features.end(), [](const auto& one) { return one.count == 3; }));
    }

    void longTextsStayLinear()
    {
        std::string text;
        for (int i = 0; i < 5000; ++i) {
            text += "w" + std::to_string(i) + "x ";
        }
        QVERIFY(featuresOf(text, Language::English).size() < 600 * 60);
        QVERIFY(featuresOf("", Language::English).empty());
    }

    void wordsOfOneMeaningShareAConcept_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("language");
        QTest::addColumn<bool>("shared");
        const int english = static_cast<int>(Language::English);
        QTest::newRow("parcel, shipment") << "parcel"
                                          << "shipment" << english << true;
        QTest::newRow("refund, reimbursement") << "refund"
                                               << "reimbursement" << english << true;
        QTest::newRow("parcel, password") << "parcel"
                                          << "password" << english << false;
        QTest::newRow("german") << "paket"
                                << "sendung" << static_cast<int>(Language::German) << true;
        QTest::newRow("spanish") << "reembolso"
                                 << "devolver" << static_cast<int>(Language::Spanish) << true;
        QTest::newRow("french") << "facture"
                                << "reçu" << static_cast<int>(Language::French) << true;
    }
    void wordsOfOneMeaningShareAConcept()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, language);
        QFETCH(bool, shared);
        const auto one = conceptsOf(stem(a.toStdString(), Language(language)), Language(language));
        const auto other = conceptsOf(stem(b.toStdString(), Language(language)), Language(language));

        QVERIFY(!one.empty());
        QVERIFY(!other.empty());
        const bool found = std::any_of(one.begin(), one.end(), [&](std::uint16_t number) {
            return std::find(other.begin(), other.end(), number) != other.end();
        });
        QCOMPARE(found, shared);
    }

    void unknownWordsShortenAQueryButNotATrainingText()
    {
        const std::vector<std::vector<TextFeature>> texts{featuresOf("red apple", Language::English),
                                                          featuresOf("green apple", Language::English)};
        const Vocabulary vocabulary(texts, groupShares(1));

        QVERIFY(std::fabs(lengthOf(vocabulary.queryVector(texts[0])) - 1) < 1e-5);
        const auto half = featuresOf("red balloon", Language::English);
        QVERIFY(std::fabs(lengthOf(vocabulary.trainingVector(half)) - 1) < 1e-5);
        QVERIFY(lengthOf(vocabulary.queryVector(half)) < 0.8);
        QCOMPARE(lengthOf(vocabulary.queryVector(featuresOf("zzz", Language::English))), 0.0);
    }

    void embeddingTakesItsShareOfTheLength()
    {
        SparseVector x;
        x.add(0, 1.0F);
        const std::vector<float> embedding{3, 4};
        appendDense(x, 10, embedding, 0.36F);

        QCOMPARE(x.index, (std::vector<std::uint32_t>{0, 10, 11}));
        QVERIFY(std::fabs(x.value[0] - 0.8F) < 1e-6F);
        QVERIFY(std::fabs(x.value[1] - 0.36F) < 1e-6F);
        QVERIFY(std::fabs(x.value[2] - 0.48F) < 1e-6F);
        const std::vector<float> zeros{0, 0};
        appendDense(x, 12, zeros, 0.5F);
        QCOMPARE(x.index.size(), std::size_t{3});
    }
};

PARLEY_TEST("text_features", TextFeaturesTest)

#include "text_features_test.moc"
