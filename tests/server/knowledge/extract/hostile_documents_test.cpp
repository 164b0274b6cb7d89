// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/extract/docx_writer.h"
#include "tests/server/knowledge/extract/pdf_writer.h"
#include "tests/server/knowledge/extract/read_document.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace std::string_literals;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

/// A page with two words under the user password "user", 40-bit RC4.
constexpr const char* kEncryptedPdf =
    "JVBERi0xLjMKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMC"
    "BvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAv"
    "Q29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAwIDIwMCAyMDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPD"
    "wgL0ZvbnQgPDwgL0YgNSAwIFIgPj4gPj4gL1R5cGUgL1BhZ2UgPj4KZW5kb2JqCjQgMCBvYmoKPDwgL0ZpbHRlciAv"
    "RmxhdGVEZWNvZGUgL0xlbmd0aCA0OSA+PgpzdHJlYW0K4C5YsfNEYfjeRkTy2IAGOZO6cZbF6EQJr2yZkbjQ8Q3dHm"
    "2wCZWujLsl9A5fkF96MmVuZHN0cmVhbQplbmRvYmoKNSAwIG9iago8PCAvQmFzZUZvbnQgL0hlbHZldGljYSAvU3Vi"
    "dHlwZSAvVHlwZTEgL1R5cGUgL0ZvbnQgPj4KZW5kb2JqCjYgMCBvYmoKPDwgL0ZpbHRlciAvU3RhbmRhcmQgL0xlbm"
    "d0aCA0MCAvTyA8OTRlODA5NDQxOTY2MmE3NzQ0NDJmYjA3MmUzZDlmMTllOWQxMzBlYzA5YTRkMDA2MWU3OGZlOTIw"
    "ZjdhYjYyZj4gL1AgLTQgL1IgMiAvVSA8Yzg1NjhlMDYzZjVlZjZiOWUxMzE1Yzk5NzAzYTM5MjhmYWFiZjRlMmUwZG"
    "VkYWZmNGYwZjI5ODhkZGFiNjlhZT4gL1YgMSA+PgplbmRvYmoKeHJlZgowIDcKMDAwMDAwMDAwMCA2NTUzNSBmIAow"
    "MDAwMDAwMDE1IDAwMDAwIG4gCjAwMDAwMDAwNjQgMDAwMDAgbiAKMDAwMDAwMDEyMyAwMDAwMCBuIAowMDAwMDAwMj"
    "UwIDAwMDAwIG4gCjAwMDAwMDAzNjkgMDAwMDAgbiAKMDAwMDAwMDQzOSAwMDAwMCBuIAp0cmFpbGVyIDw8IC9Sb290"
    "IDEgMCBSIC9JRCBbPGRiYmU3OWU5OWI0ZTM1YTdmN2M3OTNjODhiNWVkOWY1Pjw2NDY1NDY1MjRmZmI1Mzg4MDZiOT"
    "ZjNzUyNzY4MGYxNT5dIC9FbmNyeXB0IDYgMCBSID4+CnN0YXJ0eHJlZgo2NDUKJSVFT0YK";

std::string smallPdf()
{
    test::PdfWriter pdf;
    pdf.newPage();
    pdf.text(72, 100, 11, "Some words.");
    return pdf.bytes();
}

std::string wordXml(const std::string& declaration, const std::string& text)
{
    return "<?xml version=\"1.0\"?>" + declaration +
           "<w:document "
           "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"
           "main\"><w:body><w:p><w:r><w:t>" +
           text + "</w:t></w:r></w:p></w:body></w:document>";
}

std::string docxWith(const std::string& xml)
{
    return test::docxOf({}, {{"word/document.xml", xml}});
}

/// The declared sizes in the directory of a ZIP as one byte each, so that only counting finds it out.
std::string withLyingSizes(std::string zip)
{
    for (std::size_t at = zip.find("PK\x01\x02"); at != std::string::npos;
         at = zip.find("PK\x01\x02", at + 4)) {
        zip.replace(at + 24, 4, std::string("\x01\0\0\0", 4));
    }
    return zip;
}

