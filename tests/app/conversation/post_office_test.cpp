// SPDX-License-Identifier: MIT
#include "app/conversation/post_office.h"
#include "app/conversation/unsent.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/support/test_main.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace parley::console;
using namespace parley::test;

namespace {

const QString kChat = QStringLiteral("c-1");
const QString kAna = QStringLiteral("Ana Ruiz");
const QString kPath = QStringLiteral("/conversations/c-1/messages");

FakeApi::Answer cut()
{
    FakeApi::Answer answer;
    answer.isCut = true;
    return answer;
}

QJsonObject arrived(qint64 seq, const QString& text)
{
    return messageJson(seq, QStringLiteral("supporter"), text);
}

QStringList textsOf(const QList<FakeApi::Request>& requests)
{
    QStringList texts;
    for (const FakeApi::Request& each : requests) {
        texts.append(each.json().value(QLatin1String("text")).toString());
    }
    return texts;
}

} // namespace

class PostOfficeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLetterOfAChatThatIsNotOpenGoesOutAfterARestart()
    {
        DeskBench bench;
        bench.server.on("POST", kPath, [](const FakeApi::Request&) { return cut(); });
        {
            PostOffice post(bench.workspace);
            post.send(kChat, kAna, QStringLiteral("Do not lose me."), false, 7);
            QTRY_VERIFY(!post.all().first().fault.isEmpty());
        }
        const QByteArray key = bench.server.requests("POST", kPath).first().headers.value("idempotency-key");
        bench.server.on("POST", kPath, arrived(8, QStringLiteral("Do not lose me.")), 201);
        bench.server.forget();

        PostOffice again(bench.workspace);
        QSignalSpy done(&again, &PostOffice::arrived);

        QTRY_COMPARE(done.count(), 1);
        QVERIFY(again.all().isEmpty());
        const QList<FakeApi::Request> asked = bench.server.requests("POST", kPath);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().headers.value("idempotency-key"), key);
        QCOMPARE(asked.first().json().value(QLatin1String("seen_seq")).toInteger(), 7);
        PostOffice third(bench.workspace);
        QVERIFY(third.all().isEmpty());
    }

    void lettersOfOneChatGoOneAfterTheOtherAndOfSeveralAtOnce()
    {
        DeskBench bench;
        bench.server.on("POST", kPath, [](const FakeApi::Request&) { return cut(); });
        bench.server.on("POST",
                        QStringLiteral("/conversations/c-2/messages"),
                        arrived(2, QStringLiteral("Other")),
                        201);
        PostOffice post(bench.workspace);
        post.send(kChat, kAna, QStringLiteral("First"), false, 1);
        post.send(kChat, kAna, QStringLiteral("Second"), false, 1);
        post.send(QStringLiteral("c-2"), QStringLiteral("Ben"), QStringLiteral("Other"), false, 1);
        QTRY_COMPARE(post.all().size(), 2);
        QTRY_VERIFY(!post.all().first().fault.isEmpty());
        QVERIFY(!textsOf(bench.server.requests("POST", kPath)).contains(QStringLiteral("Second")));

        bench.server.forget();
        bench.server.on("POST", kPath, [](const FakeApi::Request& request) {
            return FakeApi::Answer{201,
                                   arrived(3, request.json().value(QLatin1String("text")).toString()),
                                   {},
                                   false};
        });
        bench.server.dropLinks(); // and they come back

        QTRY_VERIFY(post.all().isEmpty());
        QCOMPARE(textsOf(bench.server.requests("POST", kPath)),
                 (QStringList{QStringLiteral("First"), QStringLiteral("Second")}));
    }

    void whatIsNotTakenWhileNobodyLooksBecomesTheDraft()
    {
        DeskBench bench;
        bench.server.on("POST", kPath, [](const FakeApi::Request&) {
            return FakeApi::problem(409, QStringLiteral("newer_message"), QStringLiteral("Wait."));
        });
        PostOffice post(bench.workspace);
        post.drafts().save(kChat, {QStringLiteral("And then?"), false, kAna});
        QSignalSpy returned(&post, &PostOffice::returned);
        QSignalSpy aside(&post, &PostOffice::putAside);

        post.send(kChat, kAna, QStringLiteral("My answer"), false, 1);

        QTRY_COMPARE(aside.count(), 1);
        QCOMPARE(returned.count(), 0);
        QCOMPARE(post.drafts().load(kChat).text, QStringLiteral("My answer\nAnd then?"));
        const QList<Unsent> unsent = unsentBehind(post, {});
        QCOMPARE(unsent.size(), 1);
        QCOMPARE(unsent.first().customer, kAna);
        QVERIFY(unsent.first().isDraft);
        QVERIFY(unsentBehind(post, {kChat}).isEmpty());
    }

    void anAnswerIsNotMixedWithTheDraftOfANote()
    {
        DeskBench bench;
        bench.server.on("POST", kPath, [](const FakeApi::Request&) {
            return FakeApi::problem(409, QStringLiteral("conflict"), QStringLiteral("Held by Kim."));
        });
        PostOffice post(bench.workspace);
        post.drafts().save(kChat, {QStringLiteral("He is angry"), true, kAna});
        QSignalSpy aside(&post, &PostOffice::putAside);

        post.send(kChat, kAna, QStringLiteral("My answer"), false, 1);

        QTRY_COMPARE(aside.count(), 1);
        QCOMPARE(post.drafts().load(kChat).text, QStringLiteral("My answer"));
        QVERIFY(!post.drafts().load(kChat).isNote);
        QCOMPARE(post.all().size(), 1);
        QVERIFY(post.all().first().isHeld && post.all().first().isNote());
        QCOMPARE(post.all().first().text(), QStringLiteral("He is angry"));
    }

    void whatMayHaveArrivedLongAgoWaitsForAPerson()
    {
        DeskBench bench;
        bench.server.on("POST", kPath, arrived(8, QStringLiteral("Old")), 201);
        const auto letter = [](const char* key, qint64 ageMs) {
            return QJsonObject{{QStringLiteral("key"), QString::fromLatin1(key)},
                               {QStringLiteral("at_ms"), QDateTime::currentMSecsSinceEpoch() - ageMs},
                               {QStringLiteral("body"),
                                QJsonObject{{QStringLiteral("text"), QString::fromLatin1(key)}}}};
        };
        constexpr qint64 kDayMs = 24LL * 60 * 60 * 1'000;
        DraftStore(bench.offline).saveOutbox(kChat, {letter("old", kDayMs)});
        DraftStore(bench.offline).saveOutbox(QStringLiteral("c-2"), {letter("young", kDayMs / 2)});
        bench.server.on("POST",
                        QStringLiteral("/conversations/c-2/messages"),
                        arrived(2, QStringLiteral("young")),
                        201);

        PostOffice post(bench.workspace);

        QTRY_COMPARE(post.all().size(), 1);
        QCOMPARE(post.all().first().text(), QStringLiteral("old"));
        QVERIFY(bench.server.requests("POST", kPath).isEmpty());
        post.retry(post.all().first().id);
        QTRY_VERIFY(post.all().isEmpty());
    }

    void aSignInThatEndedKeepsTheLetter()
    {
        DeskBench bench;
        bench.server.on("POST", kPath, [](const FakeApi::Request&) {
            return FakeApi::problem(401, QStringLiteral("unauthorized"), QStringLiteral("Too old."));
        });
        bench.server.on("POST", QStringLiteral("/oauth/token"), [](const FakeApi::Request&) {
            return FakeApi::problem(401, QStringLiteral("invalid_credentials"), QStringLiteral("Revoked."));
        });
        PostOffice post(bench.workspace);
        QSignalSpy out(&bench.session, &Session::signedOut);

        post.send(kChat, kAna, QStringLiteral("Still here"), false, 1);

        QTRY_COMPARE(out.count(), 1);
        QTRY_VERIFY(!post.all().first().fault.isEmpty());
        QCOMPARE(post.all().size(), 1);
        QCOMPARE(post.all().first().text(), QStringLiteral("Still here"));
    }

    void aTokenThatRanOutInMidChatSendsTheLetterOnce()
    {
        DeskBench bench;
        QList<QByteArray> taken;
        bench.server.on("POST",
                        QStringLiteral("/oauth/token"),
                        {{QStringLiteral("access_token"), QStringLiteral("access-2")},
                         {QStringLiteral("refresh_token"), QStringLiteral("refresh-2")},
                         {QStringLiteral("expires_in"), 900}});
        bench.server.on("POST", kPath, [&taken](const FakeApi::Request& request) {
            if (request.headers.value("authorization") != "Bearer access-2") {
                return FakeApi::problem(401, QStringLiteral("unauthorized"), QStringLiteral("Too old."));
            }
            taken.append(request.headers.value("idempotency-key"));
            return FakeApi::Answer{201, arrived(2, QStringLiteral("Yes.")), {}, false};
        });
        PostOffice post(bench.workspace);
        QSignalSpy done(&post, &PostOffice::arrived);

        post.send(kChat, kAna, QStringLiteral("Yes."), false, 1);

        QTRY_COMPARE(done.count(), 1);
        QCOMPARE(taken.size(), 1);
        for (const FakeApi::Request& each : bench.server.requests("POST", kPath)) {
            QCOMPARE(each.headers.value("idempotency-key"), taken.first());
        }
    }

    void whatIsWrittenBeforeTheKeychainAnswersIsNotLost()
    {
        DeskBench bench;
        bench.server.on("POST", kPath, [](const FakeApi::Request&) { return cut(); });
        {
            PostOffice post(bench.workspace);
            post.send(kChat, kAna, QStringLiteral("Before"), false, 1);
            QTRY_VERIFY(!post.all().first().fault.isEmpty());
        }
        const QByteArray key(OfflineCache::kKeyBytes, 'k');
        const QString path = bench.folder.filePath(QStringLiteral("another.db"));
        OfflineCache::Kept outbox = *bench.offline.find(QStringLiteral("outbox/c-1"));
        OfflineCache::Kept index = *bench.offline.find(QStringLiteral("outbox/of/"));
        bench.offline.close();
        bench.offline.open(path, key);
        bench.offline.put(QStringLiteral("outbox/c-1"), outbox.bytes, outbox.readAt, true);
        bench.offline.put(QStringLiteral("outbox/of/"), index.bytes, index.readAt, true);
        bench.offline.close();
        bench.offline.open({}, {});
        bench.offline.expect();

        PostOffice post(bench.workspace);
        post.send(QStringLiteral("c-2"), QStringLiteral("Ben"), QStringLiteral("Meanwhile"), true, 0);
        QCOMPARE(post.all().size(), 1);
        bench.offline.open(path, key);

        QCOMPARE(post.all().size(), 2);
        QCOMPARE(post.all().first().text(), QStringLiteral("Before"));
    }
};

PARLEY_TEST("post_office", PostOfficeTest)
#include "post_office_test.moc"
