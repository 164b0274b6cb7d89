// SPDX-License-Identifier: MIT
#include "app/conversation/conversation_source.h"
#include "app/conversation/outbox.h"
#include "app/conversation/post_office.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace parley::console;
using namespace parley::test;

namespace {

QString messagesPath()
{
    return QStringLiteral("/conversations/c-1/messages");
}

struct Writing {
    DeskBench bench;
    std::unique_ptr<PostOffice> post = std::make_unique<PostOffice>(bench.workspace);
    std::unique_ptr<ConversationSource> source;

    Writing()
    {
        bench.server.on("GET", QStringLiteral("/conversations/c-1"), conversationJson());
        source = std::make_unique<ConversationSource>(bench.workspace, QStringLiteral("c-1"));
        [this] { QTRY_VERIFY(source->isLoaded()); }();
    }
    const Message& last() const { return source->transcript().message(source->transcript().rowCount() - 1); }
};

} // namespace

class OutboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSentArrives()
    {
        Writing writing;
        QJsonObject arrived = messageJson(2, QStringLiteral("supporter"), QStringLiteral("Yes."));
        writing.bench.server.on("POST", messagesPath(), arrived, 201);
        Outbox outbox(*writing.post, *writing.source, QStringLiteral("Sam Support"));
        QSignalSpy sent(&outbox, &Outbox::sent);
        outbox.send(QStringLiteral("Yes."), false, 1);
        QCOMPARE(writing.last().sending, Message::Sending::Underway);
        QTRY_COMPARE(sent.count(), 1);
        QCOMPARE(writing.source->transcript().rowCount(), 2);
        QCOMPARE(writing.last().id, QStringLiteral("m-2"));
        const FakeApi::Request request = writing.bench.server.requests("POST", messagesPath()).first();
        QCOMPARE(request.json().value(QLatin1String("seen_seq")).toInteger(), 1);
        QCOMPARE(request.json().value(QLatin1String("kind")).toString(), QStringLiteral("text"));
        QVERIFY(!request.headers.value("idempotency-key").isEmpty());
    }

    void whatIsCutIsSentAgainWithTheSameKey()
    {
        Writing writing;
        bool isCut = true;
        writing.bench.server.on("POST", messagesPath(), [&isCut](const FakeApi::Request&) {
            FakeApi::Answer answer{201,
                                   messageJson(2, QStringLiteral("supporter"), QStringLiteral("Yes.")),
                                   {},
                                   false};
            answer.isCut = isCut;
            return answer;
        });
        Outbox outbox(*writing.post, *writing.source, QStringLiteral("Sam Support"));
        outbox.send(QStringLiteral("Yes."), false, 1);
        QTRY_COMPARE(writing.last().sending, Message::Sending::Failed);
        QCOMPARE(outbox.unsent(), 1);
        isCut = false;
        outbox.retry(writing.last().id);
        QTRY_COMPARE(outbox.unsent(), 0);
        QCOMPARE(writing.source->transcript().rowCount(), 2);
        const QList<FakeApi::Request> requests = writing.bench.server.requests("POST", messagesPath());
        QVERIFY(requests.size() > 1);
        for (const FakeApi::Request& each : requests) {
            QCOMPARE(each.headers.value("idempotency-key"),
                     requests.first().headers.value("idempotency-key"));
            QCOMPARE(each.body, requests.first().body);
        }
    }

    void whatWasNotSentSurvivesClosing()
    {
        Writing writing;
        writing.bench.server.on("POST", messagesPath(), [](const FakeApi::Request&) {
            FakeApi::Answer answer;
            answer.isCut = true;
            return answer;
        });
        {
            Outbox outbox(*writing.post, *writing.source, QStringLiteral("Sam Support"));
            outbox.send(QStringLiteral("Do not lose me."), true, 1);
            QTRY_COMPARE(writing.last().sending, Message::Sending::Failed);
        }
        const QByteArray key =
            writing.bench.server.requests("POST", messagesPath()).first().headers.value("idempotency-key");
        writing.source = std::make_unique<ConversationSource>(writing.bench.workspace, QStringLiteral("c-1"));
        writing.post = std::make_unique<PostOffice>(writing.bench.workspace);
        Outbox again(*writing.post, *writing.source, QStringLiteral("Sam Support"));
        QCOMPARE(again.unsent(), 1);
        QTRY_COMPARE(writing.last().sending, Message::Sending::Failed); // cut again: it is tried at once
        QCOMPARE(writing.last().text, QStringLiteral("Do not lose me."));
        QVERIFY(writing.last().isNote());
        QJsonObject arrived = messageJson(2, QStringLiteral("supporter"), QStringLiteral("Do not lose me."));
        writing.bench.server.on("POST", messagesPath(), arrived, 201);
        again.retry(writing.last().id);
        QTRY_COMPARE(again.unsent(), 0);
        QCOMPARE(
            writing.bench.server.requests("POST", messagesPath()).last().headers.value("idempotency-key"),
            key);
    }

    void aNewerMessageGivesTheTextBack()
    {
        Writing writing;
        writing.bench.server.on("POST", messagesPath(), [](const FakeApi::Request&) {
            return FakeApi::problem(409,
                                    QStringLiteral("newer_message"),
                                    QStringLiteral("The customer has written."));
        });
        writing.bench.server.on("GET",
                                QStringLiteral("/conversations/c-1"),
                                conversationJson(
                                    {messageJson(1, QStringLiteral("user"), QStringLiteral("Hello?")),
                                     messageJson(2, QStringLiteral("user"), QStringLiteral("Wait!"))}));
        Outbox outbox(*writing.post, *writing.source, QStringLiteral("Sam Support"));
        QSignalSpy newer(&outbox, &Outbox::newerMessage);
        outbox.send(QStringLiteral("My answer"), false, 1);
        QTRY_COMPARE(newer.count(), 1);
        QCOMPARE(newer.first().first().toString(), QStringLiteral("My answer"));
        QTRY_COMPARE(writing.last().text, QStringLiteral("Wait!"));
        QCOMPARE(outbox.unsent(), 0);
    }

    void aRefusalGivesTheTextBack()
    {
        Writing writing;
        writing.bench.server.on("POST", messagesPath(), [](const FakeApi::Request&) {
            return FakeApi::problem(409,
                                    QStringLiteral("conflict"),
                                    QStringLiteral("The conversation is held by Kim."));
        });
        Outbox outbox(*writing.post, *writing.source, QStringLiteral("Sam Support"));
        QSignalSpy refused(&outbox, &Outbox::refused);
        outbox.send(QStringLiteral("My answer"), false, 1);
        QTRY_COMPARE(refused.count(), 1);
        QCOMPARE(refused.first().at(0).toString(), QStringLiteral("My answer"));
        QCOMPARE(writing.source->transcript().rowCount(), 1);
    }
};

PARLEY_TEST("outbox", OutboxTest)
#include "outbox_test.moc"
