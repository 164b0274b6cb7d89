// SPDX-License-Identifier: MIT
#include "server/channels/form_kind.h"
#include "server/channels/value_check.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace parley;
using namespace parley::server;
using nlohmann::json;

namespace {

const json& schema()
{
    static const channels::FormKind form;
    return form.facts().configSchema;
}

/// "field field": what is wrong with a patch.
std::string faultsOf(const std::string& patch, const std::string& own = "{}")
{
    std::vector<FieldError> faults;
    (void)channels::patchedValue(schema(), json::parse(own), json::parse(patch), "config", faults);
    std::string fields;
    for (const FieldError& fault : faults) {
        fields += (fields.empty() ? "" : " ") + fault.field;
    }
    return fields;
}

std::string patched(const std::string& own, const std::string& patch)
{
    std::vector<FieldError> faults;
    return channels::patchedValue(schema(), json::parse(own), json::parse(patch), "config", faults).dump();
}

} // namespace

class ValueCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFaultIsNamed_data()
    {
        QTest::addColumn<std::string>("patch");
        QTest::addColumn<std::string>("fields");
        const auto row = [](const char* name, const char* patch, const char* fields) {
            QTest::newRow(name) << std::string(patch) << std::string(fields);
        };
        row("nothing", R"({})", "");
        row("whole", R"({"title": "Help", "categories": ["billing"], "response_times": {"low": 60}})", "");
        row("no object", R"([1])", "config");
        row("unknown", R"({"wit": 1})", "config.wit");
        row("unknown, taken away", R"({"wit": null})", "config.wit");
        row("no text", R"({"title": 7})", "config.title");
        row("NUL", R"({"title": "a\u0000b"})", "config.title");
        row("no boolean", R"({"ask_priority": "yes"})", "config.ask_priority");
        row("empty list", R"({"categories": []})", "config.categories");
        row("twice", R"({"categories": ["billing", "billing"]})", "config.categories");
        row("not in the list", R"({"categories": ["billing", "gossip"]})", "config.categories.1");
        row("no object inside", R"({"response_times": 5})", "config.response_times");
        row("inside",
            R"({"response_times": {"low": 0, "high": 43201, "urgent": 1.5, "never": 1}})",
            "config.response_times.high config.response_times.low config.response_times.never "
            "config.response_times.urgent");
        row("beyond 63 bits",
            R"({"response_times": {"low": 18446744073709551615}})",
            "config.response_times.low");
    }
    void everyFaultIsNamed()
    {
        QFETCH(std::string, patch);
        QFETCH(std::string, fields);
        QCOMPARE(faultsOf(patch), fields);
    }

    void aTextMayBeAsLongAsItMay()
    {
        QCOMPARE(faultsOf(json{{"title", std::string(100, 'x')}}.dump()), std::string());
        QCOMPARE(faultsOf(json{{"title", std::string(101, 'x')}}.dump()), std::string("config.title"));
    }

    void aPatchKeepsWhatItDoesNotName()
    {
        const std::string own = R"({"title": "Help", "response_times": {"high": 30, "low": 60}})";

        QCOMPARE(patched(own, R"({"response_times": {"low": 90}})"),
                 std::string(R"({"response_times":{"high":30,"low":90},"title":"Help"})"));
        QCOMPARE(patched(own, R"({"title": null, "response_times": {"high": null}})"),
                 std::string(R"({"response_times":{"low":60}})"));
    }

    void whatIsNotSetHoldsByDefault()
    {
        const json whole =
            channels::withDefaults(schema(), json::parse(R"({"response_times": {"low": 60}})"));

        QCOMPARE(whole["response_times"].dump(),
                 std::string(R"({"high":480,"low":60,"medium":1440,"urgent":120})"));
        QCOMPARE(whole["ask_priority"].get<bool>(), true);
        QCOMPARE(whole["categories"].size(), std::size_t(5));
        QCOMPARE(whole["title"].get<std::string>(), std::string());
    }
};

PARLEY_TEST("value_check", ValueCheckTest)
#include "value_check_test.moc"
