// SPDX-License-Identifier: MIT
#include "app/agents/agent_page.h"
#include "app/agents/sandbox_tab.h"
#include "app/agents/sandbox_turn.h"
#include "app/agents/trace_tree.h"
#include "tests/support/page_world.h"
#include "tests/support/test_main.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace parley::console;
using parley::test::FakeApi;
using parley::test::PageWorld;

namespace {

QJsonObject agent()
{
    return {{QStringLiteral("id"), QStringLiteral("a-1")},
            {QStringLiteral("name"), QStringLiteral("Orders")},
            {QStringLiteral("kind"), QStringLiteral("domain")},
            {QStringLiteral("enabled"), true},
            {QStringLiteral("version"), 3},
            {QStringLiteral("system_prompt"), QStringLiteral("Be brief.")},
            {QStringLiteral("tools"), QJsonArray{QStringLiteral("gone")}}};
}

QJsonObject tool(const char* name)
{
    return {{QStringLiteral("id"), QString::fromLatin1(name)},
            {QStringLiteral("name"), QString::fromLatin1(name)}};
}

bool says(const QWidget& page, const QString& text)
{
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (!label->isHidden() && label->text().contains(text)) {
            return true;
        }
    }
    return false;
}

} // namespace

class AgentPageTest : public QObject {
    Q_OBJECT

private:
    /// With one agent and one tool.
    static void prepare(PageWorld& world)
    {
        world.server.on("GET", QStringLiteral("/agents"), FakeApi::list({agent()}));
        world.server.on("GET", QStringLiteral("/tools"), FakeApi::list({tool("order_lookup")}));
        world.server.on("GET", QStringLiteral("/settings/llm"), QJsonObject());
    }

    static QPlainTextEdit* prompt(const AgentPage& page)
    {
        for (QPlainTextEdit* each : page.findChildren<QPlainTextEdit*>()) {
            if (each->accessibleName() == QStringLiteral("System prompt")) {
                return each;
            }
        }
        return nullptr;
    }

private Q_SLOTS:
    void savesOnlyWhatWasChanged()
    {
        PageWorld world;
        prepare(world);
        world.server.on("PATCH", QStringLiteral("/agents/a-1"), agent());
        AgentPage page(world.workspace, nullptr);
        page.resize(1200, 900);
        page.show();
        page.activate();
        QTRY_COMPARE(prompt(page)->toPlainText(), QStringLiteral("Be brief."));

        prompt(page)->setPlainText(QStringLiteral("Be kind."));
        page.findChild<QPushButton*>(QStringLiteral("save"))->click();

        QTRY_COMPARE(world.server.requests("PATCH", QStringLiteral("/agents/a-1")).size(), 1);
        QCOMPARE(world.server.requests("PATCH", QStringLiteral("/agents/a-1")).first().json(),
                 (QJsonObject{{QStringLiteral("system_prompt"), QStringLiteral("Be kind.")}}));
    }

    void anUnknownVariableIsNamedAsOneTypesAndNothingIsSent()
    {
        PageWorld world;
        prepare(world);
        AgentPage page(world.workspace, nullptr);
        page.resize(1200, 900);
        page.show();
        page.activate();
        QTRY_COMPARE(prompt(page)->toPlainText(), QStringLiteral("Be brief."));

        prompt(page)->setPlainText(QStringLiteral("Greet {{customer_name}}."));

        QVERIFY(says(page, QStringLiteral("{{customer_name}}")));
        page.findChild<QPushButton*>(QStringLiteral("save"))->click();
        QVERIFY(world.server.requests("PATCH", QStringLiteral("/agents/a-1")).isEmpty());
    }

