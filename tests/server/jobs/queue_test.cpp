// SPDX-License-Identifier: MIT
#include "server/jobs/queue.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/faulty_database.h"
#include "tests/support/test_main.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

using namespace parley;
using namespace parley::server;

namespace {

/// Does what the test says and writes down what it was given. Stops the queue after `stopAfter` calls.
class Worker final : public jobs::Handler {
public:
    boost::asio::awaitable<Result<void>> run(TenantId, store::JobRow job) override
    {
        done += job.subject + "#" + std::to_string(job.attempts) + " ";
        // Gives way, so that another worker could take the same job now.
        for (int i = 0; i < 20; ++i) {
            co_await boost::asio::post(boost::asio::use_awaitable);
        }
        if (failures > 0) {
            --failures;
            co_return fail(code, "It did not work.");
        }
        co_return Result<void>();
    }

    boost::asio::awaitable<void> gaveUp(TenantId, store::JobRow job, Error error) override
    {
        gone += job.subject + ":" + error.message + " ";
        co_return;
    }

    std::string done;
    std::string gone;
    int failures = 0;
    ErrorCode code = ErrorCode::Unavailable;
};

/// One process with a queue, on a database that it may share with others.
struct Node {
    Node(test::DeskWorld& desk, const std::string& name, int workers = 1)
        : world(desk),
          queue(desk.database,
                desk.clock,
                name,
                desk.io.get_executor(),
                options(workers),
                [](std::string_view, std::string_view what) { QFAIL(std::string(what).c_str()); })
    {
        queue.setHandler("test", worker);
    }

    static jobs::QueueOptions options(int workers)
    {
        jobs::QueueOptions made;
        made.workers = workers;
        made.leaseMs = 1000;
        made.pollMs = 5;
        made.retryMs = 100;
        return made;
    }

    Result<void>
    add(const std::string& subject, std::int64_t maxAttempts = 3, const std::string& kind = "test")
    {
        store::JobRow job;
        job.id = world.ids.make<JobId>();
        job.kind = kind;
        job.subject = subject;
        job.payload = "{}";
        job.maxAttempts = maxAttempts;
        job.dueMs = job.createdMs = world.clock.nowMs();
        return world.write([&](store::Transaction& tx) { return queue.add(tx, world.tenant, job); });
    }

    /// Runs until `isDone`.
    void runUntil(const std::function<bool()>& isDone)
    {
        world.io.restart();
        while (!isDone()) {
            world.io.run_one();
        }
    }

    void stop()
    {
        bool hasStopped = false;
        boost::asio::co_spawn(world.io, queue.stop(), [&](std::exception_ptr) { hasStopped = true; });
        runUntil([&] { return hasStopped; });
    }

    test::DeskWorld& world;
    Worker worker;
    jobs::Queue queue;
};

std::string statuses(test::DeskWorld& world)
{
    const auto rows = test::must(world.read([](store::ReadTransaction& tx) {
        return tx.query("SELECT subject, status, attempts FROM jobs ORDER BY id");
    }));
    std::string text;
    for (const store::Row& row : rows) {
        text += row.text(0) + ":" + row.text(1) + ":" + std::to_string(row.integer(2)) + " ";
    }
    return text;
}

std::vector<TenantId> hinted(test::DeskWorld& world, std::int64_t nowMs)
{
    return test::must(world.database.readNow(store::Scope::platform(), [&](store::ReadTransaction& tx) {
        return store::DueRepository().due(tx, "jobs", nowMs);
    }));
}

} // namespace

class QueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aJobIsDoneOnceItIsCommitted_data() { test::addDatabaseRows(); }
    void aJobIsDoneOnceItIsCommitted()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        node.queue.start({world.tenant}, true);
        test::must(node.add("a"));

        node.runUntil([&] { return statuses(world) == "a:done:1 "; });

        node.stop();
        QCOMPARE(node.worker.done, std::string("a#1 "));
        QCOMPARE(node.worker.gone, std::string());
    }

    void aJobThatWasRolledBackWakesNobody()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        store::JobRow job;
        job.id = world.ids.make<JobId>();
        job.kind = "test";
        job.payload = "{}";

        QVERIFY(!world.write([&](store::Transaction& tx) -> Result<void> {
            auto added = node.queue.add(tx, world.tenant, job);
            return added ? fail(ErrorCode::Internal, "rolled back") : added;
        }));

        QCOMPARE(node.queue.backlog(), std::size_t{0});
        test::must(node.add("a"));
        QCOMPARE(node.queue.backlog(), std::size_t{1});
        test::must(node.add("b"));
        QCOMPARE(node.queue.backlog(), std::size_t{1});
    }

    void workersOfSeveralProcessesNeverTakeOneJob_data() { test::addDatabaseRows(); }
    void workersOfSeveralProcessesNeverTakeOneJob()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        Node first(world, "node-1", 3);
        Node second(world, "node-2", 3);
        for (int i = 0; i < 20; ++i) {
            test::must(first.add(std::to_string(i)));
        }
        first.queue.start({world.tenant}, false);
        second.queue.start({world.tenant}, false);

        first.runUntil([&] {
            const std::string now = statuses(world);
            return now.find("queued") == std::string::npos && now.find("running") == std::string::npos;
        });

        first.stop();
        second.stop();
        const std::string all = first.worker.done + second.worker.done;
        QCOMPARE(std::count(all.begin(), all.end(), ' '), std::ptrdiff_t{20});
        for (int i = 0; i < 20; ++i) {
            QVERIFY2(statuses(world).find(std::to_string(i) + ":done:1 ") != std::string::npos,
                     statuses(world).c_str());
        }
    }

    void aFailureIsTriedAgainLaterAndLater()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        node.worker.failures = 2;
        node.queue.start({world.tenant}, true);
        test::must(node.add("a"));
        node.runUntil([&] { return !hinted(world, world.clock.nowMs() + 100).empty(); });
        QVERIFY(hinted(world, world.clock.nowMs() + 99).empty());
        QCOMPARE(statuses(world), std::string("a:queued:1 "));

        world.clock.advanceMs(100);
        node.runUntil([&] { return statuses(world) == "a:queued:2 "; });
        // The hint for this attempt gives way to the one for the next.
        node.runUntil([&] { return hinted(world, world.clock.nowMs() + 199).empty(); });
        node.runUntil([&] { return !hinted(world, world.clock.nowMs() + 200).empty(); });

        world.clock.advanceMs(200);
        node.runUntil([&] { return statuses(world) == "a:done:3 "; });
        node.stop();
        QCOMPARE(node.worker.done, std::string("a#1 a#2 a#3 "));
        QCOMPARE(node.worker.gone, std::string());
    }

    void afterTheLastAttemptTheHandlerIsTold()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        node.worker.failures = 5;
        node.queue.start({world.tenant}, true);
        test::must(node.add("a", 2));
        node.runUntil([&] { return !hinted(world, world.clock.nowMs() + 100).empty(); });
        world.clock.advanceMs(100);

        node.runUntil([&] { return !node.worker.gone.empty(); });

        node.stop();
        QCOMPARE(node.worker.gone, std::string("a:It did not work. "));
        QCOMPARE(statuses(world), std::string("a:failed:2 "));
    }

    void whatNoAttemptCanMendIsGivenUpAtOnce_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isFinal");
        QTest::newRow("bad input") << int(ErrorCode::InvalidArgument) << true;
        QTest::newRow("gone") << int(ErrorCode::NotFound) << true;
        QTest::newRow("internal") << int(ErrorCode::Internal) << true;
        QTest::newRow("storage") << int(ErrorCode::Storage) << false;
        QTest::newRow("timeout") << int(ErrorCode::Timeout) << false;
        QTest::newRow("upstream") << int(ErrorCode::Upstream) << false;
    }
    void whatNoAttemptCanMendIsGivenUpAtOnce()
    {
        QFETCH(int, code);
        QFETCH(bool, isFinal);
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        node.worker.failures = 1;
        node.worker.code = static_cast<ErrorCode>(code);
        node.queue.start({world.tenant}, true);
        test::must(node.add("a"));

        node.runUntil([&] { return statuses(world) == (isFinal ? "a:failed:1 " : "a:queued:1 "); });

        node.stop();
        QCOMPARE(!node.worker.gone.empty(), isFinal);
    }

    void aWorkerThatLostItsJobLeavesItToTheOtherAttempt_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("would be tried again") << int(ErrorCode::Unavailable);
        QTest::newRow("would be given up") << int(ErrorCode::InvalidArgument);
    }
    void aWorkerThatLostItsJobLeavesItToTheOtherAttempt()
    {
        QFETCH(int, code);
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        node.worker.failures = 1;
        node.worker.code = static_cast<ErrorCode>(code);
        node.queue.start({world.tenant}, false);
        test::must(node.add("a"));
        node.runUntil([&] { return !node.worker.done.empty(); });
        world.clock.advanceMs(1001);
        const auto taken = world.write([&](store::Transaction& tx) {
            return store::JobRepository().claim(tx, "node-2", world.clock.nowMs(), INT64_MAX);
        });
        QVERIFY(test::must(taken).has_value());

        // The only worker takes up the second job when it has settled the first.
        test::must(node.add("b"));
        node.runUntil([&] { return statuses(world).find("b:done:1 ") != std::string::npos; });

        node.stop();
        QCOMPARE(statuses(world) + node.worker.gone, std::string("a:running:2 b:done:1 "));
    }

    void aKindThatNobodyHandlesIsGivenUp()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-1");
        test::must(node.add("a", 3, "unknown"));
        node.queue.start({}, true);

        node.runUntil([&] { return statuses(world) == "a:failed:1 "; });

        node.stop();
    }

    void aRestartTakesUpWhatWasLeft_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<bool>("isAlone");
        QTest::newRow("sqlite, alone") << std::string("sqlite") << true;
        QTest::newRow("postgresql, lease ended") << std::string("postgresql") << false;
    }
    void aRestartTakesUpWhatWasLeft()
    {
        PARLEY_DATABASE(database);
        QFETCH(bool, isAlone);
        test::DeskWorld world(*database, database.first);
        Node node(world, "node-2");
        test::must(node.add("a"));
        const auto now = world.clock.nowMs();
        const auto left = world.write([&](store::Transaction& tx) {
            return store::JobRepository().claim(tx, "dead", now, now + 1000);
        });
        QVERIFY(test::must(left).has_value());
        if (!isAlone) {
            world.clock.advanceMs(1001);
        }

        node.queue.start({world.tenant}, isAlone);
        node.runUntil([&] { return statuses(world) == "a:done:2 "; });

        node.stop();
        QCOMPARE(node.worker.done, std::string("a#2 "));
    }

    void anotherProcessFindsAJobWhoseWorkerDied_data() { test::addDatabaseRows(); }
    void anotherProcessFindsAJobWhoseWorkerDied()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        test::DeskWorld elsewhere(*database, database.first);
        Node dying(elsewhere, "node-1");
        dying.queue.start({}, false);
        test::must(dying.add("a"));
        dying.runUntil([&] { return !dying.worker.done.empty(); });
        QVERIFY(!hinted(world, elsewhere.clock.nowMs() + 1000).empty());
        Node other(world, "node-2");
        other.queue.start({}, false);

        world.clock.advanceMs(1001);
        other.runUntil([&] { return statuses(world) == "a:done:2 "; });

        other.stop();
        dying.stop();
        QCOMPARE(other.worker.done, std::string("a#2 "));
    }

    void aTenantThatCannotBeReadIsLookedAtAgain()
    {
        test::FreshDatabase fresh("sqlite");
        test::FaultyDatabase database(*fresh);
        test::DeskWorld world(database, fresh.first);
        test::DeskWorld view(*fresh, fresh.first);
        Node node(world, "node-1");
        test::must(node.add("a"));
        node.queue.start({}, true);
        // The claim and the look at what is due after it.
        database.failWrites(1);
        database.failReads(1);
        node.runUntil([&] { return !hinted(view, world.clock.nowMs() + 100).empty(); });

        world.clock.advanceMs(100);
        node.runUntil([&] { return statuses(view) == "a:done:1 "; });

        node.stop();
    }

    void theHintGoesWhenNothingIsLeft()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        test::must(world.database.transactNow(store::Scope::platform(), [&](store::Transaction& tx) {
            return store::DueRepository().hint(tx, world.tenant, "jobs", 1);
        }));
        Node node(world, "node-1");
        node.queue.start({}, true);

        node.runUntil([&] { return hinted(world, world.clock.nowMs()).empty(); });

        node.stop();
    }
};

PARLEY_TEST("queue", QueueTest)
#include "queue_test.moc"
