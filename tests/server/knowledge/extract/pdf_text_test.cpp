// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/extract/pdf_writer.h"
#include "tests/server/knowledge/extract/read_document.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace parley;
using Lines = std::vector<std::string>;

namespace {

/// A handbook: a running title and page numbers on every page, a chapter heading on each, a table on page 2.
test::PdfWriter handbook(int pages)
{
    test::PdfWriter pdf;
    pdf.title("Customer handbook");
    for (int page = 1; page <= pages; ++page) {
        pdf.newPage();
        pdf.text(72, 40, 9, "Example Inc. customer handbook");
        pdf.text(290, 760, 9, "Page " + std::to_string(page) + " of " + std::to_string(pages));
        pdf.text(72, 90, 18, "Chapter " + std::to_string(page) + ": Refunds", true);
        const double next =
            pdf.paragraph(120,
                          {"A refund of order " + std::to_string(1000 + page) +
                               " is possible within thirty days of the purchase, if the sub-",
                           "scription was not used. Ask the support for it, and name the order."});
        pdf.paragraph(next + 12, {"This is another paragraph that has a sentence of its own."});
    }
    return pdf;
}

void addPriceTable(test::PdfWriter& pdf)
{
    const std::vector<std::vector<std::string>> rows{{"Plan", "Price", "Seats"},
                                                     {"Team", "9 EUR", "10"},
                                                     {"Business", "29 EUR", "50"},
                                                     {"Enterprise", "on request", "500"}};
    double y = 300;
    for (const auto& row : rows) {
        pdf.text(72, y, 11, row[0], y == 300);
        pdf.text(220, y, 11, row[1], y == 300);
        pdf.text(340, y, 11, row[2], y == 300);
        y += 16;
    }
}

bool contains(const Lines& lines, const std::string& line)
{
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

} // namespace

class PdfTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void structureOfALongDocumentIsKept()
    {
        const auto read = test::readDocument(handbook(40).bytes(), test::kPdfType);

        const auto summary = test::must(read.summary);
        QCOMPARE(summary.title, std::string("Customer handbook"));
        QCOMPARE(summary.pages, 40);
        const Lines lines = read.lines();
        QVERIFY(contains(lines, "h2 Chapter 7: Refunds") || contains(lines, "h1 Chapter 7: Refunds"));
        QVERIFY(contains(lines,
                         "p A refund of order 1007 is possible within thirty days of the purchase, if the "
                         "subscription was not used. Ask the support for it, and name the order."));
        QVERIFY(contains(lines, "p This is another paragraph that has a sentence of its own."));
        const auto chapter = std::find_if(read.blocks.begin(), read.blocks.end(), [](const auto& block) {
            return block.text == "Chapter 23: Refunds";
        });
        QVERIFY(chapter != read.blocks.end());
        QCOMPARE(chapter->page, 23);
    }

    void runningTitlesStayOnceAndPageNumbersGo()
    {
        const auto read = test::readDocument(handbook(12).bytes(), test::kPdfType);

        const Lines lines = read.lines();
        QCOMPARE(std::count(lines.begin(), lines.end(), "p Example Inc. customer handbook"), 1);
        const std::string text = read.text();
        QVERIFY(text.find("Page 1 of 12") != std::string::npos);
        QVERIFY(text.find("Page 5 of 12") == std::string::npos);
        QVERIFY(text.find("Chapter 5") != std::string::npos);
    }

    void linesThatRepeatOnTwoPagesAreNoRunningTitle()
    {
        const auto read = test::readDocument(handbook(2).bytes(), test::kPdfType);

        const Lines lines = read.lines();
        QCOMPARE(std::count(lines.begin(), lines.end(), "p Example Inc. customer handbook"), 2);
    }

    void rowsOfATableStandUnderTheirColumns()
    {
        test::PdfWriter pdf = handbook(1);
        addPriceTable(pdf);

        const Lines lines = test::readDocument(pdf.bytes(), test::kPdfType).lines();

        QVERIFY(contains(lines, "tr Plan: Team | Price: 9 EUR | Seats: 10"));
        QVERIFY(contains(lines, "tr Plan: Enterprise | Price: on request | Seats: 500"));
        QVERIFY(!contains(lines, "tr Plan | Price | Seats"));
    }

    /// As a browser prints a table whose cells have little padding.
    void columnsThatStandCloseAreApartWhereTheyLineUp()
    {
        test::PdfWriter pdf = handbook(1);
        const std::vector<std::vector<std::string>> rows{{"Country", "Up to 2 kg", "Days"},
                                                         {"Germany", "4.90 EUR", "2"},
                                                         {"United Kingdom", "12.50 EUR", "5"},
                                                         {"Switzerland", "14.20 EUR", "4"}};
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double y = 300 + 18 * static_cast<double>(i);
            pdf.text(72, y, 11, rows[i][0]); // "United Kingdom" ends 7 points before the next column
            pdf.text(156, y, 11, rows[i][1]);
            pdf.text(217, y, 11, rows[i][2]);
        }

        const Lines lines = test::readDocument(pdf.bytes(), test::kPdfType).lines();

