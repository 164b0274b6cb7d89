// SPDX-License-Identifier: MIT
#include "app/conversation/transcript_model.h"
#include "app/conversation/transcript_view.h"
#include "tests/support/test_main.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>

using namespace parley::console;

namespace {

constexpr QSize kSize(700, 500);

QList<Message> messages(int count, const QString& text = QStringLiteral("A message of some words. "))
{
    QList<Message> made;
    for (int i = 1; i <= count; ++i) {
        Message message;
        message.id = QStringLiteral("m-%1").arg(i);
        message.seq = i;
        message.speaker = i % 2 == 0 ? Message::Speaker::Agent : Message::Speaker::Customer;
        message.text = text.repeated(1 + i % 9);
        message.atMs = 1'700'000'000'000 + i * 60'000LL;
        made.append(message);
    }
    return made;
}

struct Shown {
    TranscriptModel model;
    TranscriptView view;

    explicit Shown(const QList<Message>& content)
    {
        view.resize(kSize);
        view.setModel(model);
        view.show();
        model.reset(content);
    }
    QPoint textPoint(int row) { return view.bubbleRect(row).topLeft() + QPoint(16, 14); }
};

} // namespace

class TranscriptViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAtTheEndAndLaysOutWhatIsSeen()
    {
        Shown shown(messages(10'000));
        QVERIFY(shown.view.isAtEnd());
        QCOMPARE(shown.view.verticalScrollBar()->value(), shown.view.verticalScrollBar()->maximum());
        QVERIFY2(shown.view.measuredCount() < 60, qPrintable(QString::number(shown.view.measuredCount())));
        const QRect last = shown.view.bubbleRect(9'999);
        QVERIFY(last.bottom() < shown.view.viewport()->height());
        QVERIFY(last.bottom() > shown.view.viewport()->height() / 2);
    }

    void staysAtTheEndWhileNewOnesCome()
    {
        Shown shown(messages(50));
        shown.model.upsert(messages(51).last());
        QVERIFY(shown.view.isAtEnd());
        QVERIFY(shown.view.bubbleRect(50).bottom() < shown.view.viewport()->height());
    }

    void keepsItsPlaceWhileReadingAbove()
    {
        Shown shown(messages(200));
        shown.view.scrollTo(80);
        QVERIFY(!shown.view.isAtEnd());
        const QRect before = shown.view.bubbleRect(80);
        shown.model.upsert(messages(201).last());
        QVERIFY(!shown.view.isAtEnd());
        QCOMPARE(shown.view.bubbleRect(80), before);
        shown.view.scrollToEnd();
        QVERIFY(shown.view.isAtEnd());
        QVERIFY(shown.view.bubbleRect(200).bottom() < shown.view.viewport()->height());
    }

    /// Heights above are guesses until they are seen: what is seen must not jump when they turn out wrong.
    void scrollingUpMovesByWhatWasScrolled()
    {
        Shown shown(messages(300, QStringLiteral("Wide words make guesses wrong: WWWWWWWWWW mmmm iiii. ")));
        QScrollBar* bar = shown.view.verticalScrollBar();
        int row = 299;
        for (int i = 0; i < 150; ++i) {
            while (shown.view.bubbleRect(row).top() > 200) {
                --row;
            }
            const int before = shown.view.bubbleRect(row).top();
            bar->setValue(bar->value() - 40);
            QCOMPARE(shown.view.bubbleRect(row).top() - before, 40);
        }
    }

    void copiesWhatIsMarkedOrTheWholeMessage()
    {
        QList<Message> content = messages(3);
        content[2].text = QStringLiteral("first line\nsecond");
        Shown shown(content);
        shown.view.setCurrentRow(2);
        shown.view.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("first line\nsecond"));
        QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, shown.textPoint(2));
        QCOMPARE(shown.view.copied(), QStringLiteral("first"));
        QTest::keyClick(&shown.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(shown.view.copied(), QStringLiteral("first line\nsecond"));
    }

    void aClickOnALinkAsksAndOpensNothing()
    {
        QList<Message> content = messages(1);
        content[0].text = QStringLiteral("https://example.com/long/enough/to/be/hit");
        Shown shown(content);
        QSignalSpy wanted(&shown.view, &TranscriptView::linkWanted);
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.textPoint(0));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toUrl(),
                 QUrl(QStringLiteral("https://example.com/long/enough/to/be/hit")));
    }

    void whatWasNotSentOffersToBeSentAgain()
    {
        Shown shown(messages(2));
        Message failed;
        failed.id = QStringLiteral("local-1");
        failed.speaker = Message::Speaker::Supporter;
        failed.text = QStringLiteral("an answer");
        shown.model.addOutgoing(failed);
        shown.model.setOutgoingFault(QStringLiteral("local-1"), QStringLiteral("no connection"));
        QSignalSpy wanted(&shown.view, &TranscriptView::retryWanted);
        shown.view.setCurrentRow(2);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("local-1"));
    }

    void keysGoFromMessageToMessage()
    {
        Shown shown(messages(30));
        QTest::keyClick(&shown.view, Qt::Key_Up);
        QCOMPARE(shown.view.currentRow(), 29);
        QTest::keyClick(&shown.view, Qt::Key_Home);
        QCOMPARE(shown.view.currentRow(), 0);
        QVERIFY(shown.view.bubbleRect(0).top() >= 0);
        QTest::keyClick(&shown.view, Qt::Key_End);
        QCOMPARE(shown.view.currentRow(), 29);
        QVERIFY(shown.view.isAtEnd());
    }

    void aNarrowViewAndRightToLeftAreLaidOut()
    {
        Shown shown(messages(20));
        shown.view.setLayoutDirection(Qt::RightToLeft);
        shown.view.resize(180, 300);
        QVERIFY(!shown.view.grab().isNull());
        // The customer is on the leading side, which is the right one now.
        QVERIFY(shown.view.bubbleRect(18).right() > shown.view.viewport()->width() - 30);
    }
};

PARLEY_TEST("transcript_view", TranscriptViewTest)
#include "transcript_view_test.moc"
