// SPDX-License-Identifier: MIT
#include "server/runtime/platform/file_limit.h"
#include "server/runtime/platform/process_figures.h"
#include "server/runtime/signals.h"
#include "tests/support/test_main.h"

#include <boost/asio/io_context.hpp>

#include <csignal>

using namespace parley::server::runtime;

namespace {

/// Raises the signal and runs `context` until the callback has counted it.
void raiseAndWait(boost::asio::io_context& context, int number, const int& count)
{
    const int before = count;
    std::raise(number);
    while (count == before) {
        context.restart();
        context.run_one();
    }
}

} // namespace

class PlatformTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void processFiguresSayWhatIsUsed()
    {
#ifdef Q_OS_LINUX
        const platform::ProcessFigures figures = platform::readProcessFigures();

        QVERIFY(figures.residentBytes > 1024 * 1024);
        QVERIFY(figures.virtualBytes >= figures.residentBytes);
        QVERIFY(figures.openFiles >= 3);
        QVERIFY(figures.threads >= 1);
#else
        QSKIP("figures are read from /proc");
#endif
    }

    void theFileLimitIsNeverLowered()
    {
        const std::uint64_t before = platform::openFileLimit();

        QVERIFY(platform::raiseOpenFileLimit(1) >= before);
        QVERIFY(platform::raiseOpenFileLimit(before + 1) >= before);
    }

    void signalsCallBackEachTime()
    {
        boost::asio::io_context context;
        int stops = 0;
        int reloads = 0;
        {
            const Signals signals(
                context.get_executor(), [&] { ++stops; }, [&] { ++reloads; });
            for (const int number : {SIGTERM, SIGINT}) {
                raiseAndWait(context, number, stops);
            }
#ifdef SIGHUP
            raiseAndWait(context, SIGHUP, reloads);
            QCOMPARE(reloads, 1);
#endif
        }
        context.restart();
        context.run(); // ends: the wait under way was cancelled

        QCOMPARE(stops, 2);
    }
};

PARLEY_TEST("platform", PlatformTest)
#include "platform_test.moc"
