// SPDX-License-Identifier: MIT
#include "app/conversation/message.h"
#include "tests/support/test_main.h"

#include <QJsonArray>

using namespace parley::console;

class MessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timesAreReadAsQtReadsThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("server") << QStringLiteral("2026-11-21T20:55:20.192Z");
        QTest::newRow("leap day") << QStringLiteral("2028-02-29T23:59:59.999Z");
        QTest::newRow("before the epoch") << QStringLiteral("1969-12-31T23:59:59.000Z");
        QTest::newRow("without milliseconds") << QStringLiteral("2026-11-21T20:55:20Z");
        QTest::newRow("with an offset") << QStringLiteral("2026-11-21T20:55:20.192+02:00");
    }
    void timesAreReadAsQtReadsThem()
    {
        QFETCH(const QString, text);
        QCOMPARE(milliseconds(text), QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch());
    }

    void whatIsNoTimeIsZero()
    {
        QCOMPARE(milliseconds({}), 0);
        QCOMPARE(milliseconds(QStringLiteral("2026-13-21T20:55:20.192Z")), 0);
        QCOMPARE(milliseconds(QStringLiteral("<img src='file:///x'>abcZ")), 0);
    }

    void survivesTheOfflineCache()
    {
        Message message;
        message.id = QStringLiteral("m-1");
        message.seq = 7;
        message.speaker = Message::Speaker::Agent;
        message.author = QStringLiteral("faq");
        message.text = QStringLiteral("Yes.\nNo.");
        message.atMs = milliseconds(QStringLiteral("2026-11-21T20:55:20.192Z"));
        message.kind = QStringLiteral("text");
        message.delivery = QStringLiteral("read");
        message.sources = {
            {QStringLiteral("d-1"), QStringLiteral("Title"), QStringLiteral("Snippet"), 0.5, 3}};
        message.attachments = {QStringLiteral("invoice.pdf")};
        message.authorId = QStringLiteral("u-1");
        message.mentions = {{QStringLiteral("u-2"), QStringLiteral("Mia"), QStringLiteral("@mia")}};

        const Message read = messageFrom(jsonOf(message));

        QCOMPARE(read.id, message.id);
        QCOMPARE(read.seq, message.seq);
        QCOMPARE(read.speaker, message.speaker);
        QCOMPARE(read.author, message.author);
        QCOMPARE(read.text, message.text);
        QCOMPARE(read.atMs, message.atMs);
        QCOMPARE(read.delivery, message.delivery);
        QCOMPARE(read.attachments, message.attachments);
        QCOMPARE(read.authorId, message.authorId);
        QCOMPARE(read.mentions.size(), 1);
        QCOMPARE(read.mentions.first().id, QStringLiteral("u-2"));
        QCOMPARE(read.mentions.first().text, QStringLiteral("@mia"));
        QCOMPARE(read.sources.size(), 1);
        QCOMPARE(read.sources.first().page, 3);
        QCOMPARE(*read.sources.first().score, 0.5);
    }

    void whatANewerServerSendsIsNoError()
    {
        const Message message = messageFrom({{QStringLiteral("sender"), QStringLiteral("robot")},
                                             {QStringLiteral("seq"), QStringLiteral("seven")},
                                             {QStringLiteral("citations"), QStringLiteral("none")}});
        QCOMPARE(message.speaker, Message::Speaker::System);
        QCOMPARE(message.seq, 0);
        QVERIFY(message.sources.isEmpty());
    }
};

PARLEY_TEST("message", MessageTest)
#include "message_test.moc"
