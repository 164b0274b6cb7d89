// SPDX-License-Identifier: MIT
#include "tests/server/tools/tools_world.h"
#include "tests/support/test_main.h"

#include <set>
#include <sstream>

using namespace parley;
using namespace parley::server;
using nlohmann::json;
using test::ToolsWorld;

namespace {

json orders(const std::string& url = "https://shop.example/orders/{order_id}")
{
    return {{"name", "order_status"},
            {"kind", "http"},
            {"config",
             {{"url", url},
              {"headers", {{"Authorization", "Bearer top-secret-1"}, {"X-Team", "desk"}}},
              {"query", {{"api_key", "hidden-key-2"}, {"lang", "en"}}},
              {"secrets", {{"pin", "4711"}}}}}};
}

std::string fieldsOf(const Error& error)
{
    std::string all;
    for (const FieldError& fault : error.fields) {
        all += (all.empty() ? "" : " ") + fault.field;
    }
    return all;
}

} // namespace

class ToolCatalogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeRaisesTheConfigurationsVersion_data() { test::addDatabaseRows(); }
    void aChangeRaisesTheConfigurationsVersion()
    {
        PARLEY_DATABASE(database);
        ToolsWorld world(database);
        const std::int64_t before = world.configVersion();

        const auto made = test::must(world.add(orders()));
        QVERIFY(world.configVersion() > before);
        const auto changed = test::must(world.change(made, {{"priority", 5}, {"enabled", false}}));
        QCOMPARE(changed.priority, std::int64_t{5});
        QVERIFY(!changed.enabled);
        QCOMPARE(changed.version, made.version + 1);
        const std::int64_t after = world.configVersion();
        test::must(world.run(world.catalog.remove(world.tenant, made.id, identity::Actor::system())));

        QVERIFY(world.configVersion() > after);
        QVERIFY(world.run(world.catalog.get(world.tenant, made.id)).error().code == ErrorCode::NotFound);
    }

    void secretsAreKeptEncryptedAndNeverShown_data() { test::addDatabaseRows(); }
    void secretsAreKeptEncryptedAndNeverShown()
    {
        PARLEY_DATABASE(database);
        ToolsWorld world(database);

        const auto row = test::must(world.add(orders()));

        const json config = json::parse(row.config);
        QCOMPARE(test::text(config["headers"]["Authorization"]), test::text(json("********")));
        QCOMPARE(test::text(config["query"]["api_key"]), test::text(json("********")));
        QCOMPARE(test::text(config["secrets"]["pin"]), test::text(json("********")));
        QCOMPARE(test::text(config["headers"]["X-Team"]), test::text(json("desk")));
        QCOMPARE(test::text(config["query"]["lang"]), test::text(json("en")));
        const auto everything = test::must(world.read([](store::ReadTransaction& tx) {
            return tx.query("SELECT config, secrets, input_schema FROM tools");
        }));
        const auto audit = test::must(
            world.read([](store::ReadTransaction& tx) { return tx.query("SELECT after_value FROM audit"); }));
        for (const auto& rows : {everything, audit}) {
            for (const store::Row& each : rows) {
                for (std::size_t i = 0; i < each.size(); ++i) {
                    for (const char* secret : {"top-secret-1", "hidden-key-2", "4711"}) {
                        QVERIFY(each.text(i).find(secret) == std::string::npos);
                    }
                }
            }
        }
        const json secrets = test::must(tools::secretsOf(row, world.fernet));
        QCOMPARE(test::text(secrets["/headers/Authorization"]), test::text(json("Bearer top-secret-1")));
    }

    void aMaskKeepsTheSecretAndANewOneReplacesIt()
    {
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        const auto row = test::must(world.add(orders()));
        json config = json::parse(row.config);
        config["headers"]["Authorization"] = "Bearer second";
        config.erase("query");

        const auto changed = test::must(world.change(row, {{"config", config}}));

        const json secrets = test::must(tools::secretsOf(changed, world.fernet));
        QCOMPARE(test::text(secrets),
                 test::text(json({{"/headers/Authorization", "Bearer second"}, {"/secrets/pin", "4711"}})));
    }

    void aSecretBelongsToItsServer_data()
    {
        QTest::addColumn<std::string>("url");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("same host, other path") << std::string("https://shop.example/v2/{order_id}") << true;
        QTest::newRow("same host, written otherwise") << std::string("https://SHOP.example:443/v2") << true;
        QTest::newRow("other host") << std::string("https://evil.example/orders/{order_id}") << false;
        QTest::newRow("subdomain") << std::string("https://shop.example.evil.example/") << false;
        QTest::newRow("other port") << std::string("https://shop.example:8443/") << false;
        QTest::newRow("no TLS") << std::string("http://shop.example/") << false;
    }
    void aSecretBelongsToItsServer()
    {
        QFETCH(std::string, url);
        QFETCH(bool, isFine);
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        const auto row = test::must(world.add(orders()));
        json config = json::parse(row.config);
        config["url"] = url;

        const auto changed = world.change(row, {{"config", config}});

        QCOMPARE(changed.has_value(), isFine);
        if (!isFine) {
            QCOMPARE(fieldsOf(changed.error()), std::string("config.url"));
            // Given anew, the secrets go where their owner says.
            QVERIFY(world.change(row, orders(url)).has_value());
        }
    }

    void aMaskWithoutASecretIsRefused()
    {
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        json wanted = orders();
        wanted["config"]["headers"]["Authorization"] = "********";

        QCOMPARE(fieldsOf(world.add(wanted).error()), std::string("config.headers.Authorization"));
    }

    void aHeaderOfPlacesAloneIsShown()
    {
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        json wanted = orders();
        wanted["config"]["headers"]["Authorization"] = "Bearer {secret.pin}";

        const auto row = test::must(world.add(wanted));

        QCOMPARE(test::text(json::parse(row.config)["headers"]["Authorization"]),
                 test::text(json("Bearer {secret.pin}")));
    }

    void wrongFieldsAreNamed_data()
    {
        QTest::addColumn<std::string>("wanted");
        QTest::addColumn<std::string>("fields");
        const auto row = [](const char* wanted, const char* fields) {
            QTest::newRow(wanted) << std::string(wanted) << std::string(fields);
        };
        row(R"({"name":"a b","kind":"http","config":{"url":"https:\/\/a.example"}})", "name");
        row(R"({"name":"a__b","kind":"rag","config":{}})", "name");
        row(R"({"name":"x","kind":"shell","config":{}})", "kind");
        row(R"({"name":"x","kind":"http","config":{}})", "config.url");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/{h}/"}})", "config.url");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example/?api_key=123"}})",
            "config.url");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example","method":"TRACE"}})",
            "config.method");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example","headers":{"Host":"b"}}})",
            "config.headers.Host");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example","headers":{"X-A":"a\nb"}}})",
            "config.headers.X-A");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example","headers":{"X-A":5}}})",
            "config.headers.X-A");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example","result":"a.b"}})",
            "config.result");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example","timeout_ms":5}})",
            "config.timeout_ms");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example","max_redirects":9}})",
            "config.max_redirects");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example","body":{"a":1}}})",
            "config.body");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example/{secret.k}"}})",
            "config.secrets.k");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example/{customer.shoe}"}})",
            "config.url");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example","retries":3}})",
            "config.retries");
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example"},"input_schema":{"type":"array"}})",
            "input_schema.type");
        row(R"({"name":"x","kind":"builtin","config":{}})", "config.function");
        row(R"({"name":"x","kind":"builtin","config":{"function":"rm"}})", "config.function");
        row(R"({"name":"x","kind":"rag","config":{"limit":100}})", "config.limit");
        row(R"({"name":"x","kind":"rag","config":{"documents":"a"}})", "config.documents");
        row(R"({"name":"x","kind":"mcp","config":{"command":["sh"]}})", "config.url config.command");
        row(R"({"name":"x","kind":"mcp","config":{"url":"https:\/\/a.example","server":"b"}})",
            "config.server");
        row(R"({"name":"x","kind":"mcp","config":{"server":"unknown"}})", "config.server");
        row(R"({"name":"x","kind":"mcp","config":{"url":"ftp:\/\/a.example"}})", "config.url");
    }
    void wrongFieldsAreNamed()
    {
        QFETCH(std::string, wanted);
        QFETCH(std::string, fields);
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);

        const auto made = world.add(json::parse(wanted));

        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::InvalidArgument);
        std::set<std::string> expected;
        std::set<std::string> found;
        for (const FieldError& fault : made.error().fields) {
            found.insert(fault.field);
        }
        std::istringstream words(fields);
        for (std::string word; words >> word;) {
            expected.insert(word);
        }
        QCOMPARE(found, expected);
    }

    void whatAToolDoesDecidesItsFlags_data()
    {
        QTest::addColumn<std::string>("wanted");
        QTest::addColumn<bool>("isWrite");
        QTest::addColumn<bool>("isPersonal");
        const auto row = [](const char* wanted, bool isWrite, bool isPersonal) {
            QTest::newRow(wanted) << std::string(wanted) << isWrite << isPersonal;
        };
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example"}})", false, false);
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example","method":"POST"}})",
            true,
            false);
        row(R"({"name":"x","kind":"http","is_write":false,"config":{"url":"https:\/\/a.example","method":"POST"}})",
            false,
            false);
        row(R"({"name":"x","kind":"http","config":{"url":"https:\/\/a.example/{customer.user_id}"}})",
            false,
            true);
        row(R"({"name":"send","kind":"builtin","is_write":false,"config":{}})", true, false);
        row(R"({"name":"customer_history","kind":"builtin","is_personal":false})", false, true);
        row(R"({"name":"x","kind":"mcp","config":{"url":"https:\/\/a.example/mcp"}})", true, false);
    }
    void whatAToolDoesDecidesItsFlags()
    {
        QFETCH(std::string, wanted);
        QFETCH(bool, isWrite);
        QFETCH(bool, isPersonal);
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);

        const auto made = test::must(world.add(json::parse(wanted)));

        QCOMPARE(made.isWrite, isWrite);
        QCOMPARE(made.isPersonal, isPersonal);
    }

    void aTenantHasTheKindsItIsAllowed()
    {
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        world.kinds = {"rag", "builtin"};

        QCOMPARE(world.add(orders()).error().code, ErrorCode::Forbidden);
        QVERIFY(world.add({{"name", "sentiment"}, {"kind", "builtin"}}).has_value());
    }

    void aNameIsThereOnce()
    {
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        test::must(world.add(orders()));

        QCOMPARE(world.add(orders()).error().code, ErrorCode::Conflict);
    }
};

PARLEY_TEST("tool_catalog", ToolCatalogTest)
#include "tool_catalog_test.moc"
