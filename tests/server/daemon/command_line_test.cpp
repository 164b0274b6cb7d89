// SPDX-License-Identifier: MIT
#include "server/daemon/command_line.h"
#include "tests/support/test_main.h"

#include <string>
#include <vector>

using namespace parley;
using namespace parley::server::daemon;

namespace {

Result<CommandLine> parse(std::vector<std::string> arguments)
{
    return parseCommandLine(arguments);
}

std::string settingsOf(const CommandLine& line)
{
    std::string out;
    for (const auto& [name, value] : line.settings) {
        out += (out.empty() ? "" : " ") + name + "=" + value;
    }
    return out;
}

} // namespace

class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void optionsBecomeSettings_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("want");
        const auto row = [](const char* name, const char* arguments, const char* want) {
            QTest::newRow(name) << QString::fromUtf8(arguments).split(u' ') << QByteArray(want);
        };
        row("full name and value", "serve --edge.threads 3", "edge.threads=3");
        row("equals sign", "serve --edge.threads=3", "edge.threads=3");
        row("value with equals sign", "serve --log.level=info,edge=debug", "log.level=info,edge=debug");
        row("short forms",
            "serve --data d --listen 127.0.0.1:0 --database postgresql://h --redis redis://h",
            "store.folder=d edge.listen=127.0.0.1:0 database.url=postgresql://h redis.url=redis://h");
        row("lone flag", "serve --demo", "demo.enabled=true");
        row("flag before an option", "serve --demo --data d", "demo.enabled=true store.folder=d");
        row("flag with a value", "serve --demo false --data=d", "demo.enabled=false store.folder=d");
        row("flag before the command", "--demo serve", "demo.enabled=true");
        row("file form", "serve --security.jwt_key_file k.pem", "security.jwt_key_file=k.pem");
        row("order is kept", "serve --edge.threads 1 --edge.threads 2", "edge.threads=1 edge.threads=2");
    }

    void optionsBecomeSettings()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, want);
        std::vector<std::string> words;
        for (const QString& word : arguments) {
            words.push_back(word.toStdString());
        }

        const auto line = parse(words);

        QVERIFY2(line.has_value(), line ? "" : line.error().message.c_str());
        QVERIFY(line->command == Command::Serve);
        QCOMPARE(settingsOf(*line), want.toStdString());
    }

    void commandsAreKnown()
    {
        QVERIFY(parse({}).value().command == Command::Help);
        QVERIFY(parse({"help"}).value().command == Command::Help);
        QVERIFY(parse({"serve", "--help"}).value().command == Command::Help);
        QVERIFY(parse({"--version"}).value().command == Command::Version);
        QVERIFY(parse({"migrate"}).value().command == Command::Migrate);
        QVERIFY(parse({"doctor", "--config", "c.toml"}).value().configFile == "c.toml");
        const CommandLine init = parse({"init", "--data", "d", "--admin-email", "a@b.example"}).value();
        QVERIFY(init.command == Command::Init);
        QCOMPARE(init.adminEmail, std::string("a@b.example"));
    }

    void faultsAreNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("fault");
        const auto row = [](const char* name, const char* arguments, const char* fault) {
            QTest::newRow(name) << QString::fromUtf8(arguments).split(u' ') << QByteArray(fault);
        };
        row("unknown command", "start", "start: is no command");
        row("two commands", "serve init", "init: is not expected");
        row("no command", "--demo", "command: is missing");
        row("misspelled setting", "serve --edge.thread 3", "did you mean --edge.threads?");
        row("misspelled short form", "serve --lisen 127.0.0.1:0", "did you mean --listen?");
        row("nothing like it", "serve --zzzzzzzzzz 1", "parleyd --help lists all options");
        row("value is missing", "serve --data", "--data: needs a value");
        row("an option is no value", "serve --data --demo", "--data: needs a value");
        row("empty value", "serve --data=", "--data: needs a value");
        row("init without address", "init --data d", "--admin-email: is missing");
        row("address without init", "serve --admin-email a@b.example", "--admin-email: belongs to init");
        row("file form of no secret", "serve --edge.listen_file x", "--edge.listen_file: is unknown");
    }

    void faultsAreNamed()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, fault);
        std::vector<std::string> words;
        for (const QString& word : arguments) {
            words.push_back(word.toStdString());
        }

        const auto line = parse(words);

        QVERIFY(!line);
        QCOMPARE(line.error().fields.size(), std::size_t{1});
        QVERIFY2(line.error().message.find(fault.toStdString()) != std::string::npos,
                 line.error().message.c_str());
    }

    void allFaultsComeAtOnce()
    {
        const auto line = parse({"serve", "--edge.thread=1", "--data", "--lissten=x", "again"});

        QCOMPARE(line.error().fields.size(), std::size_t{4});
    }

    void helpNamesEverySetting()
    {
        const std::string usage = usageText();

        for (const char* text :
             {"--store.folder", "--limits.requests_per_minute", "--security.jwt_key_file", "doctor"}) {
            QVERIFY2(usage.find(text) != std::string::npos, text);
        }
    }
};

PARLEY_TEST("command_line", CommandLineTest)
#include "command_line_test.moc"
