// SPDX-License-Identifier: MIT
#include "app/channels/channels_page.h"
#include "app/widgets/plain_label.h"
#include "tests/app/page_bench.h"
#include "tests/support/test_main.h"

#include <QDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

using namespace parley::console;
using parley::test::FakeApi;
using parley::test::PageBench;

namespace {

const QString kPath = QStringLiteral("/channels");

QJsonObject object(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonObject formKind()
{
    return object(
        "{\"kind\":\"form\",\"title\":\"Contact form\",\"description\":\"A page with a form.\","
        "\"can_create\":true,\"can_delete\":true,\"config_schema\":{\"type\":\"object\","
        "\"additionalProperties\":false,\"properties\":{\"title\":{\"type\":\"string\",\"maxLength\":10,"
        "\"default\":\"\"},\"most\":{\"type\":\"integer\",\"minimum\":1,\"default\":5}}},"
        "\"templates\":[{\"name\":\"received\",\"title\":\"Shown after sending\","
        "\"variables\":[\"name\"],\"default\":\"Thank you, {name}.\"}]}");
}

QJsonObject webKind()
{
    return object(
        "{\"kind\":\"web\",\"title\":\"Chat widget\",\"description\":\"The chat.\",\"can_create\":false,"
        "\"can_delete\":false,\"config_schema\":{\"type\":\"object\",\"additionalProperties\":false,"
        "\"properties\":{}},\"templates\":[]}");
}

QJsonObject channel(const QString& id, const QString& kind, bool isOn = true)
{
    QJsonObject made = object("{\"config\":{},\"templates\":{}}");
    if (kind == QLatin1String("form")) {
        made = object(
            "{\"config\":{\"title\":\"\",\"most\":5},\"templates\":{\"received\":\"Thank you, {name}.\"}}");
    }
    made.insert(QStringLiteral("id"), id);
    made.insert(QStringLiteral("kind"), kind);
    made.insert(QStringLiteral("name"), QStringLiteral("My ") + kind);
    made.insert(QStringLiteral("enabled"), isOn);
    made.insert(QStringLiteral("status"),
                QJsonObject{{QStringLiteral("state"), isOn ? QStringLiteral("on") : QStringLiteral("off")},
                            {QStringLiteral("last_message_ts"), QJsonValue()},
                            {QStringLiteral("received_24h"), 3}});
    return made;
}

struct Desk {
    PageBench bench{{QStringLiteral("tenant:configure")}};
    ChannelsPage page{bench.workspace, nullptr};

    explicit Desk(const QList<QJsonObject>& channels)
    {
        bench.server.on("GET", kPath + QStringLiteral("/kinds"), FakeApi::list({webKind(), formKind()}));
        bench.server.on("GET", kPath, FakeApi::list(channels));
        bench.server.on("GET",
                        QStringLiteral("/metrics/channels"),
                        FakeApi::list(
                            {object("{\"channel\":\"form\",\"conversations\":8,\"escalation_rate\":0.25,"
                                    "\"sentiment\":0.1,\"latency_ms\":{\"p50\":900,\"p95\":2100}}")}));
        bench.server.on("GET", QStringLiteral("/widget-config"), object("{\"public_key\":\"pk_1\"}"));
        page.resize(1'100, 760);
        page.show();
        page.activate();
        const auto rows = channels.size();
        [this, rows] {
            QTRY_COMPARE(page.findChild<QTreeView*>()->model()->rowCount(), static_cast<int>(rows));
        }();
    }

    template <class Widget>
    Widget* named(const char* name)
    {
        return page.findChild<Widget*>(QString::fromLatin1(name));
    }
    bool says(const QString& text)
    {
        for (const QLabel* label : page.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(text)) {
                return true;
            }
        }
        return false;
    }
};

} // namespace

class ChannelsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOlderServerIsSaidToBeOne()
    {
        PageBench bench({QStringLiteral("tenant:configure")});
        ChannelsPage page(bench.workspace, nullptr);
        page.show();

        page.activate();

        QTRY_VERIFY(page.findChild<QWidget*>(QStringLiteral("oldServer"))->isVisible());
        QVERIFY(bench.server.requests("GET", kPath).isEmpty());
    }

    void theFormShowsItsFiguresAndWhereItIs()
    {
        Desk desk({channel(QStringLiteral("c-1"), QStringLiteral("form"))});

        QTRY_VERIFY(desk.says(QStringLiteral("25 %")));
        QVERIFY(desk.says(QStringLiteral("900 ms")));
        QTRY_VERIFY(desk.named<QLabel>("formAddress")->isVisible());
        QVERIFY(
            desk.named<PlainLabel>("formAddress")->text().contains(QLatin1String("/support?tenant=pk_1")));
        QVERIFY(desk.named<QPlainTextEdit>("formCode")->toPlainText().contains(QLatin1String("<iframe")));
        QVERIFY(!desk.page.grab().isNull());
    }

