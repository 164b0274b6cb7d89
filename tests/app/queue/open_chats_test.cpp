// SPDX-License-Identifier: MIT
#include "app/conversation/chat_tabs.h"
#include "app/conversation/composer.h"
#include "app/conversation/conversation_view.h"
#include "app/queue/queue_page.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/support/test_main.h"

using namespace parley::console;
using namespace parley::test;

namespace {

QJsonObject chat(const QString& id)
{
    QJsonObject json = conversationJson();
    json.insert(QStringLiteral("id"), id);
    return json;
}

QString pathOf(const QString& id)
{
    return QStringLiteral("/conversations/") + id;
}

/// A console that is started, closed and started again.
struct Restarting {
    DeskBench bench;
    std::unique_ptr<QueuePage> page;

    Restarting()
    {
        for (const char* id : {"c-1", "c-2", "c-3"}) {
            const QString name = QString::fromLatin1(id);
            bench.server.on("GET", pathOf(name), chat(name));
        }
    }
    void start()
    {
        page.reset();
        page = std::make_unique<QueuePage>(bench.workspace, nullptr);
        page->resize(1'200, 700);
        page->show();
    }
    void open(const char* id)
    {
        page->open(QString::fromLatin1(id));
        QTRY_VERIFY(page->tabs().current()->source().isLoaded());
    }
    ChatTabs& tabs() { return page->tabs(); }
};

} // namespace

class OpenChatsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tabsComeBackInTheirOrderWithWhatWasTyped()
    {
        Restarting console;
        console.start();
        console.open("c-1");
        console.open("c-2");
        console.open("c-3");
        console.tabs().tabBar()->moveTab(2, 0);
        console.page->open(QStringLiteral("c-1"));
        console.tabs().current()->composer().setText(QStringLiteral("Half an answ"));
        console.tabs().find(QStringLiteral("c-2"))->composer().setNote(true);
        console.tabs().find(QStringLiteral("c-2"))->composer().setText(QStringLiteral("For us"));

        console.start();

        QCOMPARE(console.tabs().conversations(),
                 (QStringList{QStringLiteral("c-3"), QStringLiteral("c-1"), QStringLiteral("c-2")}));
        QCOMPARE(console.tabs().current()->id(), QStringLiteral("c-1"));
        QCOMPARE(console.tabs().current()->composer().text(), QStringLiteral("Half an answ"));
        QVERIFY(!console.tabs().current()->composer().isNote());
        Composer& note = console.tabs().find(QStringLiteral("c-2"))->composer();
        QVERIFY(note.isNote());
        QCOMPARE(note.text(), QStringLiteral("For us"));
    }

    void whatOneHoldsComesBackThoughItsTabWasClosed()
    {
        Restarting console;
        console.bench.server.on("GET", QStringLiteral("/conversations"), [](const FakeApi::Request& request) {
            const bool isAsked =
                request.query.queryItemValue(QStringLiteral("assignee")) == QStringLiteral("u-1") &&
                request.query.queryItemValue(QStringLiteral("status")) == QStringLiteral("with_agent");
            return FakeApi::Answer{200,
                                   FakeApi::list(isAsked ? QList<QJsonObject>{chat(QStringLiteral("c-2"))}
                                                         : QList<QJsonObject>()),
                                   {},
                                   false};
        });
        console.bench.settings.setValue(QStringLiteral("nothing"), true);

        console.start();

        QTRY_COMPARE(console.tabs().conversations(), QStringList{QStringLiteral("c-2")});
        QTRY_VERIFY(console.tabs().current()->source().isLoaded());
    }

    void whatIsGoneIsLeftOutAndSaidInOneLine()
    {
        Restarting console;
        console.start();
        console.open("c-1");
        console.open("c-2");
        console.open("c-3");
        console.bench.server.on("GET", pathOf(QStringLiteral("c-1")), [](const FakeApi::Request&) {
            return FakeApi::problem(404, QStringLiteral("not_found"), QStringLiteral("Gone."));
        });
        console.bench.server.on("GET", pathOf(QStringLiteral("c-3")), [](const FakeApi::Request&) {
            return FakeApi::problem(404, QStringLiteral("not_found"), QStringLiteral("Gone."));
        });
        console.bench.navigator.said.clear();

        console.start();

        QTRY_COMPARE(console.tabs().conversations(), QStringList{QStringLiteral("c-2")});
        QTRY_COMPARE(console.bench.navigator.said.size(), 1);
        QVERIFY(console.bench.navigator.said.first().contains(QStringLiteral("2")));
        console.start();
        QTRY_COMPARE(console.tabs().conversations(), QStringList{QStringLiteral("c-2")});
    }

    void draftsWaitForTheKeychain()
    {
        Restarting console;
        console.start();
        console.open("c-1");
        console.tabs().current()->composer().setText(QStringLiteral("Half an answ"));
        console.page.reset();
        const QByteArray key(OfflineCache::kKeyBytes, 'k');
        const QString path = console.bench.folder.filePath(QStringLiteral("another.db"));
        const OfflineCache::Kept draft = *console.bench.offline.find(QStringLiteral("draft/c-1"));
        console.bench.offline.close();
        console.bench.offline.open(path, key);
        console.bench.offline.put(QStringLiteral("draft/c-1"), draft.bytes, draft.readAt, true);
        console.bench.offline.close();
        console.bench.offline.open({}, {});
        console.bench.offline.expect();

        console.start();
        console.page->open(QStringLiteral("c-1"));
        console.tabs().current()->composer().setText(QStringLiteral("er"));
        console.tabs().current()->saveDraft(); // before it is known what was there: nothing is overwritten
        console.bench.offline.open(path, key);

        QCOMPARE(console.tabs().current()->composer().text(), QStringLiteral("Half an answ\ner"));
    }
};

PARLEY_TEST("open_chats", OpenChatsTest)
#include "open_chats_test.moc"
