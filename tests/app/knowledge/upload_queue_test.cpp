// SPDX-License-Identifier: MIT
#include "app/knowledge/upload_queue.h"
#include "tests/support/fake_api.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace parley::console;
using parley::test::FakeApi;

namespace {

const QString kPath = QStringLiteral("/knowledge/documents");

struct Bench {
    QTemporaryDir folder;
    FakeApi server;
    ApiClient api;
    UploadQueue queue{api};
    QAbstractItemModelTester tester{&queue, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Bench() { api.setServer(server.url()); }

    QString file(const QString& name, const QByteArray& text) const
    {
        QFile made(folder.filePath(name));
        return made.open(QIODevice::WriteOnly) && made.write(text) == text.size() ? made.fileName()
                                                                                  : QString();
    }
    UploadQueue::State state(int row) const
    {
        return static_cast<UploadQueue::State>(queue.index(row).data(UploadQueue::StateRole).toInt());
    }
    /// Idempotency-Keys that files were sent with.
    QSet<QByteArray> keys() const
    {
        QSet<QByteArray> found;
        for (const FakeApi::Request& each : server.requests("POST", kPath)) {
            found.insert(each.headers.value("idempotency-key"));
        }
        return found;
    }
    QString note(int row) const { return queue.index(row).data(UploadQueue::NoteRole).toString(); }
};

QJsonObject accepted(const QString& id, const QString& duplicateOf = {})
{
    QJsonObject body{{QStringLiteral("id"), id}, {QStringLiteral("status"), QStringLiteral("queued")}};
    if (!duplicateOf.isEmpty()) {
        body.insert(QStringLiteral("duplicate_of"), duplicateOf);
    }
    return body;
}

} // namespace

class UploadQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeADocumentIsRefusedBeforeItIsSent()
    {
        Bench bench;
        bench.queue.add({bench.folder.path(),
                         bench.folder.filePath(QStringLiteral("gone.pdf")),
                         bench.file(QStringLiteral("empty.md"), {}),
                         bench.file(QStringLiteral("picture.png"), "x")},
                        QStringLiteral("public"));

        QCOMPARE(bench.queue.rowCount(), 4);
        for (int row = 0; row < 4; ++row) {
            QCOMPARE(bench.state(row), UploadQueue::State::Failed);
            QVERIFY(!bench.note(row).isEmpty());
        }
        QCOMPARE(bench.queue.underWay(), 0);
        QVERIFY(bench.server.requests().isEmpty());
    }

    void theFileArrivesWithItsNameAndVisibility()
    {
        Bench bench;
        bench.server.on("POST", kPath, accepted(QStringLiteral("d1")), 202);
        QSignalSpy uploaded(&bench.queue, &UploadQueue::uploaded);

        bench.queue.add({bench.file(QStringLiteral("Rückgabe.MD"), "# Returns\nWithin 30 days.")},
                        QStringLiteral("internal"));

        QVERIFY(uploaded.wait());
        QCOMPARE(uploaded.first().first().toString(), QStringLiteral("d1"));
        QCOMPARE(bench.state(0), UploadQueue::State::Done);
        const QList<FakeApi::Request> asked = bench.server.requests("POST", kPath);
        QCOMPARE(asked.size(), 1);
        const QByteArray body = asked.first().body;
        QVERIFY(body.contains("filename=\"Rückgabe.MD\""));
        QVERIFY(body.contains("Within 30 days."));
        QVERIFY(body.contains("name=\"visibility\"\r\n\r\ninternal"));
        QVERIFY(!asked.first().headers.value("idempotency-key").isEmpty());
    }

    void whatTheServerRefusesIsSaidAndCanBeSentAgain()
    {
        Bench bench;
        bench.server.on("POST", kPath, [](const FakeApi::Request&) {
            return FakeApi::problem(413,
                                    QStringLiteral("payload_too_large"),
                                    QStringLiteral("A document may have 9 bytes."));
        });
        bench.queue.add({bench.file(QStringLiteral("a.txt"), "much too long")}, QStringLiteral("public"));
        QTRY_COMPARE(bench.state(0), UploadQueue::State::Failed);
        QCOMPARE(bench.note(0), QStringLiteral("A document may have 9 bytes."));

        bench.server.on("POST", kPath, accepted(QStringLiteral("d2")), 202);
        bench.queue.retry(0);

        QTRY_COMPARE(bench.state(0), UploadQueue::State::Done);
    }

