// SPDX-License-Identifier: MIT
#include "app/agents/agent_text.h"
#include "app/agents/line_diff.h"
#include "tests/support/test_main.h"

#include <QJsonArray>

using namespace parley::console;

namespace {

QJsonObject agent()
{
    return {{QStringLiteral("name"), QStringLiteral("Orders")},
            {QStringLiteral("kind"), QStringLiteral("domain")},
            {QStringLiteral("enabled"), true},
            {QStringLiteral("priority"), 0},
            {QStringLiteral("model"), QJsonValue::Null},
            {QStringLiteral("system_prompt"), QStringLiteral("Be brief.\nBe kind.")},
            {QStringLiteral("examples"), QJsonArray{QStringLiteral("Where is my order?")}},
            {QStringLiteral("confidence_threshold"), QJsonValue::Null}};
}

} // namespace

class AgentTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneChangedFieldIsOneChangedLine_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("name") << QStringLiteral("name") << QJsonValue(QStringLiteral("Parcels"));
        QTest::newRow("prompt") << QStringLiteral("system_prompt")
                                << QJsonValue(QStringLiteral("Be brief.\nBe very kind."));
        QTest::newRow("model") << QStringLiteral("model") << QJsonValue(QStringLiteral("large"));
        QTest::newRow("threshold") << QStringLiteral("confidence_threshold") << QJsonValue(0.5);
        QTest::newRow("off") << QStringLiteral("enabled") << QJsonValue(false);
    }
    void oneChangedFieldIsOneChangedLine()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QJsonObject changed = agent();
        changed.insert(field, value);

        const LineDiff diff(AgentText::whole(agent()).split(QLatin1Char('\n')),
                            AgentText::whole(changed).split(QLatin1Char('\n')));

        QCOMPARE(diff.removed(), 1);
        QCOMPARE(diff.added(), 1);
    }

    void saysWhatAVersionChanged()
    {
        const QJsonObject update{
            {QStringLiteral("change"), QStringLiteral("update")},
            {QStringLiteral("changes"),
             QJsonArray{QJsonObject{{QStringLiteral("field"), QStringLiteral("system_prompt")}},
                        QJsonObject{{QStringLiteral("field"), QStringLiteral("of_a_newer_server")}}}}};
        const QJsonObject rollback{{QStringLiteral("change"), QStringLiteral("rollback")},
                                   {QStringLiteral("restored_version"), 2}};

        QCOMPARE(AgentText::change(update), QStringLiteral("Changed: system prompt, of_a_newer_server"));
        QCOMPARE(AgentText::change(rollback), QStringLiteral("Rolled back to version 2"));
    }

    void anUnknownKindIsShownAsItIs()
    {
        QCOMPARE(AgentText::kind(QStringLiteral("oracle")), QStringLiteral("oracle"));
        QCOMPARE(AgentText::kind(QStringLiteral("domain")), QStringLiteral("Specialist"));
    }
};

PARLEY_TEST("agent_text", AgentTextTest)
#include "agent_text_test.moc"
