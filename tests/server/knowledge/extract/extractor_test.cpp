// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/extractor.h"
#include "server/knowledge/extract/sandbox_check.h"
#include "tests/server/knowledge/extract/pdf_writer.h"
#include "tests/server/knowledge/extract/read_document.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <fstream>

using namespace parley;
using namespace parley::server::knowledge;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

bool takeBlock(const Block&)
{
    return true;
}

bool takeProgress(const ExtractionProgress&)
{
    return true;
}

} // namespace

class ExtractorTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_file;

    /// What the client says of a program that does this instead of reading.
    Error errorOf(const std::string& what, ExtractionLimits limits)
    {
        const Extractor extractor(PARLEY_SANDBOX_PROBE, limits);
        auto read = extractor.extract(m_file, "probe/" + what, 1, takeBlock, takeProgress);
        return read ? Error{} : read.error();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_file = std::filesystem::path(m_folder.path().toStdString()) / "document";
        std::ofstream(m_file) << "First paragraph.\n\nSecond paragraph.\n\nThird paragraph.\n";
    }

    void aProgramThatFailsLeavesTheCallerWithASentence_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("problem");
        QTest::newRow("crash") << "crash" << 60 << "document_crashed";
        QTest::newRow("ends without a word") << "network" << 60 << "document_crashed";
        QTest::newRow("writes garbage") << "garbage" << 60 << "document_crashed";
        QTest::newRow("waits for ever") << "wait" << 1 << "document_time";
        QTest::newRow("computes for ever") << "loop" << 1 << "document_time";
    }

    void aProgramThatFailsLeavesTheCallerWithASentence()
    {
        QFETCH(QString, what);
        QFETCH(int, seconds);
        QFETCH(QString, problem);
        ExtractionLimits limits;
        limits.time = std::chrono::seconds(seconds);
        limits.cpu = std::chrono::seconds(1);

        const Error error = errorOf(what.toStdString(), limits);

        QCOMPARE(error.problem, problem.toStdString());
        QVERIFY(error.message.ends_with('.'));
    }

    void nothingIsReadWithoutASandbox_data()
    {
        QTest::addColumn<bool>("limits");
        QTest::addColumn<bool>("systemCalls");
        QTest::addColumn<bool>("files");
        QTest::addColumn<bool>("isWeakAllowed");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("all of it") << true << true << true << false << true;
        QTest::newRow("files can be opened") << true << true << false << false << true;
        QTest::newRow("no limits") << false << true << true << false << false;
        QTest::newRow("no filter") << true << false << true << false << false;
        QTest::newRow("nothing") << false << false << false << false << false;
        QTest::newRow("nothing, but that is wanted") << false << false << false << true << true;
    }

    void nothingIsReadWithoutASandbox()
    {
#ifndef Q_OS_LINUX
        QSKIP("The sandbox is Linux's.");
#endif
        QFETCH(bool, limits);
        QFETCH(bool, systemCalls);
        QFETCH(bool, files);
        QFETCH(bool, isWeakAllowed);
        QFETCH(bool, isRead);

        const auto refusal = sandboxRefusal({limits, systemCalls, files}, isWeakAllowed);

        QCOMPARE(!refusal, isRead);
        if (refusal) {
            QCOMPARE(refusal->problem, std::string("document_unsafe"));
            QVERIFY(refusal->message.find("extract.allow_weak_sandbox") != std::string::npos);
        }
    }

    void memoryBeyondTheLimitIsTold()
    {
        if (kSanitized) {
            QSKIP("A sanitizer's shadow memory has no limit.");
        }
        ExtractionLimits limits;
        limits.memoryBytes = 64 << 20;

        const Error error = errorOf("memory", limits);

        QCOMPARE(error.problem, std::string("document_memory"));
        QVERIFY(error.message.find("64 MB") != std::string::npos);
    }

    void aMissingProgramIsInternal()
    {
        const Extractor extractor("/nowhere/parley-extract");

        const auto read = extractor.extract(m_file, "text/plain", 1, takeBlock, takeProgress);

        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Internal);
    }

    void aMissingFileIsNotFound()
    {
        const Extractor extractor(PARLEY_EXTRACT);

        const auto read = extractor.extract(m_file / "none", "text/plain", 1, takeBlock, takeProgress);

        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::NotFound);
    }

    void aSinkThatReturnsFalseCancels()
    {
        const Extractor extractor(PARLEY_EXTRACT);
        int blocks = 0;
        const auto stop = [&](const Block&) { return ++blocks < 2; };

        const auto read = extractor.extract(m_file, "text/plain", 1, stop, takeProgress);

        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Cancelled);
        QCOMPARE(blocks, 2);
    }

    void progressThatReturnsFalseCancels()
    {
        test::PdfWriter pdf;
        for (int page = 0; page < 30; ++page) {
            pdf.newPage();
            pdf.text(72, 200, 11, "Some words of page " + std::to_string(page));
        }
        const auto file = std::filesystem::path(m_folder.path().toStdString()) / "thirty.pdf";
        std::ofstream(file, std::ios::binary) << pdf.bytes();
        const auto stop = [](const ExtractionProgress& progress) { return progress.page < 3; };

        const auto read = Extractor(PARLEY_EXTRACT).extract(file, test::kPdfType, 1, takeBlock, stop);

        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Cancelled);
    }

    void aSilentProgramIsEndedByATick()
    {
        const Extractor extractor(PARLEY_SANDBOX_PROBE);
        int ticks = 0;
        const auto tick = [&] { return ++ticks < 3; };

        const auto read = extractor.extract(m_file, "probe/wait", 1, takeBlock, takeProgress, tick);

        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Cancelled);
        QCOMPARE(ticks, 3);
    }

    void theSummarySaysWhatWasRead()
    {
        const auto read = test::readDocument("# Plans\n\nTeam costs 9.\n", "text/markdown");

        const ExtractionSummary summary = test::must(read.summary);
        QCOMPARE(summary.title, std::string("Plans"));
        QCOMPARE(summary.contentType, std::string("text/markdown"));
        QCOMPARE(summary.characters, std::uint64_t{18});
        QCOMPARE(summary.pages, 0);
#ifdef Q_OS_LINUX
        QVERIFY(summary.sandbox.limits && summary.sandbox.systemCalls);
#endif
        QVERIFY(summary.peakMemoryBytes > 1 << 20);
        QCOMPARE(read.peakMemoryBytes, summary.peakMemoryBytes);
    }

    void textBeyondTheLimitIsTooLarge()
    {
        ExtractionLimits limits;
        limits.maxTextBytes = 20;

        const auto read = test::readDocument("First of all.\n\nThen some more.\n", "text/plain", 1, limits);

        QCOMPARE(read.problem(), std::string("document_too_large"));
        QCOMPARE(read.blocks.size(), std::size_t{1});
    }
};

PARLEY_TEST("extractor", ExtractorTest)
#include "extractor_test.moc"
