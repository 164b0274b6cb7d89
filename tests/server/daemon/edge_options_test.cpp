// SPDX-License-Identifier: MIT
#include "server/daemon/edge_options.h"
#include "tests/support/test_main.h"

using namespace parley::server;

class EdgeOptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsSplitAtItsPort_data()
    {
        QTest::addColumn<std::string>("listen");
        QTest::addColumn<std::string>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("IPv4") << std::string("0.0.0.0:8080") << std::string("0.0.0.0") << 8080;
        QTest::newRow("IPv6") << std::string("[::1]:443") << std::string("::1") << 443;
        QTest::newRow("any port") << std::string("127.0.0.1:0") << std::string("127.0.0.1") << 0;
        QTest::newRow("port alone") << std::string(":8080") << std::string("127.0.0.1") << 8080;
    }
    void anAddressIsSplitAtItsPort()
    {
        QFETCH(std::string, listen);
        QFETCH(std::string, host);
        QFETCH(int, port);
        daemon::Settings settings;
        settings.edge.listen = listen;

        const auto [gotHost, gotPort] = daemon::listenAddress(settings);

        QCOMPARE(gotHost, host);
        QCOMPARE(int(gotPort), port);
    }

    void zeroRequestsAMinuteSwitchesEveryLimitOff_data()
    {
        QTest::addColumn<int>("perMinute");
        QTest::addColumn<int>("client");
        QTest::newRow("off") << 0 << 0;
        QTest::newRow("on") << 60 << 600;
    }
    void zeroRequestsAMinuteSwitchesEveryLimitOff()
    {
        QFETCH(int, perMinute);
        QFETCH(int, client);
        daemon::Settings settings;
        settings.limits.requestsPerMinute = perMinute;
        settings.limits.apiClientPerMinute = 600;

        const auto options = daemon::edgeOptions(settings);

        QCOMPARE(options.limits.chatUser, perMinute);
        QCOMPARE(options.limits.apiClient, client);
    }

    void limitsAndDeadlinesArePassedOn()
    {
        daemon::Settings settings;
        settings.edge.headerBytes = 1234;
        settings.edge.idleTimeoutMs = 4321;
        settings.edge.trustedProxies = {"10.0.0.0/8"};
        settings.security.corsOrigins = {"https://desk.example"};
        settings.edge.assetsFolder = "/srv/assets";

        const auto options = daemon::edgeOptions(settings);

        QCOMPARE(options.headerBytes, std::size_t{1234});
        QVERIFY(options.idleTimeout == std::chrono::milliseconds(4321));
        QCOMPARE(options.trustedProxies.front(), std::string("10.0.0.0/8"));
        QCOMPARE(options.operatorOrigins.front(), std::string("https://desk.example"));
        QCOMPARE(daemon::assetsFolder(settings).string(), std::string("/srv/assets"));
    }
};

PARLEY_TEST("edge_options", EdgeOptionsTest)
#include "edge_options_test.moc"
