// SPDX-License-Identifier: MIT
#include "app/models/model_page.h"
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

QJsonObject settings()
{
    const QJsonObject provider{{QStringLiteral("name"), QStringLiteral("main")},
                               {QStringLiteral("kind"), QStringLiteral("openai")},
                               {QStringLiteral("base_url"), QStringLiteral("https://api.example/v1")},
                               {QStringLiteral("api_key"), QStringLiteral("********")},
                               {QStringLiteral("models"), QJsonArray{QStringLiteral("small")}},
                               {QStringLiteral("timeout_ms"), 10'000}};
    return {{QStringLiteral("providers"), QJsonArray{provider}},
            {QStringLiteral("order"), QJsonArray{QStringLiteral("main")}},
            {QStringLiteral("monthly_token_budget"), QJsonValue::Null}};
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

class ModelPageTest : public QObject {
    Q_OBJECT

private:
    const QString m_path = QStringLiteral("/settings/llm");

    static QLineEdit* name(const ModelPage& page)
    {
        return page.findChild<QLineEdit*>(QStringLiteral("name"));
    }
    static QPushButton* save(const ModelPage& page)
    {
        return page.findChild<QPushButton*>(QStringLiteral("save"));
    }

private Q_SLOTS:
    void aKeptKeyStaysKeptWhenSomethingElseIsSaved()
    {
        PageWorld world;
        world.server.on("GET", m_path, settings());
        world.server.on("PATCH", m_path, settings());
        ModelPage page(world.workspace, nullptr);
        page.resize(1200, 900);
        page.show();
        page.activate();
        QTRY_COMPARE(name(page)->text(), QStringLiteral("main"));
        QVERIFY(!save(page)->isEnabled());

        page.findChild<QLineEdit*>(QStringLiteral("timeout_ms"))->setText(QStringLiteral("20000"));
        QVERIFY(!page.unsaved().isEmpty());
        save(page)->click();

        QTRY_COMPARE(world.server.requests("PATCH", m_path).size(), 1);
        const QJsonObject body = world.server.requests("PATCH", m_path).first().json();
        const QJsonObject provider = body.value(QLatin1String("providers")).toArray().first().toObject();
        QCOMPARE(provider.value(QLatin1String("api_key")).toString(), QStringLiteral("********"));
        QCOMPARE(provider.value(QLatin1String("timeout_ms")), QJsonValue(20'000));
        QCOMPARE(body.value(QLatin1String("order")).toArray(), QJsonArray{QStringLiteral("main")});
    }

    void aKeyDoesNotGoLostBecauseItsProviderIsRenamed()
    {
        PageWorld world;
        world.server.on("GET", m_path, settings());
        ModelPage page(world.workspace, nullptr);
        page.resize(1200, 900);
        page.show();
        page.activate();
        QTRY_COMPARE(name(page)->text(), QStringLiteral("main"));

        name(page)->setText(QStringLiteral("first"));
        save(page)->click();

        QVERIFY(says(page, QStringLiteral("old name")));
        QVERIFY(world.server.requests("PATCH", m_path).isEmpty());
    }

    void theServersErrorsStandAtTheProvidersField()
    {
        PageWorld world;
        world.server.on("GET", m_path, settings());
        world.server.on("PATCH", m_path, [](const FakeApi::Request&) {
            return FakeApi::problem(422,
                                    QStringLiteral("validation_failed"),
                                    QStringLiteral("No."),
                                    {{QStringLiteral("providers[0].api_key"),
                                      QStringLiteral("must be given anew")}});
        });
        ModelPage page(world.workspace, nullptr);
        page.resize(1200, 900);
        page.show();
        page.activate();
        QTRY_COMPARE(name(page)->text(), QStringLiteral("main"));

        page.findChild<QLineEdit*>(QStringLiteral("timeout_ms"))->setText(QStringLiteral("20000"));
        save(page)->click();

        QTRY_VERIFY(says(page, QStringLiteral("must be given anew")));
        QVERIFY(!page.unsaved().isEmpty());
    }

    void aTestTellsWhatCameBackAndHowFast()
    {
        PageWorld world;
        world.server.on("GET", m_path, settings());
        const QJsonObject failure{{QStringLiteral("provider"), QStringLiteral("main")},
                                  {QStringLiteral("model"), QStringLiteral("small")},
                                  {QStringLiteral("status"), QStringLiteral("failed")},
                                  {QStringLiteral("latency_ms"), 87},
                                  {QStringLiteral("error"),
                                   QJsonObject{{QStringLiteral("code"), QStringLiteral("unauthorized")},
                                               {QStringLiteral("message"),
                                                QStringLiteral("The key is wrong.")}}}};
        world.server.on("POST", QStringLiteral("/settings/llm/test"), FakeApi::list({failure}));
        ModelPage page(world.workspace, nullptr);
        page.resize(1200, 900);
        page.show();
        page.activate();
        QTRY_COMPARE(name(page)->text(), QStringLiteral("main"));

        page.findChild<QPushButton*>(QStringLiteral("test"))->click();

        QTRY_VERIFY(says(page, QStringLiteral("The key is wrong.")));
        QVERIFY(says(page, QStringLiteral("87 ms")));
    }
};

PARLEY_TEST("model_page", ModelPageTest)
#include "model_page_test.moc"