    void onlyWhatWasChangedIsSent()
    {
        Desk desk({channel(QStringLiteral("c-1"), QStringLiteral("form"))});
        desk.bench.server.on("PATCH",
                             kPath + QStringLiteral("/c-1"),
                             channel(QStringLiteral("c-1"), QStringLiteral("form")));
        auto* most = desk.named<QLineEdit>("most");
        QTRY_VERIFY(most != nullptr && most->isVisible());
        QCOMPARE(most->text(), QStringLiteral("5"));

        most->setText(QStringLiteral("0"));
        desk.named<QPushButton>("save")->click();
        QVERIFY(desk.bench.server.requests("PATCH", kPath + QStringLiteral("/c-1")).isEmpty());
        most->setText(QStringLiteral("7"));
        desk.named<QPushButton>("save")->click();

        QTRY_COMPARE(desk.bench.server.requests("PATCH", kPath + QStringLiteral("/c-1")).size(), 1);
        QCOMPARE(desk.bench.server.requests("PATCH", kPath + QStringLiteral("/c-1")).first().json(),
                 object("{\"config\":{\"most\":7}}"));
    }

    void anUnknownVariableIsSaidAndAnEmptyTextIsTakenBack()
    {
        Desk desk({channel(QStringLiteral("c-1"), QStringLiteral("form"))});
        desk.bench.server.on("PATCH",
                             kPath + QStringLiteral("/c-1"),
                             channel(QStringLiteral("c-1"), QStringLiteral("form")));
        auto* text = desk.named<QPlainTextEdit>("received");
        QTRY_VERIFY(text != nullptr && text->isVisible());

        text->setPlainText(QStringLiteral("Thank you, {nobody}."));
        QVERIFY(desk.says(QStringLiteral("{nobody}")));
        text->clear();
        desk.named<QPushButton>("save")->click();

        QTRY_COMPARE(desk.bench.server.requests("PATCH", kPath + QStringLiteral("/c-1")).size(), 1);
        QCOMPARE(desk.bench.server.requests("PATCH", kPath + QStringLiteral("/c-1")).first().json(),
                 object("{\"templates\":{\"received\":null}}"));
    }

    void turningOffIsAskedAndSaysWhatItDoes()
    {
        Desk desk({channel(QStringLiteral("w-1"), QStringLiteral("web"))});
        desk.bench.server.on("PATCH",
                             kPath + QStringLiteral("/w-1"),
                             channel(QStringLiteral("w-1"), QStringLiteral("web"), false));
        auto* turn = desk.named<QPushButton>("turn");
        QTRY_VERIFY(turn->isVisible() && turn->isEnabled());
        QVERIFY(!desk.named<QPushButton>("delete")->isVisible());

        turn->click();
        QVERIFY(desk.bench.server.requests("PATCH", kPath + QStringLiteral("/w-1")).isEmpty());
        auto* question = desk.page.findChild<QDialog*>();
        QVERIFY(question != nullptr);
        QVERIFY(desk.says(QStringLiteral("The chat.")));
        question->findChild<QPushButton*>(QStringLiteral("agree"))->click();

        QTRY_COMPARE(desk.bench.server.requests("PATCH", kPath + QStringLiteral("/w-1")).size(), 1);
        QCOMPARE(desk.bench.server.requests("PATCH", kPath + QStringLiteral("/w-1")).first().json(),
                 object("{\"enabled\":false}"));
        QTRY_COMPARE(turn->text(), QStringLiteral("Turn on"));
    }

    void aNewOneIsOfAKindThatCanBeMade()
    {
        Desk desk({channel(QStringLiteral("w-1"), QStringLiteral("web"))});
        desk.bench.server.on("POST", kPath, channel(QStringLiteral("c-9"), QStringLiteral("form")), 201);
        QTRY_VERIFY(desk.named<QPushButton>("create")->isVisible());

        desk.named<QPushButton>("create")->click();
        desk.named<QLineEdit>("name")->setText(QStringLiteral("Shop"));
        desk.named<QPushButton>("save")->click();

        QTRY_COMPARE(desk.bench.server.requests("POST", kPath).size(), 1);
        QCOMPARE(
            desk.bench.server.requests("POST", kPath).first().json(),
            object("{\"kind\":\"form\",\"name\":\"Shop\",\"config\":{},\"templates\":{},\"enabled\":true}"));
    }

    void theWidgetAndTheClientsAreSetUpElsewhere()
    {
        Desk desk({channel(QStringLiteral("w-1"), QStringLiteral("web"))});
        auto* lead = desk.named<QPushButton>("lead");
        QTRY_VERIFY(lead->isVisible());

        lead->click();

        QCOMPARE(desk.bench.navigator.opened, QStringList{QStringLiteral("widget/")});
    }
};

PARLEY_TEST("channels_page", ChannelsPageTest)
#include "channels_page_test.moc"
