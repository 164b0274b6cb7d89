// SPDX-License-Identifier: MIT
#include "app/conversation/canned_list.h"
#include "app/conversation/composer.h"
#include "app/conversation/composer_edit.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using namespace parley::console;
using namespace parley::test;

namespace {

/// A composer in a window, with two canned responses at hand.
struct Shown {
    DeskBench bench;
    CannedResponses canned{bench.workspace};
    QWidget window;
    Composer composer{canned, &window};

    Shown()
    {
        const auto item = [](const QString& shortcut, const QString& text) {
            return QJsonObject{{QStringLiteral("shortcut"), shortcut},
                               {QStringLiteral("title"), shortcut},
                               {QStringLiteral("text"), text}};
        };
        bench.server.on("GET",
                        QStringLiteral("/canned-responses"),
                        FakeApi::list({item(QStringLiteral("hi"), QStringLiteral("Hello {{customer.name}}!")),
                                       item(QStringLiteral("bye"), QStringLiteral("Goodbye."))}));
        QSignalSpy changed(&canned, &CannedResponses::changed);
        canned.refresh();
        [&changed] { QTRY_COMPARE(changed.count(), 1); }();
        composer.setFiller([](const QString& text) {
            return QString(text).replace(QStringLiteral("{{customer.name}}"), QStringLiteral("Ana"));
        });
        window.resize(600, 500);
        composer.setGeometry(0, 300, 600, 200);
        window.show();
        window.activateWindow();
        composer.edit().setFocus();
    }
    CannedList* list() { return window.findChild<CannedList*>(); }
    QPushButton* sendButton() { return window.findChild<QPushButton*>(QStringLiteral("sendButton")); }
};

} // namespace

class ComposerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enterSendsAndShiftEnterBeginsALine()
    {
        Shown shown;
        QSignalSpy wanted(&shown.composer, &Composer::sendWanted);
        QTest::keyClicks(&shown.composer.edit(), QStringLiteral("one"));
        QTest::keyClick(&shown.composer.edit(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&shown.composer.edit(), QStringLiteral("two"));
        QCOMPARE(wanted.count(), 0);
        QTest::keyClick(&shown.composer.edit(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().at(0).toString(), QStringLiteral("one\ntwo"));
        QCOMPARE(wanted.first().at(1).toBool(), false);
        QCOMPARE(shown.composer.text(), QStringLiteral("one\ntwo")); // whoever takes it empties it
    }

    void theOtherWayRoundIsAChoice()
    {
        Shown shown;
        shown.composer.edit().setEnterSends(false);
        QSignalSpy wanted(&shown.composer, &Composer::sendWanted);
        QTest::keyClicks(&shown.composer.edit(), QStringLiteral("one"));
        QTest::keyClick(&shown.composer.edit(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 0);
        QTest::keyClick(&shown.composer.edit(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(wanted.count(), 1);
    }

    void nothingIsSentThatIsEmptyOrTooLong()
    {
        Shown shown;
        QSignalSpy wanted(&shown.composer, &Composer::sendWanted);
        shown.composer.setText(QStringLiteral("  \n "));
        shown.composer.send();
        shown.composer.setText(QString(8'001, QLatin1Char('x')));
        shown.composer.send();
        QCOMPARE(wanted.count(), 0);
        shown.composer.setText(QString(8'000, QLatin1Char('x')));
        shown.composer.send();
        QCOMPARE(wanted.count(), 1);
    }

    void whatIsPastedIsKeptAndToldTooLong()
    {
        Shown shown;
        QMimeData data;
        data.setText(QString(64 * 1024, QLatin1Char('y')));
        data.setHtml(QStringLiteral("<img src='file:///etc/passwd'>"));
        struct Open : ComposerEdit {
            using ComposerEdit::insertFromMimeData;
        };
        (shown.composer.edit().*&Open::insertFromMimeData)(&data);
        QCOMPARE(shown.composer.text().size(), 64 * 1024);
        QVERIFY(!shown.sendButton()->isEnabled());
        QVERIFY(shown.window.findChild<QLabel*>(QStringLiteral("counter"))
                    ->text()
                    .contains(QStringLiteral("57536")));
    }

    void aFaultIsSaidAndNotesGoOn()
    {
        Shown shown;
        shown.composer.setText(QStringLiteral("x"));
        shown.composer.setAnswerFault(QStringLiteral("Take it over first."));
        QVERIFY(!shown.sendButton()->isEnabled());
        QCOMPARE(shown.window.findChild<QLabel*>(QStringLiteral("composerHint"))->text(),
                 QStringLiteral("Take it over first."));
        shown.composer.setNote(true);
        QVERIFY(shown.sendButton()->isEnabled());
        shown.composer.setSendFault(QStringLiteral("Not connected."));
        QVERIFY(!shown.sendButton()->isEnabled());
    }

    void theDraftIsOneKeyAwayAndOneStepBack()
    {
        Shown shown;
        shown.composer.setText(QStringLiteral("Mine. "));
        shown.composer.setDraftAnswer(QStringLiteral("Theirs."));
        shown.composer.insertDraft(false);
        QCOMPARE(shown.composer.text(), QStringLiteral("Mine. Theirs."));
        shown.composer.insertDraft(true);
        QCOMPARE(shown.composer.text(), QStringLiteral("Theirs."));
        shown.composer.edit().undo();
        QCOMPARE(shown.composer.text(), QStringLiteral("Mine. Theirs."));
    }

    void slashOffersWhatMatchesAndEnterTakesIt()
    {
        Shown shown;
        QSignalSpy wanted(&shown.composer, &Composer::sendWanted);
        QTest::keyClicks(&shown.composer.edit(), QStringLiteral("/"));
        QVERIFY(shown.list() && shown.list()->isOffering());
        QTest::keyClicks(&shown.composer.edit(), QStringLiteral("h"));
        QTest::keyClick(&shown.composer.edit(), Qt::Key_Return);
        QCOMPARE(shown.composer.text(), QStringLiteral("Hello Ana!"));
        QVERIFY(!shown.list()->isOffering());
        QCOMPARE(wanted.count(), 0);
    }

    void arrowsChooseAndEscapeCloses()
    {
        Shown shown;
        QTest::keyClicks(&shown.composer.edit(), QStringLiteral("/"));
        QTest::keyClick(&shown.composer.edit(), Qt::Key_Escape);
        QVERIFY(!shown.list()->isOffering());
        QCOMPARE(shown.composer.text(), QStringLiteral("/"));
        shown.composer.offerCanned();
        QTest::keyClick(&shown.composer.edit(), Qt::Key_Down);
        QTest::keyClick(&shown.composer.edit(), Qt::Key_Tab);
        QCOMPARE(shown.composer.text(), QStringLiteral("Hello Ana!")); // "bye" is before it
    }

    void aSlashInsideALineOffersNothing()
    {
        Shown shown;
        QTest::keyClicks(&shown.composer.edit(), QStringLiteral("either/or"));
        QVERIFY(!shown.list() || !shown.list()->isOffering());
    }

    void typingIsToldOnceAndANoteNever()
    {
        Shown shown;
        QSignalSpy typing(&shown.composer, &Composer::typingChanged);
        QTRY_VERIFY(shown.composer.edit().hasFocus());
        QTest::keyClicks(&shown.composer.edit(), QStringLiteral("abc"));
        QCOMPARE(typing.count(), 1);
        QCOMPARE(typing.takeFirst().first().toBool(), true);
        shown.composer.setText({});
        QCOMPARE(typing.count(), 1);
        QCOMPARE(typing.takeFirst().first().toBool(), false);
        shown.composer.setNote(true);
        QTest::keyClicks(&shown.composer.edit(), QStringLiteral("abc"));
        QCOMPARE(typing.count(), 0);
    }

    void sixtyFourKilobytesAreKeptCountedAndNotSent()
    {
        Shown shown;
        QSignalSpy sent(&shown.composer, &Composer::sendWanted);
        QString text;
        while (text.size() < 64 * 1'024) {
            text += QStringLiteral("Line %1, and some more of it\n").arg(text.size());
        }
        QApplication::clipboard()->setText(text);
        shown.composer.edit().paste();

        QCOMPARE(shown.composer.text(), text);
        const auto* counter = shown.window.findChild<QLabel*>(QStringLiteral("counter"));
        QVERIFY(counter->isVisible());
        QVERIFY(counter->text().contains(QString::number(text.size() - 8'000)) ||
                counter->text().contains(QLocale().toString(text.size() - 8'000)));
        const auto* hint = shown.window.findChild<QLabel*>(QStringLiteral("composerHint"));
        QVERIFY(hint->isVisible() && hint->text().contains(QLocale().toString(8'000)));
        QVERIFY(!shown.sendButton()->isEnabled());
        QTest::keyClick(&shown.composer.edit(), Qt::Key_Return);
        QCOMPARE(sent.count(), 0);
        QCOMPARE(shown.composer.text(), text);

        shown.composer.setText(text.left(8'000));
        QVERIFY(hint->isHidden());
        QTest::keyClick(&shown.composer.edit(), Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
    }
};

PARLEY_TEST("composer", ComposerTest)
#include "composer_test.moc"
