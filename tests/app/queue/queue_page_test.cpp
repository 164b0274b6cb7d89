// SPDX-License-Identifier: MIT
#include "app/conversation/chat_tabs.h"
#include "app/conversation/composer.h"
#include "app/conversation/composer_edit.h"
#include "app/conversation/conversation_view.h"
#include "app/conversation/transcript_view.h"
#include "app/queue/queue_page.h"
#include "app/queue/queue_panel.h"
#include "app/queue/unsent_panel.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/app/queue/queue_entries.h"
#include "tests/support/test_main.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace parley::console;
using namespace parley::test;

namespace {

/// The page, with two cases that wait.
struct Desk {
    DeskBench bench;
    std::unique_ptr<QueuePage> page;

    Desk()
    {
        bench.server.on("GET",
                        QStringLiteral("/escalations"),
                        FakeApi::list({escalationJson(1, QStringLiteral("urgent")), escalationJson(2)}));
        bench.server.on("GET", QStringLiteral("/conversations/c-1"), conversationJson());
        bench.server.on("GET",
                        QStringLiteral("/customers/k-1"),
                        {{QStringLiteral("id"), QStringLiteral("k-1")},
                         {QStringLiteral("name"), QStringLiteral("Ana Ruiz")}});
        page = std::make_unique<QueuePage>(bench.workspace, nullptr);
        page->resize(1'200, 700);
        page->show();
        page->activateWindow();
        [this] { QTRY_COMPARE(view().model()->rowCount(), 2); }();
        view().setCurrentIndex(view().model()->index(0, 0));
        view().setFocus();
    }
    QListView& view() { return page->panel().view(); }
    ConversationView* chat() { return page->tabs().current(); }
};

QString acceptPath()
{
    return QStringLiteral("/escalations/t-1/accept");
}

} // namespace

class QueuePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhoWaitsAndWhoTheyAre()
    {
        Desk desk;
        QTRY_COMPARE(desk.view().model()->index(0, 0).data(QueueModel::CustomerRole).toString(),
                     QStringLiteral("Ana Ruiz"));
        QVERIFY(!desk.page->grab().isNull());
    }

    void enterTakesTheCaseAndOpensIt()
    {
        Desk desk;
        desk.bench.server.on("POST", acceptPath(), escalationJson(1));
        QTest::keyClick(&desk.view(), Qt::Key_Return);
        QTRY_COMPARE(desk.page->tabs().count(), 1);
        QCOMPARE(desk.chat()->id(), QStringLiteral("c-1"));
        QTRY_VERIFY(desk.chat()->source().isLoaded());
        QTRY_COMPARE(desk.page->tabs().tabText(0), QStringLiteral("Ana Ruiz"));
    }

    void whoeverLosesIsToldWhoWonAndMayRead()
    {
        Desk desk;
        desk.bench.server.on("POST", acceptPath(), [](const FakeApi::Request&) {
            return FakeApi::problem(409,
                                    QStringLiteral("conflict"),
                                    QStringLiteral("Kim has taken this case."));
        });
        QTest::keyClick(&desk.view(), Qt::Key_Return);
        QTRY_COMPARE(desk.bench.navigator.said, QStringList{QStringLiteral("Kim has taken this case.")});
        QCOMPARE(desk.page->tabs().count(), 0);
        desk.bench.navigator.lastThen();
        QCOMPARE(desk.page->tabs().count(), 1);
    }

    void spaceReadsWithoutTaking()
    {
        Desk desk;
        QTest::keyClick(&desk.view(), Qt::Key_Space);
        QCOMPARE(desk.page->tabs().count(), 1);
        QTRY_VERIFY(desk.chat()->source().isLoaded());
        QVERIFY(desk.bench.server.requests("POST", acceptPath()).isEmpty());
        QTRY_VERIFY(desk.bench.server.frames().contains(
            QJsonObject{{QStringLiteral("type"), QStringLiteral("viewing")},
                        {QStringLiteral("conversation"), QStringLiteral("c-1")}}));
    }

