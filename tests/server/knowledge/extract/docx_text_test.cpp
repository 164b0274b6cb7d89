// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/extract/docx_writer.h"
#include "tests/server/knowledge/extract/read_document.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using Lines = std::vector<std::string>;

namespace {

using test::wordParagraph;

std::string run(const std::string& text, bool bold = false)
{
    return std::string("<w:r>") + (bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t xml:space=\"preserve\">" +
           text + "</w:t></w:r>";
}

std::string cell(const std::string& text, const std::string& properties = {}, bool bold = false)
{
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p>" + run(text, bold) + "</w:p></w:tc>";
}

std::string row(const std::vector<std::string>& cells, const std::string& properties = {})
{
    std::string xml = "<w:tr><w:trPr>" + properties + "</w:trPr>";
    for (const std::string& text : cells) {
        xml += text.starts_with('<') ? text : cell(text);
    }
    return xml + "</w:tr>";
}

std::string table(const std::string& rows, int columns)
{
    std::string grid;
    for (int i = 0; i < columns; ++i) {
        grid += "<w:gridCol/>";
    }
    return "<w:tbl><w:tblPr/><w:tblGrid>" + grid + "</w:tblGrid>" + rows + "</w:tbl>";
}

Lines linesOf(const std::string& body)
{
    return test::readDocument(test::docxOf(body), test::kDocxType).lines();
}

} // namespace

class DocxTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void structureIsRead_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("expected");
        const auto add = [](const char* name, const std::string& body, const QStringList& expected) {
            QTest::newRow(name) << QString::fromStdString(body) << expected;
        };
        add("heading by style",
            wordParagraph("Refunds", "Heading1") + wordParagraph("Within 30 days."),
            {QStringLiteral("h1 Refunds"), QStringLiteral("p Within 30 days.")});
        add("heading by a style's localized name",
            wordParagraph("Preise", "berschrift2"),
            {QStringLiteral("h2 Preise")});
        add("heading by a style's base", wordParagraph("Terms", "Own"), {QStringLiteral("h1 Terms")});
        add("heading by outline level",
            "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>" + run("Deep") + "</w:p>",
            {QStringLiteral("h3 Deep")});
        add("heading in bold",
            "<w:p>" + run("Opening hours", true) + "</w:p>",
            {QStringLiteral("h4 Opening hours")});
        add("bullets and numbers",
            wordParagraph("one", {}, "1") + wordParagraph("first", {}, "2") +
                wordParagraph("second", {}, "2"),
            {QStringLiteral("li - one"), QStringLiteral("li 1. first"), QStringLiteral("li 2. second")});
        add("numbers of a deeper level begin again",
            wordParagraph("a", {}, "2") +
                R"(<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr>)" +
                run("b") + "</w:p>" + wordParagraph("c", {}, "2"),
            {QStringLiteral("li 1. a"), QStringLiteral("li a) b"), QStringLiteral("li 2. c")});
        add("words across runs, tabs and breaks",
            "<w:p>" + run("sub") + run("scription") + "<w:r><w:tab/></w:r>" + run("is") +
                "<w:r><w:br/></w:r>" + run("on.") + "</w:p>",
            {QStringLiteral("p subscription is on.")});
        add("deleted and moved text falls out",
            "<w:p>" + run("stays ") + "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:ins>" +
                run("inserted") + "</w:ins><w:moveFrom>" + run("moved") + "</w:moveFrom></w:p>",
            {QStringLiteral("p stays inserted")});
        add("field codes fall out, their result stays",
            "<w:p><w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>" + run("see above") + "</w:p>",
            {QStringLiteral("p see above")});
        add("a hyperlink's text",
            "<w:p>" + run("See ") + "<w:hyperlink>" + run("our site") + "</w:hyperlink></w:p>",
            {QStringLiteral("p See our site")});
        add("a text box follows its paragraph, once",
            "<w:p>" + run("Around.") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" +
                wordParagraph("In the box.") +
                "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
                wordParagraph("In the box.") +
                "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            {QStringLiteral("p Around."), QStringLiteral("p In the box.")});
        add("a footnote follows",
            "<w:p>" + run("Free shipping.") + R"(<w:r><w:footnoteReference w:id="1"/></w:r></w:p>)",
            {QStringLiteral("p Free shipping."), QStringLiteral("p Only in the EU.")});
        add("contents whose entries are headings fall out",
            wordParagraph("1 Refunds 3", "TOC1") + wordParagraph("2 Lost 9", "TOC1") +
                wordParagraph("Refunds", "Heading1"),
            {QStringLiteral("h1 Refunds"), QStringLiteral("p 2 Lost 9")});
    }

