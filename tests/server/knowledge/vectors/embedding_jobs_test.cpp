// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/vectors/vector_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using parley::test::HashedEmbedder;
using parley::test::VectorWorld;

namespace {

std::vector<std::string> numbered(int count)
{
    std::vector<std::string> texts;
    for (int i = 0; i < count; ++i) {
        texts.push_back("passage number " + std::to_string(i));
    }
    return texts;
}

} // namespace

class EmbeddingJobsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPassageGetsItsVectorOnce_data() { test::addDatabaseRows(); }
    void everyPassageGetsItsVectorOnce()
    {
        PARLEY_DATABASE(database);
        VectorWorld world(database);
        const auto embedder = std::make_shared<HashedEmbedder>();
        embedder->setBatchSize(4);
        world.embedders.use(embedder);
        world.put("d1", numbered(10));

        QCOMPARE(world.embedAll(), 1);

        QCOMPARE(world.vectors(embedder->identity()), std::int64_t{10});
        QCOMPARE(embedder->texts(), 10);
        QCOMPARE(embedder->passageCalls(), 3);
        const auto state = world.state();
        QCOMPARE(state.active, embedder->identity());
        QCOMPARE(state.target, std::string());
        QCOMPARE(state.done, std::int64_t{10});

        world.put("d2", numbered(2));
        world.embedAll();
        QCOMPARE(embedder->texts(), 12);
    }

    void vectorsGoWithTheirPassage_data() { test::addDatabaseRows(); }
    void vectorsGoWithTheirPassage()
    {
        PARLEY_DATABASE(database);
        VectorWorld world(database);
        const auto embedder = std::make_shared<HashedEmbedder>();
        world.embedders.use(embedder);
        world.put("d1", numbered(3));
        world.put("d2", numbered(2));
        world.embedAll();

        world.put("d1", numbered(1));
        QCOMPARE(world.vectors(embedder->identity()), std::int64_t{2});
        world.remove("d2");
        QCOMPARE(world.vectors(embedder->identity()), std::int64_t{0});
    }

    void aFailureIsTriedAgainAndGoesOnWhereItStopped()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        const auto embedder = std::make_shared<HashedEmbedder>();
        embedder->setBatchSize(4);
        world.embedders.use(embedder);
        world.put("d1", numbered(4));
        world.embedAll();
        world.put("d2", numbered(4));
        world.request();
        embedder->failWith(ErrorCode::Unavailable, 1);

        const auto failed = world.doJob();

        QVERIFY(failed && !*failed);
        QCOMPARE(failed->error().code, ErrorCode::Unavailable);
        QVERIFY(!world.state().error.empty());
        const auto again = world.doJob();
        QVERIFY(again && *again);
        QCOMPARE(world.vectors(embedder->identity()), std::int64_t{8});
        QCOMPARE(embedder->texts(), 8);
        QVERIFY(world.state().error.empty());
    }

    void whatAFailedBatchLeavesIsNotMadeTwice()
    {
        test::FreshDatabase database("sqlite");
        knowledge::EmbeddingOptions options;
        VectorWorld world(database, {}, options);
        const auto embedder = std::make_shared<HashedEmbedder>();
        embedder->setBatchSize(3);
        world.embedders.use(embedder);
        world.put("d1", numbered(9));
        world.request();
        embedder->failWith(ErrorCode::Unavailable, 1);
        QVERIFY(!*world.doJob());
        QCOMPARE(world.vectors(embedder->identity()), std::int64_t{0});
        QVERIFY(*world.doJob());
        QCOMPARE(embedder->texts(), 9);
    }

    void aBatchThatTakesTooLongIsMadeSmaller()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        const auto embedder = std::make_shared<HashedEmbedder>();
        embedder->setBatchSize(8);
        world.embedders.use(embedder);
        world.put("d1", numbered(8));
        // Eight are too many, and four.
        embedder->failWith(ErrorCode::Timeout, 2);

        QCOMPARE(world.embedAll(), 1);

        QCOMPARE(world.vectors(embedder->identity()), std::int64_t{8});
        QCOMPARE(embedder->passageCalls(), 2 + 4);
        // One that takes too long alone is a failure.
        world.put("d2", numbered(1));
        world.request();
        embedder->failWith(ErrorCode::Timeout, 1);
        QVERIFY(!*world.doJob());
    }

    void batchesGrowAgainAfterAQuietTime()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        const auto embedder = std::make_shared<HashedEmbedder>();
        embedder->setBatchSize(8);
        world.embedders.use(embedder);
        world.put("d1", numbered(8));
        embedder->failWith(ErrorCode::Timeout, 1);
        QCOMPARE(world.embedAll(), 1);
        QCOMPARE(embedder->passageCalls(), 1 + 2); // eight, then four and four
        const auto callsFor = [&](const char* id) {
            const int before = embedder->passageCalls();
            world.put(id, numbered(8));
            world.embedAll();
            return embedder->passageCalls() - before;
        };

        world.clock.advanceMs(10 * 60 * 1000 - 1);
        QCOMPARE(callsFor("d2"), 2);
        world.clock.advanceMs(1);
        QCOMPARE(callsFor("d3"), 1);
    }

    void anEmbedderThatTakesNothingDoesNotTakeOver()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        const auto first = std::make_shared<HashedEmbedder>("first", 16);
        const auto second = std::make_shared<HashedEmbedder>("second", 32);
        world.embedders.use(first);
        world.put("d1", numbered(2));
        world.embedAll();
        world.embedders.use(second);
        world.request();
        // The batch, then each passage alone.
        second->failWith(ErrorCode::InvalidArgument, 3);

        QVERIFY(!*world.doJob());

        QCOMPARE(world.state().active, std::string("first"));
        QCOMPARE(world.vectors("first"), std::int64_t{2});
    }

    void aWaitingJobForAnotherEmbedderIsNotEnough()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        const auto first = std::make_shared<HashedEmbedder>("first", 16);
        const auto second = std::make_shared<HashedEmbedder>("second", 16);
        world.embedders.use(first);
        world.put("d1", numbered(1));
        world.request();

        world.embedders.use(second);
        world.request();

        world.embedders.use(first);
        QVERIFY(*world.doJob());
        world.embedders.use(second);
        const auto done = world.doJob();
        QVERIFY(done && *done);
        QCOMPARE(world.state().active, std::string("second"));
    }

    void aJobThatHasUsedItsTimeLeavesTheRestToTheNext()
    {
        test::FreshDatabase database("sqlite");
        knowledge::EmbeddingOptions options;
        options.slice = std::chrono::milliseconds(0);
        VectorWorld world(database, {}, options);
        const auto embedder = std::make_shared<HashedEmbedder>();
        embedder->setBatchSize(2);
        world.embedders.use(embedder);
        world.put("d1", numbered(6));

        QVERIFY(world.embedAll() >= 3);

        QCOMPARE(world.vectors(embedder->identity()), std::int64_t{6});
        QCOMPARE(embedder->texts(), 6);
        QCOMPARE(world.state().active, embedder->identity());
    }

    void aPassageThatTheEmbedderRefusesDoesNotStopTheOthers()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        const auto embedder = std::make_shared<HashedEmbedder>();
        world.embedders.use(embedder);
        world.put("d1", numbered(5));
        // The batch, then the first passage alone.
        embedder->failWith(ErrorCode::InvalidArgument, 2);

        QCOMPARE(world.embedAll(), 1);

        QCOMPARE(world.vectors(embedder->identity()), std::int64_t{4});
        QCOMPARE(world.state().active, embedder->identity());
    }

    void anotherEmbedderTakesOverWhenAllItsVectorsAreThere_data() { test::addDatabaseRows(); }
    void anotherEmbedderTakesOverWhenAllItsVectorsAreThere()
    {
        PARLEY_DATABASE(database);
        knowledge::EmbeddingOptions options;
        options.slice = std::chrono::milliseconds(0);
        VectorWorld world(database, {}, options);
        const auto first = std::make_shared<HashedEmbedder>("first", 16);
        const auto second = std::make_shared<HashedEmbedder>("second", 32);
        second->setBatchSize(2);
        world.embedders.use(first);
        world.put("d1", numbered(4));
        world.embedAll();
        world.embedders.use(second);
        world.request();

        QVERIFY(*world.doJob());
        const auto half = world.state();
        QCOMPARE(half.active, std::string("first"));
        QCOMPARE(half.target, std::string("second"));
        QCOMPARE(half.done, std::int64_t{2});
        QCOMPARE(half.total, std::int64_t{4});
        QVERIFY(!world.search("passage number 1").empty());
        QVERIFY(first->queries() > 0 && second->queries() == 0);

        while (const auto done = world.doJob()) {
            QVERIFY(*done);
        }
        QCOMPARE(world.state().active, std::string("second"));
        QCOMPARE(world.state().target, std::string());
        QCOMPARE(world.vectors("first"), std::int64_t{0});
        QCOMPARE(world.vectors("second"), std::int64_t{4});
        QVERIFY(!world.search("passage number 1").empty());
        QVERIFY(second->queries() > 0);
    }

    void aJobForAnEmbedderThatThisNodeLacksWaitsForAnotherNode()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        world.embedders.use(std::make_shared<HashedEmbedder>("first", 16));
        world.put("d1", numbered(1));
        world.request();
        const auto other = std::make_shared<HashedEmbedder>("second", 16);
        world.embedders.use(other);

        const auto done = world.doJob();

        QVERIFY(done && !*done);
        QCOMPARE(done->error().code, ErrorCode::Unavailable);
        QCOMPARE(other->texts(), 0);
    }

    void anAttemptThatLostItsJobWritesNothing()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        world.embedders.use(std::make_shared<HashedEmbedder>());
        world.put("d1", numbered(2));
        store::JobRow lost;
        lost.id.value = "gone";

        const auto done = world.run(world.jobs.run(world.tenant, lost));

        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
        QCOMPARE(world.vectors("test:words:64"), std::int64_t{0});
    }

    void onlyOneJobWaitsAndNoneWithoutAnEmbedder()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        world.put("d1", numbered(1));
        world.request();
        QVERIFY(!world.doJob());

        world.embedders.use(std::make_shared<HashedEmbedder>());
        world.request();
        world.request();
        QVERIFY(world.doJob());
        QVERIFY(!world.doJob());
    }

    void ensureAsksOnlyWhereSomethingIsToBeDone()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        world.embedders.use(std::make_shared<HashedEmbedder>("first", 16));
        QVERIFY(world.run(world.jobs.ensure(world.tenant)));
        QVERIFY(!world.doJob());

        world.put("d1", numbered(1));
        QVERIFY(world.run(world.jobs.ensure(world.tenant)));
        QVERIFY(world.doJob());
        QVERIFY(world.run(world.jobs.ensure(world.tenant)));
        QVERIFY(!world.doJob());

        world.embedders.use(std::make_shared<HashedEmbedder>("second", 16));
        QVERIFY(world.run(world.jobs.ensure(world.tenant)));
        QVERIFY(world.doJob());
    }

    void theStatusSaysHowFarItIs()
    {
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        world.put("d1", numbered(3));
        QCOMPARE(test::must(world.run(world.jobs.status(world.tenant))).kind, std::string("none"));

        const auto embedder = std::make_shared<HashedEmbedder>();
        world.embedders.use(embedder);
        world.embedAll();
        world.put("d2", numbered(2));
        world.request();
        embedder->failWith(ErrorCode::Upstream, 1);
        QVERIFY(!*world.doJob());

        const auto status = test::must(world.run(world.jobs.status(world.tenant)));
        QCOMPARE(status.kind, std::string("test"));
        QCOMPARE(status.identity, embedder->identity());
        QCOMPARE(status.embedded, std::int64_t{3});
        QCOMPARE(status.total, std::int64_t{5});
        QCOMPARE(status.lastError, std::string("The embedder was told to fail."));
    }

    void ingestionAsksForTheVectorsOnlyWhenItIsDone_data()
    {
        QTest::addColumn<bool>("fails");
        QTest::newRow("done") << false;
        QTest::newRow("failed") << true;
    }
    void ingestionAsksForTheVectorsOnlyWhenItIsDone()
    {
        struct FakeIngestion final : jobs::Handler {
            boost::asio::awaitable<Result<void>> run(TenantId, store::JobRow) override
            {
                if (fails) {
                    co_return fail(ErrorCode::Storage, "no");
                }
                co_return Result<void>();
            }
            boost::asio::awaitable<void> gaveUp(TenantId, store::JobRow, Error) override { co_return; }
            bool fails = false;
        };
        QFETCH(bool, fails);
        test::FreshDatabase database("sqlite");
        VectorWorld world(database);
        world.embedders.use(std::make_shared<HashedEmbedder>());
        FakeIngestion ingestion;
        ingestion.fails = fails;
        knowledge::EmbedAfterIngestion both(ingestion, world.jobs, world.database);

        const auto done = world.run(both.run(world.tenant, store::JobRow()));

        QCOMPARE(done.has_value(), !fails);
        QCOMPARE(world.doJob().has_value(), !fails);
    }
};

PARLEY_TEST("embedding_jobs", EmbeddingJobsTest)
#include "embedding_jobs_test.moc"
