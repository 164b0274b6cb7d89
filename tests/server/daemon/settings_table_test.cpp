// SPDX-License-Identifier: MIT
#include "server/daemon/settings_help.h"
#include "server/daemon/settings_loader.h"
#include "server/daemon/settings_table.h"
#include "tests/support/test_main.h"

#include <set>

using namespace parley::server::daemon;

class SettingsTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreUniqueAlsoInTheEnvironment()
    {
        std::set<std::string> names;
        for (const SettingSpec& spec : settingTable()) {
            QVERIFY2(names.insert(environmentName(spec.name)).second, std::string(spec.name).c_str());
            if (spec.hasFileForm()) {
                QVERIFY2(names.insert(environmentName(spec.name) + "_FILE").second,
                         std::string(spec.name).c_str());
            }
        }
    }

    void everySettingSaysWhatItDoes()
    {
        for (const SettingSpec& spec : settingTable()) {
            QVERIFY2(spec.help.size() > 10 && spec.help.ends_with('.'), std::string(spec.name).c_str());
            QVERIFY2(spec.slot.index() != 1 || spec.least < spec.most, std::string(spec.name).c_str());
        }
    }

    void scriptsFindTheNamesTheyRelyOn()
    {
        for (const char* name : {"limits.requests_per_minute",
                                 "edge.threads",
                                 "edge.max_connections",
                                 "edge.trusted_proxies",
                                 "edge.public_url",
                                 "tls.certificate",
                                 "tls.key",
                                 "database.url",
                                 "database.owner_url",
                                 "redis.url",
                                 "security.jwt_key",
                                 "security.master_key",
                                 "security.cors_origins",
                                 "security.outbound_allow",
                                 "metrics.token",
                                 "log.level",
                                 "log.format",
                                 "backup.folder",
                                 "pipeline.turn_timeout_ms",
                                 "desk.accept_timeout_s",
                                 "desk.watchdog_s",
                                 "store.writers",
                                 "store.readers",
                                 "store.open_tenants"}) {
            QVERIFY2(findSetting(name) != nullptr, name);
        }
    }

    void eachSettingHasAPlaceOfItsOwn()
    {
        // Sets each number to its largest value alone and looks for exactly one field that changed.
        for (const SettingSpec& changed : settingTable()) {
            if (changed.slot.index() != 1) {
                continue;
            }
            Settings settings;
            std::get<1>(changed.slot)(settings) = 77;
            int found = 0;
            for (const SettingSpec& spec : settingTable()) {
                found += spec.slot.index() == 1 && std::get<1>(spec.slot)(settings) == 77 ? 1 : 0;
            }
            QVERIFY2(found == 1, std::string(changed.name).c_str());
        }
    }

    void theNearestNameIsFound()
    {
        QCOMPARE(nearestSetting("edge.thread"), std::string("edge.threads"));
        QCOMPARE(nearestSetting("store.reader"), std::string("store.readers"));
        QCOMPARE(nearestSetting("security.jwt_key_fil"), std::string("security.jwt_key_file"));
        QCOMPARE(nearestSetting("dta"), std::string("data"));
        QCOMPARE(nearestSetting("completely.different_thing"), std::string());
    }

    void theMarkdownHoldsEverySetting()
    {
        const std::string text = settingsMarkdown();
        for (const SettingSpec& spec : settingTable()) {
            QVERIFY2(text.find("`" + std::string(spec.name) + "`") != std::string::npos,
                     std::string(spec.name).c_str());
        }
    }
};

PARLEY_TEST("settings_table", SettingsTableTest)
#include "settings_table_test.moc"
