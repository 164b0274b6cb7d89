// SPDX-License-Identifier: MIT
#include "server/tools/mcp/mcp_tools.h"
#include "tests/server/tools/tools_world.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QStandardPaths>

using namespace parley;
using namespace parley::server;
using nlohmann::json;
using test::ToolsWorld;
using tools::McpTools;
using tools::ToolStatus;

namespace {

const char* const kServer = PARLEY_SOURCE_DIR "/tests/support/mcp_server.mjs";

std::string node()
{
    QString program = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (program.isEmpty()) {
        program = QStandardPaths::findExecutable(QStringLiteral("nodejs"));
    }
    return program.toStdString();
}

/// A server of its own port.
class HttpServer {
public:
    explicit HttpServer(const std::string& mode)
    {
        m_process.start(QString::fromStdString(node()),
                        {QString::fromUtf8(kServer), QStringLiteral("http"), QString::fromStdString(mode)});
        m_process.waitForStarted();
        while (!m_process.canReadLine() && m_process.waitForReadyRead()) {}
        m_port = m_process.readLine().trimmed().toStdString();
    }
    ~HttpServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] std::string url(const std::string& path) const
    {
        return "http://127.0.0.1:" + m_port + path;
    }

private:
    QProcess m_process;
    std::string m_port;
};

struct World : ToolsWorld {
    explicit World(test::FreshDatabase& fresh, const std::string& mode = "fine")
        : ToolsWorld(fresh),
          mcp(
              http, waiting, specs(mode), [](const TenantId&) { return "first"; }, options())
    {
        remotes = &mcp;
        tools = std::make_unique<tools::TenantTools>(toolServices());
        catalogOf.mayUseServer = [](const TenantId&, const std::string& name) { return name != "others"; };
        open = std::make_unique<tools::ToolCatalog>(database, fernet, catalogOf, clock, ids);
    }
    ~World()
    {
        mcp.close();
        waiting.close();
    }

    static std::vector<tools::McpServerSpec> specs(const std::string& mode)
    {
        return {{"declared", {node(), kServer, "stdio", mode}, {"first"}, 1024},
                {"absent", {"/nowhere/at/all"}, {"first"}, 1024},
                {"relative", {"node"}, {"first"}, 1024},
                {"others", {node(), kServer, "stdio"}, {"second"}, 1024}};
    }
    static McpTools::Options options()
    {
        McpTools::Options options;
        options.restart.first = options.restart.most = std::chrono::milliseconds(0);
        return options;
    }

    store::ToolRow addMcp(const json& config, bool isWrite = true)
    {
        const json wanted = {{"name", "crm"}, {"kind", "mcp"}, {"is_write", isWrite}, {"config", config}};
        return test::must(run(open->create(tenant, changesOf(wanted), identity::Actor::system())));
    }

    std::string names()
    {
        std::string all;
        for (const auto& info : listed({"crm"})) {
            all += info.name + (info.isWrite ? "! " : " ");
        }
        return all;
    }

    runtime::WorkerPool waiting{runtime::WorkerPoolOptions{"tools", 2, 64, {}}};
    McpTools mcp;
    tools::ToolCatalog::Permissions catalogOf;
    std::unique_ptr<tools::ToolCatalog> open;
};

} // namespace

class McpToolsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (node().empty()) {
            QSKIP("node is not installed");
        }
    }

    void aServersToolsAreListedAndCalled_data()
    {
        QTest::addColumn<std::string>("path");
        QTest::addColumn<std::string>("mode");
        QTest::newRow("JSON") << std::string("/mcp") << std::string("fine");
        QTest::newRow("events") << std::string("/sse") << std::string("fine");
        QTest::newRow("pages") << std::string("/mcp") << std::string("pages");
        QTest::newRow("program") << std::string() << std::string("fine");
        QTest::newRow("program with pages") << std::string() << std::string("pages");
    }
    void aServersToolsAreListedAndCalled()
    {
        QFETCH(std::string, path);
        QFETCH(std::string, mode);
        test::FreshDatabase database("sqlite");
        HttpServer server(mode);
        World world(database, mode);
        world.addMcp(path.empty() ? json{{"server", "declared"}} : json{{"url", server.url(path)}});

        QCOMPARE(world.names(), std::string("crm__lookup crm__refund! crm__environment crm__broken "));
        const auto found = world.call(world.context(), "crm__lookup", {{"order_id", "7"}});
        const auto wrong = world.call(world.context(), "crm__lookup", {{"order_id", 7}});
        const auto failed = world.call(world.context(), "crm__broken", json::object());
        auto context = world.verifiedContext();
        const auto asked = world.call(context, "crm__refund", {{"amount", 5}});
        context.isConfirmed = true;
        context.effectKey = "run:refund";
        const auto paid = world.call(context, "crm__refund", {{"amount", 5}});
        const auto again = world.call(context, "crm__refund", {{"amount", 5}});

        QCOMPARE(found.problem, std::string());
        QCOMPARE(test::text(found.output), test::text(json({{"order", "7"}, {"status", "shipped"}})));
        QCOMPARE(wrong.status, ToolStatus::Refused);
        QVERIFY(wrong.problem.find("order_id") != std::string::npos);
        QCOMPARE(failed.status, ToolStatus::Failed);
        QCOMPARE(failed.problem, std::string("The tool says: no such order"));
        QCOMPARE(asked.status, ToolStatus::NeedsConfirmation);
        QCOMPARE(test::text(paid.output["refunded"]), test::text(json(5)));
        QCOMPARE(test::text(paid.output["key"]), test::text(json("run:refund")));
        QCOMPARE(test::text(again.output), test::text(paid.output));
    }

    void oneToolOfAServerHasTheNameItIsGiven()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const auto row = world.addMcp({{"server", "declared"}, {"remote_tool", "lookup"}}, false);

        QCOMPARE(world.names(), std::string("crm "));
        QCOMPARE(test::text(world.call(world.context(), "crm", {{"order_id", "7"}}).output["status"]),
                 test::text(json("shipped")));
        tools::ToolTrial trial;
        trial.input = {{"order_id", "8"}};
        QCOMPARE(test::text(test::must(world.tryOut(row, trial)).output["order"]), test::text(json("8")));
    }

    void anOperatorSeesWhatAServerOffers()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const auto row = world.addMcp({{"server", "declared"}});

        const auto offered = test::must(world.tryOut(row, {}));
        tools::ToolTrial trial;
        trial.input = {{"tool", "lookup"}, {"arguments", {{"order_id", "9"}}}};
        const auto tried = test::must(world.tryOut(row, trial));
        trial.input = {{"tool", "nothing"}};

        QCOMPARE(offered.output["tools"].size(), std::size_t{4});
        QCOMPARE(test::text(tried.output["order"]), test::text(json("9")));
        QCOMPARE(world.tryOut(row, trial).error().code, ErrorCode::InvalidArgument);
    }

    void aProgramHasAnEmptyEnvironment()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.addMcp({{"server", "declared"}});

        const auto seen = world.call(world.context(), "crm__environment", json::object());

        QCOMPARE(test::text(seen.output), test::text(json({{"variables", json::array()}, {"folder", "/"}})));
    }

    void aTenantUsesWhatIsDeclaredForIt()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const json wanted = {{"name", "crm"}, {"kind", "mcp"}, {"config", {{"server", "others"}}}};

        const auto refused =
            world.run(world.open->create(world.tenant, World::changesOf(wanted), identity::Actor::system()));
        QCOMPARE(refused.error().fields.at(0).field, std::string("config.server"));
        world.catalogOf.mayUseServer = [](const TenantId&, const std::string&) { return true; };
        tools::ToolCatalog careless(world.database, world.fernet, world.catalogOf, world.clock, world.ids);
        const auto row = test::must(
            world.run(careless.create(world.tenant, World::changesOf(wanted), identity::Actor::system())));

        // Even a row that should not be there starts nothing.
        QCOMPARE(world.tryOut(row, {}).error().code, ErrorCode::Forbidden);
        QVERIFY(world.names().empty());
    }

    void aHostileServerIsAnOutcome_data()
    {
        QTest::addColumn<std::string>("path");
        QTest::addColumn<std::string>("mode");
        QTest::addColumn<std::string>("problem");
        for (const char* path : {"", "/mcp", "/sse"}) {
            const bool isProgram = *path == '\0';
            const bool isJson = std::string_view(path) == "/mcp";
            const auto row = [&](const char* mode, const char* problem) {
                QTest::newRow((std::string(mode) + " " + path).c_str())
                    << std::string(path) << std::string(mode) << std::string(problem);
            };
            row("hang", "too long");
            if (isProgram) {
                row("die", "has ended");
                row("longline", "1 MiB");
                row("garbage", "no JSON");
                row("flood", "talks without answering");
                row("wrongids", "");
            } else {
                row("forget", "");
                row("wrongids", isJson ? "did not answer" : "too long");
                row("longline", "too long");
                row("garbage", "did not answer");
                if (!isJson) {
                    row("flood", "too long");
                }
            }
        }
    }
    void aHostileServerIsAnOutcome()
    {
        QFETCH(std::string, path);
        QFETCH(std::string, mode);
        QFETCH(std::string, problem);
        test::FreshDatabase database("sqlite");
        HttpServer server(mode);
        World world(database, mode);
        const json config = path.empty() ? json{{"server", "declared"}} : json{{"url", server.url(path)}};
        world.addMcp(config);
        QVERIFY(!world.names().empty());

        const auto limit = std::chrono::milliseconds(problem == "too long" ? 1'500 : 30'000);

        const auto outcome = world.call(world.context(), "crm__lookup", {{"order_id", "7"}}, limit);

        QCOMPARE(outcome.status, problem.empty() ? ToolStatus::Done : ToolStatus::Failed);
        // Whoever waits, the client or the caller, may notice first that it takes too long.
        const bool isLate = problem == "too long" && outcome.problem.find("in time") != std::string::npos;
        const bool isNamed = outcome.problem.find(problem) != std::string::npos;
        QVERIFY2(isLate || isNamed, outcome.problem.c_str());
        // It is started, or asked, again: nothing of the bad answer is left over.
        const auto next = world.call(world.context(), "crm__environment", json::object(), limit);
        QCOMPARE(next.status, problem.empty() ? ToolStatus::Done : ToolStatus::Failed);
    }

    void aServerThatCannotBeUsedLeavesTheOtherTools_data()
    {
        QTest::addColumn<std::string>("config");
        QTest::newRow("no such program") << std::string(R"({"server":"absent"})");
        QTest::newRow("a relative path") << std::string(R"({"server":"relative"})");
        QTest::newRow("nobody listens") << std::string(R"({"url":"http:\/\/127.0.0.1:9/mcp"})");
        QTest::newRow("out of bounds") << std::string(R"({"url":"http:\/\/10.0.0.1/mcp"})");
        QTest::newRow("another version") << std::string(R"({"server":"declared"})");
    }
    void aServerThatCannotBeUsedLeavesTheOtherTools()
    {
        QFETCH(std::string, config);
        test::FreshDatabase database("sqlite");
        World world(database, "old");
        const auto row = world.addMcp(json::parse(config));
        test::must(world.add({{"name", "sentiment"}, {"kind", "builtin"}}));

        const auto infos = world.listed({"crm", "sentiment"});
        const auto tried = world.tryOut(row, {});

        QCOMPARE(infos.size(), std::size_t{1});
        QVERIFY(!tried || tried->status == ToolStatus::Failed);
    }

    void aServerThatFailedWaitsBeforeItIsStartedAgain()
    {
        tools::McpServerSpec spec{"x", {node(), kServer, "stdio", "die"}, {}, 1024};
        tools::McpStdio server(spec, {std::chrono::hours(1), std::chrono::hours(1), 0});
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        test::must(server.ask("tools/list", json::object(), until));
        const json call = {{"name", "lookup"}, {"arguments", json::object()}};

        QCOMPARE(server.ask("tools/call", call, until).error().code, ErrorCode::Upstream);
        const auto refused = server.ask("tools/list", json::object(), until);

        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
        QVERIFY(refused.error().message.find("waits to be started again") != std::string::npos);
    }

    void aProgramsMemoryIsLimited()
    {
        tools::McpServerSpec spec{"x", {node(), kServer, "stdio", "fine"}, {}, 8};
        tools::McpStdio server(spec);

        const auto answer = server.ask("tools/list",
                                       json::object(),
                                       std::chrono::steady_clock::now() + std::chrono::seconds(30));

        QVERIFY(!answer);
    }
};

PARLEY_TEST("mcp_tools", McpToolsTest)
#include "mcp_tools_test.moc"
