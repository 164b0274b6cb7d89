// SPDX-License-Identifier: MIT
#include "app/knowledge/drop_frame.h"
#include "app/knowledge/gap_page.h"
#include "app/knowledge/knowledge_page.h"
#include "tests/app/page_bench.h"
#include "tests/support/test_main.h"

#include <QComboBox>
#include <QDialog>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

using namespace parley::console;
using parley::test::FakeApi;
using parley::test::PageBench;

namespace {

const QString kDocuments = QStringLiteral("/knowledge/documents");

QJsonObject document(const QString& id, const QString& status, double progress)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("title"), QStringLiteral("Handbook <b>one</b>")},
            {QStringLiteral("status"), status},
            {QStringLiteral("progress"), progress},
            {QStringLiteral("chunks"), 3},
            {QStringLiteral("bytes"), 2048},
            {QStringLiteral("visibility"), QStringLiteral("public")},
            {QStringLiteral("created_ts"), QStringLiteral("2026-11-20T10:00:00.000Z")}};
}

} // namespace

class KnowledgePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDocumentThatIsReadIsFollowedUntilItIsReady()
    {
        PageBench bench({QStringLiteral("knowledge:read"), QStringLiteral("knowledge:write")});
        const QString id = QStringLiteral("d1");
        bench.server.on("GET", kDocuments, FakeApi::list({document(id, QStringLiteral("processing"), 0.2)}));
        bench.server.on("GET", kDocuments + QStringLiteral("/d1"), document(id, QStringLiteral("ready"), 1));
        bench.server.on("GET", kDocuments + QStringLiteral("/d1/chunks"), FakeApi::list({}));
        KnowledgePage page(bench.workspace, nullptr);
        page.show();

        page.activate();

        auto* table = page.findChild<QTreeView*>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_COMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("Ready"));
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("Handbook <b>one</b>"));
    }

    void whoMayOnlyReadIsOfferedNoChanges()
    {
        PageBench bench({QStringLiteral("knowledge:read")});
        bench.server.on("GET",
                        kDocuments,
                        FakeApi::list({document(QStringLiteral("d1"), QStringLiteral("ready"), 1)}));
        bench.server.on("GET", kDocuments + QStringLiteral("/d1/chunks"), FakeApi::list({}));
        KnowledgePage page(bench.workspace, nullptr);
        page.show();

        page.activate();

        auto* table = page.findChild<QTreeView*>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("save"))->isVisible());
        QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("delete"))->isVisible());
        QVERIFY(!page.findChild<DropFrame*>()->acceptDrops());
    }

    void droppedFilesAreForWhomWasChosen()
    {
        PageBench bench({QStringLiteral("knowledge:read"), QStringLiteral("knowledge:write")});
        bench.server.on("GET", kDocuments, FakeApi::list({}));
        bench.server.on("POST", kDocuments, QJsonObject{{QStringLiteral("id"), QStringLiteral("d1")}}, 202);
        bench.server.on("GET",
                        kDocuments + QStringLiteral("/d1"),
                        document(QStringLiteral("d1"), QStringLiteral("ready"), 1));
        bench.server.on("GET", kDocuments + QStringLiteral("/d1/chunks"), FakeApi::list({}));
        QFile file(bench.folder.filePath(QStringLiteral("prices.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("for us alone") > 0 && file.flush());
        KnowledgePage page(bench.workspace, nullptr);
        page.show();
        page.activate();
        page.findChild<QComboBox*>(QStringLiteral("upload_visibility"))->setCurrentIndex(1);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        // A drop without having entered is nobody's.
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);

        QCoreApplication::sendEvent(page.findChild<DropFrame*>(), &enter);
        QCoreApplication::sendEvent(page.findChild<DropFrame*>(), &drop);

        QTRY_COMPARE(bench.server.requests("POST", kDocuments).size(), 1);
        QVERIFY(bench.server.requests("POST", kDocuments).first().body.contains("\r\n\r\ninternal"));
    }

    void aGapIsWrittenTriedAndClosed()
    {
        PageBench bench({QStringLiteral("knowledge:read"), QStringLiteral("knowledge:write")});
        const QString question = QStringLiteral("Is the <i>brass</i> rotor covered?");
        bench.server.on("GET",
                        QStringLiteral("/knowledge/gaps"),
                        FakeApi::list(
                            {{{QStringLiteral("id"), QStringLiteral("g1")},
                              {QStringLiteral("question"), question},
                              {QStringLiteral("status"), QStringLiteral("open")},
                              {QStringLiteral("count"), 4},
                              {QStringLiteral("suggested_article"),
                               QJsonObject{{QStringLiteral("text"), QStringLiteral("Yes, two years.")}}}}}));
        bench.server.on("POST",
                        kDocuments,
                        QJsonObject{{QStringLiteral("id"), QStringLiteral("d9")},
                                    {QStringLiteral("status"), QStringLiteral("queued")}},
                        202);
        bench.server.on("GET",
                        kDocuments + QStringLiteral("/d9"),
                        document(QStringLiteral("d9"), QStringLiteral("ready"), 1));
        bench.server.on(
            "GET",
            QStringLiteral("/knowledge/search"),
            QJsonObject{{QStringLiteral("items"),
                         QJsonArray{QJsonObject{{QStringLiteral("document_id"), QStringLiteral("d9")},
                                                {QStringLiteral("text"), QStringLiteral("Yes, two years.")},
                                                {QStringLiteral("score"), 0.9}}}}});
        bench.server.on("POST",
                        QStringLiteral("/knowledge/gaps/g1/close"),
                        QJsonObject{{QStringLiteral("id"), QStringLiteral("g1")}});
        GapPage page(bench.workspace, nullptr);
        page.show();
        page.activate();
        auto* table = page.findChild<QTreeView*>();
        QTRY_COMPARE(table->model()->rowCount(), 1);

        page.findChild<QPushButton*>(QStringLiteral("write"))->click();
        auto* editor = page.findChild<QDialog*>();
        QVERIFY(editor != nullptr);
        QCOMPARE(editor->findChild<QLineEdit*>(QStringLiteral("title"))->text(), question);
        QCOMPARE(editor->findChild<QPlainTextEdit*>(QStringLiteral("text"))->toPlainText(),
                 QStringLiteral("Yes, two years."));
        editor->findChild<QPushButton*>(QStringLiteral("save"))->click();

        auto* close = page.findChild<QPushButton*>(QStringLiteral("close_gap"));
        QTRY_VERIFY(close->isEnabled() && close->isVisible());
        QCOMPARE(bench.server.requests("GET", QStringLiteral("/knowledge/search"))
                     .first()
                     .query.queryItemValue(QStringLiteral("q"), QUrl::FullyDecoded),
                 question);
        close->click();
        QTRY_COMPARE(bench.server.requests("POST", QStringLiteral("/knowledge/gaps/g1/close")).size(), 1);
        QTRY_COMPARE(table->model()->rowCount(), 0);
    }
};

PARLEY_TEST("knowledge_page", KnowledgePageTest)
#include "knowledge_page_test.moc"
