// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_extract.h"
#include "tests/server/knowledge/extract/docx_writer.h"
#include "tests/server/knowledge/extract/pdf_writer.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>

using namespace parley;
namespace evaluation = parley::server::daemon::evaluation;

class EvalExtractTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] std::string path(const std::string& name) const
    {
        return m_folder.path().toStdString() + "/" + name;
    }

    void write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(path(name), std::ios::binary) << bytes;
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::PdfWriter pdf;
        pdf.newPage();
        pdf.text(72, 100, 11, "Refunds take thirty days.");
        write("a.pdf", pdf.bytes());
        write("b.docx", test::docxOf(test::wordParagraph("Shipping is free.")));
        write("c.pdf", "%PDF-1.4 and then nothing");
        write("_expected.tsv",
              "# file\tbytes\twords that must be found\na.pdf\t1\tRefunds thirty\nb.docx\t1\tShipping "
              "absent\nc.pdf\t1\t\n");
    }

    void figuresAndLinesAgree()
    {
        evaluation::Options options;
        options.set("folder", m_folder.path().toStdString());
        options.set("expected", path("_expected.tsv"));
        options.set("program", PARLEY_EXTRACT);

        const auto report = test::must(evaluation::extractEvaluation().run(options));

        QCOMPARE(report.figures.at("files").get<int>(), 3);
        QCOMPARE(report.figures.at("ok").get<int>(), 2);
        QCOMPARE(report.figures.at("crashed").get<int>(), 0);
        QCOMPARE(report.figures.at("over_limit").get<int>(), 0);
        QCOMPARE(report.figures.at("words_expected").get<int>(), 4);
        QCOMPARE(report.figures.at("words_found").get<int>(), 3);
        QVERIFY(report.figures.at("worst_memory_mb").get<double>() > 1);
        QCOMPARE(report.predictions.size(), std::size_t{3});
        QVERIFY(report.predictions[0].starts_with("a.pdf\tok\t"));
        QVERIFY(report.predictions[1].ends_with("\t1/2\tmissing: absent"));
        QVERIFY(report.predictions[2].starts_with("c.pdf\tbroken\t"));
    }

    void aProgramThatIsMissingIsACrash()
    {
        evaluation::Options options;
        options.set("folder", m_folder.path().toStdString());
        options.set("program", "/nowhere/parley-extract");

        const auto report = test::must(evaluation::extractEvaluation().run(options));

        QCOMPARE(report.figures.at("crashed").get<int>(), 3);
    }

    void aFolderThatIsMissingIsNotFound()
    {
        evaluation::Options options;
        options.set("folder", path("none"));

        const auto report = evaluation::extractEvaluation().run(options);

        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::NotFound);
    }
};

PARLEY_TEST("eval_extract", EvalExtractTest)
#include "eval_extract_test.moc"
