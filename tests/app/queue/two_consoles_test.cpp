// SPDX-License-Identifier: MIT
// One person at two consoles: each follows what is done at the other, and neither loses or repeats anything.
#include "app/conversation/chat_tabs.h"
#include "app/conversation/composer.h"
#include "app/conversation/composer_edit.h"
#include "app/conversation/conversation_view.h"
#include "app/queue/queue_page.h"
#include "app/queue/queue_panel.h"
#include "app/widgets/banner.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/app/queue/queue_entries.h"
#include "tests/support/test_main.h"

#include <QLabel>
#include <QListView>

using namespace parley::console;
using namespace parley::test;

namespace {

const QString kMessages = QStringLiteral("/conversations/c-1/messages");

/// The person's second console, on the first one's server.
struct SecondConsole {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat};
    ApiClient api;
    LiveLink live;
    CredentialStore credentials;
    ProfileStore profiles{settings};
    Session session{api, live, credentials, profiles};
    OfflineCache offline;
    RecordingNavigator navigator;
    Workspace workspace{api, live, session, offline, navigator, settings};
    std::unique_ptr<QueuePage> page;

    explicit SecondConsole(const FakeApi& server)
    {
        offline.open(folder.filePath(QStringLiteral("offline.db")), OfflineCache::newKey());
        Profile profile;
        profile.server = server.url();
        profile.email = QStringLiteral("sam@example.com");
        session.signIn(profile, QStringLiteral("right"), false, [](const std::optional<ApiError>&) {});
        [this] { QTRY_COMPARE(live.state(), LiveLink::State::Online); }();
        page = std::make_unique<QueuePage>(workspace, nullptr);
        page->show();
    }
};

struct Two {
    DeskBench bench;
    SecondConsole second{bench.server};
    std::unique_ptr<QueuePage> page;

    Two()
    {
        bench.server.on("GET", QStringLiteral("/escalations"), FakeApi::list({escalationJson(1)}));
        bench.server.on("GET", QStringLiteral("/conversations/c-1"), conversationJson());
        page = std::make_unique<QueuePage>(bench.workspace, nullptr);
        page->show();
        second.page->activate();
        [this] { QTRY_COMPARE(page->panel().model().rowCount(), 1); }();
        [this] { QTRY_COMPARE(second.page->panel().model().rowCount(), 1); }();
    }
    void bothOpen()
    {
        for (QueuePage* each : {page.get(), second.page.get()}) {
            each->open(QStringLiteral("c-1"));
            QTRY_VERIFY(each->tabs().current()->source().isLoaded());
        }
    }
    void pushMessage(const QJsonObject& message)
    {
        bench.server.push(QStringLiteral("conversation:c-1"),
                          {{QStringLiteral("type"), QStringLiteral("message.created")},
                           {QStringLiteral("message"), message}});
    }
    Composer& here() { return page->tabs().current()->composer(); }
    Composer& there() { return second.page->tabs().current()->composer(); }
};

QJsonObject own(qint64 seq, const QString& text)
{
    QJsonObject message = messageJson(seq, QStringLiteral("supporter"), text);
    message.insert(QStringLiteral("author"),
                   QJsonObject{{QStringLiteral("id"), QStringLiteral("u-1")},
                               {QStringLiteral("name"), QStringLiteral("Sam Support")}});
    return message;
}

} // namespace

class TwoConsolesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTakenAtOneIsOpenAtTheOtherBehindWhatIsLookedAt()
    {
        Two two;
        const QJsonObject mine =
            assignedTo(escalationJson(1), QStringLiteral("u-1"), QStringLiteral("Sam Support"));
        two.bench.server.on("POST", QStringLiteral("/escalations/t-1/accept"), mine);
        two.bench.server.on("GET", QStringLiteral("/conversations/c-2"), conversationJson());
        two.second.page->open(QStringLiteral("c-2"));
        QListView& list = two.page->panel().view();
        list.setCurrentIndex(list.model()->index(0, 0));

        QTest::keyClick(&list, Qt::Key_Return);
        QTRY_COMPARE(two.page->tabs().conversations(), QStringList{QStringLiteral("c-1")});
        two.bench.server.on("GET", QStringLiteral("/escalations"), FakeApi::list({mine}));
        two.bench.server.push(QStringLiteral("queue"),
                              {{QStringLiteral("type"), QStringLiteral("ticket.updated")}});

        QTRY_COMPARE(two.second.page->tabs().conversations(),
                     (QStringList{QStringLiteral("c-2"), QStringLiteral("c-1")}));
        QCOMPARE(two.second.page->tabs().current()->id(), QStringLiteral("c-2"));
        QCOMPARE(two.second.navigator.said.size(), 1);
        QVERIFY(two.bench.navigator.said.isEmpty()); // who took it knows
        QCOMPARE(two.page->tabs().count(), 1);
    }

    void aDraftAtEachStaysWhenOneIsSent()
    {
        Two two;
        two.bothOpen();
        two.bench.server.on("POST", kMessages, own(2, QStringLiteral("From here")), 201);
        two.here().setText(QStringLiteral("From here"));
        two.there().setText(QStringLiteral("From there"));

        two.here().send();
        QTRY_COMPARE(two.bench.server.requests("POST", kMessages).size(), 1);
        two.pushMessage(own(2, QStringLiteral("From here")));

        QTRY_VERIFY(two.there().banner().isVisible());
        QVERIFY(two.there().banner().text().contains(QStringLiteral("another console")));
        QCOMPARE(two.there().text(), QStringLiteral("From there"));
        QTRY_COMPARE(two.page->tabs().current()->source().transcript().newestSeq(), 2);
        QVERIFY(!two.here().banner().isVisible());
        // Its event may come before the answer to its request.
        QTRY_COMPARE(two.page->tabs().current()->source().transcript().rowCount(), 2);
        QCOMPARE(two.second.page->tabs().current()->source().transcript().rowCount(), 2);
    }

    void eachSendsItsOwnLettersAlone()
    {
        Two two;
        two.bothOpen();
        bool isCut = true;
        QList<QByteArray> taken;
        two.bench.server.on("POST", kMessages, [&](const FakeApi::Request& request) {
            FakeApi::Answer answer{201,
                                   own(2, request.json().value(QLatin1String("text")).toString()),
                                   {},
                                   isCut};
            if (!isCut) {
                taken.append(request.headers.value("idempotency-key"));
            }
            return answer;
        });
        two.here().setText(QStringLiteral("Once"));
        two.here().send();
        PostOffice& post = two.page->tabs().post();
        QTRY_VERIFY(!post.all().first().fault.isEmpty());
        QVERIFY(two.second.page->tabs().post().all().isEmpty());

        isCut = false;
        two.bench.server.dropLinks(); // both come back, and both look through their letters

        QTRY_VERIFY(post.all().isEmpty());
        QTRY_COMPARE(two.second.live.state(), LiveLink::State::Online);
        QCOMPARE(taken.size(), 1);
    }

    void typingAtOneIsNotTakenBackByTheOther()
    {
        Two two;
        two.bothOpen();
        two.bench.server.forget();
        const auto toldOf = [&two](bool isTyping) {
            return two.bench.server.frames().count(
                QJsonObject{{QStringLiteral("type"), QStringLiteral("typing")},
                            {QStringLiteral("conversation"), QStringLiteral("c-1")},
                            {QStringLiteral("typing"), isTyping}});
        };
        two.page->activateWindow();
        two.here().edit().setFocus();
        QTRY_VERIFY(two.here().edit().hasFocus());
        QTest::keyClicks(&two.here().edit(), QStringLiteral("Hello"));
        QTRY_COMPARE(toldOf(true), 1);

        two.second.page->hide(); // leaves the conversation there
        two.second.page->tabs().setShown(false);
        two.second.live.setViewing(QStringLiteral("marker"));
        QTRY_VERIFY(two.bench.server.frames().contains(
            QJsonObject{{QStringLiteral("type"), QStringLiteral("viewing")},
                        {QStringLiteral("conversation"), QStringLiteral("marker")}}));

        QCOMPARE(toldOf(false), 0);
        two.here().setText({});
        QTRY_COMPARE(toldOf(false), 1);
    }

    void whoWritesAtTheOtherIsShown()
    {
        Two two;
        two.bothOpen();
        const auto tell = [&two](int consoles) {
            two.bench.server.push(QStringLiteral("presence"),
                                  {{QStringLiteral("type"), QStringLiteral("presence")},
                                   {QStringLiteral("user"),
                                    QJsonObject{{QStringLiteral("id"), QStringLiteral("u-1")}}},
                                   {QStringLiteral("composing"),
                                    consoles > 0 ? QJsonArray{QStringLiteral("c-1")} : QJsonArray()}},
                                  0);
        };
        const auto* line = two.second.page->tabs().current()->findChild<QLabel*>(QStringLiteral("elsewhere"));
        QVERIFY(line->isHidden());

        tell(1);

        QTRY_VERIFY(line->isVisible());
        tell(0);
        QTRY_VERIFY(line->isHidden());
    }
};

PARLEY_TEST("two_consoles", TwoConsolesTest)
#include "two_consoles_test.moc"