    void aToolThatIsGoneStaysChosenAndIsSaidToBeMissing()
    {
        PageWorld world;
        prepare(world);
        AgentPage page(world.workspace, nullptr);
        page.activate();

        const auto missing = [&page] {
            for (const QCheckBox* box : page.findChildren<QCheckBox*>()) {
                if (box->text().startsWith(QStringLiteral("gone (")) && box->isChecked()) {
                    return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(missing());
    }

    void theSandboxShowsHostileTextAsItIsAndEveryStep()
    {
        PageWorld world;
        const QString hostile = QStringLiteral("<img src='file:///etc/passwd'><b>hi</b>");
        const QJsonObject node{{QStringLiteral("name"), QStringLiteral("retrieve")},
                               {QStringLiteral("duration_us"), 1500},
                               {QStringLiteral("output"),
                                QJsonObject{{QStringLiteral("hits"), QJsonArray{1, 2}}}}};
        world.server.on("POST",
                        QStringLiteral("/agents/a-1/test"),
                        {{QStringLiteral("reply"),
                          QJsonObject{{QStringLiteral("text"), hostile},
                                      {QStringLiteral("kind"), QStringLiteral("answer")},
                                      {QStringLiteral("confidence"), 0.93}}},
                         {QStringLiteral("nodes"), QJsonArray{node}},
                         {QStringLiteral("duration_us"), 1500}});
        SandboxTab sandbox(world.workspace);
        sandbox.show();
        sandbox.setAgent(agent());
        auto* input = sandbox.findChild<QLineEdit*>();
        input->setText(QStringLiteral("Where is it?"));

        Q_EMIT input->returnPressed();

        QTRY_VERIFY(sandbox.findChild<TraceTree*>() != nullptr);
        QVERIFY(says(sandbox, hostile));
        for (const QLabel* label : sandbox.findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), label->text().isEmpty() ? label->textFormat() : Qt::PlainText);
        }
        const auto* trace = sandbox.findChild<TraceTree*>();
        QCOMPARE(trace->topLevelItemCount(), 1);
        QCOMPARE(trace->topLevelItem(0)->child(0)->childCount(), 2);
    }

    void whatIsNotSavedIsTriedOutToo()
    {
        PageWorld world;
        world.server.on("POST",
                        QStringLiteral("/agents/a-1/test"),
                        {{QStringLiteral("reply"),
                          QJsonObject{{QStringLiteral("text"), QStringLiteral("Ahoy.")},
                                      {QStringLiteral("kind"), QStringLiteral("answer")}}}});
        SandboxTab sandbox(world.workspace);
        sandbox.show();
        sandbox.setAgent(agent());
        const QJsonObject changes{{QStringLiteral("system_prompt"), QStringLiteral("Speak like a pirate.")}};
        sandbox.setUnsaved(changes);
        QVERIFY(says(sandbox, QStringLiteral("have not saved")));
        auto* input = sandbox.findChild<QLineEdit*>();
        input->setText(QStringLiteral("Where is it?"));

        Q_EMIT input->returnPressed();

        const QString path = QStringLiteral("/agents/a-1/test");
        QTRY_COMPARE(world.server.requests("POST", path).size(), 1);
        QCOMPARE(world.server.requests("POST", path).first().json().value(QLatin1String("agent")).toObject(),
                 changes);
    }

    void theSecondQuestionTellsWhatWasSaidBefore()
    {
        PageWorld world;
        world.server.on("POST",
                        QStringLiteral("/agents/a-1/test"),
                        {{QStringLiteral("reply"),
                          QJsonObject{{QStringLiteral("text"), QStringLiteral("On its way.")},
                                      {QStringLiteral("kind"), QStringLiteral("answer")}}}});
        SandboxTab sandbox(world.workspace);
        sandbox.show();
        sandbox.setAgent(agent());
        auto* input = sandbox.findChild<QLineEdit*>();
        input->setText(QStringLiteral("Where is it?"));
        Q_EMIT input->returnPressed();
        QTRY_COMPARE(input->text(), QString());
        QTRY_VERIFY(sandbox.findChild<TraceTree*>() != nullptr);

        input->setText(QStringLiteral("And when?"));
        Q_EMIT input->returnPressed();

        const QString path = QStringLiteral("/agents/a-1/test");
        QTRY_COMPARE(world.server.requests("POST", path).size(), 2);
        const QJsonArray history =
            world.server.requests("POST", path).last().json().value(QLatin1String("history")).toArray();
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.last().toObject().value(QLatin1String("text")).toString(),
                 QStringLiteral("On its way."));
    }
};

PARLEY_TEST("agent_page", AgentPageTest)
#include "agent_page_test.moc"
