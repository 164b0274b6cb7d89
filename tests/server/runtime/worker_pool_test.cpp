// SPDX-License-Identifier: MIT
#include "server/runtime/worker_pool.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/test_main.h"

#include <boost/asio/this_coro.hpp>

#include <atomic>
#include <future>
#include <stdexcept>

namespace asio = boost::asio;
using namespace parley;
using namespace parley::server::runtime;
using parley::test::runCoroutine;

namespace {

WorkerPoolOptions options(std::size_t threads, std::size_t maxQueued)
{
    WorkerPoolOptions o;
    o.name = "test";
    o.threads = threads;
    o.maxQueued = maxQueued;
    return o;
}

/// True when the job ran elsewhere and the coroutine went on at home.
asio::awaitable<bool> runsElsewhere(WorkerPool& pool)
{
    const auto home = std::this_thread::get_id();
    auto job = [] { return Result<std::thread::id>(std::this_thread::get_id()); };
    const auto away = co_await pool.run(std::move(job));
    co_return away.value() != home&& std::this_thread::get_id() == home;
}

asio::awaitable<Result<void>> runVoid(WorkerPool& pool, std::function<void()> action)
{
    auto job = [&action] {
        action();
        return Result<void>();
    };
    co_return co_await pool.run(std::move(job));
}

} // namespace

class WorkerPoolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aJobRunsOnAWorkerAndItsCallerResumesAtHome()
    {
        asio::io_context context;
        WorkerPool pool(options(2, 8));

        QVERIFY(runCoroutine(context, runsElsewhere(pool)));
    }

    void anExceptionBecomesInternal()
    {
        asio::io_context context;
        WorkerPool pool(options(1, 8));

        const auto result = runCoroutine(context, runVoid(pool, [] { throw std::runtime_error("boom"); }));

        QVERIFY(result.error().code == ErrorCode::Internal);
        QCOMPARE(result.error().detail, std::string("worker: boom"));
    }

    void aFullQueueRefusesAtOnce_data()
    {
        QTest::addColumn<int>("jobs");
        QTest::addColumn<int>("refused");
        QTest::newRow("just below") << 2 << 0;
        QTest::newRow("exactly full") << 3 << 0;
        QTest::newRow("one too many") << 4 << 1;
    }

    void aFullQueueRefusesAtOnce()
    {
        QFETCH(int, jobs);
        QFETCH(int, refused);
        asio::io_context context;
        WorkerPool pool(options(1, 2)); // one job runs, two wait
        std::promise<void> started;
        std::promise<void> gate;
        auto opened = gate.get_future().share();
        int done = 0;
        int busy = 0;
        auto count = [&](std::exception_ptr, Result<void> result) {
            result ? ++done : ++busy;
            if (!result) {
                QVERIFY(result.error().code == ErrorCode::Unavailable);
                QCOMPARE(result.error().retryAfter.count(), std::chrono::seconds::rep{1});
            }
        };
        auto hold = [&] {
            started.set_value();
            opened.wait();
        };
        asio::co_spawn(context, runVoid(pool, hold), count);
        context.poll();
        started.get_future().wait();
        for (int i = 1; i < jobs; ++i) {
            asio::co_spawn(context, runVoid(pool, [] {}), count);
        }
        context.poll();
        QCOMPARE(busy, refused);

        gate.set_value();
        context.run();

        QCOMPARE(done, jobs - refused);
    }

    void closeRunsWhatWaits()
    {
        asio::io_context context;
        WorkerPool pool(options(1, 100));
        std::atomic<int> ran{0};
        int resumed = 0;
        for (int i = 0; i < 50; ++i) {
            asio::co_spawn(context, runVoid(pool, [&] { ++ran; }), [&](std::exception_ptr, Result<void>) {
                ++resumed;
            });
        }
        context.poll();

        pool.close();
        context.run();

        QCOMPARE(ran.load(), 50);
        QCOMPARE(resumed, 50);
        const auto late = runCoroutine(context, runVoid(pool, [] {}));
        QVERIFY(late.error().code == ErrorCode::Unavailable);
    }

    void theWaitIsMeasured()
    {
        asio::io_context context;
        std::atomic<int> waits{0};
        WorkerPoolOptions o = options(1, 8);
        o.onWaited = [&](std::chrono::nanoseconds wait) { waits += wait.count() >= 0 ? 1 : 100; };
        WorkerPool pool(std::move(o));

        QVERIFY(runCoroutine(context, runVoid(pool, [] {})).has_value());

        QCOMPARE(waits.load(), 1);
    }
};

PARLEY_TEST("worker_pool", WorkerPoolTest)
#include "worker_pool_test.moc"
