// SPDX-License-Identifier: MIT
#include "app/widgets/confirmation.h"
#include "tests/support/test_main.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

using namespace parley::console;

class ConfirmationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingHappensUntilTheWordIsTyped()
    {
        QWidget window;
        window.show();
        bool isDone = false;
        confirmDestruction(
            &window,
            QStringLiteral("Delete?"),
            QStringLiteral("All of it."),
            QStringLiteral("Delete"),
            [&isDone] { isDone = true; },
            QStringLiteral("acme"));
        auto* dialog = window.findChild<QDialog*>();
        QVERIFY(dialog != nullptr);
        auto* agree = dialog->findChild<QPushButton*>(QStringLiteral("agree"));
        QVERIFY(!agree->isEnabled());

        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("acme"));
        QVERIFY(agree->isEnabled());
        QVERIFY(!isDone);
        agree->click();

        QVERIFY(isDone);
    }

    void onlyWebAndMailAddressesMayBeOpened_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("may");
        QTest::newRow("https") << "https://example.com/a?b=c" << true;
        QTest::newRow("http") << "http://example.com" << true;
        QTest::newRow("mail") << "mailto:ana@example.com" << true;
        QTest::newRow("script") << "javascript:alert(1)" << false;
        QTest::newRow("file") << "file:///etc/passwd" << false;
        QTest::newRow("share") << "smb://server/share" << false;
        QTest::newRow("data") << "data:text/html,x" << false;
        QTest::newRow("no host") << "https:///x" << false;
        QTest::newRow("nothing") << "" << false;
    }

    void onlyWebAndMailAddressesMayBeOpened()
    {
        QFETCH(QString, link);
        QFETCH(bool, may);
        QCOMPARE(mayOpen(QUrl(link)), may);
    }
};

PARLEY_TEST("confirmation", ConfirmationTest)
#include "confirmation_test.moc"
