// SPDX-License-Identifier: MIT
#include "app/shell/console.h"
#include "app/shell/main_window.h"
#include "app/shell/navigation_model.h"
#include "tests/support/fake_api.h"
#include "tests/support/test_main.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>

using namespace parley::console;
using parley::test::FakeApi;

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
};

PARLEY_TEST("main_window", MainWindowTest)
#include "main_window_test.moc"