    void structureIsRead()
    {
        QFETCH(QString, body);
        QFETCH(QStringList, expected);

        QStringList lines;
        for (const std::string& line : linesOf(body.toStdString())) {
            lines.push_back(QString::fromStdString(line));
        }

        QCOMPARE(lines, expected);
    }

    void rowsStandUnderARepeatedHeader()
    {
        const std::string rows =
            row({"Plan", "Price"}, "<w:tblHeader/>") + row({"Team", "9"}) + row({"Pro", "29"});

        QCOMPARE(linesOf(table(rows, 2)), (Lines{"tr Plan: Team | Price: 9", "tr Plan: Pro | Price: 29"}));
    }

    void rowsStandUnderABoldHeader()
    {
        const std::string rows = row({cell("Plan", {}, true), cell("Price", {}, true)}) + row({"Team", "9"});

        QCOMPARE(linesOf(table(rows, 2)), (Lines{"tr Plan: Team | Price: 9"}));
    }

    void aTableOfPairsHasNoHeader()
    {
        const std::string rows = row({"Name", "Ada"}) + row({"Role", "Support"});

        QCOMPARE(linesOf(table(rows, 2)), (Lines{"tr Name | Ada", "tr Role | Support"}));
    }

    void mergedCellsAreRepeatedAndWideOnesStandAlone()
    {
        const std::string rows = row({"Plan", "Price"}, "<w:tblHeader/>") +
                                 row({cell("Team", R"(<w:vMerge w:val="restart"/>)"), "9"}) +
                                 row({cell("", "<w:vMerge/>"), "90"}) +
                                 row({cell("From 2025 on", R"(<w:gridSpan w:val="2"/>)")});

        QCOMPARE(linesOf(table(rows, 2)),
                 (Lines{"tr Plan: Team | Price: 9", "tr Plan: Team | Price: 90", "tr From 2025 on"}));
    }

    void aTableOfOneColumnIsLayout()
    {
        const std::string rows = "<w:tr><w:tc>" + wordParagraph("Refunds", "Heading1") +
                                 wordParagraph("Ask us.") + "</w:tc></w:tr>";

        QCOMPARE(linesOf(table(rows, 1)), (Lines{"h1 Refunds", "p Ask us."}));
    }

    void aTableInATableKeepsItsText()
    {
        const std::string inner = table(row({"inner", "cells"}), 2);
        const std::string rows =
            "<w:tr><w:tc>" + wordParagraph("outer") + inner + "<w:p/></w:tc>" + cell("right") + "</w:tr>";

        QCOMPARE(linesOf(table(rows, 2)), (Lines{"tr outer inner | cells | right"}));
    }

    void strictDocumentsAreRead()
    {
        const std::string xml =
            R"(<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>)"
            "<w:p><w:r><w:t>Strict.</w:t></w:r></w:p></w:body></w:document>";

        const auto read = test::readDocument(test::docxOf({}, {{"word/document.xml", xml}}), test::kDocxType);

        QCOMPARE(read.lines(), (Lines{"p Strict."}));
    }

    void theTitleIsThePropertiesOrTheFirstHeading()
    {
        const std::string body = wordParagraph("Handbook", "Title") + wordParagraph("Text.");
        const std::string core =
            R"(<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Guide 2025</dc:title></cp:coreProperties>)";

        const auto heading = test::readDocument(test::docxOf(body), test::kDocxType);
        const auto property =
            test::readDocument(test::docxOf(body, {{"docProps/core.xml", core}}), test::kDocxType);

        QCOMPARE(test::must(heading.summary).title, std::string("Handbook"));
        QCOMPARE(test::must(property.summary).title, std::string("Guide 2025"));
    }
};

PARLEY_TEST("docx_text", DocxTextTest)
#include "docx_text_test.moc"
