// SPDX-License-Identifier: MIT
#include "app/net/api_client.h"
#include "app/net/live_link.h"
#include "app/session/credential_store.h"
#include "app/session/session.h"
#include "app/shell/mention_bar.h"
#include "app/shell/mention_watch.h"
#include "tests/support/fake_api.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace parley::console;
using parley::test::FakeApi;

namespace {

QJsonObject
mention(int number, const QString& of = QStringLiteral("u-1"), const QString& by = QStringLiteral("u-2"))
{
    return {{QStringLiteral("type"), QStringLiteral("message.mentioned")},
            {QStringLiteral("session_id"), QStringLiteral("c-%1").arg(number)},
            {QStringLiteral("message_id"), QStringLiteral("m-%1").arg(number)},
            {QStringLiteral("reference"), QStringLiteral("TF-000%1").arg(number)},
            {QStringLiteral("preview"), QStringLiteral("@Sam <b>look</b>")},
            {QStringLiteral("by"),
             QJsonObject{{QStringLiteral("id"), by}, {QStringLiteral("name"), QStringLiteral("Mia")}}},
            {QStringLiteral("mentions"), QJsonArray{QJsonObject{{QStringLiteral("id"), of}}}}};
}

const QString kQueue = QStringLiteral("queue");

/// One console's part that watches, on a settings file that outlives it.
struct Watching {
    ApiClient api;
    LiveLink live;
    CredentialStore credentials;
    QSettings settings;
    ProfileStore profiles{settings};
    Session session{api, live, credentials, profiles};
    MentionWatch watch{live, session, settings};
    QSignalSpy said{&watch, &MentionWatch::mentioned};

    Watching(const FakeApi& server, const QString& file) : settings(file, QSettings::IniFormat)
    {
        Profile profile;
        if (!profiles.all().isEmpty()) {
            profile = profiles.all().first();
        }
        profile.server = server.url();
        profile.email = QStringLiteral("sam@example.com");
        session.signIn(profile, QStringLiteral("x"), false, [](const std::optional<ApiError>&) {});
        QSignalSpy resync(&live, &LiveLink::resync);
        [&resync] { QTRY_VERIFY(!resync.isEmpty()); }();
    }
    QStringList messages() const
    {
        QStringList ids;
        for (const MentionNews& each : watch.waiting()) {
            ids.append(each.message);
        }
        return ids;
    }
};

} // namespace

class MentionWatchTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void whoIsNamedIsToldOnceUntilTheChatIsLookedAt()
    {
        FakeApi server;
        Watching here(server, file("a.ini"));
        server.push(kQueue, mention(1));
        server.push(kQueue, mention(2, QStringLiteral("u-9")));
        server.push(kQueue, mention(3, QStringLiteral("u-1"), QStringLiteral("u-1")));
        server.push(kQueue, mention(4));

        QTRY_COMPARE(here.messages(), (QStringList{QStringLiteral("m-1"), QStringLiteral("m-4")}));
        QCOMPARE(here.said.count(), 2);
        here.live.setViewing(QStringLiteral("c-1"));
        QCOMPARE(here.watch.waiting().size(), 2); // the window is not in front

        here.watch.setFrontmost(true);
        QCOMPARE(here.messages(), QStringList{QStringLiteral("m-4")});
        here.live.setViewing(QStringLiteral("c-4"));
        QVERIFY(here.watch.waiting().isEmpty());
        server.push(kQueue, mention(4));
        server.push(kQueue, mention(5));
        QTRY_COMPARE(here.messages(), QStringList{QStringLiteral("m-5")}); // c-4 is being looked at
    }

    void whatWasWrittenWhileTheConsoleWasClosedIsToldWhenItStarts()
    {
        FakeApi server;
        {
            Watching before(server, file("b.ini"));
            server.push(kQueue, mention(1));
            server.push(kQueue, mention(2));
            QTRY_COMPARE(before.watch.waiting().size(), 2);
            before.watch.lookedAt(QStringLiteral("c-2"));
        }
        server.push(kQueue, mention(3));

        {
            Watching again(server, file("b.ini"));
            QTRY_COMPARE(again.messages(), (QStringList{QStringLiteral("m-1"), QStringLiteral("m-3")}));
            again.watch.lookedAt(QStringLiteral("c-1"));
            again.watch.lookedAt(QStringLiteral("c-3"));
        }
        Watching third(server, file("b.ini"));
        server.push(kQueue, mention(4));
        QTRY_COMPARE(third.messages(), QStringList{QStringLiteral("m-4")});
        QFile kept(file("b.ini"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(!kept.readAll().contains("look")); // numbers alone
    }

    void whoStartsForTheFirstTimeIsNotToldOfOldOnes()
    {
        FakeApi server;
        server.push(kQueue, mention(1));
        Watching here(server, file("c.ini"));
        server.push(kQueue, mention(2));

        QTRY_COMPARE(here.messages(), QStringList{QStringLiteral("m-2")});
    }

    void whatIsOpenedOnAnotherConsoleOfThePersonIsSeen()
    {
        FakeApi server;
        Watching here(server, file("d.ini"));
        server.push(kQueue, mention(1));
        server.push(kQueue, mention(2));
        QTRY_COMPARE(here.watch.waiting().size(), 2);
        const auto viewing = [&server](const QString& who, const QStringList& what) {
            server.push(QStringLiteral("presence"),
                        {{QStringLiteral("type"), QStringLiteral("presence")},
                         {QStringLiteral("user"), QJsonObject{{QStringLiteral("id"), who}}},
                         {QStringLiteral("viewing"), QJsonArray::fromStringList(what)}},
                        0);
        };
        here.live.setViewing(QStringLiteral("c-1")); // but nobody sits before it
        viewing(QStringLiteral("u-7"), {QStringLiteral("c-2")});
        viewing(QStringLiteral("u-1"), {QStringLiteral("c-1")});
        viewing(QStringLiteral("u-1"), {QStringLiteral("c-1"), QStringLiteral("c-2")});

        QTRY_COMPARE(here.messages(), QStringList{QStringLiteral("m-1")});
    }

    void theBarSaysWhoAndWhereUntilItIsOpened()
    {
        FakeApi server;
        Watching here(server, file("e.ini"));
        MentionBar bar(here.watch);
        QSignalSpy wanted(&bar, &MentionBar::wanted);
        QVERIFY(bar.isHidden());
        server.push(kQueue, mention(1));
        QTRY_VERIFY(bar.isVisible());
        QVERIFY(bar.text().startsWith(QStringLiteral("Mia mentioned you in TF-0001: @Sam <b>look</b>")));
        server.push(kQueue, mention(2));
        QTRY_VERIFY(bar.text().contains(QStringLiteral("1 more")));

        Q_EMIT bar.actionTriggered();

        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().at(0).toString(), QStringLiteral("c-1"));
        QCOMPARE(wanted.first().at(1).toString(), QStringLiteral("m-1"));
        here.watch.lookedAt(QStringLiteral("c-1"));
        here.watch.lookedAt(QStringLiteral("c-2"));
        QVERIFY(bar.isHidden());
    }
};

PARLEY_TEST("mention_watch", MentionWatchTest)
#include "mention_watch_test.moc"