std::string oleWith(const std::string& stream)
{
    std::string wide;
    for (const char c : stream) {
        wide += std::string{c, '\0'};
    }
    return "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0') + wide + std::string(600, '\0');
}

std::string bigWord(std::size_t megabytes)
{
    std::string text;
    while (text.size() < megabytes << 20) {
        text += "the same words again and again ";
    }
    return text;
}

} // namespace

class HostileDocumentsTest : public QObject {
    Q_OBJECT

private:
    static void add(const char* name,
                    const std::string& bytes,
                    const std::string& claim,
                    const char* problem,
                    const char* says)
    {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromStdString(claim)
                            << QString::fromUtf8(problem) << QString::fromUtf8(says);
    }

private Q_SLOTS:
    void isRefusedWithAClearSentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("says");
        const std::string pdf = smallPdf();
        const std::string docx = test::docxOf(test::wordParagraph("Hello."));
        test::PdfWriter scanned;
        for (int page = 0; page < 12; ++page) {
            scanned.newPage();
        }
        test::PdfWriter liar;
        liar.newPage();
        liar.text(72, 100, 11, "One page only.");
        liar.claimPages(1'000'000);
        std::vector<std::pair<std::string, std::string>> entries;
        for (int i = 0; i < 5'001; ++i) {
            entries.emplace_back("part" + std::to_string(i), "x");
        }
        const std::string entity =
            "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";

