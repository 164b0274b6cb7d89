// SPDX-License-Identifier: MIT
#include "server/telemetry/log.h"
#include "server/telemetry/log_backend.h"
#include "server/telemetry/log_channels.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <future>
#include <thread>
#include <vector>

using namespace parley::server::telemetry;

class LogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lines.clear(); }
    void cleanup()
    {
        stopLogging();
        applyLogLevels(LogLevels{});
    }

    void linesReachTheSinkInOrder()
    {
        startLogging(toLines());
        const Log log("test");

        for (int i = 0; i < 1000; ++i) {
            log.info("line", {{"n", i}});
        }
        stopLogging();

        QCOMPARE(m_lines.size(), std::size_t{1000});
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            QCOMPARE(nlohmann::json::parse(m_lines[i]).at("n").get<std::size_t>(), i);
        }
    }

    void aDisabledLevelWritesNothing()
    {
        startLogging(toLines());
        applyLogLevels(parseLogLevels("info,quiet=error").value());
        const Log log("quiet");

        log.debug("a");
        log.info("b");
        log.warn("c");
        log.error("d");
        stopLogging();

        QCOMPARE(m_lines.size(), std::size_t{1});
        QVERIFY(m_lines.front().find(R"("message":"d")") != std::string::npos);
    }

    void aStuckSinkNeverBlocksTheWriter()
    {
        std::promise<void> stuck;
        std::promise<void> gate;
        auto opened = gate.get_future().share();
        bool isFirst = true;
        LogOptions options = toLines();
        options.maxQueued = 16;
        options.sink = [&, take = options.sink](std::string_view line) {
            if (std::exchange(isFirst, false)) {
                stuck.set_value();
                opened.wait();
            }
            take(line);
        };
        startLogging(std::move(options));
        const std::uint64_t before = droppedLogLines();
        const Log log("test");
        log.info("line", {{"n", -1}});
        stuck.get_future().wait();

        for (int i = 0; i < 100; ++i) {
            log.info("line", {{"n", i}});
        }
        const std::uint64_t dropped = droppedLogLines() - before;
        gate.set_value();
        stopLogging();

        QCOMPARE(dropped, std::uint64_t{84});
        QCOMPARE(m_lines.size(), std::size_t{17});
        QCOMPARE(nlohmann::json::parse(m_lines.back()).at("n").get<int>(), 99);
        QCOMPARE(droppedLogLines() - before, dropped);
    }

    void manyThreadsWriteWholeLines()
    {
        LogOptions options = toLines();
        options.maxQueued = 100'000;
        startLogging(std::move(options));
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([] {
                const Log log("threads");
                for (int i = 0; i < 500; ++i) {
                    log.info("line", {{"n", i}});
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        stopLogging();

        QCOMPARE(m_lines.size(), std::size_t{2000});
        for (const std::string& line : m_lines) {
            QVERIFY2(nlohmann::json::accept(line), line.c_str());
        }
    }

    void aFailedTaskIsAnError()
    {
        startLogging(toLines());

        Log("scope").taskFailures()("mailer", "boom");
        stopLogging();

        const auto line = nlohmann::json::parse(m_lines.at(0));
        QCOMPARE(line.at("level").get<std::string>(), std::string("error"));
        QCOMPARE(line.at("task").get<std::string>(), std::string("mailer"));
    }

private:
    LogOptions toLines()
    {
        LogOptions options;
        options.sink = [this](std::string_view line) { m_lines.emplace_back(line); };
        return options;
    }

    std::vector<std::string> m_lines; // read after stopLogging() joined the writing thread
};

PARLEY_TEST("log", LogTest)
#include "log_test.moc"
