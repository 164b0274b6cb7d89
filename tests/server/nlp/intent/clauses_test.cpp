// SPDX-License-Identifier: MIT
#include "server/nlp/intent/clauses.h"
#include "server/nlp/intent/intent_model.h"
#include "tests/server/nlp/intent/shop_examples.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::nlp;

namespace {

std::string cut(const std::string& text)
{
    std::string out;
    for (const auto& [begin, end] : clausesOf(text)) {
        out += (out.empty() ? "" : "|") + text.substr(begin, end - begin);
    }
    return out;
}

std::string intentsOf(const IntentModel& model, const std::string& text)
{
    std::string out;
    const MultiIntent found = classifyParts(model, text);
    for (std::size_t i = 0; i < found.intents.size(); ++i) {
        const auto [begin, end] = found.parts.at(i);
        out += (out.empty() ? "" : "|") + found.intents[i].label + ":" + text.substr(begin, end - begin);
    }
    return out;
}

} // namespace

class ClausesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsAreCutWhereAWishBegins_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("where is it and how do i pay", "where is it|how do i pay");
        row("where is it, can you call me?", "where is it|can you call me?");
        row("I forgot it. Also, where is my box", "I forgot it.|where is my box");
        row("i like salt and pepper a lot", "i like salt and pepper a lot");
        row("return the boots and the jacket", "return the boots and the jacket");
        row("wo ist es und wie kann ich zahlen", "wo ist es|wie kann ich zahlen");
        row("dónde está y cómo puedo pagar", "dónde está y cómo puedo pagar");
        row("mi paquete no llega y cómo puedo pagar", "mi paquete no llega|cómo puedo pagar");
        row("le colis est perdu et comment je paie", "le colis est perdu|comment je paie");
        row("", "");
        row("?!", "");
    }
    void textsAreCutWhereAWishBegins()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);

        QCOMPARE(cut(text.toStdString()), expected.toStdString());
    }

    void wishesOfOneMessageAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("where is my parcel and how do i get an invoice",
            "shipping:where is my parcel|billing:how do i get an invoice");
        row("I forgot my password. Also, my refund is missing!",
            "account:I forgot my password.|returns:my refund is missing!");
        row("where is my parcel? when will my order be delivered?",
            "shipping:where is my parcel? when will my order be delivered?");
        row("i want to return the boots and the jacket", "returns:i want to return the boots and the jacket");
        row("What a lovely day! can i track my package",
            "shipping:What a lovely day! can i track my package");
        row("tell me a joke. who won the football match", "");
    }
    void wishesOfOneMessageAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto model = IntentModel::train(parley::tests::shopExamples());
        QVERIFY(model.has_value());

        QCOMPARE(intentsOf(**model, text.toStdString()), expected.toStdString());
    }

    void storyOfManyClausesHasOneIntent()
    {
        const auto model = IntentModel::train(parley::tests::shopExamples());
        std::string story;
        for (int i = 0; i < 10; ++i) {
            story += "where is my parcel? i forgot my password. ";
        }

        QCOMPARE(classifyParts(**model, story).intents.size(), std::size_t{1});
    }
};

PARLEY_TEST("clauses", ClausesTest)

#include "clauses_test.moc"
