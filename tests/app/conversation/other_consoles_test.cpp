// SPDX-License-Identifier: MIT
#include "app/conversation/other_consoles.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace parley::console;
using namespace parley::test;

namespace {

QJsonObject presence(const QString& id, const QStringList& composing)
{
    return {{QStringLiteral("type"), QStringLiteral("presence")},
            {QStringLiteral("user"), QJsonObject{{QStringLiteral("id"), id}}},
            {QStringLiteral("composing"), QJsonArray::fromStringList(composing)}};
}

} // namespace

class OtherConsolesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onesOwnWritingIsNotAnotherConsoles()
    {
        DeskBench bench;
        OtherConsoles others(bench.live, QStringLiteral("u-1"));
        QSignalSpy changed(&others, &OtherConsoles::changed);
        const QString chat = QStringLiteral("c-1");
        const auto tell = [&](const QString& who, const QStringList& composing) {
            bench.server.push(QStringLiteral("presence"), presence(who, composing), 0);
        };
        bench.live.setComposing(chat);
        tell(QStringLiteral("u-1"), {chat});
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(!others.isWriting(chat));

        tell(QStringLiteral("u-2"), {chat});
        tell(QStringLiteral("u-1"), {chat, chat});
        QTRY_COMPARE(changed.count(), 2);
        QVERIFY(others.isWriting(chat));

        bench.live.setComposing({});
        tell(QStringLiteral("u-1"), {chat});
        QTRY_COMPARE(changed.count(), 3);
        QVERIFY(others.isWriting(chat));

        tell(QStringLiteral("u-1"), {});
        QTRY_COMPARE(changed.count(), 4);
        QVERIFY(!others.isWriting(chat));
    }
};

PARLEY_TEST("other_consoles", OtherConsolesTest)
#include "other_consoles_test.moc"
