// SPDX-License-Identifier: MIT
#include "server/desk/widget_settings.h"
#include "server/store/database.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server;

class WidgetSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotSetHasADefault_data() { test::addDatabaseRows(); }
    void whatIsNotSetHasADefault()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        desk::WidgetSettings settings(*database, world.clock);
        const auto title = [&](const TenantId& tenant) {
            const auto all = test::must(world.run(settings.get(tenant, "Acme")));
            return all.at("title").get<std::string>() + " " + all.at("position").get<std::string>();
        };
        QCOMPARE(title(database.first), std::string("Acme right"));

        test::must(world.run(settings.put(database.first, {{"title", "Help"}})));

        QCOMPARE(title(database.first), std::string("Help right"));
        QCOMPARE(title(database.second), std::string("Acme right"));
    }
};

PARLEY_TEST("widget_settings", WidgetSettingsTest)
#include "widget_settings_test.moc"
