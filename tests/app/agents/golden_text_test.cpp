// SPDX-License-Identifier: MIT
#include "app/agents/golden_text.h"
#include "tests/support/test_main.h"

#include <QJsonArray>

using namespace parley::console;

class GoldenTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRateIsNeverRoundedUpToEverything()
    {
        QCOMPARE(GoldenText::rate({{QStringLiteral("pass_rate"), 1.0}}), QStringLiteral("100 %"));
        QCOMPARE(GoldenText::rate({{QStringLiteral("pass_rate"), 0.996}}), QStringLiteral("99 %"));
        QCOMPARE(GoldenText::rate({{QStringLiteral("pass_rate"), QJsonValue::Null}}), QStringLiteral("–"));
    }

    void saysWhatChangedSinceTheRunBefore()
    {
        const auto agent = [](const char* name, const QJsonValue& from, const QJsonValue& to) {
            return QJsonObject{{QStringLiteral("name"), QString::fromLatin1(name)},
                               {QStringLiteral("from"), from},
                               {QStringLiteral("to"), to}};
        };
        const QJsonObject changes{{QStringLiteral("agents"),
                                   QJsonArray{agent("faq", 1, 2),
                                              agent("orders", QJsonValue::Null, 1),
                                              agent("old", 3, QJsonValue::Null)}},
                                  {QStringLiteral("questions"), true}};

        QCOMPARE(GoldenText::causes({{QStringLiteral("changes"), changes}}),
                 QStringLiteral(
                     "Agent faq: version 2 instead of 1\nAgent orders is new\nAgent old was removed\n"
                     "The questions themselves"));
        QCOMPARE(GoldenText::causes({{QStringLiteral("changes"), QJsonValue::Null}}), QString());
    }

    void anAnswerIsComparedBySentence()
    {
        QCOMPARE(GoldenText::bySentence(QStringLiteral("It costs €4.90. It takes two days. [1]")),
                 QStringLiteral("It costs €4.90.\nIt takes two days. [1]"));
    }
};

PARLEY_TEST("golden_text", GoldenTextTest)
#include "golden_text_test.moc"
