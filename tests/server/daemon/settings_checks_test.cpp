// SPDX-License-Identifier: MIT
#include "server/daemon/settings_checks.h"
#include "tests/support/test_main.h"

#include <string>

using namespace parley::server::daemon;

using Check = std::string (*)(std::string_view);

class SettingsChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreChecked_data()
    {
        QTest::addColumn<QByteArray>("check");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isRight");
        const auto rows = [](const char* check, bool isRight, std::initializer_list<std::string> texts) {
            for (const std::string& text : texts) {
                QTest::addRow("%s %s: %s", check, isRight ? "takes" : "refuses", text.substr(0, 40).c_str())
                    << QByteArray(check) << QByteArray::fromStdString(text) << isRight;
            }
        };
        rows("listen", true, {"127.0.0.1:0", "127.0.0.1:65535", "[::1]:8080", "localhost:80", "0.0.0.0:1"});
        rows("listen",
             false,
             {"", "127.0.0.1", ":80", "127.0.0.1:65536", "127.0.0.1:-1", "[::1]", "[x]:1", "a b:1"});
        rows("network", true, {"10.0.0.1", "10.0.0.0/8", "10.0.0.0/32", "::1", "fd00::/128"});
        rows("network", false, {"10.0.0", "10.0.0.0/33", "10.0.0.0/", "fd00::/129", "host", "/8"});
        rows("url", true, {"", "http://a", "https://a.example:8443/desk"});
        rows("url",
             false,
             {"a.example", "ftp://a", "https://", "https://u@a", "https://a/?q", "https://a:99999"});
        rows("embedder", true, {"none", "onnx", "openai"});
        rows("embedder", false, {"", "None", "cuda"});
        rows("origin", true, {"*", "https://a.example", "http://localhost:3000"});
        rows("origin", false, {"a.example", "https://a.example/", "https://*.example"});
        const std::string key(43, 'A');
        rows("master", true, {"", key + "="});
        rows("master", false, {key, key + "A", key + "==", std::string(42, 'A') + "+="});
        rows("pem", true, {"", "-----BEGIN PRIVATE KEY-----\nx", "-----BEGIN RSA PRIVATE KEY-----"});
        rows("pem", false, {"key", "-----BEGIN PUBLIC KEY-----"});
        rows("postgres", false, {"mysql://h", "host=h"});
        rows("redis", false, {"http://h"});
        rows("format", false, {"", "JSON", "xml"});
    }

    void valuesAreChecked()
    {
        QFETCH(QByteArray, check);
        QFETCH(QByteArray, text);
        QFETCH(bool, isRight);
        const std::map<std::string, Check> checks{{"listen", checkListen},
                                                  {"network", checkNetwork},
                                                  {"url", checkHttpUrl},
                                                  {"origin", checkOrigin},
                                                  {"embedder", checkEmbedderKind},
                                                  {"master", checkMasterKey},
                                                  {"pem", checkPemKey},
                                                  {"postgres", checkPostgresUrl},
                                                  {"redis", checkRedisUrl},
                                                  {"format", checkLogFormat}};

        const std::string wrong = checks.at(check.toStdString())(text.toStdString());

        QCOMPARE(wrong.empty(), isRight);
    }

    void passwordsInAddressesAreSeen()
    {
        QVERIFY(hasUrlPassword("postgresql://u:p@h/db"));
        QVERIFY(hasUrlPassword("redis://:p@h"));
        QVERIFY(hasUrlPassword("postgresql://h/db?user=u&password=p"));
        QVERIFY(!hasUrlPassword("postgresql://u@h:5432/db"));
        QVERIFY(!hasUrlPassword("postgresql:///db?host=/run/a:b@c"));
        QVERIFY(!hasUrlPassword(""));
    }
};

PARLEY_TEST("settings_checks", SettingsChecksTest)
#include "settings_checks_test.moc"