    void anEventReadsTheQueueAnew()
    {
        Desk desk;
        desk.bench.server.on("GET",
                             QStringLiteral("/escalations"),
                             FakeApi::list({escalationJson(3, QStringLiteral("urgent")),
                                            escalationJson(1),
                                            escalationJson(2)}));
        QSignalSpy count(desk.page.get(), &Page::countChanged);
        desk.bench.server.push(QStringLiteral("queue"),
                               {{QStringLiteral("type"), QStringLiteral("ticket.created")}});
        QTRY_COMPARE(desk.view().model()->rowCount(), 3);
        QCOMPARE(count.last().first().toInt(), 3);
        // The one that was chosen is chosen still, a row further down.
        QCOMPARE(desk.view().currentIndex().row(), 1);
    }

    void theSameConversationHasOneTab()
    {
        Desk desk;
        desk.page->open(QStringLiteral("c-1"));
        desk.page->open(QStringLiteral("c-2"));
        desk.page->open(QStringLiteral("c-1"));
        QCOMPARE(desk.page->tabs().count(), 2);
        QCOMPARE(desk.chat()->id(), QStringLiteral("c-1"));
        desk.page->tabs().step(1);
        QCOMPARE(desk.chat()->id(), QStringLiteral("c-2"));
        desk.page->tabs().closeCurrent();
        QCOMPARE(desk.chat()->id(), QStringLiteral("c-1"));
    }

    void whatIsTypedIsKeptWhenItsTabIsClosed()
    {
        Desk desk;
        desk.page->open(QStringLiteral("c-1"));
        QTRY_VERIFY(desk.chat()->source().isLoaded());
        desk.chat()->composer().setText(QStringLiteral("Half an answ"));
        QVERIFY(desk.page->unsaved().contains(QStringLiteral("Ana Ruiz")));
        auto* panel = desk.page->findChild<UnsentPanel*>();
        QVERIFY(panel->isHidden());
        desk.page->tabs().closeCurrent();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

        // Signing out would lose it still.
        QVERIFY(desk.page->unsaved().contains(QStringLiteral("Ana Ruiz")));
        QVERIFY(panel->isVisible());
        QVERIFY(desk.bench.navigator.said.last().contains(QStringLiteral("Ana Ruiz")));
        auto* list = panel->findChild<QListView*>();
        QVERIFY(list->model()->index(0, 0).data().toString().contains(QStringLiteral("Half an answ")));
        Q_EMIT list->activated(list->model()->index(0, 0));
        QCOMPARE(desk.chat()->composer().text(), QStringLiteral("Half an answ"));
        QVERIFY(panel->isHidden());
    }

    void aLetterOfAClosedTabGoesOutAndIsShownUntilThen()
    {
        Desk desk;
        desk.bench.server.on("POST",
                             QStringLiteral("/conversations/c-1/messages"),
                             [](const FakeApi::Request&) {
                                 FakeApi::Answer answer;
                                 answer.isCut = true;
                                 return answer;
                             });
        desk.page->open(QStringLiteral("c-1"));
        QTRY_VERIFY(desk.chat()->source().isLoaded());
        desk.chat()->composer().setText(QStringLiteral("On its way"));
        QTest::keyClick(&desk.chat()->composer().edit(), Qt::Key_Return);
        desk.page->tabs().closeCurrent();
        auto* panel = desk.page->findChild<UnsentPanel*>();
        QVERIFY(panel->isVisible());
        QTRY_VERIFY(!desk.page->tabs().post().all().first().fault.isEmpty());
        desk.bench.server.on("POST",
                             QStringLiteral("/conversations/c-1/messages"),
                             messageJson(2, QStringLiteral("supporter"), QStringLiteral("On its way")),
                             201);

        desk.bench.server.dropLinks(); // and they come back

        QTRY_VERIFY(desk.page->tabs().post().all().isEmpty());
        QVERIFY(panel->isHidden());
        QCOMPARE(desk.page->tabs().count(), 0);
    }

