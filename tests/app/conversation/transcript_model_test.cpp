// SPDX-License-Identifier: MIT
#include "app/conversation/transcript_model.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace parley::console;

namespace {

Message message(qint64 seq, const QString& text = QStringLiteral("x"))
{
    Message made;
    made.id = QStringLiteral("m-%1").arg(seq);
    made.seq = seq;
    made.text = text;
    return made;
}

Message outgoing(const QString& id)
{
    Message made;
    made.id = id;
    made.speaker = Message::Speaker::Supporter;
    made.sending = Message::Sending::Underway;
    return made;
}

} // namespace

class TranscriptModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfTheServer()
    {
        TranscriptModel model;
        QAbstractItemModelTester tester(&model);
        model.reset({message(3), message(1)});
        QVERIFY(model.upsert(message(2)));
        QVERIFY(model.upsert(message(4)));
        QCOMPARE(model.rowCount(), 4);
        for (int row = 0; row < 4; ++row) {
            QCOMPARE(model.message(row).seq, row + 1);
            QCOMPARE(model.rowOf(QStringLiteral("m-%1").arg(row + 1)), row);
        }
        QCOMPARE(model.newestSeq(), 4);
    }

    void theSameMessageTwiceIsOne()
    {
        TranscriptModel model;
        QAbstractItemModelTester tester(&model);
        model.reset({message(1)});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(!model.upsert(message(1, QStringLiteral("changed"))));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.message(0).text, QStringLiteral("changed"));
    }

    void whatIsOnItsWayStaysLast()
    {
        TranscriptModel model;
        QAbstractItemModelTester tester(&model);
        model.reset({message(1)});
        model.addOutgoing(outgoing(QStringLiteral("local-1")));
        model.upsert(message(2));
        QCOMPARE(model.message(2).id, QStringLiteral("local-1"));
        model.setOutgoingFault(QStringLiteral("local-1"), QStringLiteral("offline"));
        QCOMPARE(model.message(2).sending, Message::Sending::Failed);
        model.reset({message(1), message(2), message(3)});
        QCOMPARE(model.message(3).id, QStringLiteral("local-1"));
        QCOMPARE(model.newestSeq(), 3);
        QCOMPARE(model.delivered().size(), 3);
        model.removeOutgoing(QStringLiteral("local-1"));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf(QStringLiteral("local-1")), -1);
    }

    void theUnreadLineStandsAboveTheFirst()
    {
        TranscriptModel model;
        model.reset({message(1), message(4), message(6)});
        QVERIFY(!model.isFirstUnread(1));
        model.setUnreadAfter(1);
        QVERIFY(!model.isFirstUnread(0));
        QVERIFY(model.isFirstUnread(1));
        QVERIFY(!model.isFirstUnread(2));
    }
};

PARLEY_TEST("transcript_model", TranscriptModelTest)
#include "transcript_model_test.moc"
