// SPDX-License-Identifier: MIT
#include "server/daemon/demo_seed.h"
#include "server/knowledge/ingestion.h"
#include "tests/server/knowledge/ingestion_world.h"
#include "tests/server/identity/identity_fixture.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <boost/asio/co_spawn.hpp>

#include <QFile>
#include <QTemporaryDir>

using namespace parley;
using namespace parley::server;

namespace {

void writeFile(const std::filesystem::path& file, const std::string& text)
{
    std::filesystem::create_directories(file.parent_path());
    QFile out(QString::fromStdString(file.string()));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text.data(), static_cast<qint64>(text.size()));
}

/// A daemon's parts that the demo needs, with a small demo of the test's own.
struct World {
    explicit World(store::Database& db) : database(db), identity(db, clock)
    {
        queue.setHandler(std::string(knowledge::kIngestJob), ingestion);
        queue.start({}, true);
        places.folder = folder.path().toStdString() + "/demo";
        places.data = folder.path().toStdString();
        writeFile(places.folder / "company.json", R"({"name":"Acme","ticket_prefix":"AC","title":"Help"})");
        writeFile(places.folder / "agents.json",
                  R"([{"name":"Orders","kind":"domain","description":"","intents":[],"examples":["Where?"]}])");
        writeFile(places.folder / "golden_questions.json",
                  R"([{"question":"Are returns free?","must_contain":["free"],"article":"returns.md"},
                      {"question":"Who won?","expects":"handoff"}])");
        writeFile(places.folder / "knowledge" / "returns.md",
                  "---\ntitle: \"Returns\"\ncategory: orders\n---\n\nReturns are free.\n");
    }

    ~World() { run<Result<void>>(stopQueue()); }

    boost::asio::awaitable<Result<void>> stopQueue()
    {
        co_await queue.stop();
        co_return Result<void>();
    }

    template <class T>
    T run(boost::asio::awaitable<T> work)
    {
        std::optional<T> result;
        boost::asio::co_spawn(identity.io, std::move(work), [&](std::exception_ptr, T value) {
            result = std::move(value);
        });
        identity.io.restart();
        while (!result) {
            identity.io.run_one();
        }
        return *std::move(result);
    }

    Result<void> seed()
    {
        daemon::DemoSeed demo(database, clock, identity.tenants, identity.users, widget, documents, agents, questions);
        return run(demo.run(places));
    }

    std::vector<store::DocumentRow> rows()
    {
        const auto tenant = test::must(run(identity.tenants.get(std::string(daemon::kDemoSlug))));
        return test::must(run(documents.list(tenant.id, "", 50)));
    }

    store::Database& database;
    QTemporaryDir folder;
    test::ManualClock clock;
    test::IdentityNode identity;
    desk::WidgetSettings widget{database, clock};
    store::Blobs blobs{folder.path().toStdString()};
    jobs::Queue queue{database, clock, "node-1", identity.io.get_executor(), {}, [](auto, auto) {}};
    knowledge::Library library{database, identity.cpu};
    knowledge::ReadingStops stops;
    knowledge::Documents documents{
        {database, blobs, identity.cpu, identity.cpu, queue, library, stops, clock, identity.ids}};
    test::FakeReader reader;
    knowledge::Ingestion ingestion{{database, blobs, reader, stops, clock, identity.ids}, identity.cpu};
    agents::AgentCatalog agents{database, clock, identity.ids};
    pipeline::GoldenQuestions questions{database, clock, identity.ids};
    daemon::DemoPlaces places;
};

} // namespace

class DemoSeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void afterSeedingTheKnowledgeBaseIsRead_data() { test::addDatabaseRows(); }
    void afterSeedingTheKnowledgeBaseIsRead()
    {
        PARLEY_DATABASE(database);
        World world(*database);

        test::must(world.seed());

        QCOMPARE(world.rows().size(), std::size_t{1});
        QCOMPARE(world.rows().front().status, std::string("ready"));
        QCOMPARE(world.rows().front().title, std::string("Returns"));
        QCOMPARE(world.rows().front().category, std::string("orders"));
        const auto tenant = test::must(world.run(world.identity.tenants.get(std::string(daemon::kDemoSlug))));
        const auto agents = test::must(world.run(world.agents.list(tenant.id, std::string(), 10)));
        QCOMPARE(agents.size(), std::size_t{1});
        QCOMPARE(agents.front().name, std::string("Orders"));
        const auto questions = test::must(world.run(world.questions.list(tenant.id, std::string(), 10)));
        QCOMPARE(questions.size(), std::size_t{2});
        QCOMPARE(pipeline::readExpectation(questions.front().expectation).documentId,
                 world.rows().front().id.value);
        QCOMPARE(pipeline::readExpectation(questions.back().expectation).expects, std::string("handoff"));
        QVERIFY(std::filesystem::exists(world.places.data / "demo-sign-in.txt"));
        QVERIFY(!std::filesystem::exists(world.places.data / "demo-password"));
    }

    void aSecondStartAddsNothing()
    {
        test::FreshDatabase database("sqlite");
        World world(*database);
        test::must(world.seed());
        writeFile(world.places.folder / "knowledge" / "later.md", "Later.");

        test::must(world.seed());

        QCOMPARE(world.rows().size(), std::size_t{1});
    }

    void anInterruptedStartIsCompleted()
    {
        test::FreshDatabase database("sqlite");
        World world(*database);
        const auto articles = world.places.folder / "knowledge";
        std::filesystem::rename(articles, world.places.folder / "away");
        QVERIFY(world.seed().error().code == ErrorCode::Unavailable);
        std::filesystem::rename(world.places.folder / "away", articles);

        test::must(world.seed());

        QCOMPARE(world.rows().size(), std::size_t{1});
    }

    void aBrokenCompanyFileIsAnErrorAndNoCrash_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("not JSON") << std::string("{broken");
        QTest::newRow("no object") << std::string("[]");
    }
    void aBrokenCompanyFileIsAnErrorAndNoCrash()
    {
        QFETCH(std::string, text);
        test::FreshDatabase database("sqlite");
        World world(*database);
        writeFile(world.places.folder / "company.json", text);

        QVERIFY(world.seed().error().code == ErrorCode::Unavailable);
    }
};

PARLEY_TEST("demo_seed", DemoSeedTest)
#include "demo_seed_test.moc"
