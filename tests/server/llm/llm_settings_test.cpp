// SPDX-License-Identifier: MIT
#include "server/llm/llm_settings.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using namespace parley::server::llm;
using nlohmann::json;

class LlmSettingsTest : public QObject {
    Q_OBJECT

private:
    const security::Fernet m_fernet =
        test::must(security::Fernet::fromText(security::FernetKey::generateText().reveal()));

    Result<LlmSettings> apply(const LlmSettings& before, const std::string& patch) const
    {
        SettingsRules rules;
        rules.owner = "tenant";
        rules.fernet = &m_fernet;
        rules.nowMs = 1'000;
        return patched(before, json::parse(patch), rules);
    }

    LlmSettings one() const
    {
        return test::must(
            apply({}, R"({"providers":[{"name":"a","kind":"openai","api_key":"sk-1","models":["m"]}]})"));
    }

private Q_SLOTS:
    void wrongFieldsAreNamed_data()
    {
        QTest::addColumn<std::string>("patch");
        QTest::addColumn<std::string>("field");
        const auto row = [](const char* name, const std::string& patch, const char* field) {
            QTest::newRow(name) << patch << std::string(field);
        };
        const auto provider = [](const std::string& fields) {
            return R"({"providers":[{"name":"a","kind":"openai","models":["m"])" + fields + "}]}";
        };
        row("right", provider(""), "");
        row("no list", R"({"providers":1})", "providers");
        row("no object", R"({"providers":[1]})", "providers[0]");
        row("no name", R"({"providers":[{"kind":"openai","models":["m"]}]})", "providers[0].name");
        row("name with a space",
            R"({"providers":[{"name":"a b","kind":"openai","models":["m"]}]})",
            "providers[0].name");
        row("twice",
            R"({"providers":[{"name":"a","kind":"openai","models":["m"]},{"name":"a","kind":"gemini","models":["m"]}]})",
            "providers[1].name");
        row("kind",
            R"({"providers":[{"name":"a","kind":"magic","base_url":"https://x.example","models":["m"]}]})",
            "providers[0].kind");
        row("no models",
            R"({"providers":[{"name":"a","kind":"openai","models":[]}]})",
            "providers[0].models");
        row("a model's name",
            R"({"providers":[{"name":"a","kind":"openai","models":["../x"]}]})",
            "providers[0].models[0]");
        row("a price below zero",
            R"({"providers":[{"name":"a","kind":"openai","models":[{"name":"m","input_price":-1}]}]})",
            "providers[0].models[0].input_price");
        row("local without address",
            R"({"providers":[{"name":"a","kind":"local","models":["m"]}]})",
            "providers[0].base_url");
        row("address with a user",
            provider(",\"base_url\":\"https://u:p@x.example\""),
            "providers[0].base_url");
        row("another scheme", provider(",\"base_url\":\"file:///etc/passwd\""), "providers[0].base_url");
        row("a query", provider(",\"base_url\":\"https://x.example/?a=b\""), "providers[0].base_url");
        row("a private address",
            provider(",\"base_url\":\"http://169.254.169.254/v1\""),
            "providers[0].base_url");
        row("the same in disguise",
            provider(",\"base_url\":\"http://0x7f000001/v1\""),
            "providers[0].base_url");
        row("key with a line end", provider(R"(,"api_key":"a\nb")"), "providers[0].api_key");
        row("key that is a number", provider(R"(,"api_key":7)"), "providers[0].api_key");
        row("timeout just below", provider(R"(,"timeout_ms":99)"), "providers[0].timeout_ms");
        row("timeout least", provider(R"(,"timeout_ms":100)"), "");
        row("order of nobody", R"({"order":["x"]})", "order[0]");
        row("budget below zero", R"({"monthly_token_budget":-1})", "monthly_token_budget");
        row("budget that is a text", R"({"monthly_token_budget":"5"})", "monthly_token_budget");
        row("budget of none", R"({"monthly_token_budget":0})", "");
        row("unknown fields", R"({"whatever":1})", "");
    }
    void wrongFieldsAreNamed()
    {
        QFETCH(std::string, patch);
        QFETCH(std::string, field);

        const auto after = apply({}, patch);

        QCOMPARE(after.has_value(), field.empty());
        if (!after) {
            QCOMPARE(after.error().fields.at(0).field, field);
        }
    }

