// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/vectors/vector_world.h"
#include "tests/support/meaning_embedder.h"
#include "tests/support/test_main.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/this_coro.hpp>

using namespace parley;
using namespace parley::server;
using parley::test::HashedEmbedder;
using parley::test::MeaningEmbedder;
using parley::test::VectorWorld;

namespace {

/// Answers only when it is cancelled.
class Hanging final : public nlp::Embedder {
public:
    [[nodiscard]] std::string_view kind() const override { return "test"; }
    [[nodiscard]] std::string identity() const override { return "test:words:64"; }
    [[nodiscard]] int dimensions() const override { return 64; }

    boost::asio::awaitable<Result<std::vector<nlp::Embedding>>>
    embed(std::vector<std::string> texts, nlp::EmbedKind /*kind*/, runtime::Budget /*budget*/) override
    {
        const boost::asio::any_io_executor executor = co_await boost::asio::this_coro::executor;
        runtime::Notifier never(executor);
        (void)co_await never.wait(std::chrono::steady_clock::now() + std::chrono::hours(1));
        co_return fail(ErrorCode::Internal, texts.front());
    }
};

} // namespace

class HybridSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatNoWordSaysIsFoundByMeaning_data() { test::addDatabaseRows(); }
    void whatNoWordSaysIsFoundByMeaning()
    {
        PARLEY_DATABASE(database);
        VectorWorld world(database);
        world.put("d1", {"The zebra comes within a week."});
        world.put("d2", {"A parcel takes three days."});
        QCOMPARE(world.found("quokka"), std::string());

        world.embedders.use(std::make_shared<MeaningEmbedder>());
        world.embedAll();

        QCOMPARE(world.found("quokka").substr(0, 9), std::string("The zebra"));
        QCOMPARE(world.found("delivery").substr(0, 8), std::string("A parcel"));
    }

    void newChangedAndRemovedDocumentsAreSeen()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        world.embedders.use(std::make_shared<MeaningEmbedder>());
        world.put("d1", {"The weather is nice."});
        world.embedAll();
        QVERIFY(!world.found("quokka").starts_with("zebra"));

        world.put("d2", {"zebra back"});
        world.embedAll();
        QCOMPARE(world.found("quokka").substr(0, 10), std::string("zebra back"));
        world.put("d2", {"about zebra"});
        world.embedAll();
        QVERIFY(world.found("quokka").starts_with("about zebra"));
        world.remove("d2");
        QVERIFY(world.found("quokka").find("zebra") == std::string::npos);
    }

    void internalDocumentsReachNoCustomerByTheirMeaning()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        world.embedders.use(std::make_shared<MeaningEmbedder>());
        world.put("d1", {"zebra is paid by hand"}, "internal");
        world.embedAll();

        QCOMPARE(world.found("quokka"), std::string());
        QCOMPARE(world.found("quokka", true), std::string("zebra is paid by hand"));
    }

    void aFailingEmbedderLeavesTheWordsAndIsLeftAlone()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        const auto embedder = std::make_shared<HashedEmbedder>();
        world.embedders.use(embedder);
        world.put("d1", {"A parcel takes three days."});
        world.embedAll();
        embedder->failWith(ErrorCode::Upstream, 1);

        QCOMPARE(world.found("parcel"), std::string("A parcel takes three days."));
        QCOMPARE(world.found("parcel"), std::string("A parcel takes three days."));
        QCOMPARE(embedder->queries(), 1); // the second search did not ask
    }

    void aSlowEmbedderIsNotWaitedFor()
    {
        test::FreshDatabase database("sqlite");
        knowledge::DenseSearchOptions options;
        options.queryLimit = std::chrono::milliseconds(1);
        VectorWorld world(database, options);
        world.embedders.use(std::make_shared<HashedEmbedder>());
        world.put("d1", {"A parcel takes three days."});
        world.embedAll();
        world.embedders.use(nullptr);
        world.embedders.use(std::make_shared<Hanging>());

        QCOMPARE(world.found("parcel"), std::string("A parcel takes three days."));
    }

    void withoutTheEmbedderOfTheVectorsTheWordsRemain()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        world.embedders.use(std::make_shared<MeaningEmbedder>("first"));
        world.put("d1", {"zebra back"});
        world.embedAll();
        QCOMPARE(world.found("quokka"), std::string("zebra back"));

        // Twice: nothing of the first one is left, as after a restart with other settings.
        world.embedders.use(nullptr);
        world.embedders.use(std::make_shared<MeaningEmbedder>("second"));
        QCOMPARE(world.found("quokka"), std::string());
        QCOMPARE(world.found("zebra"), std::string("zebra back"));

        world.embedAll();
        QCOMPARE(world.found("quokka"), std::string("zebra back"));
    }

    void vectorsAreFoundAgainAfterARestart_data() { test::addDatabaseRows(); }
    void vectorsAreFoundAgainAfterARestart()
    {
        PARLEY_DATABASE(database);
        {
            VectorWorld world(database);
            world.embedders.use(std::make_shared<MeaningEmbedder>());
            world.put("d1", {"zebra back"});
            world.embedAll();
        }
        database.reopen();
        VectorWorld world(database);
        QCOMPARE(world.found("quokka"), std::string());

        // An embedder that comes later than the index is taken up at once.
        world.embedders.use(std::make_shared<MeaningEmbedder>());
        QCOMPARE(world.found("quokka"), std::string("zebra back"));
    }
};

PARLEY_TEST("hybrid_search", HybridSearchTest)
#include "hybrid_search_test.moc"
