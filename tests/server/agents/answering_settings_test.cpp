// SPDX-License-Identifier: MIT
#include "server/agents/answering_settings.h"
#include "server/agents/understandings.h"
#include "server/identity/settings_sections.h"
#include "server/store/audit_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using nlohmann::json;

namespace {

const std::string kSection(agents::kAnsweringSection);

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first) {}

    Result<identity::SettingsSection> patch(const TenantId& whose, const json& values)
    {
        identity::SettingsChange change = [&](const identity::SettingsSection& before) {
            return identity::patched(before.own, values, agents::answeringFields());
        };
        return run(sections.change(whose, kSection, std::move(change), identity::Actor::system()));
    }

    agents::AnsweringSettings inForce()
    {
        const auto known =
            test::must(run(understandings.newest(tenant, runtime::Budget::of(std::chrono::seconds(30)))));
        return known->answering();
    }

    identity::TenantDirectory directory{database};
    identity::SettingsSections sections{database, directory, clock, ids};
    runtime::WorkerPool cpu{{"cpu", 1, 64, {}}};
    agents::Understandings understandings{database,
                                          cpu,
                                          [](const TenantId&) { return std::string("TF"); },
                                          io.get_executor(),
                                          [](std::string_view, std::string_view what) {
                                              QFAIL(std::string(what).c_str());
                                          }};
};

} // namespace

class AnsweringSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsReadIsWhatIsWritten()
    {
        const json section = {{"confidence_threshold", 0.55},
                              {"use_cache", false},
                              {"cache_threshold", 1},
                              {"cache_ttl_days", 365},
                              {"escalate_keywords", {"chargeback", "data breach"}},
                              {"check_sentences", false},
                              {"use_memory", false},
                              {"tool_steps", 0},
                              {"answer_tokens", 50}};

        const auto settings = test::must(agents::readAnsweringSettings(section));

        QVERIFY(agents::answeringSettingsJson(settings) == section);
        QCOMPARE(section.size(), agents::answeringFields().size());
        for (const std::string_view name : agents::answeringFields()) {
            QVERIFY2(section.contains(name), std::string(name).c_str());
        }
    }

    void nothingSetIsTheDefaults()
    {
        for (const json& section : {json::object(), json(), json::array()}) {
            const auto settings = test::must(agents::readAnsweringSettings(section));
            QCOMPARE(settings.confidenceThreshold, 0.7);
            QCOMPARE(settings.cacheThreshold, 0.9);
            QCOMPARE(settings.cacheTtlDays, 7);
            QVERIFY(settings.usesCache && settings.checksSentences && settings.usesMemory);
        }
    }

    void everyWrongFieldIsNamed_data()
    {
        QTest::addColumn<std::string>("field");
        QTest::addColumn<std::string>("value");
        const auto row = [](const char* field, const char* value) {
            QTest::addRow("%s %s", field, value) << std::string(field) << std::string(value);
        };
        row("confidence_threshold", "1.01");
        row("confidence_threshold", "-0.01");
        row("confidence_threshold", "\"0.5\"");
        row("cache_threshold", "null");
        row("use_cache", "1");
        row("cache_ttl_days", "0");
        row("cache_ttl_days", "366");
        row("cache_ttl_days", "1.5");
        row("escalate_keywords", "\"word\"");
        row("escalate_keywords", "[\"\"]");
        row("escalate_keywords", "[\"  \"]");
        row("escalate_keywords", "[1]");
        row("check_sentences", "\"yes\"");
        row("use_memory", "{}");
        row("tool_steps", "11");
        row("tool_steps", "-1");
        row("answer_tokens", "49");
        row("answer_tokens", "8001");
    }
    void everyWrongFieldIsNamed()
    {
        QFETCH(std::string, field);
        QFETCH(std::string, value);
        json section = {{"tool_steps", 3}};
        section[field] = json::parse(value);

        const auto settings = agents::readAnsweringSettings(section);

        QVERIFY(!settings);
        QVERIFY(settings.error().code == ErrorCode::InvalidArgument);
        QCOMPARE(settings.error().fields.size(), std::size_t{1});
        QCOMPARE(settings.error().fields.front().field, field);
    }

    void twoHundredKeywordsAreTheMost()
    {
        json section = {{"escalate_keywords", std::vector<std::string>(200, "word")}};
        QVERIFY(agents::readAnsweringSettings(section).has_value());
        section["escalate_keywords"].push_back("one more");
        QVERIFY(!agents::readAnsweringSettings(section).has_value());
    }

    void aPatchChangesWhatItNamesAndNullGoesBack()
    {
        const auto fields = agents::answeringFields();
        const json own = {{"tool_steps", 2}, {"use_cache", false}};

        QVERIFY(test::must(identity::patched(own, {{"tool_steps", 5}}, fields)) ==
                json({{"tool_steps", 5}, {"use_cache", false}}));
        QVERIFY(test::must(identity::patched(own, {{"tool_steps", nullptr}}, fields)) ==
                json({{"use_cache", false}}));
        const auto refused = identity::patched(own, {{"tool_steps", 1}, {"colour", 1}, {"size", 2}}, fields);
        QVERIFY(!refused);
        QCOMPARE(refused.error().fields.size(), std::size_t{2});
        QCOMPARE(refused.error().fields.front().field, std::string("colour"));
    }

    void ownValuesGoBeforeThePlatformsAtTheNextMessage_data() { test::addDatabaseRows(); }
    void ownValuesGoBeforeThePlatformsAtTheNextMessage()
    {
        PARLEY_DATABASE(database);
        World world(database);
        QCOMPARE(world.inForce().confidenceThreshold, 0.7);

        test::must(world.patch(world.tenant, {{"tool_steps", 2}}));
        QCOMPARE(world.inForce().toolSteps, 2);

        test::must(world.patch({}, {{"tool_steps", 9}, {"confidence_threshold", 0.8}}));
        // Every tenant of the directory is told; here there is none in it.
        test::must(world.patch(world.tenant, {{"use_memory", false}}));
        QCOMPARE(world.inForce().toolSteps, 2);
        QCOMPARE(world.inForce().confidenceThreshold, 0.8);

        test::must(world.patch(world.tenant, {{"tool_steps", nullptr}}));
        QCOMPARE(world.inForce().toolSteps, 9);
        const auto shown = test::must(world.run(world.sections.get(world.tenant, kSection)));
        QVERIFY(shown.own == json({{"use_memory", false}}));
        QVERIFY(shown.merged()["tool_steps"] == 9);
    }

    void aChangeIsAuditedWithBeforeAndAfter_data() { test::addDatabaseRows(); }
    void aChangeIsAuditedWithBeforeAndAfter()
    {
        PARLEY_DATABASE(database);
        World world(database);
        test::must(world.patch(world.tenant, {{"tool_steps", 2}}));
        test::must(world.patch(world.tenant, {{"tool_steps", 3}}));
        QVERIFY(!world.patch(world.tenant, {{"colour", 3}}));

        const auto rows = test::must(world.read([](store::ReadTransaction& tx) {
            return tx.query("SELECT action, before_value, after_value FROM audit ORDER BY id");
        }));

        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows.back().text(0), std::string("settings.update"));
        QCOMPARE(rows.back().text(1), std::string(R"({"tool_steps":2})"));
        QCOMPARE(rows.back().text(2), std::string(R"({"tool_steps":3})"));
    }
};

PARLEY_TEST("answering_settings", AnsweringSettingsTest)
#include "answering_settings_test.moc"
