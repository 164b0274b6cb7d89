// SPDX-License-Identifier: MIT
#include "app/monitor/monitor_page.h"
#include "app/monitor/monitor_table.h"
#include "app/widgets/banner.h"
#include "app/widgets/empty_state.h"
#include "tests/support/signed_in_world.h"
#include "tests/support/test_main.h"

#include <QAction>
#include <QLineEdit>

namespace parley::console {

namespace {

using parley::test::FakeApi;
using parley::test::SignedInWorld;

const auto kId = QStringLiteral("01a1ffe4-6400-7277-bf22-000000000001");
const auto kCustomer = QStringLiteral("01a1ffe4-6400-7277-bf22-0000000000c1");

QJsonObject conversation()
{
    return {{QStringLiteral("id"), kId},
            {QStringLiteral("status"), QStringLiteral("waiting_for_agent")},
            {QStringLiteral("channel"), QStringLiteral("web")},
            {QStringLiteral("customer"), QJsonObject{{QStringLiteral("id"), kCustomer}}},
            {QStringLiteral("last_message"), QStringLiteral("<img src=file:///etc/passwd>")}};
}

struct Bench {
    SignedInWorld world;
    std::unique_ptr<MonitorPage> page;
    MonitorTable* table = nullptr;

    explicit Bench(const QList<QJsonObject>& items = {conversation()})
    {
        world.server.on("GET", QStringLiteral("/conversations"), FakeApi::list(items));
        world.server.on("GET",
                        QStringLiteral("/customers/") + kCustomer,
                        {{QStringLiteral("id"), kCustomer},
                         {QStringLiteral("name"), QStringLiteral("Ana Ruiz")}});
        page = std::make_unique<MonitorPage>(world.workspace, nullptr);
        page->resize(1200, 700);
        page->show();
        page->activate();
        table = page->findChild<MonitorTable*>();
    }

    void chooseFirst()
    {
        [this] { QTRY_COMPARE(table->model()->rowCount(), 1); }();
        table->setCurrentIndex(table->model()->index(0, 0));
    }

    void trigger(const QString& text)
    {
        for (QAction* action : page->actions()) {
            if (action->text() == text) {
                action->trigger();
            }
        }
    }
};

} // namespace

class MonitorPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enterOpensTheConversationToRead()
    {
        Bench bench;
        bench.chooseFirst();

        QTest::keyClick(bench.table, Qt::Key_Return);

        QCOMPARE(bench.world.navigator.opened, QStringList{QStringLiteral("conversation ") + kId});
    }

    void customersInSightGetTheirNames()
    {
        Bench bench;
        bench.chooseFirst();

        QTRY_COMPARE(bench.table->model()->index(0, MonitorModel::Customer).data().toString(),
                     QStringLiteral("Ana Ruiz"));
    }

    void takingOverOpensItWhenItSucceeded()
    {
        Bench bench;
        bench.chooseFirst();
        QJsonObject taken = conversation();
        taken.insert(QStringLiteral("status"), QStringLiteral("with_agent"));
        bench.world.server.on("POST", QStringLiteral("/conversations/%1/takeover").arg(kId), taken);

        bench.trigger(QStringLiteral("Take over"));

        QTRY_COMPARE(bench.world.navigator.opened, QStringList{QStringLiteral("conversation ") + kId});
        QCOMPARE(bench.table->model()->index(0, 0).data().toString(), QStringLiteral("With a person"));
    }

    void whoHasItAlreadyIsSaid()
    {
        Bench bench;
        bench.chooseFirst();
        bench.world.server.on("POST",
                              QStringLiteral("/conversations/%1/takeover").arg(kId),
                              [](const FakeApi::Request&) {
                                  return FakeApi::problem(409,
                                                          QStringLiteral("conflict"),
                                                          QStringLiteral("The conversation is held by Kim."));
                              });

        bench.trigger(QStringLiteral("Take over"));

        auto* banner = bench.page->findChild<Banner*>();
        QTRY_VERIFY(banner->text().contains(QStringLiteral("held by Kim")));
        QVERIFY(bench.world.navigator.opened.isEmpty());
    }

    void typingSearchesAndAnEmptyResultSaysWhy()
    {
        Bench bench;
        bench.chooseFirst();
        bench.world.server.on("GET", QStringLiteral("/conversations"), FakeApi::list({}));

        QTest::keyClicks(bench.page->findChild<QLineEdit*>(QStringLiteral("words")),
                         QStringLiteral("pelican"));

        auto* empty = bench.page->findChild<EmptyState*>();
        QTRY_VERIFY(empty->isVisible());
        const auto asked = bench.world.server.requests("GET", QStringLiteral("/conversations"));
        QCOMPARE(asked.last().query.queryItemValue(QStringLiteral("q")), QStringLiteral("pelican"));
    }

    void whatHappensOnTheDeskIsShown()
    {
        Bench bench;
        bench.chooseFirst();
        QTRY_COMPARE(bench.world.live.state(), LiveLink::State::Online);
        QJsonObject closed = conversation();
        closed.insert(QStringLiteral("status"), QStringLiteral("closed"));
        bench.world.server.on("GET", QStringLiteral("/conversations/") + kId, closed);
        // Events come to those who have subscribed, and that takes a moment.
        QTRY_VERIFY(!bench.world.server.frames().isEmpty());

        bench.world.server.push(QStringLiteral("queue"),
                                {{QStringLiteral("type"), QStringLiteral("conversation.updated")},
                                 {QStringLiteral("session_id"), kId}});

        QTRY_COMPARE(bench.table->model()->index(0, 0).data().toString(), QStringLiteral("Closed"));
    }
};

} // namespace parley::console

using parley::console::MonitorPageTest;
PARLEY_TEST("monitor_page", MonitorPageTest)
#include "monitor_page_test.moc"