    void whatAClosedTabsLetterWasRefusedForIsSaidAndItsTextIsThere()
    {
        Desk desk;
        bool isHeld = true;
        desk.bench.server.on("POST",
                             QStringLiteral("/conversations/c-1/messages"),
                             [&isHeld](const FakeApi::Request&) {
                                 if (!isHeld) {
                                     return FakeApi::problem(409,
                                                             QStringLiteral("newer_message"),
                                                             QStringLiteral("The customer has written."));
                                 }
                                 FakeApi::Answer answer;
                                 answer.isCut = true;
                                 return answer;
                             });
        desk.page->open(QStringLiteral("c-1"));
        QTRY_VERIFY(desk.chat()->source().isLoaded());
        desk.chat()->composer().setText(QStringLiteral("My answer"));
        QTest::keyClick(&desk.chat()->composer().edit(), Qt::Key_Return);
        QTRY_VERIFY(!desk.page->tabs().post().all().first().fault.isEmpty());
        desk.page->tabs().closeCurrent();
        isHeld = false;
        desk.page->tabs().post().retry(QString(desk.page->tabs().post().all().first().id));

        QTRY_VERIFY(desk.bench.navigator.said.last().contains(QStringLiteral("The customer has written.")));
        QCOMPARE(desk.page->findChild<UnsentPanel*>()->count(), 1);
        desk.page->open(QStringLiteral("c-1"));
        QCOMPARE(desk.chat()->composer().text(), QStringLiteral("My answer"));
    }

    void aMentionOpensTheChatAtTheNote()
    {
        Desk desk;
        QJsonObject note = messageJson(2, QStringLiteral("supporter"), QStringLiteral("@Sam, look"));
        note.insert(QStringLiteral("kind"), QStringLiteral("note"));
        desk.bench.server.on("GET",
                             QStringLiteral("/conversations/c-1"),
                             conversationJson(
                                 {messageJson(1, QStringLiteral("user"), QStringLiteral("Hello?")),
                                  note,
                                  messageJson(3, QStringLiteral("user"), QStringLiteral("Well?"))}));
        desk.page->open(QStringLiteral("c-1#m-2"));
        QTRY_VERIFY(desk.chat()->source().isLoaded());
        QCOMPARE(desk.chat()->id(), QStringLiteral("c-1"));
        QTRY_COMPARE(desk.chat()->transcript().currentRow(), 1);
    }

    void aMessageInAnotherTabIsCounted()
    {
        Desk desk;
        desk.page->open(QStringLiteral("c-1"));
        QTRY_VERIFY(desk.chat()->source().isLoaded());
        ConversationView* first = desk.chat();
        desk.page->open(QStringLiteral("c-2"));
        desk.bench.server.push(QStringLiteral("conversation:c-1"),
                               {{QStringLiteral("type"), QStringLiteral("message.created")},
                                {QStringLiteral("message"),
                                 messageJson(2, QStringLiteral("user"), QStringLiteral("Still there?"))}});
        QTRY_COMPARE(first->unread(), 1);
        QCOMPARE(desk.page->tabs().tabText(0), QStringLiteral("Ana Ruiz (1)"));
        desk.page->open(QStringLiteral("c-1"));
        QCOMPARE(first->unread(), 0);
        QVERIFY(first->source().transcript().isFirstUnread(1));
    }

    void anAnswerIsWrittenAndSent()
    {
        Desk desk;
        desk.bench.server.on("POST",
                             QStringLiteral("/conversations/c-1/messages"),
                             messageJson(2, QStringLiteral("supporter"), QStringLiteral("It is on its way.")),
                             201);
        desk.page->open(QStringLiteral("c-1"));
        QTRY_VERIFY(desk.chat()->source().isLoaded());
        desk.chat()->composer().insertDraft(false);
        QCOMPARE(desk.chat()->composer().text(), QStringLiteral("It is on its way."));
        QTest::keyClick(&desk.chat()->composer().edit(), Qt::Key_Return);
        QVERIFY(desk.chat()->composer().text().isEmpty());
        QTRY_COMPARE(desk.chat()->source().transcript().newestSeq(), 2);
    }

    void whoDoesNotHaveItMayOnlyWriteNotes()
    {
        Desk desk;
        QJsonObject waiting = conversationJson();
        waiting.insert(QStringLiteral("status"), QStringLiteral("waiting_for_agent"));
        waiting.insert(QStringLiteral("assignee"), QJsonValue::Null);
        desk.bench.server.on("GET", QStringLiteral("/conversations/c-1"), waiting);
        desk.page->open(QStringLiteral("c-1"));
        QTRY_VERIFY(desk.chat()->source().isLoaded());
        desk.chat()->composer().setText(QStringLiteral("x"));
        auto* send = desk.chat()->findChild<QPushButton*>(QStringLiteral("sendButton"));
        QVERIFY(!send->isEnabled());
        desk.chat()->composer().setNote(true);
        QVERIFY(send->isEnabled());
    }
};

PARLEY_TEST("queue_page", QueuePageTest)
#include "queue_page_test.moc"
