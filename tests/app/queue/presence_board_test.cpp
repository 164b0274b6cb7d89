// SPDX-License-Identifier: MIT
#include "app/queue/presence_board.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace parley::console;

namespace {

QJsonObject presence(const QString& id, const QJsonArray& viewing, const QJsonArray& composing = {})
{
    return {{QStringLiteral("type"), QStringLiteral("presence")},
            {QStringLiteral("user"),
             QJsonObject{{QStringLiteral("id"), id},
                         {QStringLiteral("name"), QStringLiteral("Name of ") + id}}},
            {QStringLiteral("viewing"), viewing},
            {QStringLiteral("composing"), composing}};
}

} // namespace

class PresenceBoardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhoLooksAndWrites()
    {
        PresenceBoard board;
        board.setOwnId(QStringLiteral("me"));
        QSignalSpy changed(&board, &PresenceBoard::changed);
        board.hear(presence(QStringLiteral("kim"), {QStringLiteral("c-1")}, {QStringLiteral("c-1")}));
        board.hear(presence(QStringLiteral("ann"), {QStringLiteral("c-1"), QStringLiteral("c-2")}));
        board.hear(presence(QStringLiteral("me"), {QStringLiteral("c-1")}));
        QCOMPARE(board.viewers(QStringLiteral("c-1")),
                 (QStringList{QStringLiteral("Name of ann"), QStringLiteral("Name of kim")}));
        QCOMPARE(board.writers(QStringLiteral("c-1")), QStringList{QStringLiteral("Name of kim")});
        QCOMPARE(changed.count(), 2);
        board.hear(presence(QStringLiteral("kim"), {QStringLiteral("c-2")}));
        QCOMPARE(changed.last().first().value<QSet<QString>>(),
                 (QSet<QString>{QStringLiteral("c-1"), QStringLiteral("c-2")}));
        QVERIFY(board.writers(QStringLiteral("c-1")).isEmpty());
        const QList<Colleague> there = board.colleagues();
        QCOMPARE(there.size(), 2);
        QCOMPARE(there.first().id, QStringLiteral("ann"));
        QJsonObject gone = presence(QStringLiteral("ann"), {});
        gone.insert(QStringLiteral("state"), QStringLiteral("offline"));
        board.hear(gone);
        QCOMPARE(board.colleagues().size(), 1);
        board.clear();
        QVERIFY(board.viewers(QStringLiteral("c-2")).isEmpty());
    }
};

PARLEY_TEST("presence_board", PresenceBoardTest)
#include "presence_board_test.moc"
