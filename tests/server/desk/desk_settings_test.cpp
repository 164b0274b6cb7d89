// SPDX-License-Identifier: MIT
#include "server/desk/desk_policies.h"
#include "server/store/platform_settings_repository.h"
#include "server/store/settings_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using nlohmann::json;

namespace {

/// Names of the fields that are refused, in order.
std::string refusedBy(const json& section)
{
    const auto read = desk::readDeskSettings(section);
    std::string names;
    if (!read) {
        for (const FieldError& fault : read.error().fields) {
            names += (names.empty() ? "" : " ") + fault.field;
        }
    }
    return names;
}

} // namespace

class DeskSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingSetIsAlwaysOpenAndPromisesNothing()
    {
        const auto settings = test::must(desk::readDeskSettings(json::object()));
        QVERIFY(settings.sla.empty());
        QVERIFY(settings.hours.isOpen(0));
        QCOMPARE(settings.retentionDays, 0);
        QVERIFY(!settings.assignsAutomatically);
        QVERIFY(desk::serviceLevelOf(settings, "pro") == nullptr);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<std::string>("section");
        QTest::addColumn<std::string>("fields");
        const auto row = [](const char* name, const char* section, const char* fields) {
            QTest::newRow(name) << std::string(section) << std::string(fields);
        };
        row("timeout 0", R"({"accept_timeout_s":0})", "accept_timeout_s");
        row("timeout 1", R"({"accept_timeout_s":1})", "");
        row("a day", R"({"accept_timeout_s":86400})", "");
        row("more than a day", R"({"accept_timeout_s":86401})", "accept_timeout_s");
        row("kept for ever", R"({"retention_days":0})", "");
        row("ten years", R"({"retention_days":3650})", "");
        row("longer", R"({"retention_days":3651})", "retention_days");
        row("half a day", R"({"retention_days":0.5})", "retention_days");
        row("negative", R"({"capacity":-1,"watchdog_s":0})", "watchdog_s capacity");
        row("assignment", R"({"assignment":"magic"})", "assignment");
        row("hours", R"({"hours":{"monday":[["17:00","09:00"]]}})", "hours.monday");
        row("no hours", R"({"hours":{}})", "");
        row("sla no object", R"({"sla":[]})", "sla");
        row("plan no object", R"({"sla":{"pro":5}})", "sla.pro");
        row("plan without", R"({"sla":{"pro":{}}})", "sla.pro.first_response_minutes");
        row("minutes", R"({"sla":{"pro":{"first_response_minutes":0}}})", "sla.pro.first_response_minutes");
        row("order",
            R"({"sla":{"pro":{"first_response_minutes":60,"resolution_minutes":30}}})",
            "sla.pro.resolution_minutes");
        row("unknown", R"({"sla":{"pro":{"first_response_minutes":60,"minutes":30}}})", "sla.pro.minutes");
        row("text", R"({"offline_message":7})", "offline_message");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(std::string, section);
        QFETCH(std::string, fields);
        QCOMPARE(refusedBy(json::parse(section)), fields);
    }

    void theViewReadsBackAsItWas()
    {
        const json section = json::parse(
            R"({"sla":{"pro":{"first_response_minutes":30,"resolution_minutes":480},
            "default":{"first_response_minutes":240}},"hours":{"monday":[["09:00","17:00"]]},
            "accept_timeout_s":60,"watchdog_s":10,"assignment":"automatic","capacity":3,
            "offline_message":"Back soon.","retention_days":90})");
        const auto settings = test::must(desk::readDeskSettings(section));
        QCOMPARE(desk::deskSettingsJson(settings).dump(), section.dump());
        QCOMPARE(desk::serviceLevelOf(settings, "pro")->firstResponseMinutes, 30);
        QCOMPARE(desk::serviceLevelOf(settings, "")->firstResponseMinutes, 240);
        QVERIFY(!settings.hours.isOpen(0)); // 1970 began on a Thursday
        QCOMPARE(desk::deskFields().size(), section.size());
    }

    void aTenantsOwnGoesOverThePlatformsOverTheDaemons_data() { test::addDatabaseRows(); }
    void aTenantsOwnGoesOverThePlatformsOverTheDaemons()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        desk::DeskSettings base;
        base.watchdogS = 7;
        desk::DeskPolicies policies(base);
        const auto now = [&] {
            return test::must(world.read([&](store::ReadTransaction& tx) { return policies.of(tx); }));
        };
        QCOMPARE(now().watchdogS, 7);
        const std::string platform = R"({"watchdog_s":8,"retention_days":30})";
        test::must(database->transactNow(store::Scope::platform(), [&](store::Transaction& tx) {
            return store::PlatformSettingsRepository().put(tx, "desk", platform, 1);
        }));
        test::must(world.run(policies.refresh(*database)));
        QCOMPARE(now().watchdogS, 8);
        test::must(world.write([&](store::Transaction& tx) {
            return store::SettingsRepository().put(tx, "desk", R"({"watchdog_s":9})", 1);
        }));
        QCOMPARE(now().watchdogS, 9);
        QCOMPARE(now().retentionDays, 30);
    }
};

PARLEY_TEST("desk_settings", DeskSettingsTest)
#include "desk_settings_test.moc"