        QVERIFY(contains(lines, "tr Country: Germany | Up to 2 kg: 4.90 EUR | Days: 2"));
        QVERIFY(contains(lines, "tr Country: United Kingdom | Up to 2 kg: 12.50 EUR | Days: 5"));
    }

    void numberedHeadingsAreNoTable()
    {
        test::PdfWriter pdf;
        pdf.newPage();
        const std::vector<std::string> titles{"Introduction",
                                              "Method",
                                              "Results and their meaning",
                                              "Conclusion"};
        for (std::size_t i = 0; i < titles.size(); ++i) {
            const double y = 100 + 20 * static_cast<double>(i);
            pdf.text(72, y, 12, std::to_string(i + 1));
            pdf.text(86, y, 12, titles[i]); // 7 points behind the number
        }

        const auto read = test::readDocument(pdf.bytes(), test::kPdfType);

        for (const std::string& line : read.lines()) {
            QVERIFY2(!line.starts_with("tr "), line.c_str());
        }
        QVERIFY(read.text().find("2 Method") != std::string::npos);
    }

    /// Spaces of justified text are wider than a narrow column's gap, but stand anywhere.
    void wideSpacesOfJustifiedTextAreNoColumns()
    {
        test::PdfWriter pdf;
        pdf.newPage();
        const std::vector<std::vector<double>> starts{{72, 106, 143, 177, 213},
                                                      {72, 109, 142, 180, 213},
                                                      {72, 107, 141, 178, 213},
                                                      {72, 105, 144, 179, 213}};
        for (std::size_t line = 0; line < starts.size(); ++line) {
            for (const double x : starts[line]) {
                pdf.text(x, 100 + 13 * static_cast<double>(line), 11, "water");
            }
        }

        for (const std::string& line : test::readDocument(pdf.bytes(), test::kPdfType).lines()) {
            QVERIFY2(!line.starts_with("tr "), line.c_str());
        }
    }

    void columnsOfTextAreNoTable()
    {
        test::PdfWriter pdf;
        pdf.newPage();
        for (int line = 0; line < 12; ++line) {
            pdf.text(60, 100 + 14 * line, 10, "the left column goes on with its own words");
            pdf.text(330, 100 + 14 * line, 10, "while the right one has others to tell");
        }

        const auto read = test::readDocument(pdf.bytes(), test::kPdfType);

        const std::string text = read.text();
        QVERIFY(read.lines().front().starts_with("p the left column goes on with its own words the left"));
        QVERIFY(text.rfind("left") < text.find("right"));
    }

    void itemsOfAListStandAlone()
    {
        test::PdfWriter pdf;
        pdf.newPage();
        pdf.paragraph(100, {"To cancel you do this:"});
        pdf.paragraph(114, {"1. Open the settings of your account and choose the plan that you want"});
        pdf.text(86, 128, 11, "to leave for good.");
        pdf.paragraph(142, {"2. Confirm.", "- an item of its own"});

        const Lines lines = test::readDocument(pdf.bytes(), test::kPdfType).lines();

        QVERIFY(contains(lines, "p To cancel you do this:"));
        QVERIFY(contains(
            lines,
            "li 1. Open the settings of your account and choose the plan that you want to leave for good."));
        QVERIFY(contains(lines, "li 2. Confirm."));
        QVERIFY(contains(lines, "li - an item of its own"));
    }

    void aSentenceThatAPageCutsStaysWhole()
    {
        test::PdfWriter pdf;
        pdf.newPage();
        pdf.paragraph(600, {"The warranty covers all parts of the device except for those that"});
        pdf.newPage();
        pdf.paragraph(100, {"wear out by use, such as batteries."});

        const auto read = test::readDocument(pdf.bytes(), test::kPdfType);

        QCOMPARE(read.blocks.size(), std::size_t{1});
        QCOMPARE(read.blocks[0].page, 1);
        QVERIFY(read.blocks[0].text.ends_with("those that wear out by use, such as batteries."));
    }

    void progressGoesUpToTheLastPage()
    {
        const auto read = test::readDocument(handbook(15).bytes(), test::kPdfType);

        QVERIFY(std::is_sorted(read.progress.begin(), read.progress.end()));
        QCOMPARE(read.progress.back(), 15);
        QVERIFY(read.progress.size() > 10);
    }

    void goingOnGivesTheSameAsReadingInOneGo()
    {
        const std::string bytes = handbook(30).bytes();
        const auto whole = test::readDocument(bytes, test::kPdfType);

        const auto rest = test::readDocument(bytes, test::kPdfType, 21);

        Lines expected;
        for (std::size_t i = 0; i < whole.blocks.size(); ++i) {
            if (whole.blocks[i].page >= 21) {
                expected.push_back(whole.lines()[i]);
            }
        }
        QCOMPARE(rest.lines(), expected);
        QVERIFY(!expected.empty());
        QCOMPARE(test::must(rest.summary).pages, 30);
    }
};

PARLEY_TEST("pdf_text", PdfTextTest)
#include "pdf_text_test.moc"
