// SPDX-License-Identifier: MIT
#include "app/agents/prompt_variables.h"
#include "tests/support/test_main.h"

using namespace parley::console;

class PromptVariablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesThoseThatNobodyFills_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QStringList>("unknown");
        QTest::newRow("none") << QStringLiteral("Be brief.") << QStringList();
        QTest::newRow("known") << QStringLiteral("For {{tenant_name}} on {{ date }} in {locale}.")
                               << QStringList();
        QTest::newRow("unknown") << QStringLiteral("{{customer}} of {plan}")
                                 << QStringList{QStringLiteral("customer"), QStringLiteral("plan")};
        QTest::newRow("twice") << QStringLiteral("{{x}} {{x}}") << QStringList{QStringLiteral("x")};
        QTest::newRow("json is text") << QStringLiteral("Answer {\"a\": 1} or { }.") << QStringList();
        QTest::newRow("not closed") << QStringLiteral("{{tenant_name") << QStringList();
    }
    void namesThoseThatNobodyFills()
    {
        QFETCH(QString, prompt);
        QFETCH(QStringList, unknown);

        QCOMPARE(unknownVariablesIn(prompt), unknown);
    }

    void findsWhereTheyStand()
    {
        const QList<PromptPlaceholder> found = placeholdersIn(QStringLiteral("a {{date}} {x}"));

        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).at, 2);
        QCOMPARE(found.at(0).length, 8);
        QVERIFY(found.at(0).isKnown);
        QCOMPARE(found.at(1).name, QStringLiteral("x"));
        QVERIFY(!found.at(1).isKnown);
    }
};

PARLEY_TEST("prompt_variables", PromptVariablesTest)
#include "prompt_variables_test.moc"
