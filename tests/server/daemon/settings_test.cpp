// SPDX-License-Identifier: MIT
#include "server/daemon/settings_loader.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

#include <filesystem>
#include <fstream>

using namespace parley;
using namespace parley::server::daemon;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAnySourceDefaultsHold()
    {
        const LoadedSettings loaded = loadSettings({}).value();

        QCOMPARE(loaded.settings.limits.requestsPerMinute, std::int64_t{60});
        QCOMPARE(loaded.settings.pipeline.turnTimeoutMs, std::int64_t{30'000});
        QCOMPARE(loaded.settings.store.writers, std::int64_t{8});
        QCOMPARE(loaded.settings.store.readers, std::int64_t{4});
        QCOMPARE(loaded.settings.store.openTenants, std::int64_t{256});
        QCOMPARE(loaded.settings.edge.listen, std::string("127.0.0.1:8080"));
        QVERIFY(loaded.settings.security.corsOrigins.empty());
        QVERIFY(!loaded.settings.demo.enabled);
        QVERIFY(!loaded.isProduction);
    }

    void laterSourcesWin()
    {
        SettingsSources sources;
        sources.configFile = write("parley.toml",
                                   "[edge]\nthreads = 1\nlisten = \"127.0.0.1:1\"\nmax_connections = 7\n"
                                   "[store]\nwriters = 3\n");
        sources.environment = {{"PARLEY_EDGE_THREADS", "2"},
                               {"PARLEY_EDGE_LISTEN", "127.0.0.1:2"},
                               {"HOME", "/"}};
        sources.commandLine = {{"edge.threads", "3"}, {"edge.threads", "4"}};

        const Settings s = loadSettings(sources).value().settings;

        QCOMPARE(s.store.writers, std::int64_t{3});
        QCOMPARE(s.edge.maxConnections, std::int64_t{7});
        QCOMPARE(s.edge.listen, std::string("127.0.0.1:2"));
        QCOMPARE(s.edge.threads, std::int64_t{4});
    }

    void theConfigFileMayBeNamedByTheEnvironment()
    {
        SettingsSources sources;
        sources.environment["PARLEY_CONFIG"] = write("named.toml", "[store]\nwriters = 9\n");

        QCOMPARE(loadSettings(sources).value().settings.store.writers, std::int64_t{9});
    }

    void listsAreArraysOrCommas()
    {
        SettingsSources sources;
        sources.configFile =
            write("lists.toml",
                  "[security]\ncors_origins = [\"https://a.example\", \"https://b.example\"]\n");
        sources.environment["PARLEY_EDGE_TRUSTED_PROXIES"] = "10.0.0.1, 10.1.0.0/16";

        const Settings s = loadSettings(sources).value().settings;

        QVERIFY((s.security.corsOrigins == Settings::List{"https://a.example", "https://b.example"}));
        QVERIFY((s.edge.trustedProxies == Settings::List{"10.0.0.1", "10.1.0.0/16"}));
    }

    void toolServersComeFromTheFileAlone()
    {
        SettingsSources sources;
        sources.configFile =
            write("mcp.toml", "[mcp.servers.files]\ncommand = [\"mcp\", \"-v\"]\ntenants = [\"acme\"]\n");

        const Settings s = loadSettings(sources).value().settings;

        QCOMPARE(s.mcpServers.size(), std::size_t{1});
        QCOMPARE(s.mcpServers.front().name, std::string("files"));
        QCOMPARE(s.mcpServers.front().command.size(), std::size_t{2});
        sources.configFile = write("mcp2.toml", "[mcp.servers.files]\ncommand = \"sh -c x\"\n");
        QVERIFY(!loadSettings(sources));
    }

    void numbersKeepTheirLimits_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("just below") << QByteArray("0") << false;
        QTest::newRow("least") << QByteArray("1") << true;
        QTest::newRow("most") << QByteArray("64") << true;
        QTest::newRow("just above") << QByteArray("65") << false;
        for (const char* text : {"-1", "two", "2x", "2.0", "0x2", "99999999999999999999"}) {
            QTest::newRow(text) << QByteArray(text) << false;
        }
    }

    void numbersKeepTheirLimits()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isRight);
        SettingsSources sources;
        sources.environment["PARLEY_STORE_WRITERS"] = text.toStdString();

        const auto loaded = loadSettings(sources);

        QCOMPARE(loaded.has_value(), isRight);
        if (!loaded) {
            QCOMPARE(loaded.error().fields.front().field, std::string("store.writers"));
            QVERIFY(loaded.error().message.find("from 1 to 64 (PARLEY_STORE_WRITERS)") != std::string::npos);
        }
    }

    void allFaultsComeAtOnce()
    {
        SettingsSources sources;
        sources.configFile =
            write("faults.toml", "[edge]\nthread = 1\n[store]\nwriters = 0\nreaders = 1.5\n");
        sources.environment = {{"PARLEY_LOG_LEVEL", "loud"},
                               {"PARLEY_EDGE_TREADS", "1"},
                               {"PARLEY_ENV", "prod"}};
        sources.commandLine = {{"tls.key", "k.pem"}};

        const auto loaded = loadSettings(sources);

        QVERIFY(!loaded);
        QVERIFY(loaded.error().code == ErrorCode::InvalidArgument);
        std::string fields;
        for (const FieldError& fault : loaded.error().fields) {
            fields += fault.field + ";";
        }
        for (const char* field : {"edge.thread;",
                                  "store.writers;",
                                  "store.readers;",
                                  "log.level;",
                                  "PARLEY_EDGE_TREADS;",
                                  "PARLEY_ENV;",
                                  "tls.certificate;"}) {
            QVERIFY2(fields.find(field) != std::string::npos, (std::string(field) + " in " + fields).c_str());
        }
        QCOMPARE(loaded.error().fields.size(), std::size_t{7});
        QVERIFY(loaded.error().message.find("did you mean edge.threads?") != std::string::npos);
        QVERIFY(loaded.error().message.find("did you mean PARLEY_EDGE_THREADS?") != std::string::npos);
    }

    void aBrokenFileIsNamedWithItsLine()
    {
        SettingsSources sources;
        sources.configFile = write("broken.toml", "[edge]\nthreads = = 1\n");

        QVERIFY(loadSettings(sources).error().message.find("broken.toml line 2") != std::string::npos);
        sources.configFile = "/nowhere/parley.toml";
        QVERIFY(loadSettings(sources).error().message.find("/nowhere/parley.toml cannot be read") !=
                std::string::npos);
    }

    void foreignNamesInTheEnvironmentAreNoFault()
    {
        SettingsSources sources;
        sources.environment = {{"PARLEY_SERVICE_HOST", "10.0.0.1"},
                               {"PARLEY_ADMIN_PASSWORD", "x"},
                               {"PARLEY_REDIS_URL", ""}};

        const LoadedSettings loaded = loadSettings(sources).value();

        QCOMPARE(loaded.warnings.size(), std::size_t{1});
    }

    void secretsMayComeFromAFile()
    {
        const std::string path = write("token", "  hunter2\n");
        SettingsSources sources;
        sources.environment["PARLEY_METRICS_TOKEN_FILE"] = path;
        QCOMPARE(loadSettings(sources).value().settings.metrics.token, std::string("hunter2"));

        sources.commandLine = {{"metrics.token", "direct"}};
        QCOMPARE(loadSettings(sources).value().settings.metrics.token, std::string("direct"));

        sources.environment["PARLEY_METRICS_TOKEN"] = "both";
        QVERIFY(loadSettings(sources).error().message.find("is given twice") != std::string::npos);
    }

    void aSecretFileThatCannotServeIsNamed()
    {
        SettingsSources sources;
        sources.environment["PARLEY_METRICS_TOKEN_FILE"] = "/nowhere/token";
        QVERIFY(loadSettings(sources).error().message.find("/nowhere/token is not there") !=
                std::string::npos);
        sources.environment["PARLEY_METRICS_TOKEN_FILE"] = write("empty", " \n");
        QVERIFY(loadSettings(sources).error().message.find("is empty") != std::string::npos);
        sources.environment["PARLEY_METRICS_TOKEN_FILE"] = write("large", std::string(64 * 1024 + 1, 'x'));
        QVERIFY(loadSettings(sources).error().message.find("64 KiB") != std::string::npos);
    }

    void inProductionASecretFileIsPrivate()
    {
        namespace fs = std::filesystem;
        const std::string path = write("shared-token", "hunter2");
        SettingsSources sources;
        sources.environment = {{"PARLEY_ENV", "production"}, {"PARLEY_METRICS_TOKEN_FILE", path}};

        fs::permissions(path, fs::perms::owner_read | fs::perms::others_read);
        QVERIFY(loadSettings(sources).error().message.find("readable by everybody") != std::string::npos);
        fs::permissions(path, fs::perms::owner_read | fs::perms::group_read);
        QVERIFY(loadSettings(sources).value().isProduction);
    }

    void inProductionTheCommandLineHoldsNoSecret_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("token") << QByteArray("metrics.token") << QByteArray("hunter2") << true;
        QTest::newRow("password in an address")
            << QByteArray("database.url") << QByteArray("postgresql://u:hunter2@h/d") << true;
        QTest::newRow("address without one")
            << QByteArray("database.url") << QByteArray("postgresql://u@h/d") << false;
        QTest::newRow("no secret") << QByteArray("edge.threads") << QByteArray("2") << false;
    }

    void inProductionTheCommandLineHoldsNoSecret()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(bool, isRefused);
        SettingsSources sources;
        sources.commandLine = {{name.toStdString(), value.toStdString()}};
        QVERIFY(loadSettings(sources).has_value());

        sources.environment["PARLEY_ENV"] = "production";
        const auto loaded = loadSettings(sources);

        QCOMPARE(loaded.has_value(), !isRefused);
        QVERIFY(loaded || loaded.error().message.find("hunter2") == std::string::npos);
    }

    void noFaultRepeatsASecret()
    {
        SettingsSources sources;
        sources.environment = {{"PARLEY_SECURITY_MASTER_KEY", "hunter2"},
                               {"PARLEY_SECURITY_JWT_KEY", "hunter2"},
                               {"PARLEY_DATABASE_URL", "mysql://u:hunter2@h"}};

        const auto loaded = loadSettings(sources);

        QCOMPARE(loaded.error().fields.size(), std::size_t{3});
        QVERIFY(loaded.error().message.find("hunter2") == std::string::npos);
    }

private:
    std::string write(const char* name, const std::string& content)
    {
        const std::string path = m_folder.filePath(QString::fromUtf8(name)).toStdString();
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }

    QTemporaryDir m_folder;
};

PARLEY_TEST("settings", SettingsTest)
#include "settings_test.moc"
