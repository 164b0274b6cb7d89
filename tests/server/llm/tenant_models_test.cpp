// SPDX-License-Identifier: MIT
#include "server/llm/llm_settings_store.h"
#include "server/llm/tenant_models.h"
#include "server/net/curl_http_client.h"
#include "server/store/audit_repository.h"
#include "server/store/tenant_state_repository.h"
#include "tests/server/net/fake_resolver.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_provider.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using namespace parley::server::llm;
using nlohmann::json;
using parley::test::Dialect;
using parley::test::FakeProvider;
using parley::test::Trouble;
using runtime::Budget;

namespace {

net::NetworkList loopback()
{
    return test::must(net::NetworkList::parse({"127.0.0.0/8"}));
}

/// The models of a fresh database's tenants, and two providers.
struct World {
    explicit World(test::FreshDatabase& d, bool mayReachLoopback = true)
        : database(d), allowed(mayReachLoopback ? loopback() : net::NetworkList())
    {}

    test::FreshDatabase& database;
    net::NetworkList allowed;
    test::FakeClock clock;
    UuidV7Source ids{clock};
    security::Fernet fernet =
        test::must(security::Fernet::fromText(security::FernetKey::generateText().reveal()));
    test::FakeResolver resolver;
    net::CurlHttpClient http{net::HttpClientOptions{allowed, {}}, resolver};
    runtime::WorkerPool workers{{}};
    telemetry::Metrics metrics;
    ModelMetrics modelMetrics{metrics};
    boost::asio::io_context context;
    TokenLedger ledger{*database, clock, ids, context.get_executor(), {}};
    identity::TenantDirectory directory{*database};
    LlmSettingsStore settings{*database, fernet, directory, allowed, clock, ids};
    TenantModels models{ModelServices{*database, http, workers, fernet, ledger, clock, modelMetrics},
                        std::nullopt};
    FakeProvider first{Dialect::OpenAi};
    FakeProvider second{Dialect::Anthropic};
    std::string told; ///< pieces, "<" for a reset

    template <class T>
    T run(boost::asio::awaitable<T> work)
    {
        return test::runCoroutine(context, std::move(work));
    }

    json provider(const std::string& name, const FakeProvider& server, const std::string& kind) const
    {
        return {{"name", name},
                {"kind", kind},
                {"base_url", server.baseUrl()},
                {"api_key", "sk-" + name},
                {"models",
                 {{{"name", "m-" + name}, {"input_price", 2}, {"output_price", 10}}, "big-" + name}},
                {"timeout_ms", 400}};
    }

    json both() const
    {
        return json::array({provider("one", first, "openai"), provider("two", second, "anthropic")});
    }

    Result<json> patch(json changes, TenantId tenant)
    {
        return run(settings.patch(std::move(tenant), std::move(changes), identity::Actor::system()));
    }
    void set(json changes) { test::must(patch(std::move(changes), database.first)); }

    std::int64_t version()
    {
        return test::must(database->readNow(store::Scope::of(database.first),
                                            [](store::ReadTransaction& tx) {
                                                return store::TenantStateRepository().versions(tx);
                                            }))
            .config;
    }

    std::shared_ptr<ChatModel> model(const std::string& wish = {})
    {
        return test::must(
            run(models.of(database.first, version(), wish, Budget::of(std::chrono::minutes{1}))));
    }

    Result<ChatReply> ask(const std::string& wish = {},
                          std::chrono::milliseconds limit = std::chrono::minutes{1})
    {
        const auto asked = model(wish);
        told.clear();
        ChatListener listener;
        listener.onText = [this](std::string_view piece) { told += piece; };
        listener.onReset = [this] { told += "<"; };
        std::vector<ChatMessage> messages{{ChatRole::User, "Where is my parcel?"}};
        ChatOptions options;
        options.maxTokens = 100;
        return run(asked->stream(messages, options, listener, Budget::of(limit)));
    }

    json shown() { return test::must(run(settings.get(database.first))); }

    std::string stateOf(const std::string& name)
    {
        for (const json& item : models.health(database.first)) {
            if (item["provider"] == name) {
                return item["state"].get<std::string>();
            }
        }
        return "unknown";
    }
};

} // namespace

class TenantModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTenantWithoutProvidersHasNoModel_data() { test::addDatabaseRows(); }
    void aTenantWithoutProvidersHasNoModel()
    {
        PARLEY_DATABASE(database);
        World world(database);

        QVERIFY(world.model() == nullptr);
    }

    void theFirstAnswersAndIsCounted_data() { test::addDatabaseRows(); }
    void theFirstAnswersAndIsCounted()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.set({{"providers", world.both()}});

        const auto reply = test::must(world.ask());

        QCOMPARE(reply.text, std::string("Hello."));
        QCOMPARE(reply.provider, std::string("one"));
        QCOMPARE(reply.model, std::string("m-one"));
        QCOMPARE(reply.cost, (12 * 2 + 7 * 10) / 1e6);
        const json usage = world.shown()["usage"];
        QCOMPARE(usage["tokens"].get<int>(), 19);
        QCOMPARE(usage["models"][0]["requests"].get<int>(), 1);
        QCOMPARE(usage["models"][0]["cost"].get<double>(), 94 / 1e6);
        QCOMPARE(world.first.http().seen().at(0).headers.at("authorization"), std::string("Bearer sk-one"));
    }

    void aWishGoesFirst_data()
    {
        QTest::addColumn<std::string>("wish");
        QTest::addColumn<std::string>("expected");
        QTest::newRow("none") << std::string() << std::string("m-one");
        QTest::newRow("a model") << std::string("big-two") << std::string("big-two");
        QTest::newRow("with its provider") << std::string("two/big-two") << std::string("big-two");
        QTest::newRow("a provider") << std::string("two") << std::string("m-two");
        QTest::newRow("of nobody") << std::string("gpt-9") << std::string("m-one");
    }
    void aWishGoesFirst()
    {
        QFETCH(std::string, wish);
        QFETCH(std::string, expected);
        test::FreshDatabase database("sqlite");
        World world(database);
        world.set({{"providers", world.both()}});

        QCOMPARE(test::must(world.ask(wish)).model, expected);
    }

    void theNextTakesOver_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<std::string>("told");
        const auto row = [](const char* name, Trouble trouble, const char* told) {
            QTest::newRow(name) << static_cast<int>(trouble) << std::string(told);
        };
        row("500", Trouble::ServerError, "Hello.");
        row("429", Trouble::LongLimit, "Hello.");
        row("wrong key", Trouble::WrongKey, "Hello.");
        row("hangs at once", Trouble::HangAtOnce, "Hello.");
        row("hangs at first", Trouble::HangAtFirst, "Hello.");
        row("hangs half way", Trouble::HangHalfWay, "Half<Hello.");
        row("cut half way", Trouble::CutHalfWay, "Half<Hello.");
        row("ends half way", Trouble::EndsHalfWay, "Half<Hello.");
        row("a page", Trouble::Html, "Hello.");
        row("wrong JSON", Trouble::WrongJson, "Hello.");
        row("an error half way", Trouble::ErrorEvent, "Half<Hello.");
        row("10 MB", Trouble::TenMegabytes, "Hello.");
    }
    void theNextTakesOver()
    {
        QFETCH(int, trouble);
        QFETCH(std::string, told);
        test::FreshDatabase database("sqlite");
        World world(database);
        world.set({{"providers", world.both()}});
        world.first.meet(std::vector<Trouble>(3, static_cast<Trouble>(trouble)));

        const auto reply = test::must(world.ask());

        QCOMPARE(reply.provider, std::string("two"));
        QCOMPARE(world.told, told);
    }

    void whoFailsAgainAndAgainIsLeftAlone()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.set({{"providers", world.both()}});
        world.first.meet(std::vector<Trouble>(100, Trouble::WrongKey));
        for (int i = 0; i < 3; ++i) {
            test::must(world.ask());
        }
        QCOMPARE(world.stateOf("one"), std::string("open"));

        test::must(world.ask());

        QCOMPARE(world.first.http().seen().size(), std::size_t{3});
        QCOMPARE(world.stateOf("two"), std::string("closed"));
        // What is known of a provider outlives a change of the settings.
        world.set({{"monthly_token_budget", 1'000'000}});
        test::must(world.ask());
        QCOMPARE(world.stateOf("one"), std::string("open"));
    }

    void withAllDownItSaysSoAtOnce()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.set({{"providers", json::array({world.provider("one", world.first, "openai")})}});
        world.first.meet(std::vector<Trouble>(100, Trouble::WrongKey));
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(world.ask().error().code, ErrorCode::Upstream);
        }

        const auto reply = world.ask();

        QCOMPARE(reply.error().code, ErrorCode::Unavailable);
        QCOMPARE(world.first.http().seen().size(), std::size_t{3});
    }

    void aTestClosesTheBreakerOfWhoIsWellAgain()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.set({{"providers", world.both()}});
        world.first.meet(std::vector<Trouble>(3, Trouble::WrongKey));
        for (int i = 0; i < 3; ++i) {
            test::must(world.ask());
        }
        world.second.meet({Trouble::ServerError});

        const auto results = test::must(
            world.run(world.models.probe(database.first, {}, Budget::of(std::chrono::minutes{1}))));

        QCOMPARE(results.size(), std::size_t{2});
        QVERIFY(!results[0].error);
        QVERIFY(results[1].error.has_value());
        QCOMPARE(world.stateOf("one"), std::string("closed"));
        QCOMPARE(world.first.requests().back()["max_tokens"].get<int>(), 1);
        const auto unknown =
            world.run(world.models.probe(database.first, "x", Budget::of(std::chrono::minutes{1})));
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    }

    void theBudgetStopsBeforeItIsExceeded_data() { test::addDatabaseRows(); }
    void theBudgetStopsBeforeItIsExceeded()
    {
        PARLEY_DATABASE(database);
        World world(database);
        // Each call reserves its prompt and 100 tokens, and takes 19.
        world.set({{"providers", world.both()}, {"monthly_token_budget", 160}});
        int answered = 0;
        Result<ChatReply> last;
        for (int i = 0; i < 10 && (last = world.ask()); ++i) {
            ++answered;
        }

        QCOMPARE(answered, 2);
        QCOMPARE(last.error().problem, std::string("budget_exhausted"));
        QCOMPARE(last.error().code, ErrorCode::Unavailable);
        QCOMPARE(world.shown()["usage"]["tokens"].get<int>(), 38);
        QCOMPARE(world.shown()["usage"]["reserved_tokens"].get<int>(), 0);
        QCOMPARE(world.stateOf("one"), std::string("closed"));
        world.set({{"monthly_token_budget", nullptr}});
        test::must(world.ask());
    }

    void aBudgetOfZeroIsNoCallAtAll()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.set({{"providers", world.both()}, {"monthly_token_budget", 0}});

        const auto reply = world.ask();

        QCOMPARE(reply.error().problem, std::string("budget_exhausted"));
        QVERIFY(world.first.http().seen().empty() && world.second.http().seen().empty());
    }

    void anotherMonthHasItsOwnBudget()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.set({{"providers", world.both()}, {"monthly_token_budget", 140}});
        test::must(world.ask());
        QVERIFY(!world.ask());

        world.clock.advanceMs(15LL * 86'400'000);

        QVERIFY(world.ask().has_value());
    }

    void thePlatformServesWhoHasNone_data() { test::addDatabaseRows(); }
    void thePlatformServesWhoHasNone()
    {
        PARLEY_DATABASE(database);
        World world(database, false); // its addresses may be private, a tenant's not
        json platform{{"providers", json::array({world.provider("house", world.first, "openai")})},
                      {"monthly_token_budget", 140}};
        test::must(world.patch(platform, TenantId()));
        world.models.forgetPlatform();

        QCOMPARE(test::must(world.ask()).provider, std::string("house"));
        QCOMPARE(world.ask().error().problem, std::string("budget_exhausted"));
        const auto own = world.patch({{"providers", world.both()}}, database.first);
        QCOMPARE(own.error().fields.at(0).field, std::string("providers[0].base_url"));
    }

    void aChangeIsSeenAtTheNextMessageAndAudited_data() { test::addDatabaseRows(); }
    void aChangeIsSeenAtTheNextMessageAndAudited()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.set({{"providers", world.both()}});
        const std::int64_t before = world.version();
        QCOMPARE(test::must(world.ask()).provider, std::string("one"));

        world.set({{"order", {"two", "one"}}});

        QCOMPARE(test::must(world.ask()).provider, std::string("two"));
        QVERIFY(world.version() > before);
        const auto audit =
            test::must(database->readNow(store::Scope::of(database.first), [](store::ReadTransaction& tx) {
                return store::AuditRepository().list(tx, {});
            }));
        QCOMPARE(audit.at(0).action, std::string("settings.llm.update"));
        QVERIFY(audit.at(0).after.find("sk-one") == std::string::npos);
        QVERIFY(audit.at(0).after.find("sealed") == std::string::npos);
    }

    void aKeyMovedToAnotherTenantOpensNothing()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.set({{"providers", world.both()}});
        auto stored =
            test::must(database->readNow(store::Scope::of(database.first), [](store::ReadTransaction& tx) {
                return tx.query("SELECT value FROM settings WHERE section = 'llm'");
            }));
        const std::string value = stored.at(0).text(0);
        test::must(database->transactNow(store::Scope::of(database.second), [&](store::Transaction& tx) {
            return tx.execute(
                "INSERT INTO settings (section, value, version, updated_ms) VALUES ('llm', $1, 1, 1)",
                {value});
        }));

        const auto model = test::must(
            world.run(world.models.of(database.second, 0, {}, Budget::of(std::chrono::minutes{1}))));
        std::vector<ChatMessage> messages{{ChatRole::User, "Hi"}};
        (void)world.run(model->chat(messages, {}, Budget::of(std::chrono::minutes{1})));

        QVERIFY(!world.first.http().seen().at(0).headers.contains("authorization"));
    }
};

PARLEY_TEST("tenant_models", TenantModelsTest)
#include "tenant_models_test.moc"
