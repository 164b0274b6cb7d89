// SPDX-License-Identifier: MIT
#include "app/widgets/confirmation.h"
#include "app/widgets/plain_label.h"
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
        QTest::newRow("mail with a file") << "mailto:ana@example.com?subject=x&attach=/etc/passwd" << false;
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

    void theQuestionSaysWhereALinkReallyLeads_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QStringList>("says");
        QTest::newRow("plain") << "https://example.com/a"
                               << QStringList{QStringLiteral("https://example.com/a"),
                                              QStringLiteral("The site is example.com.")};
        QTest::newRow("user") << "https://bank.example@evil.example/login"
                              << QStringList{QStringLiteral("https://bank.example@evil.example/login"),
                                             QStringLiteral("The site is evil.example."),
                                             QStringLiteral("before the @")};
        QTest::newRow("user and password")
            << "https://bank.example:443@evil.example"
            << QStringList{QStringLiteral("The site is evil.example."), QStringLiteral("before the @")};
        QTest::newRow("other alphabet")
            << QString::fromUtf8("https://\xD0\xB0pple.com/")
            << QStringList{QStringLiteral("The site is xn--pple-43d.com."), QStringLiteral("can look like")};
        QTest::newRow("turned around")
            << QString(QStringLiteral("https://example.com/") + QChar(0x202e) + QStringLiteral("gpj.exe"))
            << QStringList{QStringLiteral("https://example.com/%E2%80%AEgpj.exe")};
        QTest::newRow("dots and slashes")
            << "https://example.com.evil.example/%2f%2e%2e"
            << QStringList{QStringLiteral("The site is example.com.evil.example.")};
        QTest::newRow("mail") << "mailto:ana@example.com?body=x"
                              << QStringList{QStringLiteral("mailto:ana@example.com?body=x")};
    }

    void theQuestionSaysWhereALinkReallyLeads()
    {
        QFETCH(QString, link);
        QFETCH(QStringList, says);
        QWidget window;
        window.show();

        openLink(&window, QUrl(link));

        auto* dialog = window.findChild<QDialog*>();
        QVERIFY(dialog != nullptr);
        QString words;
        for (const auto* label : dialog->findChildren<PlainLabel*>()) {
            words += label->text() + QLatin1Char('\n');
        }
        for (const QString& each : says) {
            QVERIFY2(words.contains(each), qPrintable(words));
        }
        QVERIFY(dialog->findChild<QPushButton*>(QStringLiteral("agree")) != nullptr);
        QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("agree"))->isDefault());
    }

    void whatIsNoAddressIsRefusedInWords()
    {
        QWidget window;
        window.show();

        openLink(&window, QUrl(QStringLiteral("file:///etc/passwd")));

        auto* dialog = window.findChild<QDialog*>();
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->findChild<QPushButton*>(QStringLiteral("agree")) == nullptr);
    }
};

PARLEY_TEST("confirmation", ConfirmationTest)
#include "confirmation_test.moc"
