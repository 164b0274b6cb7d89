// SPDX-License-Identifier: MIT
#include "server/knowledge/document_title.h"
#include "tests/support/test_main.h"

using parley::server::knowledge::sensibleTitle;

class DocumentTitleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTitleSaysWhatADocumentIsAbout_data()
    {
        QTest::addColumn<std::string>("title");
        QTest::addColumn<std::string>("kept");
        const auto row = [](const char* title, const char* kept) {
            QTest::newRow(title) << std::string(title) << std::string(kept);
        };
        row("Warranty and repairs", "Warranty and repairs");
        row("  Prices\t2026 \n", "Prices 2026");
        row("Gew\u00E4hrleistung", "Gew\u00E4hrleistung");
        row("\u4FDD\u4FEE", "\u4FDD\u4FEE");
        row("Documentation of the hub", "Documentation of the hub");
        row("Title deeds", "Title deeds");
        row("Returns/Refunds: how to", "Returns/Refunds: how to");
        for (const char* madeUp : {"",
                                   " ",
                                   "untitled",
                                   "Untitled-3",
                                   "Microsoft Word - offer",
                                   "offer.docx",
                                   "price list.PDF",
                                   "Document1",
                                   "Dokument 2",
                                   "/tmp/tmpq3x",
                                   "C:\\Users\\me\\offer",
                                   "file:///tmp/a",
                                   "a/b",
                                   "2026",
                                   "Title",
                                   "PowerPoint Presentation",
                                   "\xFF\xFE prices"}) {
            row(madeUp, "");
        }
    }
    void aTitleSaysWhatADocumentIsAbout()
    {
        QFETCH(std::string, title);
        QFETCH(std::string, kept);

        QCOMPARE(sensibleTitle(title), kept);
    }

    void aTitleIsNoChapter()
    {
        QCOMPARE(sensibleTitle(std::string(200, 'a')), std::string(200, 'a'));
        QCOMPARE(sensibleTitle(std::string(201, 'a')), std::string());
    }
};

PARLEY_TEST("document_title", DocumentTitleTest)
#include "document_title_test.moc"
