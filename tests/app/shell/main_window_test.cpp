// SPDX-License-Identifier: MIT
#include "app/conversation/chat_tabs.h"
#include "app/conversation/composer.h"
#include "app/conversation/conversation_view.h"
#include "app/conversation/outbox.h"
#include "app/conversation/transcript_view.h"
#include "app/queue/queue_page.h"
#include "app/shell/console.h"
#include "app/shell/main_window.h"
#include "app/shell/navigation_model.h"
#include "app/widgets/banner.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/support/fake_api.h"
#include "tests/support/test_main.h"

#include <QDialog>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>

using namespace parley::console;
using parley::test::conversationJson;
using parley::test::FakeApi;
using parley::test::messageJson;

class MainWindowTest : public QObject {
    Q_OBJECT

private:
    template <class Widget>
    static Widget* named(const MainWindow& window, const char* name)
    {
        return window.findChild<Widget*>(QString::fromLatin1(name));
    }

    static void
    signIn(const Console& console, MainWindow& window, const FakeApi& server, const QString& password)
    {
        Q_UNUSED(console)
        named<QLineEdit>(window, "server")->setText(server.url().toString());
        named<QLineEdit>(window, "email")->setText(QStringLiteral("sam@example.com"));
        named<QLineEdit>(window, "password")->setText(password);
        named<QPushButton>(window, "signIn")->click();
    }