    void aRepeatedDocumentIsNamedAsOne()
    {
        Bench bench;
        bench.server.on("POST", kPath, accepted(QStringLiteral("d2"), QStringLiteral("d1")), 202);

        bench.queue.add({bench.file(QStringLiteral("a.txt"), "same")}, QStringLiteral("public"));

        QTRY_COMPARE(bench.state(0), UploadQueue::State::Done);
        QVERIFY(bench.note(0).contains(QStringLiteral("very same")));
    }

    void manyFilesGoTwoAtATimeAndOneByOneOffTheList()
    {
        Bench bench;
        bench.server.on("POST", kPath, accepted(QStringLiteral("d1")), 202);
        QStringList files;
        for (int at = 0; at < 6; ++at) {
            files.append(bench.file(QStringLiteral("f%1.txt").arg(at), "text"));
        }

        bench.queue.add(files, QStringLiteral("public"));

        QCOMPARE(bench.queue.underWay(), 6);
        QCOMPARE(bench.state(0), UploadQueue::State::Sending);
        QCOMPARE(bench.state(1), UploadQueue::State::Sending);
        QCOMPARE(bench.state(2), UploadQueue::State::Waiting);
        bench.queue.remove(2);
        QTRY_COMPARE(bench.queue.underWay(), 0);
        QCOMPARE(bench.server.requests("POST", kPath).size(), 5);
        bench.queue.removeFinished();
        QCOMPARE(bench.queue.rowCount(), 0);
    }

    void aTokenThatRanOutIsRenewedAndTheFileSentAnew()
    {
        Bench bench;
        bool isFirst = true;
        bench.server.on("POST", kPath, [&isFirst](const FakeApi::Request&) {
            return std::exchange(isFirst, false)
                       ? FakeApi::problem(401, QStringLiteral("unauthorized"), QStringLiteral("Too old."))
                       : FakeApi::Answer{202, accepted(QStringLiteral("d1")), {}, false};
        });
        bench.server.on("GET", QStringLiteral("/me"), QJsonObject{});

        bench.queue.add({bench.file(QStringLiteral("a.txt"), "text")}, QStringLiteral("public"));

        QTRY_COMPARE(bench.state(0), UploadQueue::State::Done);
        QCOMPARE(bench.server.requests("POST", kPath).size(), 2);
        QCOMPARE(bench.keys(), QSet<QByteArray>{bench.keys().values().first()});
    }

    void whatIsSentAgainIsTheSameDocumentUnlessItWasChanged()
    {
        Bench bench;
        bench.server.on("POST", kPath, [](const FakeApi::Request&) {
            return FakeApi::problem(503, QStringLiteral("unavailable"), QStringLiteral("Later."));
        });
        const QString path = bench.file(QStringLiteral("a.txt"), "text");
        bench.queue.add({path}, QStringLiteral("public"));
        QTRY_COMPARE(bench.state(0), UploadQueue::State::Failed);
        bench.queue.retry(0);
        QTRY_COMPARE(bench.state(0), UploadQueue::State::Failed);
        QCOMPARE(bench.server.requests("POST", kPath).size(), 2);
        QCOMPARE(bench.keys().size(), 1);

        bench.file(QStringLiteral("a.txt"), "another text");
        bench.server.on("POST", kPath, accepted(QStringLiteral("d1")), 202);
        bench.queue.retry(0);
        QTRY_COMPARE(bench.state(0), UploadQueue::State::Done);
        QCOMPARE(bench.keys().size(), 2);
    }
};

PARLEY_TEST("upload_queue", UploadQueueTest)
#include "upload_queue_test.moc"
