// SPDX-License-Identifier: MIT
#include "server/nlp/intent/multi_label_model.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace parley;
using namespace parley::server::nlp;

namespace {

std::vector<MultiLabelExample> libraryExamples()
{
    std::vector<MultiLabelExample> examples;
    const std::vector<std::pair<std::string, std::string>> actions{{"i want to extend", "extend"},
                                                                   {"please cancel", "cancel"},
                                                                   {"how much does it cost to have", "price"},
                                                                   {"where do i find", "place"}};
    const std::vector<std::pair<std::string, std::string>> things{{"my loan", "loan"},
                                                                  {"a reading room", "room"},
                                                                  {"the library card", "card"},
                                                                  {"the guided tour", "tour"}};
    for (const auto& [action, does] : actions) {
        for (const auto& [thing, is] : things) {
            examples.push_back({action + " " + thing, {does, is}, 1});
            examples.push_back({action + " " + thing + " tomorrow", {is, does}, 1});
        }
    }
    for (const char* nothing : {"it rains", "my uncle is tall", "see you", "what a noise"}) {
        examples.push_back({nothing, {}, 1});
    }
    return examples;
}

std::string labelsOf(const MultiLabelModel& model, std::string_view text)
{
    std::string out;
    for (const IntentGuess& guess : model.classify(text)) {
        out += (out.empty() ? "" : ",") + guess.label;
    }
    return out;
}

} // namespace

class MultiLabelModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsAreGivenTogether_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("labels");
        QTest::newRow("as learnt") << "please cancel my loan"
                                   << "cancel,loan";
        QTest::newRow("a pair with other words") << "cancel the guided tour today please"
                                                 << "cancel,tour";
        QTest::newRow("another order") << "the library card: where do i find it"
                                       << "card,place";
        QTest::newRow("nothing of ours") << "it rains and rains"
                                         << "";
        QTest::newRow("no word") << "?!"
                                 << "";
    }
    void labelsAreGivenTogether()
    {
        QFETCH(QString, text);
        QFETCH(QString, labels);
        const auto model = MultiLabelModel::train(libraryExamples());
        QVERIFY(model.has_value());

        QCOMPARE(labelsOf(**model, text.toStdString()), labels.toStdString());
    }

    void orderOfTheExamplesDoesNotMatter()
    {
        std::vector<MultiLabelExample> examples = libraryExamples();
        const auto one = MultiLabelModel::train(examples);
        std::reverse(examples.begin(), examples.end());
        const auto other = MultiLabelModel::train(examples);

        const auto a = (*one)->classify("extend a reading room please");
        const auto b = (*other)->classify("extend a reading room please");
        QCOMPARE(a.size(), b.size());
        QVERIFY(!a.empty());
        QCOMPARE(a[0].probability, b[0].probability);
        QCOMPARE((*one)->labels(), (*other)->labels());
    }

    void nothingToLearnIsAnError()
    {
        const std::vector<MultiLabelExample> unlabelled{{"a text", {}, 1}};
        QVERIFY(!MultiLabelModel::train(unlabelled));
        QVERIFY(!MultiLabelModel::train({}));
    }
};

PARLEY_TEST("multi_label_model", MultiLabelModelTest)

#include "multi_label_model_test.moc"
