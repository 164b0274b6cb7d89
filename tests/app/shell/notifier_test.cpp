// SPDX-License-Identifier: MIT
#include "app/net/api_client.h"
#include "app/net/live_link.h"
#include "app/session/credential_store.h"
#include "app/session/session.h"
#include "app/shell/notifier.h"
#include "app/shell/tray.h"
#include "tests/support/fake_api.h"
#include "tests/support/test_main.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace parley::console;
using parley::test::FakeApi;

namespace {

QJsonObject waiting(const QString& id)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("session_id"), QStringLiteral("c-") + id},
            {QStringLiteral("subject"), QStringLiteral("Subject ") + id},
            {QStringLiteral("status"), QStringLiteral("pending_human")}};
}

} // namespace

class NotifierTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    FakeApi m_server;
    QSettings m_settings{m_folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat};
    ApiClient m_api;
    LiveLink m_live;
    CredentialStore m_credentials;
    ProfileStore m_profiles{m_settings};
    Session m_session{m_api, m_live, m_credentials, m_profiles};

    void signIn()
    {
        Profile profile;
        profile.server = m_server.url();
        profile.email = QStringLiteral("sam@example.com");
        m_session.signIn(profile, QStringLiteral("x"), false, [](const std::optional<ApiError>&) {});
        QTRY_COMPARE(m_live.state(), LiveLink::State::Online);
    }

private Q_SLOTS:
    void aNewCaseIsSaidOnceAndCountedUntilItIsTaken()
    {
        Notifier notifier(m_api, m_live, m_session);
        QSignalSpy said(&notifier, &Notifier::notify);
        m_server.on("GET", QStringLiteral("/escalations"), FakeApi::list({waiting(QStringLiteral("1"))}));
        signIn();
        QTRY_COMPARE(notifier.waiting(), 1);
        QCOMPARE(said.count(), 0); // it waited before one came

        m_server.on("GET",
                    QStringLiteral("/escalations"),
                    FakeApi::list({waiting(QStringLiteral("1")), waiting(QStringLiteral("2"))}));
        m_server.push(QStringLiteral("queue"), {{QStringLiteral("type"), QStringLiteral("ticket.created")}});
        QTRY_COMPARE(notifier.waiting(), 2);
        m_server.push(QStringLiteral("queue"), {{QStringLiteral("type"), QStringLiteral("ticket.updated")}});
        QTRY_VERIFY(m_server.requests("GET", QStringLiteral("/escalations")).size() >= 3);

        QCOMPARE(said.count(), 1);
        QCOMPARE(said.first().at(2).toString(), QStringLiteral("c-2"));
        m_server.on("GET", QStringLiteral("/escalations"), FakeApi::list({}));
        m_server.push(QStringLiteral("queue"), {{QStringLiteral("type"), QStringLiteral("ticket.updated")}});
        QTRY_COMPARE(notifier.waiting(), 0);
    }

    void anAnswerThatIsNearlyDueIsWarnedOfOnce()
    {
        Notifier notifier(m_api, m_live, m_session);
        QSignalSpy said(&notifier, &Notifier::notify);
        QJsonObject due = waiting(QStringLiteral("3"));
        due.insert(QStringLiteral("sla"),
                   QJsonObject{{QStringLiteral("due_ts"),
                                QDateTime::currentDateTimeUtc().addSecs(120).toString(Qt::ISODateWithMs)}});
        m_server.on("GET", QStringLiteral("/escalations"), FakeApi::list({due}));
        signIn();
        QTRY_COMPARE(said.count(), 1);

        const auto reads = m_server.requests("GET", QStringLiteral("/escalations")).size();
        m_server.push(QStringLiteral("queue"), {{QStringLiteral("type"), QStringLiteral("ticket.updated")}});
        QTRY_VERIFY(m_server.requests("GET", QStringLiteral("/escalations")).size() > reads);

        QCOMPARE(said.count(), 1);
    }

    void whatOneTookOnAnotherConsoleIsNoNews()
    {
        Notifier notifier(m_api, m_live, m_session);
        QSignalSpy said(&notifier, &Notifier::notify);
        m_server.on("GET",
                    QStringLiteral("/escalations"),
                    FakeApi::list({waiting(QStringLiteral("7")), waiting(QStringLiteral("8"))}));
        signIn();
        QTRY_COMPARE(notifier.waiting(), 2);
        const auto mine = [](const QString& id) {
            QJsonObject ticket = waiting(id);
            ticket.insert(QStringLiteral("status"), QStringLiteral("assigned"));
            ticket.insert(QStringLiteral("assignee"),
                          QJsonObject{{QStringLiteral("id"), QStringLiteral("u-1")}});
            return ticket;
        };
        const auto given = [this](const QString& id, const QString& by) {
            m_server.push(QStringLiteral("queue"),
                          {{QStringLiteral("type"), QStringLiteral("ticket.updated")},
                           {QStringLiteral("session_id"), QStringLiteral("c-") + id},
                           {QStringLiteral("by"), QJsonObject{{QStringLiteral("id"), by}}}});
        };
        m_server.on("GET",
                    QStringLiteral("/escalations"),
                    FakeApi::list({mine(QStringLiteral("7")), mine(QStringLiteral("8"))}));

        given(QStringLiteral("7"), QStringLiteral("u-1"));
        given(QStringLiteral("8"), QStringLiteral("u-2"));

        QTRY_COMPARE(notifier.waiting(), 0);
        QCOMPARE(said.count(), 1);
        QCOMPARE(said.first().at(2).toString(), QStringLiteral("c-8"));
    }

    /// Desktops read markup in notifications, pictures and links too.
    void aNotificationHasNoMarkup()
    {
        const QString shown = notificationText(QStringLiteral(
            "<img src='file:///etc/passwd'> &amp; <a href=\"http://evil.example\">x</a>\nsecond"));
        for (const char sign : {'<', '>', '&', '\n'}) {
            QVERIFY2(!shown.contains(QLatin1Char(sign)), qPrintable(shown));
        }
        QVERIFY(shown.contains(QStringLiteral("img src='file:///etc/passwd'")));
        QVERIFY(notificationText(QString(64 * 1024, QLatin1Char('x'))).size() <= 200);
    }
};

PARLEY_TEST("notifier", NotifierTest)
#include "notifier_test.moc"