    void aKeyStaysWithItsHost_data()
    {
        QTest::addColumn<std::string>("fields");
        QTest::addColumn<bool>("isTaken");
        QTest::addColumn<bool>("hasKey");
        const auto row = [](const char* name, const char* fields, bool isTaken, bool hasKey) {
            QTest::newRow(name) << std::string(fields) << isTaken << hasKey;
        };
        row("left out", "", true, true);
        row("as it was shown", R"(,"api_key":"********")", true, true);
        row("another path of the host", ",\"base_url\":\"https://api.openai.com/v2\"", true, true);
        row("another host", ",\"base_url\":\"https://evil.example/v1\"", false, false);
        row("another host, as shown",
            R"(,"base_url":"https://evil.example/v1","api_key":"********")",
            false,
            false);
        row("another port", ",\"base_url\":\"https://api.openai.com:444/v1\"", false, false);
        row("without TLS", ",\"base_url\":\"http://api.openai.com/v1\"", false, false);
        row("another host, given anew",
            R"(,"base_url":"https://other.example/v1","api_key":"sk-2")",
            true,
            true);
        row("another host, none", ",\"base_url\":\"https://other.example/v1\",\"api_key\":null", true, false);
    }
    void aKeyStaysWithItsHost()
    {
        QFETCH(std::string, fields);
        QFETCH(bool, isTaken);
        QFETCH(bool, hasKey);

        const auto after =
            apply(one(), R"({"providers":[{"name":"a","kind":"openai","models":["m"])" + fields + "}]}");

        QCOMPARE(after.has_value(), isTaken);
        if (after) {
            QCOMPARE(!after->providers.at(0).sealedKey.empty(), hasKey);
        } else {
            QCOMPARE(after.error().fields.at(0).field, std::string("providers[0].api_key"));
        }
    }

    void onlyKindsThatTheTenantMayHaveAreTaken()
    {
        SettingsRules rules;
        rules.fernet = &m_fernet;
        rules.kinds = std::vector<std::string>{"local"};

        const auto after =
            patched({}, json::parse(R"({"providers":[{"name":"a","kind":"openai","models":["m"]}]})"), rules);

        QCOMPARE(after.error().fields.at(0).field, std::string("providers[0].kind"));
    }

    void theOrderFollowsTheProviders()
    {
        const auto two = test::must(apply(one(), R"({"providers":[{"name":"b","kind":"gemini","models":["m"]},
            {"name":"a","kind":"openai","models":["m"]}]})"));
        const auto turned = test::must(apply(two, R"({"order":["b"]})"));
        const auto less =
            test::must(apply(two, R"({"providers":[{"name":"b","kind":"gemini","models":["m"]}]})"));

        QVERIFY((two.order == std::vector<std::string>{"a", "b"}));
        QVERIFY((turned.order == std::vector<std::string>{"b"}));
        QVERIFY((less.order == std::vector<std::string>{"b"}));
        QVERIFY((test::must(apply(turned, R"({"order":null})")).order == std::vector<std::string>{"b", "a"}));
    }

    void whatIsStoredIsReadAgainAndNobodyIsShownAKey()
    {
        const auto settings = test::must(apply(one(), R"({"monthly_token_budget":500,"providers":[{"name":"a",
            "kind":"openai","models":["m",{"name":"n","input_price":2.5,"output_price":10}],"timeout_ms":700}]})"));

        const auto again = test::must(readStored(storedJson(settings)));

        QCOMPARE(settingsView(again).dump(), settingsView(settings).dump());
        QVERIFY(again.providers.at(0).models == settings.providers.at(0).models);
        QCOMPARE(again.providers.at(0).sealedKey, settings.providers.at(0).sealedKey);
        QCOMPARE(settingsView(again)["providers"][0]["api_key"].get<std::string>(), std::string("********"));
        QVERIFY(!readStored("{}"));
        QVERIFY(storedJson(settings).find("sk-1") == std::string::npos);
    }
};

PARLEY_TEST("llm_settings", LlmSettingsTest)
#include "llm_settings_test.moc"
