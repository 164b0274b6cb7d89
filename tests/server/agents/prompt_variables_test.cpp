// SPDX-License-Identifier: MIT
#include "server/agents/prompt_variables.h"
#include "tests/support/test_main.h"

using namespace parley::server;

class PromptVariablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unknownNamesAreFoundOnce_data()
    {
        QTest::addColumn<std::string>("prompt");
        QTest::addColumn<std::string>("unknown");
        QTest::newRow("none") << std::string("Be kind.") << std::string();
        QTest::newRow("known") << std::string("{{agent_name}} of {{ tenant_name }}, {{date}}, {{locale}}")
                               << std::string();
        QTest::newRow("unknown") << std::string("{{name}} {{locale}} {{ company.name }} {{name}}")
                                 << std::string("name company.name ");
        QTest::newRow("JSON") << std::string(R"(Answer {"a":{"b":{}}} and {{"a":1}})") << std::string();
        QTest::newRow("not closed") << std::string("{{locale") << std::string();
        QTest::newRow("braces before") << std::string("{{{{who}}") << std::string("who ");
        QTest::newRow("single braces")
            << std::string("{agent_name} and {discount}, {\"a\": 1}, {}") << std::string("discount ");
        QTest::newRow("empty") << std::string("{{}} {{ }}") << std::string();
    }
    void unknownNamesAreFoundOnce()
    {
        QFETCH(std::string, prompt);
        QFETCH(std::string, unknown);
        std::string found;
        for (const std::string& name : agents::unknownPromptVariables(prompt)) {
            found += name + " ";
        }
        QCOMPARE(found, unknown);
    }

    void variablesAreFilledAndTheirValuesAreNotReadAgain()
    {
        const auto valueOf = [](std::string_view name) -> std::optional<std::string> {
            return name == "locale" ? std::optional<std::string>("{{date}}") : std::nullopt;
        };
        QCOMPARE(agents::fillPrompt("In {{ locale }}, {{other}}.", valueOf),
                 std::string("In {{date}}, {{other}}."));
    }

    void everyVariableIsNamed()
    {
        QCOMPARE(agents::promptVariableNames(), std::string("tenant_name, agent_name, locale, date"));
    }
};

PARLEY_TEST("prompt_variables", PromptVariablesTest)
#include "prompt_variables_test.moc"