        add("empty", "", "text/plain", "empty", "is empty");
        add("white space alone", " \n\n\t\n", "text/plain", "empty", "no text");
        add("encrypted PDF",
            QByteArray::fromBase64(kEncryptedPdf).toStdString(),
            test::kPdfType,
            "encrypted",
            "protected by a password");
        add("encrypted DOCX",
            oleWith("EncryptedPackage"),
            test::kDocxType,
            "encrypted",
            "protected by a password");
        add("scanned PDF", scanned.bytes(), test::kPdfType, "scanned", "has 12 pages but no text");
        add("truncated PDF", pdf.substr(0, 200), test::kPdfType, "broken", "damaged");
        add("PDF that lies about its pages", liar.bytes(), test::kPdfType, "broken", "damaged");
        add("truncated DOCX", docx.substr(0, docx.size() / 2), test::kDocxType, "broken", "damaged");
        add("DOCX of broken XML", docxWith("<w:document><w:body>"), test::kDocxType, "broken", "damaged");
        add("DOCX with a DTD", docxWith(wordXml(entity, "&b;")), test::kDocxType, "bomb", "DTD");
        add("DOCX with an external entity",
            docxWith(wordXml("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;")),
            test::kDocxType,
            "bomb",
            "DTD");
        add("too many entries", test::zipOf(entries), test::kDocxType, "bomb", "unpacks to far more");
        add("a ZIP named PDF",
            test::zipOf({{"readme.txt", "Hello"}}),
            test::kPdfType,
            "unsupported",
            "said to be a PDF but is a ZIP archive");
        add("an archive in an archive",
            test::zipOf({{"inner.docx", docx}}),
            test::kDocxType,
            "unsupported",
            "ZIP archive");
        add("an Excel workbook",
            test::zipOf({{"xl/workbook.xml", "<workbook/>"}}),
            test::kDocxType,
            "unsupported",
            "Excel");
        add("an old Word document",
            oleWith("WordDocument"),
            "application/msword",
            "unsupported",
            "old Word document");
        add("RTF", "{\\rtf1 Hello}", "application/rtf", "unsupported", "RTF");
        add("an image named text",
            "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s,
            "text/plain",
            "unsupported",
            "said to be plain text but is an image");
        add("binary data named text",
            std::string("\x01\x02\x03\0\x05\x06\x07\x08", 8) + std::string(400, '\x01'),
            "text/plain",
            "unsupported",
            "binary data");
    }

    void isRefusedWithAClearSentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, claim);
        QFETCH(QString, problem);
        QFETCH(QString, says);

        const auto read = test::readDocument(bytes.toStdString(), claim.toStdString());

        QCOMPARE(read.problem(), "document_" + problem.toStdString());
        QVERIFY2(read.message().find(says.toStdString()) != std::string::npos, read.message().c_str());
        QVERIFY(read.message().ends_with('.'));
    }

    void moreUnpackedThanDeclaredIsCounted()
    {
        const std::string honest = docxWith(wordXml({}, bigWord(1)));

        const auto read = test::readDocument(withLyingSizes(honest), test::kDocxType);

        // Whether the library or the counter notices: it ends, and nothing is taken in.
        QVERIFY(!read.summary || read.summary->characters <= (1 << 20) + 100);
    }

    void aZipBombIsRefusedByWhatItDeclares()
    {
        const auto read =
            test::readDocument(docxWith(wordXml({}, std::string(80 << 20, 'a'))), test::kDocxType);

        QCOMPARE(read.problem(), std::string("document_bomb"));
        QVERIFY(read.peakMemoryBytes < 64 << 20);
    }

    void moreThanTheMostPagesIsRefusedNotCut()
    {
        test::PdfWriter pdf;
        for (int page = 0; page < 21; ++page) {
            pdf.newPage();
            pdf.text(72, 100, 11, "Words.");
        }
        server::knowledge::ExtractionLimits limits;
        limits.maxPages = 20;

        const auto read = test::readDocument(pdf.bytes(), test::kPdfType, 1, limits);

        QCOMPARE(read.problem(), std::string("document_too_many_pages"));
        QVERIFY(read.message().find("21 pages; at most 20") != std::string::npos);
        QVERIFY(read.blocks.empty());
    }

    void aPdfThatClaimsSomePagesTooManyIsReadWithAWarning()
    {
        test::PdfWriter pdf;
        pdf.newPage();
        pdf.text(72, 100, 11, "One page only.");
        pdf.claimPages(6);

        const auto read = test::readDocument(pdf.bytes(), test::kPdfType);

        const auto summary = test::must(read.summary);
        QVERIFY(read.text().find("One page only.") != std::string::npos);
        QCOMPARE(summary.warnings.size(), std::size_t{1});
    }

    void deepTablesAreReadWithoutRecursion()
    {
        std::string body;
        for (int depth = 0; depth < 1'000; ++depth) {
            body += "<w:tbl><w:tr><w:tc>";
        }
        body += test::wordParagraph("At the bottom.");
        for (int depth = 0; depth < 1'000; ++depth) {
            body += "</w:tc></w:tr></w:tbl>";
        }

        const auto read = test::readDocument(test::docxOf(body), test::kDocxType);

        QVERIFY(read.text().find("At the bottom.") != std::string::npos);
    }

    void aWebPageBeyondTheLimitIsRefusedAtOnce()
    {
        const auto read = test::readDocument("<html><p>" + bigWord(21), "text/html");

        QCOMPARE(read.problem(), std::string("document_too_large"));
    }

    void memoryIsTheLimitOfWhatMustBeHeld()
    {
        if (kSanitized) {
            QSKIP("A sanitizer's shadow memory has no limit.");
        }
        server::knowledge::ExtractionLimits limits;
        limits.memoryBytes = 48 << 20;
        std::string page = "<html>";
        while (page.size() < 15 << 20) {
            page += "<p>a<b>b</b>";
        }

        const auto read = test::readDocument(page, "text/html", 1, limits);

        QCOMPARE(read.problem(), std::string("document_memory"));
    }
};

PARLEY_TEST("hostile_documents", HostileDocumentsTest)
#include "hostile_documents_test.moc"
