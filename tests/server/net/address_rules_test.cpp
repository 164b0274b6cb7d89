// SPDX-License-Identifier: MIT
#include "server/net/address_rules.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using boost::asio::ip::make_address;
using server::net::isPublicAddress;
using server::net::NetworkList;

class AddressRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheInternetIsPublic_data()
    {
        QTest::addColumn<bool>("isPublic");

        for (const char* address : {"0.0.0.0",
                                    "0.255.255.255",
                                    "10.0.0.0",
                                    "10.255.255.255",
                                    "100.64.0.0",
                                    "100.127.255.255",
                                    "127.0.0.1",
                                    "127.255.255.255",
                                    "168.63.129.16",
                                    "169.254.0.0",
                                    "169.254.169.254",
                                    "172.16.0.0",
                                    "172.31.255.255",
                                    "192.0.0.1",
                                    "192.0.2.1",
                                    "192.88.99.1",
                                    "192.168.0.0",
                                    "192.168.255.255",
                                    "198.18.0.0",
                                    "198.19.255.255",
                                    "198.51.100.7",
                                    "203.0.113.7",
                                    "224.0.0.0",
                                    "239.255.255.255",
                                    "240.0.0.0",
                                    "255.255.255.255",
                                    "::",
                                    "::1",
                                    "::127.0.0.1",
                                    "::8.8.8.8",
                                    "::5efe:8.8.8.8",
                                    "::ffff:0.0.0.0",
                                    "::ffff:127.0.0.1",
                                    "::ffff:10.0.0.1",
                                    "::ffff:169.254.169.254",
                                    "64:ff9b::7f00:1",
                                    "64:ff9b::a00:1",
                                    "64:ff9b:1::808:808",
                                    "100::1",
                                    "2001::1",
                                    "2001:0:808:808::",
                                    "2001:db8::1",
                                    "2001:1ff::1",
                                    "2002:7f00:1::",
                                    "2002:a00:1::1",
                                    "2002:c0a8:101::",
                                    "2002:a9fe:a9fe::",
                                    "2620:4f:8000::1",
                                    "3fff::1",
                                    "3fff:fff::1",
                                    "2600::5efe:10.0.0.1",
                                    "2600::200:5efe:127.0.0.1",
                                    "4000::1",
                                    "5f00::1",
                                    "fc00::1",
                                    "fd12:3456::1",
                                    "fdff::1",
                                    "fe80::1",
                                    "fe80::5efe:8.8.8.8",
                                    "fec0::1",
                                    "ff02::1",
                                    "ff0e::1"}) {
            QTest::newRow(address) << false;
        }
        for (const char* address : {"1.1.1.1",         "8.8.8.8",
                                    "9.255.255.255",   "11.0.0.0",
                                    "100.63.255.255",  "100.128.0.0",
                                    "126.255.255.255", "128.0.0.1",
                                    "169.253.255.255", "169.255.0.0",
                                    "172.15.255.255",  "172.32.0.0",
                                    "192.167.255.255", "192.169.0.0",
                                    "198.17.255.255",  "198.20.0.0",
                                    "223.255.255.255", "168.63.129.17",
                                    "::ffff:8.8.8.8",  "64:ff9b::808:808",
                                    "2001:200::1",     "2001:4860:4860::8888",
                                    "2002:808:808::1", "2600::1",
                                    "2606:4700::1111", "2a00:1450:4001::1",
                                    "3ffe::1",         "2600::5efe:8.8.8.8"}) {
            QTest::newRow(address) << true;
        }
    }
    void onlyTheInternetIsPublic()
    {
        QFETCH(bool, isPublic);

        QCOMPARE(isPublicAddress(make_address(QTest::currentDataTag())), isPublic);
    }

    void aNetworkHoldsWhatSharesItsPrefix_data()
    {
        QTest::addColumn<std::string>("network");
        QTest::addColumn<std::string>("address");
        QTest::addColumn<bool>("isHeld");

        QTest::newRow("first") << std::string("10.1.0.0/16") << std::string("10.1.0.0") << true;
        QTest::newRow("last") << std::string("10.1.0.0/16") << std::string("10.1.255.255") << true;
        QTest::newRow("just below") << std::string("10.1.0.0/16") << std::string("10.0.255.255") << false;
        QTest::newRow("just above") << std::string("10.1.0.0/16") << std::string("10.2.0.0") << false;
        QTest::newRow("odd prefix, in") << std::string("10.1.2.0/23") << std::string("10.1.3.9") << true;
        QTest::newRow("odd prefix, out") << std::string("10.1.2.0/23") << std::string("10.1.4.0") << false;
        QTest::newRow("one address") << std::string("127.0.0.1") << std::string("127.0.0.1") << true;
        QTest::newRow("its neighbour") << std::string("127.0.0.1") << std::string("127.0.0.2") << false;
        QTest::newRow("mapped") << std::string("10.0.0.0/8") << std::string("::ffff:10.9.9.9") << true;
        QTest::newRow("translated") << std::string("10.0.0.0/8") << std::string("64:ff9b::a09:909") << true;
        QTest::newRow("v6") << std::string("fd00::/8") << std::string("fd12::1") << true;
        QTest::newRow("v6 outside") << std::string("fd00::/8") << std::string("fe00::1") << false;
        QTest::newRow("all of v4 is not all") << std::string("0.0.0.0/0") << std::string("fd00::1") << false;
    }
    void aNetworkHoldsWhatSharesItsPrefix()
    {
        QFETCH(std::string, network);
        QFETCH(std::string, address);
        QFETCH(bool, isHeld);

        const auto list = test::must(NetworkList::parse({"192.168.77.0/24", network}));

        QCOMPARE(list.contains(make_address(address)), isHeld);
    }

    void whatIsNoNetworkIsRefused_data()
    {
        QTest::addColumn<std::string>("text");
        for (const char* text :
             {"", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/x", "10.0.0.0/8 ", "localhost", "10/8"}) {
            QTest::newRow(text) << std::string(text);
        }
    }
    void whatIsNoNetworkIsRefused()
    {
        QFETCH(std::string, text);

        const auto list = NetworkList::parse({text});

        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::InvalidArgument);
    }
};

PARLEY_TEST("address_rules", AddressRulesTest)
#include "address_rules_test.moc"