    static bool says(const MainWindow& window, const QString& text)
    {
        for (const QLabel* label : window.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(text)) {
                return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void aWrongPasswordIsSaidAndTheAddressStays()
    {
        QTemporaryDir folder;
        FakeApi server;
        server.on("POST", QStringLiteral("/oauth/token"), [](const FakeApi::Request&) {
            return FakeApi::problem(401, QStringLiteral("invalid_credentials"), QStringLiteral("No."));
        });
        Console console(folder.path());
        console.startAt({}, {});

        signIn(console, console.window(), server, QStringLiteral("wrong"));

        QTRY_VERIFY(says(console.window(), QStringLiteral("do not match an account")));
        QCOMPARE(named<QLineEdit>(console.window(), "email")->text(), QStringLiteral("sam@example.com"));
        QVERIFY(named<QPushButton>(console.window(), "signIn")->isEnabled());
    }

    void anAddressThatIsNoneIsSaidAtItsField()
    {
        QTemporaryDir folder;
        Console console(folder.path());
        console.startAt({}, {});
        named<QLineEdit>(console.window(), "server")->setText(QStringLiteral("my desk"));

        named<QPushButton>(console.window(), "signIn")->click();

        QVERIFY(says(console.window(), QStringLiteral("Name the server")));
    }

    void signedInOneSeesOnlyWhatOneMayAndTheConnectionWhenItBreaks()
    {
        QTemporaryDir folder;
        FakeApi server;
        Console console(folder.path());
        console.startAt({}, {});
        signIn(console, console.window(), server, QStringLiteral("right"));
        QTRY_VERIFY(console.session().isSignedIn());
        const auto* navigation = named<QListView>(console.window(), "navigation");
        QTRY_VERIFY(navigation->isVisible());
        for (int row = 0; row < navigation->model()->rowCount(); ++row) {
            const QString id =
                navigation->model()->index(row, 0).data(NavigationModel::PageIdRole).toString();
            QVERIFY2(id != QLatin1String("tenants") && id != QLatin1String("users"), qPrintable(id));
        }
        QTRY_COMPARE(server.links(), 1);

        server.setUnreachable(true);

        QTRY_VERIFY(says(console.window(), QStringLiteral("No connection to")));
        server.setUnreachable(false);
        QTRY_VERIFY_WITH_TIMEOUT(!says(console.window(), QStringLiteral("No connection to")), 20'000);
    }

    void questionMarkListsTheKeys()
    {
        QTemporaryDir folder;
        FakeApi server;
        Console console(folder.path());
        console.startAt({}, {});
        signIn(console, console.window(), server, QStringLiteral("right"));
        QTRY_VERIFY(console.session().isSignedIn());

        for (QAction* action : console.window().actions()) {
            if (action->shortcuts().contains(QKeySequence(QStringLiteral("?")))) {
                action->trigger();
            }
        }

        QVERIFY(says(console.window(), QStringLiteral("Everywhere")));
        QVERIFY(says(console.window(), QStringLiteral("Ctrl+K")));
    }

    void whatIsTypedIsThereAgainAfterTheSignInEnded()
    {
        QTemporaryDir folder;
        FakeApi server;
        server.on("GET", QStringLiteral("/conversations/c-1"), conversationJson());
        Console console(folder.path());
        console.startAt({}, {});
        signIn(console, console.window(), server, QStringLiteral("right"));
        QTRY_VERIFY(console.session().isSignedIn());
        console.window().openConversation(QStringLiteral("c-1"));
        auto* desk = qobject_cast<QueuePage*>(console.window().page(QStringLiteral("queue")));
        QTRY_VERIFY(desk->tabs().current()->source().isLoaded());
        desk->tabs().current()->composer().setText(QStringLiteral("Typed in mid-chat"));
        bool isRefused = true;
        server.on("POST", QStringLiteral("/oauth/token"), [&isRefused](const FakeApi::Request&) {
            return isRefused
                       ? FakeApi::problem(401,
                                          QStringLiteral("invalid_credentials"),
                                          QStringLiteral("Revoked."))
                       : FakeApi::Answer{200,
                                         {{QStringLiteral("access_token"), QStringLiteral("access-2")},
                                          {QStringLiteral("refresh_token"), QStringLiteral("refresh-2")},
                                          {QStringLiteral("expires_in"), 900}},
                                         {},
                                         false};
        });
        QList<QByteArray> taken;
        server.on(
            "POST", QStringLiteral("/conversations/c-1/messages"), [&taken](const FakeApi::Request& request) {
                if (request.headers.value("authorization") != "Bearer access-2") {
                    return FakeApi::problem(401, QStringLiteral("unauthorized"), QStringLiteral("Too old."));
                }
                taken.append(request.headers.value("idempotency-key"));
                return FakeApi::Answer{
                    201, messageJson(2, QStringLiteral("supporter"), QStringLiteral("A letter")), {}, false};
            });

        desk->tabs().current()->outbox().send(QStringLiteral("A letter"), false, 1);
        QTRY_VERIFY(!console.session().isSignedIn());
        QTRY_VERIFY(named<QPushButton>(console.window(), "signIn")->isVisible());
        QVERIFY(!desk->isVisible());
        QVERIFY(says(console.window(), QStringLiteral("Revoked.")));
        isRefused = false;
        signIn(console, console.window(), server, QStringLiteral("right"));

        QTRY_VERIFY(console.session().isSignedIn());
        QVERIFY(console.window().page(QStringLiteral("queue")) == desk);
        QTRY_VERIFY(desk->isVisible());
        QCOMPARE(desk->tabs().current()->composer().text(), QStringLiteral("Typed in mid-chat"));
        QTRY_COMPARE(taken.size(), 1);
        QTRY_COMPARE(desk->tabs().post().all().size(), 0);
    }

    void anotherPersonFindsNothingOfIt()
    {
        QTemporaryDir folder;
        FakeApi server;
        server.on("GET", QStringLiteral("/conversations/c-1"), conversationJson());
        Console console(folder.path());
        console.startAt({}, {});
        signIn(console, console.window(), server, QStringLiteral("right"));
        QTRY_VERIFY(console.session().isSignedIn());
        console.window().openConversation(QStringLiteral("c-1"));
        QPointer<QueuePage> desk = qobject_cast<QueuePage*>(console.window().page(QStringLiteral("queue")));
        QTRY_VERIFY(desk->tabs().current()->source().isLoaded());
        desk->tabs().current()->composer().setText(QStringLiteral("Only for me"));
        desk->tabs().current()->saveDraft();
        server.on("GET", QStringLiteral("/escalations"), [](const FakeApi::Request&) {
            return FakeApi::problem(401, QStringLiteral("unauthorized"), QStringLiteral("Too old."));
        });
        server.on("POST", QStringLiteral("/oauth/token"), [](const FakeApi::Request&) {
            return FakeApi::problem(401, QStringLiteral("invalid_credentials"), QStringLiteral("Revoked."));
        });
        desk->activate();
        QTRY_VERIFY(!console.session().isSignedIn());
        server.on("POST",
                  QStringLiteral("/oauth/token"),
                  {{QStringLiteral("access_token"), QStringLiteral("access-3")},
                   {QStringLiteral("refresh_token"), QStringLiteral("refresh-3")},
                   {QStringLiteral("expires_in"), 900}});
        server.on("GET",
                  QStringLiteral("/me"),
                  {{QStringLiteral("id"), QStringLiteral("u-2")},
                   {QStringLiteral("role"), QStringLiteral("supporter")},
                   {QStringLiteral("tenant_id"), QStringLiteral("t-1")},
                   {QStringLiteral("protocol"), QStringLiteral("1.0")},
                   {QStringLiteral("permissions"),
                    QJsonArray{QStringLiteral("desk:read"), QStringLiteral("desk:write")}}});
        server.on("GET", QStringLiteral("/escalations"), FakeApi::list({}));

        signIn(console, console.window(), server, QStringLiteral("right"));

        QTRY_VERIFY(console.session().isSignedIn());
        QTRY_VERIFY(desk.isNull());
        console.window().openConversation(QStringLiteral("c-1"));
        auto* other = qobject_cast<QueuePage*>(console.window().page(QStringLiteral("queue")));
        QVERIFY(other->tabs().current()->composer().text().isEmpty());
    }

    void thePageThatWasOpenComesBack()
    {
        QTemporaryDir folder;
        FakeApi server;
        for (int start = 0; start < 2; ++start) {
            Console console(folder.path());
            console.startAt({}, {});
            signIn(console, console.window(), server, QStringLiteral("right"));
            QTRY_VERIFY(console.session().isSignedIn());
            if (start == 0) {
                console.window().openPage(QStringLiteral("monitor"));
            }
            QCOMPARE(console.window().currentPage(), QStringLiteral("monitor"));
            // The desk is at work behind it.
            QTRY_VERIFY(console.window().page(QStringLiteral("queue")) != nullptr);
        }
    }

    void aMentionStandsAboveEveryPageAndOpensTheNote()
    {
        QTemporaryDir folder;
        FakeApi server;
        server.on("GET", QStringLiteral("/conversations/c-1"), conversationJson());
        Console console(folder.path());
        console.startAt({}, {});
        signIn(console, console.window(), server, QStringLiteral("right"));
        QTRY_VERIFY(console.session().isSignedIn());
        console.window().openPage(QStringLiteral("monitor"));
        QTRY_VERIFY(server.frames().size() > 3);
        server.push(QStringLiteral("queue"),
                    {{QStringLiteral("type"), QStringLiteral("message.mentioned")},
                     {QStringLiteral("session_id"), QStringLiteral("c-1")},
                     {QStringLiteral("message_id"), QStringLiteral("m-1")},
                     {QStringLiteral("reference"), QStringLiteral("TF-1")},
                     {QStringLiteral("by"),
                      QJsonObject{{QStringLiteral("id"), QStringLiteral("u-2")},
                                  {QStringLiteral("name"), QStringLiteral("Mia")}}},
                     {QStringLiteral("mentions"),
                      QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("u-1")}}}}});
        QTRY_VERIFY(says(console.window(), QStringLiteral("Mia mentioned you in TF-1")));
        QCOMPARE(console.mentions().waiting().size(), 1);

        console.mentions().setFrontmost(true);
        auto* bar = named<Banner>(console.window(), "mentions");
        bar->findChild<QPushButton*>()->click();

        QCOMPARE(console.window().currentPage(), QStringLiteral("queue"));
        auto* desk = qobject_cast<QueuePage*>(console.window().page(QStringLiteral("queue")));
        QTRY_COMPARE(desk->tabs().current()->transcript().currentRow(), 0);
        QTRY_VERIFY(bar->isHidden());
        QVERIFY(console.mentions().waiting().isEmpty());
    }
};

PARLEY_TEST("main_window", MainWindowTest)
#include "main_window_test.moc"
