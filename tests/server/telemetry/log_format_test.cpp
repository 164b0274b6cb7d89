// SPDX-License-Identifier: MIT
#include "server/telemetry/json_text.h"
#include "server/telemetry/log_format.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <limits>

using namespace parley::server::telemetry;

namespace {

constexpr std::int64_t kTime = 1795237200123;

std::string format(LogFormat form, std::string_view message, std::initializer_list<Field> fields)
{
    std::string out;
    appendLine(out, form, LogLine{kTime, LogLevel::Info, "edge", message, fields});
    return out;
}

} // namespace

class LogFormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineIsOneJsonObject()
    {
        const std::string line = format(LogFormat::Json,
                                        "request",
                                        {{"status", 200},
                                         {"bytes", std::uint64_t{18446744073709551615U}},
                                         {"share", 0.5},
                                         {"tls", true},
                                         {"request", "r-1"}});

        QCOMPARE(line,
                 std::string(
                     R"({"ts":"2026-11-21T05:00:00.123Z","level":"info","logger":"edge","message":"request",)"
                     R"("status":200,"bytes":18446744073709551615,"share":0.5,"tls":true,"request":"r-1"})"));
    }

    void theTextFormQuotesWhereItMust()
    {
        QCOMPARE(
            format(LogFormat::Text,
                   "request",
                   {{"status", -1}, {"path", "/a b"}, {"plain", "x"}, {"none", ""}}),
            std::string(
                R"(2026-11-21T05:00:00.123Z INFO  edge: request status=-1 path="/a b" plain=x none="")"));
    }

    void nothingBreaksOutOfALine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("want");
        QTest::newRow("quotes") << QByteArray(R"(a"b\c)") << QByteArray(R"(a\"b\\c)");
        QTest::newRow("line ends") << QByteArray("a\nb\rc\td") << QByteArray("a\\nb\\rc\\td");
        QTest::newRow("NUL and escape") << QByteArray("\0\x1b", 2) << QByteArray("\\u0000\\u001b");
        QTest::newRow("delete") << QByteArray("\x7f") << QByteArray("\\u007f");
        QTest::newRow("UTF-8") << QByteArray("é€😀") << QByteArray("é€😀");
        QTest::newRow("stray bytes") << QByteArray("a\xff\xc3z") << QByteArray("a\xef\xbf\xbd\xef\xbf\xbdz");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QByteArray("\xef\xbf\xbd\xef\xbf\xbd");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80")
                                   << QByteArray("\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
        QTest::newRow("cut sequence") << QByteArray("\xe2\x82") << QByteArray("\xef\xbf\xbd\xef\xbf\xbd");
    }

    void nothingBreaksOutOfALine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, want);
        std::string out;

        appendJsonEscaped(out, text.toStdString());

        QCOMPARE(out, want.toStdString());
        QVERIFY(nlohmann::json::accept("\"" + out + "\""));
    }

    void secretsAreRedacted_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("isSecret");
        for (const char* key : {"password",
                                "token",
                                "authorization",
                                "Authorization",
                                "secret",
                                "api_key",
                                "API_KEY",
                                "email",
                                "text",
                                "client_secret",
                                "access_token",
                                "user-email",
                                "reply.text",
                                "set-cookie",
                                "password_hash"}) {
            QTest::newRow(key) << QByteArray(key) << true;
        }
        for (const char* key :
             {"status", "context", "tokens", "texture", "request", "key", "api", "path", ""}) {
            QTest::newRow(*key == '\0' ? "empty" : key) << QByteArray(key) << false;
        }
    }

    void secretsAreRedacted()
    {
        QFETCH(QByteArray, key);
        QFETCH(bool, isSecret);
        const std::string name = key.toStdString();

        QCOMPARE(isSecretKey(name), isSecret);
        const std::string line = format(LogFormat::Json, "m", {{name, "hunter2"}});
        QCOMPARE(line.find("hunter2") == std::string::npos, isSecret);
    }

    void numbersThatJsonHasNotAreNull()
    {
        const double infinity = std::numeric_limits<double>::infinity();
        const auto line =
            nlohmann::json::parse(format(LogFormat::Json, "m", {{"a", infinity}, {"b", -infinity}}));

        QVERIFY(line.at("a").is_null());
        QVERIFY(line.at("b").is_null());
    }

    void aFieldCannotPoseAsTheLinesOwn()
    {
        const auto line = nlohmann::json::parse(format(LogFormat::Json, "m", {{"level", "debug"}}));

        QCOMPARE(line.at("level").get<std::string>(), std::string("info"));
        QCOMPARE(line.at("field_level").get<std::string>(), std::string("debug"));
    }

    void longTextsAreCut_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("isCut");
        const int most = static_cast<int>(kLongestLogText);
        QTest::newRow("just below") << most - 1 << false;
        QTest::newRow("exactly") << most << false;
        QTest::newRow("just above") << most + 1 << true;
    }

    void longTextsAreCut()
    {
        QFETCH(int, size);
        QFETCH(bool, isCut);
        const std::string value(static_cast<std::size_t>(size), 'x');

        const auto line = nlohmann::json::parse(format(LogFormat::Json, "m", {{"v", value}}));

        QCOMPARE(line.at("v").get<std::string>() != value, isCut);
    }
};

PARLEY_TEST("log_format", LogFormatTest)
#include "log_format_test.moc"
