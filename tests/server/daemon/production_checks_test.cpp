// SPDX-License-Identifier: MIT
#include "server/daemon/production_checks.h"
#include "tests/support/test_main.h"

#include <functional>
#include <string>

using namespace parley::server::daemon;

namespace {

Settings safeSettings()
{
    Settings s;
    s.security.jwtKey = "-----BEGIN PRIVATE KEY-----";
    s.security.masterKey = "k";
    s.security.corsOrigins = {"https://console.example.com"};
    s.tls.certificate = "c.pem";
    s.tls.key = "k.pem";
    return s;
}

} // namespace

class ProductionChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void safeSettingsHaveNoFault() { QVERIFY(productionFaults(safeSettings(), {}).empty()); }

    void aProxyStandsInForTls()
    {
        Settings s = safeSettings();
        s.tls = {};
        s.edge.trustedProxies = {"10.0.0.1"};

        QVERIFY(productionFaults(s, {}).empty());
    }

    void eachFaultIsNamed()
    {
        struct Case {
            const char* field;
            std::function<void(Settings&, ProductionFacts&)> spoil;
        };
        const Case cases[] = {
            {"security.jwt_key", [](Settings& s, ProductionFacts&) { s.security.jwtKey.clear(); }},
            {"tls.certificate", [](Settings& s, ProductionFacts&) { s.tls = {}; }},
            {"security.master_key", [](Settings& s, ProductionFacts&) { s.security.masterKey.clear(); }},
            {"demo.enabled", [](Settings& s, ProductionFacts&) { s.demo.enabled = true; }},
            {"demo tenant", [](Settings&, ProductionFacts& f) { f.hasDemoTenant = true; }},
            {"default password", [](Settings&, ProductionFacts& f) { f.hasDefaultPassword = true; }},
            {"security.cors_origins",
             [](Settings& s, ProductionFacts&) { s.security.corsOrigins.emplace_back("*"); }},
        };
        for (const Case& c : cases) {
            Settings s = safeSettings();
            ProductionFacts facts;
            c.spoil(s, facts);

            const auto faults = productionFaults(s, facts);

            QCOMPARE(faults.size(), std::size_t{1});
            QCOMPARE(faults.front().field, std::string(c.field));
        }
    }

    void allFaultsComeAtOnce()
    {
        Settings s;
        s.demo.enabled = true;
        s.security.corsOrigins = {"*"};

        QCOMPARE(productionFaults(s, {true, true}).size(), std::size_t{7});
    }
};

PARLEY_TEST("production_checks", ProductionChecksTest)
#include "production_checks_test.moc"
