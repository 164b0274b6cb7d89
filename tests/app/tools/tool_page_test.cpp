// SPDX-License-Identifier: MIT
#include "app/tools/tool_config_pages.h"
#include "app/tools/tool_page.h"
#include "app/tools/tool_test_tab.h"
#include "app/widgets/form.h"
#include "app/widgets/pairs_editor.h"
#include "app/widgets/secret_edit.h"
#include "tests/support/page_world.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace parley::console;
using parley::test::FakeApi;
using parley::test::PageWorld;

namespace {

QJsonObject tool()
{
    const QJsonObject config{
        {QStringLiteral("method"), QStringLiteral("GET")},
        {QStringLiteral("url"), QStringLiteral("https://shop.example/orders/{order_id}")},
        {QStringLiteral("headers"),
         QJsonObject{{QStringLiteral("Authorization"), QStringLiteral("Bearer {secret.token}")}}},
        {QStringLiteral("secrets"), QJsonObject{{QStringLiteral("token"), QStringLiteral("********")}}}};
    const QJsonObject schema{{QStringLiteral("type"), QStringLiteral("object")},
                             {QStringLiteral("properties"),
                              QJsonObject{
                                  {QStringLiteral("order_id"),
                                   QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}}}};
    return {{QStringLiteral("id"), QStringLiteral("t-1")},
            {QStringLiteral("name"), QStringLiteral("order_lookup")},
            {QStringLiteral("kind"), QStringLiteral("http")},
            {QStringLiteral("enabled"), true},
            {QStringLiteral("version"), 1},
            {QStringLiteral("config"), config},
            {QStringLiteral("input_schema"), schema}};
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

QLineEdit* address(const QWidget& page)
{
    return page.findChild<ToolConfigPages*>()->shown()->findChild<QLineEdit*>(QStringLiteral("url"));
}

} // namespace

class ToolPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecretThatIsKeptIsSentAsItsMaskAndNeverShown()
    {
        PageWorld world;
        world.server.on("GET", QStringLiteral("/tools"), FakeApi::list({tool()}));
        world.server.on("PATCH", QStringLiteral("/tools/t-1"), tool());
        ToolPage page(world.workspace, nullptr);
        page.resize(1200, 900);
        page.show();
        page.activate();
        QTRY_COMPARE(address(page)->text(), QStringLiteral("https://shop.example/orders/{order_id}"));
        for (const QLineEdit* each : page.findChildren<QLineEdit*>()) {
            QVERIFY(!each->text().contains(QStringLiteral("****")));
        }

        address(page)->setText(QStringLiteral("https://shop.example/v2/orders/{order_id}"));
        page.findChild<QPushButton*>(QStringLiteral("save"))->click();

        const QString path = QStringLiteral("/tools/t-1");
        QTRY_COMPARE(world.server.requests("PATCH", path).size(), 1);
        const QJsonObject body = world.server.requests("PATCH", path).first().json();
        QCOMPARE(body.keys(), QStringList{QStringLiteral("config")});
        const QJsonObject config = body.value(QLatin1String("config")).toObject();
        QCOMPARE(config.value(QLatin1String("secrets")).toObject().value(QLatin1String("token")).toString(),
                 QStringLiteral("********"));
        QVERIFY(!config.contains(QLatin1String("timeout_ms")));
        QVERIFY(!config.contains(QLatin1String("body")));
    }

    void theServersErrorsStandAtTheFieldsOfTheKind()
    {
        PageWorld world;
        world.server.on("GET", QStringLiteral("/tools"), FakeApi::list({tool()}));
        world.server.on("PATCH", QStringLiteral("/tools/t-1"), [](const FakeApi::Request&) {
            return FakeApi::problem(422,
                                    QStringLiteral("validation_failed"),
                                    QStringLiteral("No."),
                                    {{QStringLiteral("config.url"), QStringLiteral("names another host")}});
        });
        ToolPage page(world.workspace, nullptr);
        page.resize(1200, 900);
        page.show();
        page.activate();
        QTRY_VERIFY(!address(page)->text().isEmpty());

        address(page)->setText(QStringLiteral("https://other.example/"));
        page.findChild<QPushButton*>(QStringLiteral("save"))->click();

        QTRY_VERIFY(says(*page.findChild<ToolConfigPages*>()->shown(), QStringLiteral("names another host")));
        QCOMPARE(address(page)->text(), QStringLiteral("https://other.example/"));
    }

    void aTestCallShowsTheFaultAtTheGeneratedField()
    {
        PageWorld world;
        world.server.on("POST", QStringLiteral("/tools/t-1/test"), [](const FakeApi::Request&) {
            return FakeApi::problem(422,
                                    QStringLiteral("validation_failed"),
                                    QStringLiteral("No."),
                                    {{QStringLiteral("input.order_id"), QStringLiteral("is too short")}});
        });
        ToolTestTab tab(world.workspace);
        tab.setTool(tool());
        tab.show();
        tab.findChild<QLineEdit*>(QStringLiteral("input.order_id"))->setText(QStringLiteral("1"));

        tab.findChild<QPushButton*>(QStringLiteral("call"))->click();

        QTRY_VERIFY(says(tab, QStringLiteral("is too short")));
        const auto sent = world.server.requests("POST", QStringLiteral("/tools/t-1/test")).first().json();
        QCOMPARE(sent.value(QLatin1String("input")).toObject().value(QLatin1String("order_id")).toString(),
                 QStringLiteral("1"));
    }

    void aRefusedAddressIsExplained()
    {
        PageWorld world;
        world.server.on("POST", QStringLiteral("/tools/t-1/test"), [](const FakeApi::Request&) {
            return FakeApi::problem(403, QStringLiteral("outbound_refused"), QStringLiteral("No."));
        });
        ToolTestTab tab(world.workspace);
        tab.setTool(tool());
        tab.show();

        tab.findChild<QPushButton*>(QStringLiteral("call"))->click();

        QTRY_VERIFY(says(tab, QStringLiteral("security.outbound_allow")));
    }

    void pairsKeepReplaceAndForgetSecrets()
    {
        PairsEditor pairs(PairsEditor::Values::Secret, QStringLiteral("Add"));
        const QJsonObject kept{{QStringLiteral("key"), QStringLiteral("********")}};
        pairs.setValue(kept);
        auto* edit = pairs.findChild<SecretEdit*>();

        QCOMPARE(pairs.value(), kept);
        QCOMPARE(edit->text(), QString());
        edit->setText(QStringLiteral("new"));
        QCOMPARE(pairs.value(), (QJsonObject{{QStringLiteral("key"), QStringLiteral("new")}}));
        edit->clear();
        QCOMPARE(pairs.value(), kept);
    }

    void whatIsEmptyIsNoPartOfAConfig()
    {
        const QJsonObject config{{QStringLiteral("url"), QString()},
                                 {QStringLiteral("headers"), QJsonObject()},
                                 {QStringLiteral("timeout_ms"), QJsonValue::Null},
                                 {QStringLiteral("idempotent"), false},
                                 {QStringLiteral("limit"), 3}};

        QCOMPARE(ToolConfigPages::withoutBlanks(config),
                 (QJsonObject{{QStringLiteral("idempotent"), false}, {QStringLiteral("limit"), 3}}));
    }
};

PARLEY_TEST("tool_page", ToolPageTest)
#include "tool_page_test.moc"
