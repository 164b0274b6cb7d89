// SPDX-License-Identifier: MIT
#include "server/store/settings_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

class SettingsRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSectionIsPutInThePlaceOfWhatItWas_data() { test::addDatabaseRows(); }
    void aSectionIsPutInThePlaceOfWhatItWas()
    {
        PARLEY_DATABASE(database);
        const SettingsRepository settings;
        const auto put = [&](const std::string& section, const std::string& json) {
            test::must(
                test::writeTo(database, [&](Transaction& tx) { return settings.put(tx, section, json, 1); }));
        };
        const auto find = [&](const std::string& section) {
            const auto found =
                test::readFrom(database, [&](ReadTransaction& tx) { return settings.find(tx, section); });
            return test::must(found).value_or("none");
        };
        QCOMPARE(find("widget"), std::string("none"));

        put("widget", "{}");
        put("other", "[]");
        put("widget", R"({"a":1})");

        QCOMPARE(find("widget"), std::string(R"({"a":1})"));
        QCOMPARE(find("other"), std::string("[]"));
    }
};

PARLEY_TEST("settings_repository", SettingsRepositoryTest)
#include "settings_repository_test.moc"
