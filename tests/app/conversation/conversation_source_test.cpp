// SPDX-License-Identifier: MIT
#include "app/conversation/conversation_source.h"
#include "app/conversation/message_layout.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace parley::console;
using namespace parley::test;

namespace {

QString topic()
{
    return QStringLiteral("conversation:c-1");
}

QString path()
{
    return QStringLiteral("/conversations/c-1");
}

void push(DeskBench& bench, const QString& type, const QJsonObject& more, qint64 seq = -1)
{
    QJsonObject event = more;
    event.insert(QStringLiteral("type"), type);
    bench.server.push(topic(), event, seq);
}

} // namespace

class ConversationSourceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndListens()
    {
        DeskBench bench;
        bench.server.on("GET", path(), conversationJson());
        ConversationSource source(bench.workspace, QStringLiteral("c-1"));
        QSignalSpy arrived(&source, &ConversationSource::messageArrived);
        QTRY_VERIFY(source.isLoaded());
        QCOMPARE(source.customerName(), QStringLiteral("Ana Ruiz"));
        QCOMPARE(source.transcript().rowCount(), 1);

        push(bench,
             QStringLiteral("message.created"),
             {{QStringLiteral("message"),
               messageJson(2, QStringLiteral("user"), QStringLiteral("Anybody?"))}});
        QTRY_COMPARE(arrived.count(), 1);
        QCOMPARE(source.transcript().message(1).text, QStringLiteral("Anybody?"));
    }

    void whoHasItFollowsTheEvents()
    {
        DeskBench bench;
        bench.server.on("GET", path(), conversationJson());
        ConversationSource source(bench.workspace, QStringLiteral("c-1"));
        QTRY_VERIFY(source.isLoaded());
        push(bench,
             QStringLiteral("conversation.updated"),
             {{QStringLiteral("status"), QStringLiteral("open")}});
        QTRY_COMPARE(source.status(), QStringLiteral("open"));
        QVERIFY(source.assigneeId().isEmpty());
    }

    void aTakenBackAnswerIsShownAsItIsNow()
    {
        DeskBench bench;
        bench.server.on("GET", path(), conversationJson());
        ConversationSource source(bench.workspace, QStringLiteral("c-1"));
        QTRY_VERIFY(source.isLoaded());
        QJsonObject note = messageJson(1, QStringLiteral("supporter"), QStringLiteral("Taken back"));
        note.insert(QStringLiteral("kind"), QStringLiteral("note"));
        push(bench,
             QStringLiteral("message.updated"),
             {{QStringLiteral("retracted"), true}, {QStringLiteral("message"), note}});
        QTRY_VERIFY(source.transcript().message(0).isNote());
        QCOMPARE(source.transcript().rowCount(), 1);
    }

    void whatIsNotSaidInTheEventIsReadAgain()
    {
        DeskBench bench;
        bench.server.on("GET", path(), conversationJson());
        ConversationSource source(bench.workspace, QStringLiteral("c-1"));
        QTRY_VERIFY(source.isLoaded());
        bench.server.on("GET", path(), conversationJson({}));
        push(bench,
             QStringLiteral("message.retracted"),
             {{QStringLiteral("message_id"), QStringLiteral("m-1")}});
        QTRY_COMPARE(source.transcript().rowCount(), 0);
    }

    void theTicketAloneIsReadWhenItChanges()
    {
        DeskBench bench;
        bench.server.on("GET", path(), conversationJson());
        ConversationSource source(bench.workspace, QStringLiteral("c-1"));
        QTRY_VERIFY(source.isLoaded());
        bench.server.on("GET",
                        QStringLiteral("/ticket/t-9"),
                        {{QStringLiteral("id"), QStringLiteral("t-9")},
                         {QStringLiteral("status"), QStringLiteral("resolved")},
                         {QStringLiteral("case"),
                          QJsonObject{{QStringLiteral("reason"), QStringLiteral("legal")}}}});
        bench.server.forget();
        push(bench, QStringLiteral("ticket.updated"), {});
        QTRY_COMPARE(source.ticket().value(QLatin1String("status")).toString(), QStringLiteral("resolved"));
        QCOMPARE(source.caseCard().value(QLatin1String("reason")).toString(), QStringLiteral("legal"));
        QVERIFY(bench.server.requests("GET", path()).isEmpty());
    }

    void theCustomersTypingIsShownUntilItWrites()
    {
        DeskBench bench;
        bench.server.on("GET", path(), conversationJson());
        ConversationSource source(bench.workspace, QStringLiteral("c-1"));
        QTRY_VERIFY(source.isLoaded());
        QSignalSpy typing(&source, &ConversationSource::typingChanged);
        const auto type = [&](const QString& from) {
            push(bench,
                 QStringLiteral("typing"),
                 {{QStringLiteral("from"), from}, {QStringLiteral("typing"), true}},
                 0);
        };
        type(QStringLiteral("supporter"));
        type(QStringLiteral("user"));
        QTRY_COMPARE(typing.count(), 1);
        push(bench,
             QStringLiteral("message.created"),
             {{QStringLiteral("message"), messageJson(2, QStringLiteral("user"), QStringLiteral("So."))}});
        QTRY_COMPARE(typing.count(), 2);
        QCOMPARE(typing.last().first().toBool(), false);
    }

    void offlineShowsWhatWasReadAndSince()
    {
        DeskBench bench;
        bench.server.on("GET", path(), conversationJson());
        {
            ConversationSource source(bench.workspace, QStringLiteral("c-1"));
            QTRY_VERIFY(source.isLoaded());
            push(bench,
                 QStringLiteral("message.created"),
                 {{QStringLiteral("message"),
                   messageJson(2, QStringLiteral("user"), QStringLiteral("Live."))}});
            QTRY_COMPARE(source.transcript().rowCount(), 2);
        }
        bench.server.setUnreachable(true);
        QTRY_COMPARE(bench.live.state(), LiveLink::State::Connecting);
        ConversationSource source(bench.workspace, QStringLiteral("c-1"));
        QTRY_VERIFY(source.isLoaded());
        QVERIFY(source.readAt().isValid());
        QCOMPARE(source.transcript().rowCount(), 2);
        QCOMPARE(source.transcript().message(1).text, QStringLiteral("Live."));
        bench.server.setUnreachable(false);
        QTRY_VERIFY_WITH_TIMEOUT(!source.readAt().isValid(), 20'000);
    }

    void whomANoteNamesIsPutToItWithoutReadingAnew()
    {
        DeskBench bench;
        QJsonObject note = messageJson(2, QStringLiteral("supporter"), QStringLiteral("@Mia, look"));
        note.insert(QStringLiteral("kind"), QStringLiteral("note"));
        bench.server.on("GET", QStringLiteral("/conversations/c-1"), conversationJson());
        ConversationSource source(bench.workspace, QStringLiteral("c-1"));
        QTRY_VERIFY(source.isLoaded());
        const auto reads = bench.server.requests("GET", QStringLiteral("/conversations/c-1")).size();
        bench.server.push(QStringLiteral("conversation:c-1"),
                          {{QStringLiteral("type"), QStringLiteral("message.created")},
                           {QStringLiteral("message"), note}});
        bench.server.push(QStringLiteral("conversation:c-1"),
                          {{QStringLiteral("type"), QStringLiteral("message.mentioned")},
                           {QStringLiteral("message_id"), QStringLiteral("m-2")},
                           {QStringLiteral("mentions"),
                            QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("u-2")},
                                                   {QStringLiteral("text"), QStringLiteral("@Mia")}}}}});

        QTRY_COMPARE(source.transcript().rowCount(), 2);
        QTRY_COMPARE(source.transcript().message(1).mentions.size(), 1);
        QCOMPARE(bench.server.requests("GET", QStringLiteral("/conversations/c-1")).size(), reads);
        const MessageLayout layout(source.transcript().message(1), {}, 500, QFont(), Qt::LeftToRight);
        QCOMPARE(layout.mentions(), (QList<std::pair<int, int>>{{0, 4}}));
    }
};

PARLEY_TEST("conversation_source", ConversationSourceTest)
#include "conversation_source_test.moc"
