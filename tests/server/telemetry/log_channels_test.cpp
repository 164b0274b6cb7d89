// SPDX-License-Identifier: MIT
#include "server/telemetry/log_channels.h"
#include "tests/support/test_main.h"

using namespace parley::server::telemetry;

class LogChannelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyLogLevels(LogLevels{}); }

    void levelsAreRead()
    {
        const auto levels = parseLogLevels("warn, edge=debug,store = off").value();

        QVERIFY(levels.standard == LogLevel::Warn);
        QVERIFY(levels.byLogger.at("edge") == LogLevel::Debug);
        QVERIFY(levels.byLogger.at("store") == LogLevel::Off);
        QVERIFY(parseLogLevels("").value() == LogLevels{});
    }

    void aWrongLevelIsNamed()
    {
        for (const char* text : {"loud", "info,edge=", "info,,", "=", "INFO"}) {
            const auto levels = parseLogLevels(text);
            QVERIFY2(!levels, text);
            QVERIFY(levels.error().message.find("debug, info, warn, error, off") != std::string::npos);
        }
    }

    void levelsReachLoggersMadeBeforeAndAfter()
    {
        const Log before("levels-before");
        applyLogLevels(parseLogLevels("error,levels-after=debug").value());
        const Log after("levels-after");

        QVERIFY(!before.isEnabled(LogLevel::Warn));
        QVERIFY(before.isEnabled(LogLevel::Error));
        QVERIFY(after.isEnabled(LogLevel::Debug));

        applyLogLevels(parseLogLevels("off").value());
        QVERIFY(!before.isEnabled(LogLevel::Error));
        QVERIFY(!after.isEnabled(LogLevel::Error));
    }

    void oneNameIsOneChannel() { QCOMPARE(&logChannel("same"), &logChannel("same")); }
};

PARLEY_TEST("log_channels", LogChannelsTest)
#include "log_channels_test.moc"
