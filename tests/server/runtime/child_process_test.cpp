// SPDX-License-Identifier: MIT
#include "server/runtime/platform/child_process.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <fstream>

using namespace parley;
using namespace parley::server::runtime::platform;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

ChildOptions probe(const std::string& what, const std::filesystem::path& input)
{
    return {PARLEY_SANDBOX_PROBE, {"--type=probe/" + what, "--memory=134217728", "--cpu=1"}, input};
}

std::string outputOf(ChildProcess& child)
{
    std::string text;
    std::array<char, 4096> buffer{};
    for (;;) {
        const auto count = child.read(buffer, std::chrono::milliseconds(50));
        if (count && *count == 0) {
            return text;
        }
        text.append(buffer.data(), count.value_or(0));
    }
}

} // namespace

class ChildProcessTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_input;

    std::string said(const std::string& what)
    {
        ChildProcess child = test::must(ChildProcess::start(probe(what, m_input)));
        return outputOf(child);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_input = std::filesystem::path(m_folder.path().toStdString()) / "input";
        std::ofstream(m_input) << "the document";
    }

    void theSandboxHolds_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("expected");
        QTest::newRow("network") << "network"
                                 << "refused";
        QTest::newRow("another program") << "exec"
                                         << "refused";
        QTest::newRow("another process") << "fork"
                                         << "refused";
        QTest::newRow("looking into its parent") << "ptrace"
                                                 << "refused";
        for (const char* what : {"kill", "tgkill", "queue", "prlimit", "owner", "owner_ex", "signal"}) {
            QTest::addRow("reaching its parent by %s", what) << what << "refused";
        }
        QTest::newRow("other commands of fcntl") << "flags"
                                                 << "allowed";
        QTest::newRow("writing a file") << "write"
                                        << "refused";
        QTest::newRow("inherited descriptors") << "files"
                                               << "none";
        QTest::newRow("inherited environment") << "environment"
                                               << "empty";
        QTest::newRow("its own input") << "input"
                                       << "allowed";
    }

    void theSandboxHolds()
    {
#ifndef Q_OS_LINUX
        QSKIP("The sandbox is Linux's.");
#endif
        QFETCH(QString, what);
        QFETCH(QString, expected);

        QCOMPARE(said(what.toStdString()), expected.toStdString());
    }

    void otherFilesCannotBeReadWhereTheKernelCanRefuse()
    {
        if (said("state") != "limits 1 calls 1 files 1") {
            QSKIP("This kernel has no Landlock.");
        }

        QCOMPARE(said("read"), std::string("refused"));
    }

    void memoryBeyondTheLimitIsNotGiven()
    {
        if (kSanitized) {
            QSKIP("A sanitizer's shadow memory has no limit.");
        }
        ChildProcess child = test::must(ChildProcess::start(probe("memory", m_input)));

        const std::string output = outputOf(child);
        const ChildEnd end = child.wait();

        QCOMPARE(output, std::string());
        QCOMPARE(end.exitCode, 12);
    }

    void anEndlessLoopIsEndedByTheProcessorLimit()
    {
        ChildProcess child = test::must(ChildProcess::start(probe("loop", m_input)));

        outputOf(child);
        const ChildEnd end = child.wait();

        QVERIFY(end.signal == SIGKILL || end.signal == SIGXCPU);
        QVERIFY(end.cpu.count() >= 500); // the kernel counts by ticks
    }

    void aCrashIsToldAsOne()
    {
        ChildProcess child = test::must(ChildProcess::start(probe("crash", m_input)));

        outputOf(child);
        const ChildEnd end = child.wait();

        QVERIFY(kSanitized ? end.exitCode != 0 || end.signal != 0 : end.signal == SIGSEGV);
    }

    void giveUpIsToldAsAnAbort()
    {
        ChildProcess child = test::must(ChildProcess::start(probe("abort", m_input)));

        outputOf(child);

        QCOMPARE(child.wait().signal, SIGABRT);
    }

    void killEndsOneThatWaits()
    {
        ChildProcess child = test::must(ChildProcess::start(probe("wait", m_input)));

        child.kill();

        QCOMPARE(child.wait().signal, SIGKILL);
    }

    void readSaysWhenNothingCameYet()
    {
        ChildProcess child = test::must(ChildProcess::start(probe("wait", m_input)));
        std::array<char, 16> buffer{};

        QVERIFY(!child.read(buffer, std::chrono::milliseconds(1)));
    }

    void aMissingInputIsNotFound()
    {
        const auto child = ChildProcess::start(probe("input", m_input / "nothing"));

        QVERIFY(!child);
        QCOMPARE(child.error().code, ErrorCode::NotFound);
    }

    void aMissingProgramIsInternal()
    {
        ChildOptions options = probe("input", m_input);
        options.program = "/nowhere/parley-extract";

        const auto child = ChildProcess::start(options);

        QVERIFY(!child);
        QCOMPARE(child.error().code, ErrorCode::Internal);
    }
};

PARLEY_TEST("child_process", ChildProcessTest)
#include "child_process_test.moc"
